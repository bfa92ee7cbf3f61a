"""What ``query`` reads and writes."""

import pytest
from rasters import make_pair

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.selection import random_tiles

NETWORK = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none"]


@pytest.fixture
def queried(tmp_path):
    """A campaign of 49 tiles of which 43 were scored, and 5 of these queried."""
    pair = make_pair(tmp_path)
    folder = tmp_path / "town.alcd"
    rasters = ["--before", pair.before, "--after", pair.after]
    for job in (
        ["create", folder, *rasters, "--tile-size", 64, "--overlap", 16],
        ["label", folder, "--reference", pair.changes, "--tiles", "1,9,17,25,33,41"],
        ["train", folder, *NETWORK, "--epochs", 1, "--members", 2, "--device", "cpu"],
        ["query", folder, "--count", 5, "--device", "cpu"],
    ):
        assert cli.main([str(one) for one in job]) == 0
    return folder


def test_random_tiles_are_queried_without_scoring_the_others(queried, capsys, monkeypatch):
    before = {tile.tile_id: tile for tile in open_campaign(queried).tiles()}
    pool = [number for number, tile in before.items() if tile.state in ("queried", "unlabelled")]
    assert len(pool) == 43
    assert all(before[number].score is not None for number in pool)
    predict, looked_at = Scorer.predict, []
    monkeypatch.setattr(
        Scorer, "predict", lambda self, ids, *rest, **more: looked_at.extend(ids) or predict(self, ids, *rest, **more)
    )
    assert cli.main(["query", str(queried), "--acquisition", "random", "--count", "7", "--seed", "3"]) == 0
    assert "No tiles scored; 7 to label next by random" in capsys.readouterr().out
    campaign = open_campaign(queried)
    drawn = [tile.tile_id for tile in campaign.tiles(state="queried")]
    assert drawn == looked_at == random_tiles(pool, 7, seed=3)
    for tile in campaign.tiles():
        former = before[tile.tile_id]
        assert (tile.score, tile.change_probability) == (former.score, former.change_probability)
    assert (campaign.rounds()[-1].acquisition, campaign.rounds()[-1].queried) == ("random", 7)
