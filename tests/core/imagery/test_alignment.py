"""Tests of the common grid."""

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import osr

from alcd_core.errors import InputError
from alcd_core.imagery.alignment import common_grid
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.raster import RasterSource

X, Y = 2640000.0, 1250000.0


def source(path, bands=(1,)):
    return [RasterSource(path, bands)]


def code(grid):
    reference = osr.SpatialReference()
    reference.ImportFromWkt(grid.crs)
    return reference.GetAuthorityCode(None)


@pytest.fixture
def pair_of(make_raster, noise):
    def make(first, second):
        shape = (1, 300, 400)
        paths = [make_raster(f"{n}.tif", noise(*shape), **options) for n, options in enumerate((first, second))]
        return source(paths[0]), source(paths[1])

    return make


def test_equal_rasters_keep_their_own_pixels(pair_of):
    grid = common_grid(*pair_of({}, {}))
    assert (grid.left, grid.top, grid.pixel_size, grid.width, grid.height) == (X, Y, 0.5, 400, 300)
    assert code(grid) == "2056" and grid.gsd == pytest.approx(0.5, rel=1e-3)


def test_the_overlap_is_taken_on_the_coarser_rasters_lattice(pair_of):
    grid = common_grid(*pair_of({"pixel": 0.2}, {"origin": (X + 20.3, Y - 10.1), "pixel": 0.5}))
    assert (grid.left, grid.top, grid.pixel_size) == (X + 20.3, Y - 10.1, 0.5)
    assert grid.left + grid.width * 0.5 == pytest.approx(X + 80, abs=0.26)
    assert grid.top - grid.height * 0.5 == pytest.approx(Y - 60, abs=0.26)


def test_a_geographic_raster_takes_the_projected_crs_of_the_other(pair_of):
    near = {"crs": "EPSG:4326", "origin": (-97.9195, 30.2040), "pixel": 5e-6}
    projected = {"crs": "EPSG:32614", "origin": (604000, 3341900), "pixel": 0.45}
    grid = common_grid(*pair_of(near, projected))
    assert code(grid) == "32614"
    expected = 5e-6 * np.pi / 180 * 6378137 * np.sqrt(np.cos(np.radians(30.2)))
    assert grid.gsd == pytest.approx(expected, rel=4e-3)


@pytest.mark.parametrize(("y", "zone"), [(30.2, "32614"), (-30.2, "32714")])
def test_two_geographic_rasters_take_the_utm_zone(pair_of, y, zone):
    place = {"crs": "EPSG:4326", "origin": (-97.9, y), "pixel": 5e-6}
    assert code(common_grid(*pair_of(place, place))) == zone


def test_the_coarser_projected_crs_wins(pair_of):
    to_utm = point_transform(spatial_reference("EPSG:2056"), spatial_reference("EPSG:32632"))
    x, y = to_utm(np.array([[X, Y]]))[0]
    utm = {"crs": "EPSG:32632", "origin": (x, y), "pixel": 0.3}
    assert code(common_grid(*pair_of({"pixel": 0.5}, utm))) == "2056"
    assert code(common_grid(*pair_of({"pixel": 0.2}, utm))) == "32632"


def test_web_mercator_units_are_not_mistaken_for_metres(pair_of):
    place = {"crs": "EPSG:3857", "origin": (900000, 8399737.0), "pixel": 0.5}  # 60 degrees north
    grid = common_grid(*pair_of(place, place))
    assert grid.pixel_size == 0.5 and grid.gsd == pytest.approx(0.25, rel=5e-3)
    assert common_grid(*pair_of(place, place), gsd=0.5).pixel_size == pytest.approx(1.0, rel=5e-3)


def test_feet_are_not_mistaken_for_metres(pair_of):
    place = {"crs": "EPSG:2263", "origin": (980000, 200000), "pixel": 1.0}
    grid = common_grid(*pair_of(place, place))
    assert grid.pixel_size == 1.0 and grid.gsd == pytest.approx(0.3048, rel=1e-3)


def test_a_requested_gsd_equal_to_the_rasters_own_does_not_resample(pair_of):
    utm = {"crs": "EPSG:32632", "origin": (680000.3, 5250000.7), "pixel": 0.5}
    grid = common_grid(*pair_of(utm, utm), gsd=0.5)
    assert (grid.pixel_size, grid.left, grid.top) == (0.5, 680000.3, 5250000.7)


