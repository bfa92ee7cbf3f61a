"""Groups of pixels outlined strip by strip are those of the whole map."""

import numpy as np
import pytest
import shapely
from osgeo import gdal

from alcd_core.imagery.grid import Grid
from alcd_core.imagery.outline_strips import OutlineStrips, on_grid
from alcd_core.imagery.pixel_polygons import outlines


def whole(changed):
    """Outlines of all at once, in pixels."""
    raster = gdal.GetDriverByName("MEM").Create("", changed.shape[1], changed.shape[0], 1, gdal.GDT_Byte)
    raster.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    raster.WriteArray(changed.astype(np.uint8))
    return outlines(raster)


def in_strips(changed, probability, height):
    strips, groups = OutlineStrips(changed.shape[1]), []
    for row in range(0, len(changed), height):
        part = slice(row, row + height)
        groups += strips.add(changed[part], probability[part], is_last=row + height >= len(changed))
    assert strips.open == {}
    return groups


def corners(polygons):
    """What tells two lists of polygons apart, whatever their order and their rings' beginnings."""
    return sorted(shapely.to_wkb(shapely.normalize(np.array(polygons, dtype=object))).tolist())


@pytest.mark.parametrize("height", [1, 2, 7, 40])
@pytest.mark.parametrize("share", [0.3, 0.55, 0.7])
def test_strips_of_any_height_give_exactly_the_same_outlines(height, share):
    changed = np.random.default_rng(3).random((40, 60)) < share
    groups = in_strips(changed, np.ones(changed.shape), height)
    assert corners([group.outline() for group in groups]) == corners(whole(changed))
    assert sum(group.count for group in groups) == changed.sum()


def test_holes_islands_and_arms_that_meet_at_the_end_are_one_group():
    changed = np.array([list(row) for row in ("1110111", "1010101", "1110101", "0000101", "1111101", "0000001")]) == "1"
    probability = np.arange(changed.size, dtype=float).reshape(changed.shape)
    groups = in_strips(changed, probability, 1)
    assert corners([group.outline() for group in groups]) == corners(whole(changed))
    ring, snake = sorted(groups, key=lambda group: group.count)
    assert len(ring.outline().interiors) == 1
    inside = changed.copy()
    inside[:3, :3] = False
    assert (snake.total, snake.count, snake.maximum) == (
        probability[inside].sum(),
        inside.sum(),
        probability[inside].max(),
    )


def test_a_group_is_returned_with_the_strip_below_its_last_row():
    changed = np.zeros((40, 10), bool)
    changed[2:5, 2:5] = changed[8:10, 1:3] = changed[12:30, 8] = True
    strips, counts = OutlineStrips(10), []
    for row in range(0, 40, 10):
        out = strips.add(changed[row : row + 10], np.ones((10, 10)), is_last=row == 30)
        counts.append(([group.count for group in out], len(strips.open)))
    assert counts == [([9], 1), ([4], 1), ([], 1), ([18], 0)]


def test_pixels_lie_on_the_grid_where_gdal_puts_them():
    grid = Grid("", 2640000.13, 1250000.7, 0.3, 0.3, 10, 10)
    (moved,) = on_grid([shapely.box(1, 2, 7, 9)], grid)
    left, right = 2640000.13 + 1 * 0.3, 2640000.13 + 7 * 0.3
    assert moved.bounds == (left, 1250000.7 + 9 * -0.3, right, 1250000.7 + 2 * -0.3)
