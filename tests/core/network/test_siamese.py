import pytest
import torch

from alcd_core.errors import InputError
from alcd_core.network.siamese import SiameseUNet
from tests.core.network.tiny import tiny_network


@pytest.mark.parametrize("depth", [1, 3, 5])
def test_logits_have_two_classes_at_full_resolution(depth):
    network = SiameseUNet("resnet18", depth, 4).eval()
    assert network(torch.rand(2, 3, 4, 64, 96)).shape == (3, 2, 64, 96)


def test_a_shallow_encoder_uses_the_last_decoder_widths_and_drops_unused_stages():
    network = SiameseUNet("resnet18", 3, 3)
    assert [block.conv2[0].out_channels for block in network.decoder.blocks] == [64, 32, 16]
    assert not any("layer3" in name or "layer4" in name for name in network.state_dict())


def test_both_dates_pass_through_the_encoder_in_one_batch_before_first():
    network = tiny_network()
    seen = []
    network.encoder.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    images = torch.rand(2, 3, 3, 64, 64) * 255
    network(images)
    expected = torch.cat([(images[0] - 100.0) / 40.0, (images[1] - 100.0) / 40.0])
    assert len(seen) == 1
    torch.testing.assert_close(seen[0], expected)


def test_each_date_and_band_is_normalised_by_its_own_statistics():
    network = SiameseUNet("resnet18", 1, 2)
    mean, std = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[1.0, 2.0], [4.0, 8.0]])
    network.set_normalisation(mean, std)
    images = (mean + std)[:, None, :, None, None].expand(2, 1, 2, 32, 32)
    torch.testing.assert_close(network.features(images)[0], torch.ones(2, 2, 32, 32))


def test_the_values_of_invalid_pixels_do_not_matter():
    network = tiny_network()
    images = torch.rand(2, 1, 3, 64, 64) * 255
    valid = torch.ones(1, 64, 64, dtype=torch.bool)
    valid[:, :, :20] = False
    other = images.clone()
    other[..., :20] = float("nan")
    assert torch.equal(network(images, valid), network(other, valid))


def test_an_unknown_encoder_or_depth_is_an_input_error():
    with pytest.raises(InputError, match=r"resnet43(.|\n)*resnet34(.|\n)*get_encoder_names"):
        SiameseUNet("resnet43", 5, 3)
    with pytest.raises(InputError, match="depth 6"):
        SiameseUNet("resnet18", 6, 3)
    with pytest.raises(InputError, match=r"swin(.|\n)*Choose another"):  # accepts images of 224 x 224 only
        SiameseUNet("tu-swin_tiny_patch4_window7_224", 4, 3)


def test_exchanged_dates_get_the_brightness_of_the_date_they_replace():
    network = SiameseUNet("resnet18", 3, 1)
    network.set_normalisation(torch.tensor([[100.0], [50.0]]), torch.tensor([[10.0], [20.0]]))
    images = torch.tensor([[110.0, 120.0], [30.0, 90.0]]).reshape(2, 2, 1, 1, 1)
    made = network.exchanged(images, torch.tensor([True, False])).reshape(2, 2)
    assert made.tolist() == [[90.0, 120.0], [70.0, 90.0]]


def fused_inputs(fusion, images):
    """The input of the decoder at every scale, and the encoder's features of both dates."""
    torch.manual_seed(0)
    network = SiameseUNet("resnet18", 3, 3, fusion).eval()
    seen = []
    network.decoder.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    network(images)
    return seen[0], [feature.chunk(2) for feature in network.features(images)]


def test_concatenation_passes_both_dates_to_the_decoder():
    joint, features = fused_inputs("concatenation", torch.rand(2, 2, 3, 64, 64))
    for one, (before, after) in zip(joint, features):
        assert torch.equal(one, torch.cat([before, after], dim=1))


def test_difference_passes_the_signed_and_the_absolute_difference_to_the_decoder():
    images = torch.rand(2, 2, 3, 64, 64)
    joint, features = fused_inputs("difference", images)
    for one, (before, after) in zip(joint, features):
        signed, unsigned = one.chunk(2, dim=1)
        assert torch.equal(signed, after - before)
        assert torch.equal(unsigned, (after - before).abs())
    same, _ = fused_inputs("difference", images[[0, 0]])
    assert not any(one.any() for one in same)
