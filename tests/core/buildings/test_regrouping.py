"""Outlines joined on one footprint and divided among several."""

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.buildings.regrouping import regrouped
from alcd_core.imagery.finished_outlines import Outline

SIZE = 60


def outlines(*boxes, mean=0.8):
    return [Outline(shapely.box(*one), mean, 0.9) for one in boxes]


def regroup(found, footprints, tolerance=2.0, values=None):
    probability = np.full((SIZE, SIZE), 0.8) if values is None else values
    read = lambda window: probability[window.y : window.y + window.height, window.x : window.x + window.width]  # noqa: E731
    return regrouped(found, np.array(footprints, dtype=object), tolerance, read)


def test_pieces_of_one_building_are_joined_across_a_thin_gap():
    found = [Outline(shapely.box(0, 0, 9, 20), 0.6, 0.7), Outline(shapely.box(10, 0, 13, 20), 0.9, 0.95)]
    (joined,) = regroup(found, [shapely.box(0, 0, 13, 20)])
    assert joined.polygon.equals(shapely.box(0, 0, 13, 20))
    assert (joined.mean, joined.maximum) == ((0.6 * 180 + 0.9 * 60) / 240, 0.95)


def test_pieces_are_not_joined_where_the_gap_is_wide_or_off_the_footprint_or_on_another():
    pieces = outlines((0, 0, 10, 20), (15, 0, 25, 20))
    assert regroup(pieces, [shapely.box(0, 0, 25, 20)]) == pieces  # 5 px
    pieces = outlines((0, 0, 10, 20), (11, 0, 21, 20))
    assert regroup(pieces, [shapely.box(0, 0, 10, 20), shapely.box(11, 0, 21, 20)]) == pieces
    assert regroup(pieces, []) == pieces


def test_what_lies_in_the_gap_is_not_swallowed():
    pieces = outlines((0, 0, 10, 20), (12, 0, 22, 20), (10, 15, 12, 60))  # the last one is a path into the gap
    joined, path = regroup(pieces, [shapely.box(0, 0, 22, 20)])
    assert path == pieces[2]
    assert joined.polygon.area == 22 * 20 - 2 * 5 and not joined.polygon.overlaps(path.polygon)


def test_an_outline_over_two_houses_is_divided_at_the_wall_between_them():
    values = np.full((SIZE, SIZE), 0.6)
    values[:, 20:] = 0.9
    houses = [shapely.box(5, 5, 20, 20), shapely.box(20, 5, 40, 20)]
    left, right = sorted(regroup(outlines((4, 4, 41, 21)), houses, values=values), key=lambda one: one.polygon.bounds)
    assert left.polygon.equals(shapely.box(4, 4, 20, 21)) and right.polygon.equals(shapely.box(20, 4, 41, 21))
    assert np.isclose(left.mean, 0.6) and np.isclose(right.mean, 0.9)


def test_footprints_that_are_the_same_building_do_not_divide_it():
    house = shapely.box(5, 5, 20, 20)
    whole = outlines((5, 5, 20, 20))
    assert regroup(whole, [house, house]) == whole
    assert regroup(whole, [house, shapely.box(6, 6, 19, 22)]) == whole


def test_a_house_beside_an_outline_does_not_divide_it():
    whole = outlines((5, 5, 21, 20))
    assert regroup(whole, [shapely.box(5, 5, 20, 20), shapely.box(20, 5, 40, 20)]) == whole


@given(seed=st.integers(0, 10_000), tolerance=st.sampled_from([1.0, 2.0, 3.5]))
@settings(max_examples=60)
def test_no_pixel_is_lost_or_doubled_and_each_belongs_to_the_nearest_footprint(seed, tolerance):
    random = np.random.default_rng(seed)
    corners = random.integers(0, 40, (4, 2))
    sizes = random.integers(4, 18, (4, 2))
    shape = shapely.union_all([shapely.box(*corner, *(corner + size)) for corner, size in zip(corners, sizes)])
    found = [Outline(part, 0.8, 0.9) for part in shapely.get_parts(shape)]
    rows = np.sort(random.choice(np.arange(0, SIZE, 9), 3, replace=False))
    houses = [shapely.box(5, row, 50, row + 8) for row in rows]  # apart
    result = regroup(found, houses, tolerance)
    together = shapely.union_all([one.polygon for one in result])
    assert sum(one.polygon.area for one in result) == together.area
    filled = shapely.difference(together, shape)
    assert shapely.difference(shape, together).area == 0
    assert shapely.difference(filled, shapely.buffer(shapely.union_all(houses), 0.5)).area == 0
    if filled.area == 0 and len(result) == len(found):
        assert sorted(one.polygon.wkt for one in result) == sorted(one.polygon.wkt for one in found)
    for one in result:
        own = [house for house in houses if wide(shapely.intersection(one.polygon, house), tolerance)]
        assert len(own) <= 1 or one in found or crumbs_only(one.polygon, own, tolerance)


def wide(geometry, tolerance):
    return shapely.buffer(geometry, -tolerance / 2).area > 0


def crumbs_only(polygon, houses, tolerance):
    """Whether all but one of the houses have only pieces under the polygon that are too narrow to stand alone."""
    tree = shapely.STRtree(houses)
    left, top, right, bottom = (int(side) for side in polygon.bounds)
    pieces = {}
    for y in range(top, bottom):
        for x in range(left, right):
            centre = shapely.Point(x + 0.5, y + 0.5)
            if polygon.contains(centre):
                pieces.setdefault(int(tree.nearest(centre)), []).append(shapely.box(x, y, x + 1, y + 1))
    whole = [shapely.union_all(own) for own in pieces.values()]
    return sum(any(wide(part, tolerance) for part in shapely.get_parts(one)) for one in whole) <= 1
