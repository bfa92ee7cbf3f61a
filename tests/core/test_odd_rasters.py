"""Odd rasters of the kinds that people report elsewhere, each named with where: what is read of them is right, pixel by
pixel, or they are refused for the real reason with the real way out."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import odd_rasters as odd
import pytest
from odd_rasters import HEIGHT, HOLE, IMAGE, INFRARED, LEFT, OTHER, PIXEL, TOP, WIDTH, holed, opacity, raster, with_band
from osgeo import gdal

from alcd_core.errors import InputError
from alcd_core.imagery.grid import Window
from alcd_core.jobs.create import GridParameters
from alcd_core.jobs.helpers.planning import plan_campaign
from alcd_core.progress import Reporter

ALL = np.ones((HEIGHT, WIDTH), bool)
DEEP, REAL = IMAGE.astype(np.uint16) * 5, IMAGE.astype(np.float32)
SOFT = np.clip(np.arange(HEIGHT)[:, None] * 8 + np.zeros(WIDTH), 0, 255)
UPPER = ALL.copy()
UPPER[:10] = False
FLIPPED_Y = (LEFT, PIXEL, 0.0, TOP - HEIGHT * PIXEL, 0.0, PIXEL)
FLIPPED_X = (LEFT + WIDTH * PIXEL, -PIXEL, 0.0, TOP, 0.0, -PIXEL)

# name: (made in a folder, where data is, what bands of the image are read, more parameters)
READ = {
    "infrared flagged alpha, RGB chosen (NAIP)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, INFRARED), alpha=4),
        ALL,
        IMAGE,
        {"bands": (1, 2, 3)},
    ),
    "infrared flagged alpha, with a mask (NAIP)": (
        lambda f: odd.inner_mask(f, with_band(IMAGE, INFRARED), ~HOLE, alpha=4),
        ~HOLE,
        IMAGE,
        {"bands": (1, 2, 3)},
    ),
    "infrared of few values, named so (STAC)": (
        lambda f: odd.described(raster(f / "a.tif", with_band(IMAGE, opacity(200)), alpha=4), 4, "NIR"),
        ALL,
        IMAGE,
        {"bands": (1, 2, 3)},
    ),
    "RGBA (drone mosaics)": (lambda f: raster(f / "a.tif", with_band(IMAGE, opacity(255)), alpha=4), ~HOLE, IMAGE, {}),
    "alpha of half transparent layers (QGIS export)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, opacity(100)), alpha=4),
        ~HOLE,
        IMAGE,
        {},
    ),
    "alpha of 0 and 1 in 8 bits (JPEG 2000)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, opacity(1)), alpha=4),
        ~HOLE,
        IMAGE,
        {},
    ),
    "alpha with a soft edge (WebODM)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, SOFT), alpha=4),
        SOFT >= 127.5,
        IMAGE,
        {},
    ),
    "alpha of 0 and 255 in 16 bits (gdal 8002)": (
        lambda f: raster(f / "a.tif", with_band(DEEP, opacity(255)), alpha=4),
        ~HOLE,
        DEEP,
        {},
    ),
    "alpha of 0 and 65535 in 16 bits (PNG)": (
        lambda f: raster(f / "a.tif", with_band(DEEP, opacity(65535)), alpha=4),
        ~HOLE,
        DEEP,
        {},
    ),
    "alpha of 11 bits (gdal 8002)": (
        lambda f: raster(f / "a.tif", with_band(DEEP, opacity(2047)), alpha=4, options=("NBITS=11",)),
        ~HOLE,
        DEEP,
        {},
    ),
    "alpha of 0 and 255 in 11 bits (gdal 8002)": (
        lambda f: raster(f / "a.tif", with_band(DEEP, opacity(255)), alpha=4, options=("NBITS=11",)),
        ~HOLE,
        DEEP,
        {},
    ),
    "alpha of 0 and 1 in decimal numbers (rasterio)": (
        lambda f: raster(f / "a.tif", with_band(REAL, opacity(1)), alpha=4),
        ~HOLE,
        IMAGE,
        {},
    ),
    "alpha of 0 and 255 in signed 16 bits (ERDAS)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE.astype(np.int16), opacity(255)), alpha=4),
        ~HOLE,
        IMAGE,
        {},
    ),
    "alpha first (ARGB)": (
        lambda f: raster(
            f / "a.tif",
            np.concatenate([opacity(255)[None].astype(np.uint8), IMAGE]),
            alpha=1,
            options=("PHOTOMETRIC=MINISBLACK",),
        ),
        ~HOLE,
        IMAGE,
        {},
    ),
    "a mask beside the file, .msk (gdal)": (odd.mask_file, ~HOLE, IMAGE, {}),
    "a mask and a nodata value (rasterio 285)": (
        lambda f: odd.inner_mask(f, holed("uint8", 0), UPPER, nodata=0),
        ~HOLE & UPPER,
        IMAGE,
        {},
    ),
    "nodata in .aux.xml only (QGIS)": (odd.nodata_beside, ~HOLE, IMAGE, {}),
    "nodata that 8 bits cannot hold (rasterio 282)": (
        lambda f: raster(f / "a.tif", holed("uint8", 0), nodata=-9999),
        ALL,
        holed("uint8", 0),
        {},
    ),
    "nodata 256 in 8 bits (rasterio 289)": (
        lambda f: raster(f / "a.tif", holed("uint8", 255), nodata=256),
        ALL,
        holed("uint8", 255),
        {},
    ),
    "nodata NaN (rioxarray)": (
        lambda f: raster(f / "a.tif", holed("float32", np.nan), nodata=float("nan")),
        ~HOLE,
        IMAGE,
        {},
    ),
    "infinite values (ArcGIS)": (lambda f: raster(f / "a.tif", holed("float32", np.inf)), ~HOLE, IMAGE, {}),
    "nodata -3.4e38 written short (rasterio 2642)": (
        lambda f: raster(f / "a.tif", holed("float32", -3.4028234663852886e38), nodata=-3.40282e38),
        ~HOLE,
        IMAGE,
        {},
    ),
    "nodata -1.8e308 (SAGA)": (
        lambda f: raster(f / "a.tif", holed("float64", -1.7976931348623157e308), nodata=-1.7976931348623157e308),
        ~HOLE,
        IMAGE,
        {},
    ),
    "nodata -9999.9 in 32 bits (geotile)": (
        lambda f: raster(f / "a.tif", holed("float32", -9999.9), nodata=-9999.9),
        ~HOLE,
        IMAGE,
        {},
    ),
    "nodata in one band only (gdal 4253)": (
        lambda f: raster(f / "a.tif", holed("uint8", 0, [0]), nodata=0),
        ALL,
        holed("uint8", 0, [0]),
        {},
    ),
    "another nodata value in each band (gdal 12011)": (odd.per_band_nodata, ~HOLE, IMAGE, {}),
    "a collar that --nodata names (torchgeo 3847)": (
        lambda f: raster(f / "a.tif", holed("uint8", 255)),
        ~HOLE,
        IMAGE,
        {"nodata_before": 255.0},
    ),
    "--nodata in place of a wrong one (torchgeo 2466)": (
        lambda f: raster(f / "a.tif", holed("uint8", 255), nodata=7),
        ~HOLE,
        IMAGE,
        {"nodata_before": 255.0},
    ),
    "--mask none takes the transparent, too": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, opacity(255)), alpha=4),
        ALL,
        IMAGE,
        {"mask": "none"},
    ),
    "--mask none takes nodata values, too": (
        lambda f: raster(f / "a.tif", holed("uint8", 3), nodata=3),
        ALL,
        holed("uint8", 3),
        {"mask": "none"},
    ),
    "--mask alpha where the alpha band has many values": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, np.where(HOLE, 0, INFRARED // 4 + 128)), alpha=4),
        ~HOLE,
        IMAGE,
        {"mask": "alpha", "bands": (1, 2, 3)},
    ),
    "--mask nodata leaves the alpha band out": (
        lambda f: raster(f / "a.tif", with_band(holed("uint8", 9), opacity(255)), alpha=4, nodata=None),
        ALL,
        holed("uint8", 9),
        {"mask": "nodata"},
    ),
    "overviews beside the file, .ovr (QGIS)": (odd.with_overviews, ~HOLE, IMAGE, {}),
    "south-up (gdal 13100)": (
        lambda f: raster(f / "a.tif", IMAGE[:, ::-1].copy(), geotransform=FLIPPED_Y),
        ALL,
        IMAGE,
        {},
    ),
    "mirrored (QGIS 56288)": (
        lambda f: raster(f / "a.tif", IMAGE[:, :, ::-1].copy(), geotransform=FLIPPED_X),
        ALL,
        IMAGE,
        {},
    ),
    "with heights, EPSG:2056+5728 (gdal)": (lambda f: raster(f / "a.tif", IMAGE, crs="EPSG:2056+5728"), ALL, IMAGE, {}),
    "1 bit (gdal)": (
        lambda f: raster(f / "a.tif", (IMAGE > 127).astype(np.uint8), options=("NBITS=1",)),
        ALL,
        (IMAGE > 127).astype(np.uint8),
        {},
    ),
    "32 bits (EnMAP-Box)": (
        lambda f: raster(f / "a.tif", IMAGE.astype(np.uint32) * 70_000),
        ALL,
        IMAGE.astype(np.float32) * 70_000,
        {},
    ),
    "64 bits (rasterio)": (lambda f: raster(f / "a.tif", IMAGE, kind=gdal.GDT_Int64), ALL, IMAGE, {}),
    "scale and offset (EnMAP-Box 267)": (odd.scaled, ALL, IMAGE, {}),
}


def planned(before: str, folder: Path, **values):
    after = raster(folder / "after.tif", OTHER)
    return plan_campaign(GridParameters(before=before, after=after, tile_size=64, overlap=16, **values), Reporter())


def read(plan):
    return plan.pair.read(Window(0, 0, plan.grid.width, plan.grid.height))


@pytest.mark.parametrize("name", READ)
def test_every_pixel_is_read_correctly(name, tmp_path):
    make, data, pixels, values = READ[name]
    plan = planned(make(tmp_path), tmp_path, **values)
    images, valid = read(plan)
    assert np.array_equal(valid, data)
    assert np.array_equal(images[0][:, data], pixels.astype(images.dtype)[:, data])
    assert plan.no_data == pytest.approx(1 - data.mean(), abs=1e-4)  # tiles and pixels mean the same
    assert str(Path(plan.before[0].path).name) in plan.reasons[0]


def test_an_infrared_band_that_is_flagged_alpha_is_a_band(tmp_path):
    pixels = with_band(IMAGE, INFRARED)
    after = raster(tmp_path / "infrared after.tif", with_band(OTHER, INFRARED[::-1]), alpha=4)
    before = raster(tmp_path / "infrared.tif", pixels, alpha=4)
    plan = plan_campaign(GridParameters(before=before, after=after, tile_size=64, overlap=16), Reporter())
    images, valid = read(plan)
    assert plan.before[0].bands == plan.after[0].bands == (1, 2, 3, 4)
    assert valid.all() and np.array_equal(images[0], pixels)


@pytest.mark.parametrize(
    ("make", "values", "words"),
    [
        (
            lambda f: raster(f / "a.tif", with_band(IMAGE, opacity(255)), alpha=4),
            {},
            r"a\.tif marks no data by band 4, its alpha band \(255",
        ),
        (
            lambda f: raster(f / "a.tif", with_band(IMAGE, INFRARED), alpha=4),
            {"bands": (1, 2, 3)},
            r"marks no pixel as no data \(band 4 is flagged alpha, but is not a mask\)",
        ),
        (lambda f: raster(f / "a.tif", IMAGE, nodata=0), {}, "by its nodata value 0"),
        (lambda f: raster(f / "a.tif", IMAGE, nodata=-9999), {}, "marks no pixel as no data$"),
        (lambda f: raster(f / "a.tif", IMAGE, nodata=7), {"nodata": 0.0}, "the value 0 in place of its own 7"),
        (odd.mask_file, {}, "by its mask"),
    ],
)
def test_the_plan_reports_what_counts_as_nodata_and_why(make, values, words, tmp_path):
    plan = planned(make(tmp_path), tmp_path, **values)
    assert re.search(words, plan.reasons[0]), plan.reasons[0]
    assert plan.reasons[1] in plan.words()


DEGREES = 1e-5
PLACES = {
    "longitudes from 0 to 360 (NOAA)": ((262.26, 30.2), (-97.74, 30.2)),
    "across the antimeridian (rasterio)": ((179.999, -16.5), (-180.001, -16.5)),
}


@pytest.mark.parametrize("name", PLACES)
def test_longitudes_that_differ_by_a_full_turn_coincide(name, tmp_path):
    first, second = (
        raster(
            tmp_path / f"{n}.tif",
            IMAGE,
            crs="EPSG:4326",
            geotransform=(place[0], DEGREES, 0, place[1], 0, -DEGREES),
        )
        for n, place in enumerate(PLACES[name])
    )
    plan = plan_campaign(GridParameters(before=first, after=second, tile_size=64, overlap=16), Reporter())
    images, valid = read(plan)
    assert valid.mean() > 0.95 and plan.no_data == pytest.approx(1 - valid.mean(), abs=0.005)
    assert np.abs(images[0].astype(int) - images[1])[:, valid].max() <= 1


def test_a_rotated_raster_lies_where_its_geotransform_places_it(tmp_path):
    placed = (LEFT + 20, 0.4, 0.2, TOP - 5, 0.2, -0.4)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    own = np.stack([columns, rows, columns + rows]).astype(np.float32)  # every pixel says where in the raster it is
    plan = planned(raster(tmp_path / "turned.tif", own, geotransform=placed), tmp_path, gsd=0.5)
    images, valid = read(plan)
    y, x = np.mgrid[: plan.grid.height, : plan.grid.width] + 0.5
    there = gdal.InvGeoTransform(placed)
    x, y = plan.grid.left + x * plan.grid.pixel_size, plan.grid.top - y * plan.grid.pixel_size
    column, row = there[0] + there[1] * x + there[2] * y, there[3] + there[4] * x + there[5] * y
    inside = (column > 0) & (column < WIDTH) & (row > 0) & (row < HEIGHT)
    deep = (column > 2) & (column < WIDTH - 2) & (row > 2) & (row < HEIGHT - 2)
    assert (inside != valid).mean() < 0.002 and inside.mean() > 0.3
    assert np.abs(images[0, 0] - column)[deep].max() < 0.1 and np.abs(images[0, 1] - row)[deep].max() < 0.1


def inks(folder):
    return raster(folder / "inks.tif", with_band(IMAGE, INFRARED), options=("PHOTOMETRIC=CMYK",))


@pytest.mark.parametrize("make", [odd.jpeg, inks], ids=["JPEG in YCbCr (gdal)", "CMYK (QGIS)"])
def test_other_colour_spaces_are_read_as_gdal_reads_them(make, tmp_path):
    path = make(tmp_path)
    images, valid = read(planned(path, tmp_path))
    assert valid.all() and np.array_equal(images[0], gdal.Open(path).ReadAsArray()[:3])


REFUSED = {
    "ground control points only (torchgeo 3009)": (
        lambda f: odd.unplaced(f / "a.tif", odd.set_points),
        "only by 3 ground control points.*gdalwarp .*-t_srs",
    ),
    "rational polynomials only (rasterio 410)": (
        lambda f: odd.unplaced(f / "a.tif", odd.set_coefficients),
        r"only by rational polynomial coefficients.*gdalwarp -rpc",
    ),
    "no place at all (rasterio 2497)": (lambda f: odd.unplaced(f / "a.tif"), "no geotransform.*world file"),
    "a world file, no CRS (QGIS 61130)": (odd.world_file, "no CRS that is tied to the earth.*-a_srs"),
    "an engineering CRS (PROJ)": (
        lambda f: raster(f / "a.tif", IMAGE, crs='LOCAL_CS["site",UNIT["metre",1]]'),
        "no CRS that is tied to the earth",
    ),
    "latitude first (gdal)": (
        lambda f: raster(f / "a.tif", IMAGE, crs="EPSG:4326", geotransform=(46.95, 1e-5, 0, 7.43, 0, -1e-5)),
        "do not overlap.*46.95000 to 46.95240",
    ),
    "palette (torchgeo)": (odd.palette, "palette indices.*-expand rgb"),
    "complex numbers (SAR)": (lambda f: raster(f / "a.tif", IMAGE.astype(np.complex64)), "complex numbers"),
    "a virtual raster whose source is gone (QGIS)": (odd.lost_source, r"mosaic\.vrt refers to .*part\.tif.*Put that"),
    "a container of variables (netCDF)": (odd.container, 'no bands itself.*such as NETCDF:".*container.nc":Band1'),
    "infrared flagged alpha against three bands (NAIP)": (
        lambda f: raster(f / "a.tif", with_band(IMAGE, INFRARED), alpha=4),
        "number of bands: 4 in .*--bands 1,2,3",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_unusable_raster_is_refused_with_the_actual_reason_and_remedy(name, tmp_path):
    make, words = REFUSED[name]
    with pytest.raises(InputError) as caught:
        planned(make(tmp_path), tmp_path)
    assert re.search(words, str(caught.value), re.DOTALL), caught.value


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"nodata": -1.0}, "-1 cannot occur in .*band 1 has the type Byte"),
        ({"nodata": 0.5}, "0.5 cannot occur"),
        ({"nodata": 0.0, "mask": "none"}, "0 has no effect with --mask none"),
        ({"nodata": 0.0, "mask": "alpha"}, "0 has no effect with --mask alpha"),
        ({"mask": "alpha", "bands_before": (1, 2, 4)}, "Band 4 .* cannot be both"),
    ],
)
def test_rules_that_contradict_each_other_are_refused(values, words, tmp_path):
    before = raster(tmp_path / "a.tif", with_band(IMAGE, opacity(255)), alpha=4)
    with pytest.raises(InputError, match=words):
        planned(before, tmp_path, **values)
