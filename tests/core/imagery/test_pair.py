"""Tests of both dates on the common grid."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal

from alcd_core.errors import InputError
from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource, default_bands, raster_crs

X, Y = 2640000.0, 1250000.0


def aligned(before, after, bands=None, **options):
    chosen = default_bands(before, after, bands)
    sources = [RasterSource(before, chosen[0])], [RasterSource(after, chosen[1])]
    grid = common_grid(*sources, **options)
    return AlignedPair(*sources, grid), Window(0, 0, grid.width, grid.height)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("origin", [(X, Y), (X + 0.137, Y - 0.291)])
def test_aligned_rasters_pass_through_unchanged(make_raster, noise, dtype, origin):
    arrays = [noise(3, 200, 300, dtype=dtype, seed=seed) for seed in (1, 2)]
    paths = [make_raster(f"{n}.tif", array, origin=origin) for n, array in enumerate(arrays)]
    pair, whole = aligned(*paths)
    images, valid = pair.read(whole)
    assert images.dtype == np.dtype(dtype) and images.shape == (2, 3, 200, 300)
    assert np.array_equal(images, np.stack(arrays)) and valid.all()
    part, _ = pair.read(Window(37, 51, 64, 96))
    assert np.array_equal(part, np.stack(arrays)[:, :, 51:147, 37:101])


@pytest.mark.parametrize("bands", [1, 3, 4])
@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("kind", ["nodata", "mask", "alpha"])
def test_a_hole_is_found_exactly(make_raster, noise, bands, dtype, kind):
    array, hole = noise(bands, 100, 120, dtype=dtype), np.zeros((100, 120), bool)
    hole[20:50, 30:77] = True
    if kind == "nodata":
        array[:, hole] = 0
        before = make_raster("a.tif", array, nodata=0)
    elif kind == "mask":
        before = make_raster("a.tif", array, mask=~hole)
    else:
        opaque = {"uint8": 255, "uint16": 65535, "float32": 255}[dtype]
        before = make_raster(
            "a.tif", np.concatenate([array, np.where(hole, 0, opaque)[None].astype(dtype)]), alpha=True
        )
    pair, whole = aligned(before, make_raster("b.tif", noise(bands, 100, 120, dtype=dtype, seed=3)))
    images, valid = pair.read(whole)
    assert np.array_equal(valid, ~hole)
    assert (images[:, :, hole] == 0).all() and np.array_equal(images[0][:, ~hole], array[:, ~hole])


def test_a_pixel_is_nodata_only_where_all_bands_are(make_raster, noise):
    array = noise(3, 50, 50)
    array[:, 10, 10] = 0
    array[0, 20, 20] = 0
    pair, whole = aligned(make_raster("a.tif", array, nodata=0), make_raster("b.tif", noise(3, 50, 50)))
    _, valid = pair.read(whole)
    assert not valid[10, 10] and valid[20, 20] and valid.sum() == 2499


def test_a_hole_in_either_date_is_a_hole(make_raster, noise):
    masks = np.ones((2, 60, 60), bool)
    masks[0, :10], masks[1, :, :7] = False, False
    paths = [make_raster(f"{n}.tif", noise(3, 60, 60), mask=mask) for n, mask in enumerate(masks)]
    pair, whole = aligned(*paths)
    assert np.array_equal(pair.read(whole)[1], masks.all(axis=0))


def test_a_chosen_alpha_band_is_data(make_raster, noise):
    array = noise(4, 40, 40)
    array[3, :20] = 0
    path = make_raster("a.tif", array, alpha=True)
    pair, whole = aligned(path, make_raster("b.tif", noise(4, 40, 40, seed=2)), bands=(1, 2, 3, 4))
    images, valid = pair.read(whole)
    assert valid.all() and np.array_equal(images[0], array)


def test_nan_is_nodata(make_raster, noise):
    array = noise(1, 40, 40, dtype="float32")
    array[0, 5, 6] = np.nan
    pair, whole = aligned(make_raster("a.tif", array), make_raster("b.tif", noise(1, 40, 40, dtype="float32")))
    images, valid = pair.read(whole)
    assert not valid[5, 6] and np.isfinite(images).all()


@pytest.mark.parametrize(
    ("types", "common"),
    [(("uint8", "uint16"), "uint16"), (("uint8", "float32"), "float32"), (("uint16", "float32"), "float32")],
)
def test_data_types_are_promoted_without_loss(make_raster, noise, types, common):
    arrays = [noise(1, 40, 40, dtype=dtype) for dtype in types]
    pair, whole = aligned(*(make_raster(f"{n}.tif", array) for n, array in enumerate(arrays)))
    images, _ = pair.read(whole)
    assert images.dtype.name == common and np.array_equal(images[:, 0], np.stack([a[0] for a in arrays]).astype(common))


def test_negative_numbers_survive(make_raster):
    array = np.arange(-800, 800, dtype=np.int16).reshape(1, 40, 40)
    pair, whole = aligned(make_raster("a.tif", array), make_raster("b.tif", array + 1))
    images, valid = pair.read(whole)
    assert images.dtype == np.float32 and np.array_equal(images[0, 0], array[0]) and valid.all()


def test_chosen_bands_are_read_in_the_given_order(make_raster, noise):
    array = noise(4, 40, 40)
    pair, whole = aligned(make_raster("a.tif", array), make_raster("b.tif", array[::-1].copy()), bands=(3, 1))
    images, _ = pair.read(whole)
    assert np.array_equal(images[0], array[[2, 0]]) and np.array_equal(images[1], array[[1, 3]])


def test_outside_the_aoi_nothing_is_valid(make_raster, noise):
    paths = [make_raster(f"{n}.tif", noise(1, 100, 100)) for n in range(2)]
    pair, whole = aligned(*paths)
    aoi = shapely.MultiPolygon(
        [shapely.box(X + 10, Y - 20, X + 30, Y - 5), shapely.box(X + 40, Y - 45, X + 41, Y - 44)]
    )
    limited = AlignedPair(pair.before, pair.after, pair.grid, shapely.to_wkb(aoi))
    expected = np.zeros((100, 100), bool)
    expected[10:40, 20:60] = True
    expected[88:90, 80:82] = True
    assert np.array_equal(limited.read(whole)[1], expected)


@pytest.mark.parametrize("wrapped", ["vrt", "zip"])
def test_virtual_and_zipped_rasters_are_read(make_raster, noise, tmp_path, wrapped):
    array = noise(3, 60, 60)
    plain = make_raster("a.tif", array, options=("TILED=YES", "COMPRESS=LZW"))
    if wrapped == "vrt":
        path = str(tmp_path / "a.vrt")
        gdal.BuildVRT(path, [plain]).FlushCache()
    else:
        import zipfile

        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.write(plain, "inside/a.tif")
        path = f"/vsizip/{tmp_path}/a.zip/inside/a.tif"
    pair, whole = (
        aligned(path, plain, bands=(1, 2, 3)) if wrapped == "zip" else aligned(path, make_raster("b.tif", array))
    )
    assert np.array_equal(pair.read(whole)[0][0], array)


def test_a_mosaic_of_masked_rasters_is_read(make_raster, noise, tmp_path):
    images, mask = noise(3, 64, 200), np.ones((64, 200), bool)
    mask[10:30, 90:140] = False
    parts = []
    for number, columns in enumerate((slice(0, 100), slice(100, 200))):
        name, origin = f"part {number} & more.tif", (X + number * 50, Y)
        parts.append(make_raster(name, images[:, :, columns], origin=origin, mask=mask[:, columns]))
    mosaic = str(tmp_path / "mosaic.vrt")
    gdal.BuildVRT(mosaic, parts)
    assert 'relativeToVRT="1"' in Path(mosaic).read_text()
    pair, _ = aligned(mosaic, make_raster("after.tif", noise(3, 64, 200)))
    read, valid = pair.read(Window(0, 0, 200, 64))
    assert np.array_equal(valid, mask)
    assert np.array_equal(read[0], np.where(mask, images, 0))


@pytest.mark.parametrize("kind", ["raster", "masked raster", "mosaic of masked rasters"])
def test_paths_are_relative_to_the_working_directory(make_raster, noise, tmp_path, monkeypatch, kind):
    images, mask = noise(3, 64, 100), np.ones((64, 100), bool)
    if kind != "raster":
        mask[10:30, 20:60] = False
    make_raster("before.tif", images, mask=None if kind == "raster" else mask)
    make_raster("after.tif", images)
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "deeper")
    before = "../../before.tif"
    if kind == "mosaic of masked rasters":
        gdal.BuildVRT("../mosaic.vrt", [before]).FlushCache()
        before = "../mosaic.vrt"
    pair, whole = aligned(before, "../../after.tif")
    read, valid = pair.read(whole)
    assert np.array_equal(valid, mask)
    assert np.array_equal(read[0], np.where(mask, images, 0))


def test_overviews_are_not_read_at_the_rasters_own_resolution(make_raster, noise):
    array = noise(1, 256, 256)
    path = make_raster("a.tif", array, options=("TILED=YES",))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("NEAREST", [2, 4])
    dataset.GetRasterBand(1).GetOverview(0).WriteArray(np.zeros((128, 128), np.uint8))
    del dataset
    other = make_raster("b.tif", array)
    pair, whole = aligned(path, other)
    assert np.array_equal(pair.read(whole)[0][0], array)
    utm, whole = aligned(path, other, crs="EPSG:32632", gsd=0.5)
    images, valid = utm.read(whole)
    assert (images[0, 0][valid] > 0).mean() > 0.99


def test_equal_windows_read_equal_pixels_whatever_was_read_before(make_raster, noise):
    paths = [make_raster(f"{n}.tif", noise(1, 700, 900), pixel=0.45) for n in range(2)]
    pair, whole = aligned(*paths, crs="EPSG:32632", gsd=0.61)
    images, valid = pair.read(whole)
    fresh, _ = aligned(*paths, crs="EPSG:32632", gsd=0.61)
    for window in (Window(500, 300, 96, 64), Window(3, 11, 64, 64)):
        part, part_valid = fresh.read(window)
        inside = np.s_[window.y : window.y + window.height, window.x : window.x + window.width]
        assert np.array_equal(part, images[(..., *inside)]) and np.array_equal(part_valid, valid[inside])


def test_a_raster_that_breaks_while_read_is_named(make_raster, noise, tmp_path):
    paths = [make_raster(f"{n}.tif", noise(1, 600, 600), options=("TILED=YES", "COMPRESS=DEFLATE")) for n in range(2)]
    pair, whole = aligned(*paths)
    pair.read(Window(0, 0, 32, 32))
    with Path(paths[1]).open("r+b") as file:
        file.seek(20000)
        file.write(b"\0" * 200000)
    with pytest.raises(InputError, match=r"1\.tif"):
        aligned(*paths)[0].read(whole)


def dotted(path, copy, crs, points):
    """A copy of a raster's geometry, black but for round dots (several pixels wide) at points given in ``crs``."""
    template = gdal.Open(str(path))
    height, width = template.RasterYSize, template.RasterXSize
    raster = gdal.GetDriverByName("GTiff").Create(str(copy), width, height, 1, gdal.GDT_Float32)
    raster.SetGeoTransform(template.GetGeoTransform())
    raster.SetProjection(template.GetProjection())
    inverse = gdal.InvGeoTransform(template.GetGeoTransform())
    rows, columns = np.mgrid[:height, :width] + 0.5
    canvas = np.zeros((height, width), np.float32)
    for x, y in point_transform(spatial_reference(crs), raster_crs(template))(points):
        column, row = gdal.ApplyGeoTransform(inverse, x, y)
        canvas += np.exp(-((columns - column) ** 2 + (rows - row) ** 2) / 8)
    raster.GetRasterBand(1).WriteArray(canvas)
    return str(copy)


