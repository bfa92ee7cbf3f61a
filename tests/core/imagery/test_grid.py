"""Tests of the grid and its division into tiles."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.errors import InputError
from alcd_core.imagery.grid import Grid, Tiling, Window

SIZES = st.sampled_from([32, 64, 96, 128])


@st.composite
def tilings(draw):
    size = draw(SIZES)
    overlap = draw(st.integers(0, size - 1))
    return Tiling(draw(st.integers(size, 700)), draw(st.integers(size, 700)), size, overlap)


@given(tilings())
@settings(max_examples=100, deadline=None)
def test_tiles_are_whole_and_cover_the_grid(tiling):
    covered = {axis: np.zeros(length, bool) for axis, length in (("x", tiling.width), ("y", tiling.height))}
    for row in range(tiling.rows):
        window = tiling.window(row, 0)
        assert window.y >= 0 and window.y + window.height <= tiling.height
        covered["y"][window.y : window.y + window.height] = True
    for column in range(tiling.columns):
        window = tiling.window(0, column)
        assert (window.width, window.height) == (tiling.tile_size, tiling.tile_size)
        assert window.x >= 0 and window.x + window.width <= tiling.width
        covered["x"][window.x : window.x + window.width] = True
    assert covered["x"].all() and covered["y"].all()


@given(tilings())
@settings(max_examples=100, deadline=None)
def test_neighbours_share_the_overlap_and_the_last_at_least_that(tiling):
    offsets = tiling.column_offsets
    shared = [left + tiling.tile_size - right for left, right in zip(offsets, offsets[1:])]
    assert all(value == tiling.overlap for value in shared[:-1])
    assert all(tiling.overlap <= value < tiling.tile_size for value in shared[-1:])


@given(tilings())
@settings(max_examples=30, deadline=None)
def test_windows_come_row_by_row_and_equal_the_single_ones(tiling):
    listed = list(tiling.windows())
    assert len(listed) == tiling.rows * tiling.columns
    assert [(row, column) for row, column, _ in listed] == sorted((row, column) for row, column, _ in listed)
    assert all(window == tiling.window(row, column) for row, column, window in listed)
    assert [tiling.window(0, c).x for c in range(tiling.columns)] == tiling.column_offsets


def test_levir_rare_has_the_900_tiles_that_are_documented():
    assert Tiling(6656, 6656).rows * Tiling(6656, 6656).columns == 900


@pytest.mark.parametrize("values", [(300, 300, 100, 32), (300, 300, 0, 0), (300, 300, 128, 128), (100, 300, 128, 32)])
def test_impossible_sizes_are_refused_with_a_hint(values):
    with pytest.raises(InputError) as caught:
        Tiling(*values)
    assert caught.value.hint


def test_window_bounds_count_down_from_the_upper_left_corner():
    grid = Grid("", 100.0, 200.0, 0.5, 0.5, 40, 20)
    assert grid.bounds == (100.0, 190.0, 120.0, 200.0)
    assert grid.window_bounds(Window(2, 4, 10, 6)) == (101.0, 195.0, 106.0, 198.0)
