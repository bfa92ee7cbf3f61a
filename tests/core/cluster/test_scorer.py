"""Scoring on a cluster gives what scoring alone gives, whatever happens to the workers."""

import numpy as np
import pytest
import torch

from alcd_core.cluster import duties
from alcd_core.cluster import scorer as module
from alcd_core.cluster.scorer import ClusterScorer, neighbourhoods
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.selection import select_tiles
from tests.core.cluster.crews import crew_of, threads_as_workers
from tests.core.network.tiny import CPU


@pytest.fixture(scope="module")
def cluster():
    with threads_as_workers(2) as cluster:
        yield cluster


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(module, "BLOCK_SIDE", 2)
    monkeypatch.setattr(module, "RUN_LENGTH", 3)


@pytest.fixture
def alone(model, tiles):
    return Scorer(model, tiles, CPU, torch.float32)


def test_scores_and_selected_tiles_are_those_of_one_machine(cluster, model, tiles, alone):
    ids = sorted(tiles.windows)
    with crew_of(cluster, model, tiles) as crew:
        together = ClusterScorer(crew, model, tiles)
        assert select_tiles(together, ids, "variance", 3) == select_tiles(alone, ids, "variance", 3)
        assert together.score(ids[::-1], "entropy", first_members=1) == alone.score(
            ids[::-1], "entropy", first_members=1
        )


def test_predictions_come_in_order_with_the_same_bits(cluster, model, tiles, alone):
    ids = sorted(tiles.windows)[:20]
    with crew_of(cluster, model, tiles) as crew:
        predicted = list(ClusterScorer(crew, model, tiles).predict(ids))
    for one, other in zip(predicted, alone.predict(ids), strict=True):
        assert one.tile_id == other.tile_id
        assert all(np.array_equal(a, b) for a, b in zip(one[1:], other[1:]))


def test_a_worker_keeps_the_model_for_the_next_job_with_the_same_content(cluster, model, tiles, monkeypatch):
    loaded = []
    original = duties._prepare
    monkeypatch.setattr(duties, "_prepared", [])
    monkeypatch.setattr(duties, "_prepare", lambda work: loaded.append(work.key) or original(work))
    for _ in range(2):
        with crew_of(cluster, model, tiles) as crew:
            ClusterScorer(crew, model, tiles).score([1, 2, 3], "entropy", first_members=1)
    assert len(loaded) == 1  # both workers are in this process


def test_a_neighbourhood_is_a_square_of_tiles(tiles):
    parts = neighbourhoods(tiles.windows, list(tiles.windows))
    assert sorted(number for part in parts for number in part) == sorted(tiles.windows)
    for part in parts:
        xs, ys = ([getattr(tiles.windows[number], axis) for number in part] for axis in "xy")
        assert max(xs) - min(xs) < 2 * 64 and max(ys) - min(ys) < 2 * 64
