"""Pictures: correct pixels and extent, readable by other software."""

from __future__ import annotations

import base64
import uuid

import numpy as np
import pytest
from osgeo import gdal
from rasters import make_pair, write_raster

from alcd_core.errors import InputError
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource
from alcd_core.report.pictures import (
    PROBABILITY_RAMP,
    Picture,
    agreement_picture,
    brightness_limits,
    coloured,
    detail_grid,
    encoded,
    map_values,
    photograph,
    photographs,
    picture_grid,
)


def decoded(picture: Picture) -> np.ndarray:
    """(C, H, W) of a data URI."""
    name = f"/vsimem/{uuid.uuid4().hex}"
    gdal.FileFromMemBuffer(name, base64.b64decode(picture.data.split(",")[1]))
    pixels = gdal.Open(name).ReadAsArray()
    gdal.Unlink(name)
    return pixels


def grid_of(path: str) -> Grid:
    dataset = gdal.Open(path)
    return Grid(dataset.GetProjection(), 2_600_000.0, 1_200_000.0, 0.5, 0.5, dataset.RasterXSize, dataset.RasterYSize)


def test_a_png_keeps_every_pixel():
    pixels = np.random.default_rng(0).integers(0, 256, (7, 5, 4), dtype=np.uint8)
    assert np.array_equal(decoded(encoded(pixels, "PNG")), np.moveaxis(pixels, -1, 0))


def test_nothing_is_left_in_gdals_memory():
    before = set(gdal.ReadDir("/vsimem/") or [])
    encoded(np.zeros((4, 4, 3), np.uint8), "JPEG")
    assert set(gdal.ReadDir("/vsimem/") or []) == before


@pytest.mark.parametrize(("width", "height"), [(3000, 1500), (500, 4001), (300, 200)])
def test_the_picture_grid_has_the_same_extent_and_at_most_the_given_number_of_pixels(width, height):
    grid = Grid("", 10.0, 20.0, 0.5, 0.5, width, height)
    small = picture_grid(grid, 1200)
    assert max(small.width, small.height) <= 1200
    assert small.bounds == pytest.approx(grid.bounds, abs=small.pixel_size)


def test_a_detail_shows_its_window():
    grid = Grid("", 10.0, 20.0, 0.5, 0.5, 1000, 1000)
    window = Window(100, 200, 128, 128)
    assert detail_grid(grid, window, 320).bounds == pytest.approx(grid.window_bounds(window))


def test_both_dates_are_stretched_to_their_limits(tmp_path):
    pair = make_pair(tmp_path)
    aligned = AlignedPair(
        [RasterSource(pair.before, (1, 2, 3))], [RasterSource(pair.after, (1, 2, 3))], grid_of(pair.before)
    )
    limits = brightness_limits(aligned, aligned.grid)
    pixels = gdal.Open(pair.after).ReadAsArray()
    assert limits[1, 0] == pytest.approx(np.percentile(pixels[0], (0.1, 99.9)))
    shown = decoded(photographs(aligned, aligned.grid, limits)[1]).astype(float)
    low, high = (limits[1, :, end, None, None] for end in (0, 1))
    expected = np.clip((pixels - low) / (high - low), 0, 1) * 255
    # JPEG keeps brightness better than colour.
    assert np.abs(shown.mean(axis=0) - expected.mean(axis=0)).mean() < 8


@pytest.mark.parametrize("bands", [1, 2, 4])
def test_other_numbers_of_bands_and_data_types_are_shown_too(bands):
    image = np.random.default_rng(0).uniform(0, 5000, (bands, 16, 16)).astype(np.float32)
    limits = np.tile([0.0, 5000.0], (bands, 1))
    assert decoded(photograph(image, np.ones((16, 16), bool), limits)).shape == (3, 16, 16)


def test_a_map_is_averaged_onto_the_grid_and_its_gaps_are_known(tmp_path):
    values = np.arange(64, dtype=np.float32).reshape(1, 8, 8) / 64
    path = write_raster(tmp_path / "map.tif", values)
    wide = Grid(gdal.Open(path).GetProjection(), 2_600_000.0, 1_200_000.0, 1.0, 1.0, 6, 4)
    shown, known = map_values(path, wide)
    assert np.allclose(shown[:, :4], values[0].reshape(4, 2, 4, 2).mean((1, 3)), atol=1e-5)
    assert known[:, :4].all()
    assert not known[:, 4:].any()
    with pytest.raises(InputError):
        map_values(str(tmp_path / "missing.tif"), wide)


def test_colours_follow_the_ramp_and_the_unknown_is_transparent():
    values = np.array([[0.0, 0.5, 1.0, 0.7]])
    known = np.array([[True, True, True, False]])
    pixels = decoded(coloured(values, known, PROBABILITY_RAMP))
    stops = dict(PROBABILITY_RAMP)
    for column, value in enumerate((0.0, 0.5, 1.0)):
        assert tuple(pixels[:, 0, column]) == stops[value]
    assert pixels[3, 0, 3] == 0


def test_unchanged_ground_is_transparent_in_the_comparison():
    pixels = decoded(agreement_picture(np.array([[0, 1, 2, 3, 4]], np.uint8)))
    assert [int(alpha) > 0 for alpha in pixels[3, 0]] == [False, True, True, True, False]
