"""A campaign that begins with the built-in network, on the command line."""

from pathlib import Path

from rasters import make_pair

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.network.card import ModelCard
from alcd_core.network.model import load_model

TRAINING = ["--epochs", "2", "--members", "2", "--device", "cpu"]
BUILT_IN = ["--encoder-weights", "built-in"]


def alcd(*arguments) -> None:
    assert cli.main([str(argument) for argument in arguments]) == 0


def labelled(folder: Path, *first) -> Path:
    """A campaign whose first tiles are labelled."""
    pair, campaign = make_pair(folder), folder / "offline.alcd"
    alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64, "--overlap", 16)
    alcd("suggest", campaign, "--count", 6, *first)
    alcd("label", campaign, "--reference", pair.changes)
    return campaign


def cards(campaign: Path) -> list[ModelCard]:
    rounds = open_campaign(campaign).rounds()
    return [load_model(campaign / one.model).card for one in rounds if one.model]


def test_it_serves_for_the_first_tiles_and_the_first_round(tmp_path, capsys):
    campaign = labelled(tmp_path, *BUILT_IN)
    alcd("train", campaign, *TRAINING, *BUILT_IN)
    alcd("train", campaign, *TRAINING)  # in a warm start the initial weights do not matter
    assert [(card.encoder, card.encoder_depth) for card in cards(campaign)] == [("resnet18", 4)] * 2
    assert [card.encoder_weights for card in cards(campaign)] == ["built-in", "model round-001"]
    assert cli.main(["train", str(campaign), *TRAINING, *BUILT_IN, "--encoder", "resnet34"]) == 2
    assert "The built-in network is a resnet18 to depth 4" in capsys.readouterr().err


def test_chosen_later_it_does_not_replace_the_network_of_the_campaign(tmp_path):
    other = ["--encoder", "resnet18", "--encoder-depth", 3, "--encoder-weights", "none"]
    campaign = labelled(tmp_path, *other)
    alcd("train", campaign, *TRAINING, *other)
    alcd("train", campaign, *TRAINING, *BUILT_IN)
    alcd("train", campaign, *TRAINING, *BUILT_IN, "--start-from", campaign)
    assert [card.encoder_weights for card in cards(campaign)] == ["none", "model round-001", "model round-002"]
    assert [card.encoder_depth for card in cards(campaign)] == [3, 3, 3]
