"""Tests of tiles cut from the pair, and their labels."""

import numpy as np
import pytest
import shapely

from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.grid import Tiling
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.learning.tiles import CHANGE, IGNORE, UNCHANGED

X, Y = 2640000.0, 1250000.0


@pytest.fixture
def pair(make_raster, noise):
    mask = np.ones((200, 300), bool)
    mask[:, :9] = False
    paths = [make_raster("a.tif", noise(3, 200, 300), mask=mask), make_raster("b.tif", noise(3, 200, 300, seed=1))]
    sources = [[RasterSource(path, (1, 2, 3))] for path in paths]
    return AlignedPair(*sources, common_grid(*sources))


@pytest.fixture
def windows():
    return {10 + n: window for n, (_, _, window) in enumerate(Tiling(300, 200, 64, 16).windows())}


def slow_labels(annotations, valid):
    """Pixel by pixel: ignore over change over unchanged, by the pixel's centre."""
    rows, columns = np.mgrid[:200, :300] + 0.5
    points = shapely.points(X + columns * 0.5, Y - rows * 0.5)
    labels = np.full((200, 300), UNCHANGED, np.uint8)
    for value, name in ((CHANGE, "change"), (IGNORE, "ignore")):
        for polygon, kind in annotations:
            if kind == name:
                labels[shapely.contains(polygon, points)] = value
    return np.where(valid, labels, IGNORE)


def test_a_batch_contains_the_given_tiles_in_order(pair, windows):
    tiles = RasterTiles(pair, windows)
    batch = tiles.read([14, 10, 12])
    assert batch.images.shape == (2, 3, 3, 64, 64) and batch.images.dtype == np.uint8
    assert batch.tile_ids == [14, 10, 12] and tiles.bands == 3 and list(tiles.tile_ids) == list(windows)
    for place, tile_id in enumerate(batch.tile_ids):
        images, valid = pair.read(windows[tile_id])
        assert np.array_equal(batch.images[:, place], images) and np.array_equal(batch.valid[place], valid)


def test_without_annotations_nothing_is_known(pair, windows):
    assert (RasterTiles(pair, windows).read([10]).labels == IGNORE).all()


def test_labels_equal_those_of_a_pixel_by_pixel_check(pair, windows):
    random = np.random.default_rng(5)
    annotations = []
    for number in range(60):
        centre = shapely.Point(X + random.uniform(-5, 155), Y - random.uniform(-5, 105))
        shape = shapely.affinity.scale(centre.buffer(random.uniform(1, 12)), 1, random.uniform(0.2, 1))
        annotations.append(
            (shapely.affinity.rotate(shape, random.uniform(0, 90)), "ignore" if number % 4 == 0 else "change")
        )
    annotations.append((shapely.Point(X + 75, Y - 50).buffer(40, quad_segs=600), "change"))
    valid = np.ones((200, 300), bool)
    valid[:, :9] = False
    expected = slow_labels(annotations, valid)
    assert {CHANGE, UNCHANGED, IGNORE} == set(np.unique(expected))
    batch = RasterTiles(pair, windows, annotations).read(list(windows))
    for labels, window in zip(batch.labels, windows.values()):
        assert labels.dtype == np.uint8
        assert np.array_equal(labels, expected[window.y : window.y + 64, window.x : window.x + 64])


def test_ignore_wins_over_change_in_any_order(pair, windows):
    square = shapely.box(X + 20, Y - 20, X + 30, Y - 10)
    for order in (("change", "ignore"), ("ignore", "change")):
        labels = RasterTiles(pair, windows, [(square, name) for name in order]).read([10]).labels[0]
        assert (labels[20:40, 40:60] == IGNORE).all() and CHANGE not in labels
