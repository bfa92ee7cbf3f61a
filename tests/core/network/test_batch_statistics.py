import pytest
import torch

from alcd_core.network.batch_statistics import (
    MonteCarloBatchNormalisation,
    current_statistics,
    draw_statistics,
    normalisation_layers,
    set_statistics,
)
from tests.core.network.tiny import tiny_network


def mini_batch(seed=0, tiles=3, size=64):
    rng = torch.Generator().manual_seed(seed)
    return torch.rand(2, tiles, 3, size, size, generator=rng) * 255, torch.ones(tiles, size, size, dtype=torch.bool)


def test_fixed_statistics_give_the_same_output_as_training_mode_for_their_batch():
    # So few pixels that an unbiased variance would differ visibly.
    images, valid = mini_batch(tiles=1, size=32)
    network = tiny_network()
    set_statistics(network, draw_statistics(network, images, valid))
    with torch.no_grad():
        fixed = network.eval()(images, valid)
        trained = network.train()(images, valid)
    torch.testing.assert_close(fixed, trained, rtol=0.0, atol=1e-3)


def test_the_variance_is_biased_and_pooled_over_both_dates():
    images, valid = mini_batch()
    network = tiny_network()
    statistics = draw_statistics(network, images, valid)
    with torch.no_grad():
        reaching = network.encoder.conv1((torch.cat([images[0], images[1]]) - 100.0) / 40.0)
    values = reaching.transpose(0, 1).flatten(1).double().numpy()
    assert statistics["encoder.bn1.running_mean"].numpy() == pytest.approx(values.mean(1), abs=1e-5)
    assert statistics["encoder.bn1.running_var"].numpy() == pytest.approx(values.var(1, ddof=0), rel=1e-5)


def test_drawing_statistics_leaves_the_network_unchanged():
    network = tiny_network().train()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    draw_statistics(network, *mini_batch())
    assert all(torch.equal(before[name], tensor) for name, tensor in network.state_dict().items())
    assert network.training
    assert not any(layer._forward_pre_hooks for layer in normalisation_layers(network).values())


def test_members_differ_and_do_not_depend_on_their_order():
    network = tiny_network()
    kind = MonteCarloBatchNormalisation()
    members = kind.assemble([network], kind.draw(network, [mini_batch(1), mini_batch(2)]))
    images, valid = mini_batch(3)
    with torch.inference_mode():
        first, second = members[0](images, valid), members[1](images, valid)
        assert torch.equal(members[0](images, valid), first)
    assert not torch.equal(first, second)


def test_every_layer_has_its_statistics():
    network = tiny_network()
    assert len(current_statistics(network)) == 2 * len(normalisation_layers(network)) > 20
