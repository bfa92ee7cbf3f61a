"""Which tiles are scored where scoring all would take too long."""

from collections import Counter

import pytest

from alcd_core.learning.partial_scoring import ScoreHistory, tiles_to_score
from alcd_core.learning.scoring import TileScore

POOL = range(100, 200)


def test_half_scored_highest_before_and_the_others_are_drawn():
    highest = [190, 120, 155, 101, 102]
    tiles = tiles_to_score(POOL, 8, highest, [], 0, 1)
    assert tiles == sorted(set(tiles))
    assert len(tiles) == 8
    assert {190, 120, 155, 101} <= set(tiles) <= set(POOL)


def test_tiles_without_a_score_are_drawn_first():
    unscored = [111, 122, 133]
    assert set(tiles_to_score(POOL, 10, [150, 151, 152, 153, 154], unscored, 0, 1)) >= set(unscored)
    many = list(range(150, 200))
    drawn = set(tiles_to_score(POOL, 10, [100, 101, 102, 103, 104], many, 0, 1)) - set(range(100, 105))
    assert len(drawn) == 5
    assert drawn <= set(many)


def test_nothing_scored_yet_means_a_random_part():
    drawn = Counter(tile for seed in range(400) for tile in tiles_to_score(POOL, 25, [], POOL, seed, 0))
    assert sum(drawn.values()) == 400 * 25
    assert 60 < min(drawn.values()) < max(drawn.values()) < 140  # 100 expected


@pytest.mark.parametrize("count", [100, 101])
def test_a_small_pool_is_scored_whole(count):
    assert tiles_to_score([7, 3, 5], count, [5], [3], 0, 1) == [3, 5, 7]


def test_the_seed_and_the_round_decide_the_draw():
    first = tiles_to_score(POOL, 10, [], POOL, 3, 1)
    assert tiles_to_score(list(POOL)[::-1], 10, [], set(POOL), 3, 1) == first
    assert tiles_to_score(POOL, 10, [], POOL, 4, 1) != first
    assert tiles_to_score(POOL, 10, [], POOL, 3, 2) != first


def test_only_the_last_scores_count_but_all_scored_tiles_are_known():
    history = ScoreHistory()
    history.add([TileScore(tile, 9.0, 0.5) for tile in range(100, 150)])
    history.add([TileScore(tile, tile / 100, 0.5) for tile in range(150, 190)])
    pool = [tile for tile in POOL if tile != 189]  # it was labelled meanwhile
    assert history.tiles_to_score(pool, 20, 0, 1) == list(range(179, 189)) + list(range(190, 200))
