import pytest
import segmentation_models_pytorch as smp
import torch
from safetensors.torch import save_file

from alcd_core.errors import ModelError
from alcd_core.network import encoder_weights
from alcd_core.network.encoder_weights import load_encoder_weights
from alcd_core.network.siamese import SiameseUNet


@pytest.fixture
def file(tmp_path):
    """Weights of a whole ResNet18 with a classifier, as torchvision names them."""
    torch.manual_seed(5)
    weights = smp.encoders.get_encoder("resnet18", weights=None).state_dict()
    weights["fc.weight"], weights["fc.bias"] = torch.rand(1000, 512), torch.rand(1000)
    path = tmp_path / "weights.safetensors"
    save_file(weights, path)
    return path, weights


@pytest.mark.parametrize("depth", [3, 5])
def test_a_file_sets_every_weight_of_the_encoder(file, depth):
    path, weights = file
    network = SiameseUNet("resnet18", depth, 3)
    load_encoder_weights(network, str(path))
    for name, tensor in network.encoder.state_dict().items():
        assert torch.equal(tensor, weights[name])


@pytest.mark.parametrize("bands", [1, 2, 4, 6])
def test_the_first_convolution_is_adapted_to_other_numbers_of_bands(file, bands):
    path, weights = file
    network = SiameseUNet("resnet18", 3, bands)
    load_encoder_weights(network, str(path))
    own, rgb = network.encoder.state_dict()["conv1.weight"], weights["conv1.weight"]
    mean = rgb.mean(1, keepdim=True)
    expected = {
        1: rgb.sum(1, keepdim=True),
        2: rgb[:, :2] * 1.5,
        4: torch.cat([rgb, mean], 1),
        6: torch.cat([rgb, mean, mean, mean], 1),
    }
    torch.testing.assert_close(own, expected[bands])
    assert bands < 3 or torch.equal(own[:, :3], rgb)


def test_weights_of_a_whole_network_of_the_library_are_accepted(file, tmp_path):
    _, weights = file
    renamed = {f"encoder.{name}": tensor for name, tensor in weights.items()} | {"decoder.x": torch.ones(1)}
    save_file(renamed, tmp_path / "whole.safetensors")
    network = SiameseUNet("resnet18", 3, 3)
    load_encoder_weights(network, str(tmp_path / "whole.safetensors"))
    assert torch.equal(network.encoder.state_dict()["conv1.weight"], weights["conv1.weight"])


def test_stages_beyond_the_depth_may_be_missing(file, tmp_path):
    _, weights = file
    save_file(
        {name: tensor for name, tensor in weights.items() if "layer4" not in name}, tmp_path / "short.safetensors"
    )
    load_encoder_weights(SiameseUNet("resnet18", 4, 3), str(tmp_path / "short.safetensors"))
    with pytest.raises(ModelError, match=r"another network.*lacks layer4"):
        load_encoder_weights(SiameseUNet("resnet18", 5, 3), str(tmp_path / "short.safetensors"))


def test_weights_of_another_network_are_refused(file, tmp_path):
    path, weights = file
    with pytest.raises(ModelError, match="another network"):
        load_encoder_weights(SiameseUNet("resnet34", 3, 3), str(path))
    save_file({**weights, "layer1.7.conv1.weight": torch.ones(1)}, tmp_path / "more.safetensors")
    with pytest.raises(ModelError, match=r"unknown layer1\.7"):
        load_encoder_weights(SiameseUNet("resnet18", 3, 3), str(tmp_path / "more.safetensors"))
    save_file({**weights, "conv1.weight": torch.ones(64, 3, 3, 3)}, tmp_path / "shape.safetensors")
    with pytest.raises(ModelError, match=r"a different shape of conv1\.weight"):
        load_encoder_weights(SiameseUNet("resnet18", 3, 3), str(tmp_path / "shape.safetensors"))


def test_missing_and_damaged_files_are_refused(tmp_path):
    network = SiameseUNet("resnet18", 1, 3)
    with pytest.raises(ModelError, match="no file"):
        load_encoder_weights(network, str(tmp_path / "nothing.safetensors"))
    (tmp_path / "pickle.safetensors").write_bytes(b"\x80\x04.not tensors")
    with pytest.raises(ModelError, match="damaged"):
        load_encoder_weights(network, str(tmp_path / "pickle.safetensors"))


def test_none_leaves_the_weights_random():
    network = SiameseUNet("resnet18", 1, 3)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    load_encoder_weights(network, "none")
    assert all(torch.equal(before[name], tensor) for name, tensor in network.state_dict().items())


def test_imagenet_weights_are_not_downloaded_without_permission(monkeypatch):
    monkeypatch.setattr(encoder_weights, "try_to_load_from_cache", lambda *_, **__: None)
    monkeypatch.setattr(smp.encoders, "get_encoder", lambda *_, **__: pytest.fail("tried to download"))
    network = SiameseUNet.__new__(SiameseUNet)
    network.__dict__.update(encoder_name="resnet18", encoder_depth=5, bands=3)
    with pytest.raises(ModelError, match=r"not on this machine(.|\n)*--download(.|\n)*FILE(.|\n)*none"):
        load_encoder_weights(network, "imagenet")


def test_a_failed_download_names_the_other_choices(monkeypatch):
    def offline(*_, **__):
        raise OSError("Name or service not known")

    network = SiameseUNet("resnet18", 1, 3)
    monkeypatch.setattr(smp.encoders, "get_encoder", offline)
    monkeypatch.setattr(encoder_weights, "try_to_load_from_cache", lambda *_, **__: None)
    with pytest.raises(ModelError, match=r"not known(.|\n)*FILE(.|\n)*none"):
        load_encoder_weights(network, "imagenet", allow_download=True)


def test_cached_imagenet_weights_are_used_without_permission_to_download(monkeypatch):
    network = SiameseUNet("resnet18", 1, 3)
    stand_in = smp.encoders.get_encoder("resnet18", depth=1, weights=None)
    monkeypatch.setattr(encoder_weights, "try_to_load_from_cache", lambda *_, **__: "/cache/file")
    monkeypatch.setattr(smp.encoders, "get_encoder", lambda *_, **__: stand_in)
    load_encoder_weights(network, "imagenet")
    assert torch.equal(network.encoder.conv1.weight, stand_in.conv1.weight)


def test_an_encoder_without_imagenet_weights_in_the_library_is_refused():
    with pytest.raises(ModelError, match="no ImageNet weights for the encoder tu-resnet18"):
        load_encoder_weights(SiameseUNet("tu-resnet18", 1, 3), "imagenet")


def test_the_real_file_fits_a_resnet18_of_depth_4(shared_weights):
    network = SiameseUNet("resnet18", 4, 3)
    load_encoder_weights(network, str(shared_weights))
    assert 0 < network.encoder.layer3[1].conv2.weight.std() < 0.1
