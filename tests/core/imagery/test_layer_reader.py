"""Only the features of a large layer that lie at the place are read, each once, in either longitude convention."""

import pytest
import shapely
from odd_layers import GRID, X, Y, make, moved

from alcd_core.imagery import layer_reader
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.vector import read_reference

WINDOWS = [Window(0, 0, 256, 256), Window(600, 0, 256, 256), Window(600, 1200, 256, 256)]


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Every layer counts as large."""
    monkeypatch.setattr(layer_reader, "SMALL", 0)


def at(window, size=10.0, column=100, row=100):
    left, _, _, top = GRID.window_bounds(window)
    return shapely.box(left + column / 2, top - row / 2 - size, left + column / 2 + size, top - row / 2)


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".fgb", ".geojson"])
@pytest.mark.parametrize("crs", ["EPSG:2056", "EPSG:4326", "EPSG:25832"])
def test_features_that_touch_the_windows_are_read_once(tmp_path, ending, crs):
    across = shapely.box(X - 500, Y + 450, X + 100, Y + 460)  # over two windows
    between = at(Window(300, 300, 256, 256))
    houses = [at(window) for window in WINDOWS]
    shapes = [*houses, across, between]
    path = make(tmp_path / f"a{ending}", [moved(one, crs) for one in shapes], crs=crs)
    found = read_reference(path, GRID, WINDOWS)
    expected = shapely.union_all([*houses, across])
    polygons = [polygon for polygon, _ in found.polygons]
    assert len(polygons) == 4
    assert found.account.on_grid == 5
    union = shapely.union_all(polygons)
    assert shapely.intersection(union, expected).area / shapely.union(union, expected).area > 0.995


def test_without_windows_all_of_the_grid_is_read(tmp_path):
    shapes = [at(window) for window in [*WINDOWS, Window(300, 300, 256, 256)]]
    path = make(tmp_path / "a.gpkg", [*shapes, shapely.box(X + 5000, Y, X + 5010, Y + 10)])
    found = read_reference(path, GRID)
    assert len(found.polygons) == 4
    assert (found.account.features, found.account.on_grid) == (5, 4)


def test_only_the_needed_parts_of_a_dissolved_layer_are_read(tmp_path):
    houses = [at(Window(x, y, 256, 256), 5.0) for x in range(0, 1700, 60) for y in range(0, 1700, 60)]
    path = make(tmp_path / "a.gpkg", [moved(shapely.union_all(houses), "EPSG:4326")], crs="EPSG:4326")
    found = read_reference(path, GRID, WINDOWS[:1])
    assert found.account.parts == len(houses)
    assert 4 <= len(found.polygons) <= 30


@pytest.mark.parametrize("grid_crs", ["EPSG:3832", "EPSG:4326"])
@pytest.mark.parametrize("names", ["to 180", "to 360"])
def test_both_sides_of_the_180th_meridian_are_read(tmp_path, grid_crs, names):
    east, west = shapely.box(179.990, -17.01, 179.991, -17.009), shapely.box(-179.991, -17.01, -179.990, -17.009)
    if names == "to 360":
        west = shapely.affinity.translate(west, 360)
    path = make(tmp_path / "a.gpkg", [east, west], crs="EPSG:4326")
    if grid_crs == "EPSG:4326":
        grid = Grid(spatial_reference(grid_crs).ExportToWkt(), 179.98, -17.0, 1e-5, 1.1, 4000, 4000)
    else:
        to_grid = point_transform(spatial_reference("EPSG:4326"), spatial_reference(grid_crs))
        left, top = to_grid(shapely.get_coordinates(shapely.Point(179.98, -17.0)))[0]
        grid = Grid(spatial_reference(grid_crs).ExportToWkt(), left, top, 1.0, 1.0, 5000, 5000)
    found = sorted((polygon for polygon, _ in read_reference(path, grid).polygons), key=lambda one: one.bounds)
    assert len(found) == 2
    degrees = (found[1].centroid.x - found[0].centroid.x) / (
        grid.pixel_size if grid_crs == "EPSG:4326" else 1.113194908
    )
    assert degrees * 1e-5 == pytest.approx(0.019, rel=1e-3)


def test_a_border_along_a_parallel_deviates_by_at_most_a_tenth_of_a_pixel(tmp_path):
    strip = shapely.box(7.9, 47.398, 8.04, 47.400)  # 10 km, over the whole grid
    path = make(tmp_path / "a.gpkg", [strip], crs="EPSG:4326")
    ((found, _),) = read_reference(path, GRID).polygons
    exact = moved_back(shapely.segmentize(strip, 1e-4))
    reach = shapely.box(*GRID.bounds)
    here, there = shapely.intersection(found, reach), shapely.intersection(exact, reach)
    assert shapely.hausdorff_distance(here, there) <= 0.05
    assert shapely.get_num_coordinates(found) < 60


def moved_back(geometry):
    return shapely.transform(geometry, point_transform(spatial_reference("EPSG:4326"), spatial_reference("EPSG:2056")))
