import numpy as np
import pytest
import torch

from alcd_core.errors import Cancelled
from alcd_core.jobs.query import ACQUISITIONS
from alcd_core.learning.scoring import TileScore, score_tiles
from alcd_core.learning.selection import QUERY_STRATEGIES, diverse, select_tiles, top
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU, made_up_tiles, tiny_model


def scored(values):
    return [TileScore(10 + number, value, 0.0) for number, value in enumerate(values)]


def no_description(_ids):
    raise AssertionError("nobody needs to look at the tiles")


def test_the_job_offers_exactly_the_strategies_that_there_are():
    assert sorted(ACQUISITIONS) == sorted(QUERY_STRATEGIES)


def test_top_takes_the_highest_scores():
    assert top(scored([0.1, 0.5, 0.3, 0.4]), 2, no_description) == [11, 13]


def test_diverse_skips_near_duplicates_among_the_top():
    places = {10: [0, 0], 11: [0, 0.01], 12: [5, 0], 13: [5, 0.01], 14: [0, 5], 15: [9, 9]}
    tiles = [TileScore(tile, 1 - tile / 100, 0.0) for tile in places]
    chosen = diverse(tiles, 2, lambda ids: np.array([places[tile] for tile in ids], float))
    assert chosen == [10, 15]
    lowest = [*tiles, TileScore(99, 0.0, 0.0)]
    places[99] = [100, 100]
    assert 99 not in diverse(lowest, 2, lambda ids: np.array([places[tile] for tile in ids], float))


@pytest.mark.parametrize("name", QUERY_STRATEGIES)
def test_every_strategy_scores_all_tiles_and_chooses_among_them(name, tmp_path):
    source = made_up_tiles(12)
    model = tiny_model(tmp_path / "round-001")
    scores, chosen = select_tiles(
        model, source, range(12), QUERY_STRATEGIES[name], 5, seed=1, device=CPU, dtype=torch.float32
    )
    assert [score.tile_id for score in scores] == list(range(12))
    assert len(set(chosen)) == 5
    assert set(chosen) <= set(range(12))
    if name == "variance":
        assert scores == score_tiles(model, source, range(12), "variance", device=CPU, dtype=torch.float32)


def test_describing_the_tiles_can_be_cancelled(tmp_path):
    asked = []

    def cancelled():
        asked.append(True)
        return len(asked) > 4  # so often while scoring

    model = tiny_model(tmp_path / "round-001")
    with pytest.raises(Cancelled):
        select_tiles(
            model,
            made_up_tiles(40),
            range(12),
            QUERY_STRATEGIES["variance-diverse"],
            3,
            device=CPU,
            dtype=torch.float32,
            reporter=Reporter(cancelled=cancelled),
        )
