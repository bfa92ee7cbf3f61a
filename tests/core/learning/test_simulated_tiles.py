from collections import Counter

import pytest

from alcd_core.errors import InputError
from alcd_core.learning.labelled_tiles import LabelledTiles, labelled_tiles
from alcd_core.learning.simulated_tiles import balanced_start, reserved_tiles, supervised_tiles
from tests.core.network.tiny import made_up_tiles

POOL = labelled_tiles(made_up_tiles(20), {})


def test_successive_seeds_reserve_every_tile_once():
    classes = dict(enumerate(["changed"] * 19 + ["ambiguous"] * 7 + ["unchanged"] * 297))
    pool = LabelledTiles(POOL.source, classes, {})
    parts = [reserved_tiles(pool, 5, seed) for seed in range(10)]
    assert Counter(tile for part in parts[:5] for tile in part) == dict.fromkeys(range(323), 1)
    assert parts[:5] == parts[5:]


def test_every_part_has_equally_many_tiles_of_each_class():
    classes = dict(enumerate(["changed", "unchanged", "unchanged", "ambiguous", "unchanged"] * 20))
    pool = LabelledTiles(POOL.source, classes, {})
    for seed in range(4):
        counts = Counter(classes[tile] for tile in reserved_tiles(pool, 4, seed))
        assert counts == {"changed": 5, "ambiguous": 5, "unchanged": 15}


def test_nothing_is_reserved_if_nothing_is_to_be():
    assert reserved_tiles(POOL, 0, 3) == []


def test_a_balanced_start_has_equally_many_changed_and_unchanged_tiles_of_those_that_can_be_queried():
    among = set(range(10))
    start = balanced_start(POOL, among, 4, seed=1)
    classes = [POOL.classes[tile] for tile in start]
    assert classes == ["changed"] * 4 + ["unchanged"] * 4
    assert len(set(start)) == 8
    assert set(start) < among
    assert start == balanced_start(POOL, among, 4, seed=1) != balanced_start(POOL, among, 4, seed=2)


def test_a_start_with_more_changed_tiles_than_can_be_queried_is_refused():
    with pytest.raises(InputError, match="5 changed tiles to query, but the start needs 6"):
        balanced_start(POOL, set(range(10)), 6, seed=1)


def test_a_supervised_network_learns_from_all_changed_tiles_and_as_many_unchanged_ones_or_from_all():
    among = set(range(4, 20)) - {6, 8}
    tiles = supervised_tiles(POOL, among, "supervised", seed=1)
    assert sorted(tile for tile in tiles if tile % 2 == 0) == [4, 10, 12, 14, 16, 18]
    assert sum(tile % 2 for tile in tiles) == 6
    assert tiles == supervised_tiles(POOL, among, "supervised-equal", seed=1)
    assert supervised_tiles(POOL, among, "all-equal", seed=1) == sorted(among)
