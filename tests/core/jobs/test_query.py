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


def test_only_some_tiles_are_scored_and_the_others_keep_their_scores(queried, capsys):
    before = {tile.tile_id: tile for tile in open_campaign(queried).tiles()}
    ranked = sorted((tile for tile in before.values() if tile.state != "labelled"), key=lambda tile: -tile.score)
    for job in (["train", queried, *NETWORK, "--epochs", 1, "--device", "cpu"], ["query", queried, "--score", 12]):
        assert cli.main([str(one) for one in [*job, *(["--count", 4, "--device", "cpu"] * (job[0] == "query"))]]) == 0
    assert "12 tiles scored; 4 to label next" in (out := capsys.readouterr().out)
    assert "The other 31 tiles keep the scores of earlier queries" in out
    after = {tile.tile_id: tile for tile in open_campaign(queried).tiles()}
    scored = {number for number, tile in after.items() if tile.round_scored == 2}
    assert len(scored) == 12
    assert {tile.tile_id for tile in ranked[:6]} <= scored
    assert all(after[number].score == tile.score for number, tile in before.items() if number not in scored)
    best = sorted(scored, key=lambda number: (-after[number].score, number))[:4]
    assert [tile.tile_id for tile in open_campaign(queried).tiles(state="queried")] == best
    assert cli.main(["info", str(queried)]) == 0
    assert "12 of 43 tiles by the model of round 2" in capsys.readouterr().out


def test_fewer_tiles_than_are_wanted_are_not_scored(queried, capsys):
    assert cli.main(["query", str(queried), "--score", "4", "--count", "5"]) == 2
    assert "Of 4 scored tiles, 5 cannot be queried." in capsys.readouterr().err
