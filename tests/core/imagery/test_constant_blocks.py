"""Collars and gaps without a nodata value are found, and what only looks like them is not."""

import numpy as np
import pytest
from osgeo import gdal

from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.constant_blocks import constant_blocks
from alcd_core.imagery.grid import Tiling
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource, default_bands


def found(before, after, **more):
    bands = default_bands(before, after)
    sources = [RasterSource(before, bands[0])], [RasterSource(after, bands[1], **more)]
    grid = common_grid(*sources)
    tiling = Tiling(grid.width, grid.height, 64, 16)
    return constant_blocks(AlignedPair(*sources, grid), [window for _, _, window in tiling.windows()])


@pytest.mark.parametrize("value", [0, 255])
def test_a_collar_is_found_with_its_value_and_share(make_raster, noise, value):
    array = noise(3, 320, 320, seed=2)
    array[:, :, :64] = value
    (one,) = found(make_raster("a.tif", noise(3, 320, 320)), make_raster("b.tif", array))
    assert (one.date, one.nodata) == (1, value)
    assert one.share == pytest.approx(64 / 320, abs=0.03)


def test_a_gap_within_a_mosaic_is_found(make_raster, noise):
    array = noise(3, 320, 320)
    array[:, 100:180, 120:200] = 0
    (one,) = found(make_raster("a.tif", array), make_raster("b.tif", noise(3, 320, 320, seed=2)))
    assert (one.date, one.nodata) == (0, 0) and one.share == pytest.approx(0.05, abs=0.03)


def test_a_hole_in_a_virtual_mosaic_which_gdal_reads_as_zeros_is_found(make_raster, noise, tmp_path):
    left = make_raster("left.tif", noise(3, 320, 120))
    right = make_raster("right.tif", noise(3, 320, 120), origin=(2640100.0, 1250000.0))
    gdal.BuildVRT(str(tmp_path / "mosaic.vrt"), [left, right]).FlushCache()
    (one,) = found(str(tmp_path / "mosaic.vrt"), make_raster("b.tif", noise(3, 320, 320, seed=2)))
    assert (one.date, one.nodata) == (0, 0) and one.share == pytest.approx(80 / 320, abs=0.04)


def test_a_raster_that_was_never_written_is_found(make_raster, noise):
    (one,) = found(make_raster("a.tif", np.zeros((3, 320, 320), np.uint8)), make_raster("b.tif", noise(3, 320, 320)))
    assert (one.date, one.nodata, one.share) == (0, 0, 1)


def test_the_lowest_number_as_undeclared_nodata_is_found(make_raster, noise):
    array = noise(1, 320, 320).astype(np.float32)
    array[:, :, :64] = np.finfo(np.float32).min
    (one,) = found(make_raster("a.tif", array), make_raster("b.tif", noise(1, 320, 320, seed=2)))
    assert (one.date, one.nodata) == (0, float(np.finfo(np.float32).min))


def test_a_value_that_differs_by_band_is_not_a_nodata_value(make_raster, noise):
    array = noise(3, 320, 320)
    array[:, :64] = np.array([12, 34, 56])[:, None, None]
    (one,) = found(make_raster("a.tif", array), make_raster("b.tif", noise(3, 320, 320, seed=2)))
    assert one.value == (12, 34, 56) and one.nodata is None


def test_the_same_constant_on_both_dates_is_not_a_gap_but_black_and_white_is(make_raster, noise):
    dark, light = noise(1, 320, 320), noise(1, 320, 320, seed=2)
    dark[:, :64] = light[:, :64] = 0
    assert found(make_raster("a.tif", dark), make_raster("b.tif", light)) == []
    light[:, :64] = 255
    assert {(one.date, one.nodata) for one in found(make_raster("a.tif", dark), make_raster("c.tif", light))} == {
        (0, 0),
        (1, 255),
    }


def test_marked_nodata_and_a_single_white_roof_are_not_reported(make_raster, noise):
    array = noise(3, 320, 320, seed=2)
    array[:, :, :64] = 0
    before = make_raster("a.tif", noise(3, 320, 320))
    assert found(before, make_raster("b.tif", array), nodata=0) == []
    roof = noise(3, 640, 640, seed=2)
    roof[:, 100:130, 100:130] = 255
    assert found(make_raster("c.tif", noise(3, 640, 640)), make_raster("d.tif", roof)) == []
