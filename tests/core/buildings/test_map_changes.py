"""What two states of a building map differ in, against counting pixels."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.buildings.kinds import ALTERED, BUILT, TORN_DOWN
from alcd_core.buildings.map_changes import map_changes
from alcd_core.progress import Reporter

SIZE = 16


def changes(before, after, tolerance=1.5):
    sides = (np.array([shapely.box(*one) for one in boxes], object) for boxes in (before, after))
    return map_changes(*sides, tolerance, Reporter())


def kinds(before, after):
    """(kind, area) of every difference."""
    return sorted((kind, round(polygon.area, 3)) for polygon, kind in changes(before, after).polygons)


def mask(box) -> np.ndarray:
    left, bottom, right, top = box
    inside = np.zeros((SIZE, SIZE), bool)
    inside[bottom:top, left:right] = True
    return inside


def without_narrow_strips(inside) -> np.ndarray:
    """The pixels that lie in a block of two by two."""
    kept = np.zeros_like(inside)
    for y in range(SIZE - 1):
        for x in range(SIZE - 1):
            if inside[y : y + 2, x : x + 2].all():
                kept[y : y + 2, x : x + 2] = True
    return kept


def slowly(ones, others, keep) -> np.ndarray:
    covered = np.any([mask(one) for one in others] or [np.zeros((SIZE, SIZE), bool)], axis=0)
    parts = [keep(mask(one) & ~covered) for one in ones]
    return np.any(parts or [np.zeros((SIZE, SIZE), bool)], axis=0)


boxes = st.lists(
    st.builds(
        lambda x, y, width, height: (x, y, x + width, y + height),
        *(st.integers(0, 9), st.integers(0, 9), st.integers(1, 6), st.integers(1, 6)),
    ),
    max_size=6,
)


@pytest.mark.parametrize(("tolerance", "keep"), [(0.0, lambda inside: inside), (1.5, without_narrow_strips)])
@given(before=boxes, after=boxes)
def test_the_differences_are_those_of_the_pixels_without_narrow_strips(tolerance, keep, before, after):
    found = [polygon for polygon, _ in changes(before, after, tolerance).polygons]
    expected = slowly(before, after, keep) | slowly(after, before, keep)
    centres = np.arange(SIZE) + 0.5
    x, y = np.meshgrid(centres, centres)
    assert np.array_equal(shapely.contains_xy(shapely.union_all(found), x, y), expected)
    assert sum(one.area for one in found) == pytest.approx(expected.sum())  # so they do not overlap either


HOUSE, YARD = (0, 0, 10, 8), (30, 0, 40, 8)


def test_the_same_map_twice_has_no_changes():
    assert changes([HOUSE, YARD], [HOUSE, YARD]).polygons == []


def test_a_shifted_footprint_gives_slivers_only():
    found = changes([HOUSE], [(1, 1, 11, 9)])
    assert (found.polygons, found.slivers) == ([], 2)
    assert len(changes([HOUSE], [(3, 3, 13, 11)]).polygons) == 2


def test_the_kind_follows_from_the_direction():
    assert kinds([HOUSE], [HOUSE, YARD]) == [(BUILT, 80)]
    assert kinds([HOUSE, YARD], [HOUSE]) == [(TORN_DOWN, 80)]


def test_an_extension_and_a_removed_wing_are_altered():
    assert kinds([HOUSE], [(0, 0, 14, 8)]) == [(ALTERED, 32)]
    assert kinds([HOUSE], [(*HOUSE[:2], 6, 8)]) == [(ALTERED, 32)]


def test_a_new_house_beside_an_old_one_is_built():
    assert kinds([HOUSE], [HOUSE, (10, 0, 20, 8)]) == [(BUILT, 80)]


def test_a_building_on_the_ground_of_one_that_is_gone_is_built():
    assert kinds([HOUSE], [(7, 0, 19, 8)]) == [(BUILT, 72), (TORN_DOWN, 56)]


def test_a_building_in_two_footprints_is_still_the_same_ground():
    assert changes([HOUSE], [(0, 0, 5, 8), (5, 0, 10, 8)]).polygons == []


def test_duplicate_footprints_change_once():
    assert kinds([HOUSE, HOUSE], []) == [(TORN_DOWN, 80)]


def test_two_empty_maps_do_not_differ():
    assert changes([], []).polygons == []
