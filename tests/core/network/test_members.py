import pytest
import torch

from alcd_core.network.ensemble import Ensemble
from alcd_core.network.members import MEMBER_KINDS, Member, prepared
from alcd_core.network.model_kinds import FUSION_NAMES, MEMBER_PARTS
from alcd_core.network.orientation import ORIENTATIONS
from alcd_core.network.siamese import FUSIONS
from tests.core.network.tiny import CPU, tiny_network


def test_every_kind_reports_how_many_networks_and_statistics_it_needs():
    counts = {name: (parts.network_count(5), parts.statistics_count(5)) for name, parts in MEMBER_PARTS.items()}
    assert counts == {"ensemble": (5, 0), "mcbn": (1, 5)}


def test_what_a_card_may_name_can_be_computed():
    assert list(MEMBER_KINDS) == list(MEMBER_PARTS)
    assert tuple(FUSIONS) == FUSION_NAMES


def test_an_ensembles_members_are_its_networks():
    networks = [tiny_network(1), tiny_network(2)]
    assert Ensemble().assemble(networks, Ensemble().draw(networks[0], [])) == networks


def test_a_member_gives_the_softmax_probability_of_change():
    network = tiny_network()
    images, valid = torch.rand(2, 2, 3, 64, 64) * 255, torch.ones(2, 64, 64, dtype=torch.bool)
    probability = Member(network, CPU, torch.float32)(images, valid)
    with torch.no_grad():
        logits = network(images).double()
    expected = logits[:, 1].exp() / logits.exp().sum(dim=1)
    assert probability.dtype == torch.float32
    torch.testing.assert_close(probability.double(), expected, rtol=1e-5, atol=1e-6)


def test_bfloat16_stays_close_and_leaves_the_weights_in_float32():
    network = tiny_network()
    images, valid = torch.rand(2, 2, 3, 64, 64) * 255, torch.ones(2, 64, 64, dtype=torch.bool)
    exact = Member(network, CPU, torch.float32)(images, valid)
    quick = Member(network, CPU, torch.bfloat16)(images, valid)
    assert quick.dtype == torch.float32
    assert 0 < (exact - quick).abs().max() < 0.05
    assert all(parameter.dtype == torch.float32 for parameter in network.parameters())


def test_a_network_prepared_for_bfloat16_predicts_the_same_numbers():
    images, valid = torch.rand(2, 2, 3, 64, 64) * 255, torch.ones(2, 64, 64, dtype=torch.bool)
    rounded_at_every_call = Member(tiny_network(), CPU, torch.bfloat16)(images, valid)
    network = prepared(tiny_network(), CPU, torch.bfloat16)
    assert torch.equal(Member(network, CPU, torch.bfloat16)(images, valid), rounded_at_every_call)
    assert network.encoder.conv1.weight.dtype == torch.bfloat16
    assert network.encoder.bn1.running_mean.dtype == torch.float32


def test_a_network_prepared_for_float32_keeps_its_weights():
    network = prepared(tiny_network().train(), CPU, torch.float32)
    assert not network.training
    assert all(parameter.dtype == torch.float32 for parameter in network.parameters())


@pytest.mark.parametrize("orientation", range(ORIENTATIONS))
def test_a_members_probabilities_are_in_the_orientation_of_the_tile(orientation):
    def bright_after(images, _valid):
        """Detects change where the second date is bright, and passes on the validity mask."""
        change = images[1].mean(dim=1)
        return torch.stack([torch.zeros_like(change), change], dim=1)

    images, valid = torch.rand(2, 3, 3, 64, 64), torch.ones(3, 64, 64, dtype=torch.bool)
    plain = Member(bright_after, CPU, torch.float32)(images, valid)
    assert torch.equal(Member(bright_after, CPU, torch.float32, orientation)(images, valid), plain)


def test_a_member_that_sees_rotated_tiles_predicts_differently_but_the_same_alone_as_in_a_batch():
    images, valid = torch.rand(2, 3, 3, 64, 64) * 255, torch.ones(3, 64, 64, dtype=torch.bool)
    valid[0, :20] = False
    network = tiny_network()
    turned = Member(network, CPU, torch.float32, 5)
    together = turned(images, valid)
    assert not torch.allclose(together, Member(network, CPU, torch.float32)(images, valid))
    for n in range(3):
        assert torch.equal(turned(images[:, [n]], valid[[n]])[0], together[n])
