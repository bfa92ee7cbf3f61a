"""Tests of reading polygons from vector files."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from alcd_core.errors import InputError
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.grid import Grid
from alcd_core.imagery.place import grid_place
from alcd_core.imagery.vector import load_aoi, read_reference

LV95 = "EPSG:2056"
X, Y = 2640000.0, 1250000.0
SQUARE = shapely.box(X, Y, X + 100, Y + 100)
AROUND = Grid(spatial_reference(LV95).ExportToWkt(), X - 5000, Y + 5000, 0.5, 0.5, 20000, 20000)


def read_polygons(path, grid=AROUND):
    return [polygon for polygon, _ in read_reference(path, grid).polygons]


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp"])
def test_polygons_come_as_they_are(make_layer, name):
    (found,) = read_polygons(make_layer(name, [SQUARE]))
    assert found.equals(SQUARE)


def test_polygons_are_reprojected_and_areas_stay(make_layer):
    path = make_layer("a.geojson", [shapely.box(7.97, 47.39, 7.98, 47.40)], crs="EPSG:4326")
    (found,) = read_polygons(path)
    expected = 0.01 * 111194 * 0.01 * 111194 * np.cos(np.radians(47.395))
    assert found.area == pytest.approx(expected, rel=5e-3)
    assert 2600000 < found.centroid.x < 2700000 and 1200000 < found.centroid.y < 1300000


def test_broken_and_multiple_polygons_become_valid_single_ones(make_layer):
    bow = shapely.Polygon([(X, Y), (X + 10, Y + 10), (X + 10, Y), (X, Y + 10)])
    several = shapely.MultiPolygon([SQUARE, shapely.affinity.translate(SQUARE, 500)])
    found = read_polygons(make_layer("a.gpkg", [bow, several]))
    assert len(found) == 4 and all(polygon.is_valid and polygon.geom_type == "Polygon" for polygon in found)
    assert sum(polygon.area for polygon in found) == pytest.approx(20050)


def test_heights_and_collections_are_flattened(make_layer):
    high = shapely.force_3d(SQUARE, 400.0)
    mixed = shapely.GeometryCollection([shapely.Point(X, Y), shapely.affinity.translate(SQUARE, 500)])
    found = read_polygons(make_layer("a.gpkg", [high, mixed]))
    assert len(found) == 2 and not any(polygon.has_z for polygon in found)


def test_the_class_field_marks_polygons_to_ignore(make_layer):
    path = make_layer("a.gpkg", [SQUARE, SQUARE, SQUARE], classes=["change", "ignore", "house"])
    assert [name for _, name in read_reference(path, AROUND).polygons] == ["change", "ignore", "change"]


def test_a_reference_without_polygons_is_refused(make_layer):
    with pytest.raises(InputError, match="contains no polygons"):
        read_reference(make_layer("a.gpkg", []), AROUND)


def test_one_of_several_layers_is_named(make_layer):
    make_layer("a.gpkg", [SQUARE], layer="first")
    path = make_layer("a.gpkg", [SQUARE.buffer(5)], layer="second")
    with pytest.raises(InputError, match="several layers: first, second"):
        read_polygons(path)
    assert read_polygons(f"{path}|layername=first")[0].area == 10000
    assert read_polygons(f"{path}|layername=second")[0].area > 10000
    with pytest.raises(InputError, match="no layer 'third'"):
        read_polygons(f"{path}|layername=third")


def test_unusable_files_are_refused(make_layer, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("hello")
    cases = {
        str(tmp_path / "missing.gpkg"): "does not exist",
        str(text): "cannot be read",
        make_layer("points.gpkg", [shapely.Point(X, Y)]): "no polygons",
        make_layer("nowhere.shp", [SQUARE], crs=""): "no CRS",
    }
    for path, word in cases.items():
        with pytest.raises(InputError, match=word):
            read_polygons(path)


def test_an_aoi_is_one_geometry(make_layer):
    path = make_layer(
        "a.gpkg", [SQUARE, shapely.affinity.translate(SQUARE, 50), shapely.affinity.translate(SQUARE, 900)]
    )
    aoi = load_aoi(path, grid_place(AROUND)).geometry
    assert aoi.is_valid and aoi.area == pytest.approx(25000) and aoi.geom_type == "MultiPolygon"


def test_long_edges_bend_by_less_than_a_tenth_of_a_pixel(make_layer):
    wide = Grid(spatial_reference(LV95).ExportToWkt(), 2_480_000, 1_300_000, 10.0, 10.0, 36_000, 24_000)
    corners = [(6.0, 46.0), (9.0, 46.0), (9.0, 47.0), (6.0, 47.0)]
    path = make_layer("a.geojson", [shapely.Polygon(corners)], crs="EPSG:4326")
    found = load_aoi(path, grid_place(wide)).geometry
    to_lv95 = point_transform(spatial_reference("EPSG:4326"), spatial_reference(LV95))
    exact = shapely.transform(shapely.segmentize(shapely.Polygon(corners), 3 / 20_000), to_lv95)
    assert 0.01 < shapely.hausdorff_distance(found, exact) <= 1.0
    assert 20 < shapely.get_num_coordinates(found) < 400


def test_a_house_keeps_its_corners_in_another_crs(make_layer):
    houses = [shapely.box(7.97 + n * 1e-3, 47.39, 7.97015 + n * 1e-3, 47.3901) for n in range(5)]
    found = read_polygons(make_layer("a.gpkg", houses, crs="EPSG:4326"))
    assert [shapely.get_num_coordinates(house) for house in found] == [5] * 5


def test_a_truncated_layer_is_reported(make_layer, tmp_path):
    path = Path(make_layer("a.shp", [shapely.affinity.translate(SQUARE, n * 200) for n in range(200)]))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(InputError, match="cannot be read"):
        read_polygons(str(path))


def test_a_layer_on_another_planet_is_refused(make_layer):
    mars = (
        'GEOGCRS["Mars",DATUM["Mars",ELLIPSOID["Mars",3396190,169.8944472]],CS[ellipsoidal,2],AXIS["latitude",north],'
    )
    mars += 'AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]'
    with pytest.raises(InputError, match="no transformation from"):
        point_transform(spatial_reference(mars), spatial_reference(LV95))
