"""Several rasters a date: each is warped on its own, and their bands follow one another."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal

from alcd_core.errors import InputError
from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.grid import Tiling, Window
from alcd_core.imagery.pair import MAXIMUM_ERROR, AlignedPair
from alcd_core.imagery.raster import RasterSource, further_sources
from alcd_core.imagery.validity import valid_fractions

X, Y = 2640000.0, 1250000.0
SIZE = 96
NODATA = -99.0


@pytest.fixture
def photos(make_raster, noise):
    return [RasterSource(make_raster(f"photo-{n}.tif", noise(3, SIZE, SIZE, seed=n)), (1, 2, 3)) for n in range(2)]


def covering(crs, pixel, seed):
    """Where a raster has to begin to cover the orthophotos, and heights for it with a hole that has no data."""
    corner = point_transform(spatial_reference("EPSG:2056"), spatial_reference(crs))(np.array([[X, Y]]))[0]
    count = int(SIZE * 0.5 / pixel) + int(20 / pixel)
    heights = np.random.default_rng(seed).normal(430, 12, (1, count, count)).astype(np.float32)
    heights[0, count // 3 : count // 2, count // 3 : count // 2] = NODATA
    return (corner[0] - 8, corner[1] + 8), heights


def reference_bands(paths, grid, folder):
    """The same by GDAL's own programs: each raster warped, then stacked by ``gdalbuildvrt -separate``."""
    warped = []
    for number, path in enumerate(paths):
        warped.append(str(folder / f"warped-{number}.tif"))
        gdal.Warp(
            warped[-1], path, dstSRS=grid.crs, outputBounds=grid.bounds, width=grid.width, height=grid.height,
            resampleAlg="bilinear", errorThreshold=MAXIMUM_ERROR, outputType=gdal.GDT_Float32, dstNodata=NODATA,
        )  # fmt: skip
    singles = []
    for path in warped:
        for band in range(1, gdal.Open(path).RasterCount + 1):
            singles.append(f"{path}.{band}.tif")
            gdal.Translate(singles[-1], path, bandList=[band])
    stacked = gdal.BuildVRT(str(folder / "stacked.vrt"), singles, separate=True)
    return stacked.ReadAsArray()


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    crs=st.sampled_from(["EPSG:2056", "EPSG:21781", "EPSG:32632"]),
    pixel=st.sampled_from([0.3, 0.5, 1.5]),
    seed=st.integers(0, 99),
)
def test_rasters_of_any_crs_and_gsd_are_read_as_gdal_stacks_them(photos, make_raster, tmp_path, crs, pixel, seed):
    origin, heights = covering(crs, pixel, seed)
    models = [
        make_raster(f"heights-{n}.tif", heights + n, crs=crs, origin=origin, pixel=pixel, nodata=NODATA + n)
        for n in range(2)
    ]
    dates = [[photo, model] for photo, model in zip(photos, further_sources(*models))]
    grid = common_grid(*dates)
    assert grid == common_grid([photos[0]], [photos[1]])  # the orthophotos alone determine it
    pair = AlignedPair(*dates, grid)
    images, valid = pair.read(Window(0, 0, SIZE, SIZE))
    assert (pair.bands, pair.photo_bands, images.shape) == (4, 3, (2, 4, SIZE, SIZE))
    assert 0.5 < valid.mean() < 1
    for date, sources in enumerate(dates):
        expected = reference_bands([source.path for source in sources], grid, tmp_path)
        np.testing.assert_allclose(images[date][:, valid], expected[:, valid], rtol=1e-6)
        assert not (valid & (expected[3] == NODATA)).any()
    fractions = valid_fractions(*dates, grid, None, Tiling(SIZE, SIZE, 32, 0))
    tiles = valid.reshape(3, 32, 3, 32).mean(axis=(1, 3))
    assert np.abs(fractions.data - tiles).max() < 0.05


def test_the_grid_covers_only_what_all_rasters_have_in_common(photos, make_raster, noise):
    whole = make_raster("whole.tif", noise(1, SIZE, SIZE))
    part = make_raster("part.tif", noise(1, 40, 40), origin=(X + 10, Y - 5))
    before, after = further_sources(whole, part)
    grid = common_grid([photos[0], before], [photos[1], after])
    assert (grid.left, grid.top, grid.width, grid.height) == (X + 10, Y - 5, 40, 40)
    away, _ = further_sources(make_raster("away.tif", noise(1, 40, 40), origin=(X + 900, Y)), whole)
    with pytest.raises(InputError, match=r"away\.tif covers .* the others have .* in common"):
        common_grid([photos[0], before], [photos[1], away])


def test_a_raster_given_twice_is_refused(photos, make_raster, noise):
    one, other = further_sources(make_raster("1.tif", noise(1, SIZE, SIZE)), make_raster("2.tif", noise(1, SIZE, SIZE)))
    with pytest.raises(InputError, match=r"the same file, .*1\.tif"):
        common_grid([photos[0], one], [photos[1], one])
    with pytest.raises(InputError, match=r"1\.tif is given twice for the date before"):
        common_grid([photos[0], one, one], [photos[1], other, other])


def test_both_dates_need_the_same_number_of_bands(make_raster, noise):
    paths = make_raster("1.tif", noise(1, 40, 40)), make_raster("2.tif", noise(2, 40, 40))
    with pytest.raises(InputError, match=r"different number of bands: 1 in .*1\.tif, 2 in .*2\.tif"):
        further_sources(*paths)
