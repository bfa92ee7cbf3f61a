"""Tests of the bands' mean and deviation."""

import numpy as np
import pytest

from alcd_core.errors import InputError
from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.grid import Tiling, Window
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.radiometry import band_statistics
from alcd_core.imagery.raster import RasterSource


def pair_of(*paths, bands=(1, 2)):
    sources = [[RasterSource(path, bands)] for path in paths]
    return AlignedPair(*sources, common_grid(*sources))


def test_statistics_are_those_of_the_valid_pixels(make_raster, noise):
    arrays = [noise(2, 128, 192, dtype="uint16", seed=seed) for seed in (1, 2)]
    mask = np.ones((128, 192), bool)
    mask[:40, :50] = False
    pair = pair_of(make_raster("a.tif", arrays[0], mask=mask), make_raster("b.tif", arrays[1]))
    windows = [window for _, _, window in Tiling(192, 128, 64, 0).windows()]
    mean, deviation = band_statistics(pair, windows)
    pixels = np.stack(arrays)[:, :, mask].astype(float)
    assert mean.dtype == np.float64 and mean.shape == (2, 2)
    assert np.allclose(mean, pixels.mean(axis=2)) and np.allclose(deviation, pixels.std(axis=2))


def test_a_constant_band_gets_the_deviation_one(make_raster):
    array = np.full((2, 64, 64), 7, np.uint8)
    array[1] = np.arange(64)
    pair = pair_of(make_raster("a.tif", array), make_raster("b.tif", array))
    mean, deviation = band_statistics(pair, [Window(0, 0, 64, 64)])
    assert mean[0, 0] == 7 and deviation[0, 0] == 1 and deviation[0, 1] == pytest.approx(np.arange(64).std())


def test_at_most_64_windows_are_read_from_first_to_last(make_raster, noise):
    pair = pair_of(make_raster("a.tif", noise(2, 64, 640)), make_raster("b.tif", noise(2, 64, 640)))
    read, original = [], pair.read
    pair.read = lambda window: read.append(window.x) or original(window)
    windows = [Window(x, 0, 32, 32) for x in range(0, 600, 2)]
    first = band_statistics(pair, windows)
    assert len(read) == 64 and read[0] == 0 and read[-1] == 598
    assert max(np.diff(read)) <= 12
    assert all(np.array_equal(a, b) for a, b in zip(first, band_statistics(pair, windows)))


def test_no_valid_pixel_is_an_error(make_raster, noise):
    nothing = make_raster("a.tif", noise(2, 64, 64), mask=np.zeros((64, 64), bool))
    with pytest.raises(InputError, match="No pixel"):
        band_statistics(pair_of(nothing, make_raster("b.tif", noise(2, 64, 64))), [Window(0, 0, 64, 64)])
