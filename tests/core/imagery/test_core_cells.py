"""Tests of the tiles' core cells."""

import numpy as np
import pytest
from hypothesis import given, settings

from alcd_core.imagery.grid import Tiling, Window
from tests.core.imagery.test_grid import tilings


@given(tilings())
@settings(max_examples=50, deadline=None)
def test_core_cells_are_disjoint_cover_the_region_and_lie_in_their_tiles(tiling):
    covered = np.zeros((tiling.height, tiling.width), np.uint8)
    for row, column, window in tiling.windows():
        cell = tiling.core_cell(row, column)
        assert window.x <= cell.x and cell.x + cell.width <= window.x + window.width
        assert window.y <= cell.y and cell.y + cell.height <= window.y + window.height
        covered[cell.y : cell.y + cell.height, cell.x : cell.x + cell.width] += 1
    assert (covered == 1).all()


@given(tilings())
@settings(max_examples=30, deadline=None)
def test_a_pixel_of_a_core_cell_is_nearer_to_no_other_tiles_centre(tiling):
    centres = np.array([(window.y, window.x) for _, _, window in tiling.windows()]) + tiling.tile_size / 2
    rows, columns = np.mgrid[: tiling.height : 7, : tiling.width : 7]
    for (row, column, _), centre in zip(tiling.windows(), centres):
        cell = tiling.core_cell(row, column)
        inside_rows = (rows >= cell.y) & (rows < cell.y + cell.height)
        inside = inside_rows & (columns >= cell.x) & (columns < cell.x + cell.width)
        pixels = np.stack([rows[inside], columns[inside]], axis=1) + 0.5
        distances = np.linalg.norm(pixels[:, None] - centres[None], axis=2)
        own = np.linalg.norm(pixels - centre, axis=1)
        assert (own <= distances.min(axis=1, initial=np.inf) + 1e-9).all()


def test_the_core_cells_of_a_small_tiling_are_these():
    tiling = Tiling(100, 64, 64, 16)  # the second column is shifted back from 48 to 36
    assert tiling.column_offsets == [0, 36]
    assert [tiling.core_cell(0, column) for column in (0, 1)] == [Window(0, 0, 50, 64), Window(50, 0, 50, 64)]


def test_neighbours_share_the_overlap_evenly():
    assert Tiling(480, 256, 256, 32).core_cell(0, 0) == Window(0, 0, 240, 256)


@pytest.mark.parametrize("row", [0, 1])
def test_a_core_cell_is_cut_from_its_tiles_array(row):
    tiling = Tiling(64, 112, 64, 16)
    region = np.arange(112 * 64).reshape(112, 64)
    window, cell = tiling.window(row, 0), tiling.core_cell(row, 0)
    tile = region[window.y : window.y + 64, window.x : window.x + 64]
    assert np.array_equal(tile[cell.within(window)], region[cell.y : cell.y + cell.height])