def test_the_messy_pair_lies_within_half_a_pixel_of_the_truth(shared_data, tmp_path):
    folder = shared_data / "messy_pair"
    names = ("before_wgs84_uint8_rgb.tif", "after_utm14n_uint16_rgbn_nodata0.tif")
    pair, whole = aligned(*(str(folder / name) for name in names), bands=(1, 2, 3))
    grid: Grid = pair.grid
    pixels = np.array([(x, y) for x in (60.3, 437.8, 800.1) for y in (70.6, 555.2, 1040.4)])
    points = np.array([grid.left, grid.top]) + pixels * grid.pixel_size * np.array([1, -1])
    copies = [dotted(folder / name, tmp_path / f"{n}.tif", grid.crs, points) for n, name in enumerate(names)]
    images, _ = AlignedPair(*([RasterSource(copy, (1,))] for copy in copies), grid).read(whole)
    for date in images[:, 0]:
        for x, y in pixels:
            column, row = int(x) - 10, int(y) - 10
            dot = date[row : row + 21, column : column + 21]
            rows, columns = np.mgrid[row : row + 21, column : column + 21] + 0.5
            found = (dot * columns).sum() / dot.sum(), (dot * rows).sum() / dot.sum()
            assert np.hypot(found[0] - x, found[1] - y) < 0.1


def test_the_messy_pairs_collar_and_nodata_are_not_valid(shared_data):
    folder = shared_data / "messy_pair"
    paths = [str(folder / name) for name in ("before_wgs84_uint8_rgb.tif", "after_utm14n_uint16_rgbn_nodata0.tif")]
    pair, whole = aligned(*paths, bands=(1, 2, 3))
    images, valid = pair.read(whole)
    assert images.dtype == np.uint16 and 0.97 < valid.mean() < 0.995
    assert not valid[0, 0] and not valid[-1, -1] and valid[500, 400]
    assert (images[1][:, valid].max(axis=0) > 0).all()


def test_levirs_empty_block_is_not_valid_and_the_rest_is(shared_data):
    pair, whole = aligned(*(str(shared_data / "levir_dev" / name) for name in ("before.tif", "after.tif")))
    _, valid = pair.read(whole)
    assert not valid[2048:, 3072:].any() and valid[:2048].all() and valid[:, :3072].all()