def test_the_requested_crs_and_gsd_are_used(pair_of):
    grid = common_grid(*pair_of({}, {}), gsd=1.0, crs="EPSG:32632")
    assert code(grid) == "32632" and grid.gsd == pytest.approx(1.0, rel=1e-9)
    with pytest.raises(InputError, match="not known"):
        common_grid(*pair_of({}, {}), crs="EPSG:999999")
    with pytest.raises(InputError, match="GSD"):
        common_grid(*pair_of({}, {}), gsd=0.0)


def test_rasters_without_overlap_are_refused_with_both_footprints(pair_of):
    with pytest.raises(InputError, match="do not overlap") as caught:
        common_grid(*pair_of({}, {"origin": (X + 5000, Y)}))
    assert caught.value.message.count("covers") == 2
    with pytest.raises(InputError, match="do not overlap"):
        common_grid(*pair_of({}, {"crs": "EPSG:32614", "origin": (604000, 3341900)}))


def test_a_world_raster_overlaps_a_small_one(pair_of):
    world = {"crs": "EPSG:4326", "geotransform": (-180, 0.9, 0, 90, 0, -0.6)}
    grid = common_grid(*pair_of(world, {}), gsd=0.5)
    assert (grid.width, grid.height, grid.left, grid.top) == (400, 300, X, Y)


def test_one_file_given_twice_is_refused(pair_of, tmp_path):
    before, _ = pair_of({}, {})
    (tmp_path / "link.tif").symlink_to(before[0].path)
    for path in (before[0].path, str(tmp_path / "link.tif")):
        with pytest.raises(InputError, match="same file"):
            common_grid(before, source(path))


def test_an_aoi_clips_and_must_touch_the_overlap(pair_of, make_layer):
    pair = pair_of({}, {})
    inside = make_layer("aoi.gpkg", [shapely.box(X + 50.2, Y - 100, X + 100, Y - 20)])
    grid = common_grid(*pair, aoi=inside)
    assert (grid.left, grid.top, grid.width, grid.height) == (X + 50, Y - 20, 100, 160)
    outside = make_layer("far.gpkg", [shapely.box(X + 5000, Y, X + 5100, Y + 9)])
    with pytest.raises(InputError, match="outside"):
        common_grid(*pair, aoi=outside)


def test_a_rotated_raster_gives_a_north_up_grid_that_contains_it(pair_of):
    turn = (X, 0.4, 0.3, Y, 0.3, -0.4)
    grid = common_grid(*pair_of({"geotransform": turn}, {"geotransform": turn}))
    assert grid.gsd == pytest.approx(0.5, rel=1e-3)
    assert grid.width == pytest.approx((400 * 0.4 + 300 * 0.3) / 0.5, abs=1)


@given(dx=st.floats(-90, 90), dy=st.floats(-60, 60), pixel=st.floats(0.3, 0.9))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_grid_is_the_overlap_to_within_a_pixel(pair_of, dx, dy, pixel):
    pair = pair_of({}, {"origin": (X + dx, Y + dy), "pixel": pixel})
    grid = common_grid(*pair)
    first = shapely.box(X, Y - 150, X + 200, Y)
    second = shapely.box(X + dx, Y + dy - 300 * pixel, X + dx + 400 * pixel, Y + dy)
    expected = shapely.intersection(first, second).bounds
    assert np.allclose(grid.bounds, expected, atol=grid.pixel_size)


def test_both_sides_of_the_antimeridian_belong_to_the_overlap(make_raster, noise):
    degrees = 1e-5
    world = make_raster(
        "a.tif", noise(1, 400, 800), crs="EPSG:4326", geotransform=(179.996, degrees, 0, -16, 0, -degrees)
    )
    to_zone = point_transform(spatial_reference("EPSG:4326"), spatial_reference("EPSG:32760"))
    (x, y), _ = to_zone(np.array([[180.0, -16.002], [180.0, -16.0]]))
    zone = make_raster("b.tif", noise(1, 200, 400), crs="EPSG:32760", origin=(x - 200, y + 100), pixel=1.0)
    grid = common_grid(source(world), source(zone))
    assert grid.left == pytest.approx(x - 200, abs=3)
    assert grid.left + grid.width * grid.pixel_size == pytest.approx(x + 200, abs=3)
