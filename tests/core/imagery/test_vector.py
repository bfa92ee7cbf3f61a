"""Tests of reading polygons from vector files."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from alcd_core.errors import InputError
from alcd_core.imagery.gdal_library import point_transform, spatial_reference
from alcd_core.imagery.vector import load_aoi, read_polygons, read_reference

LV95 = "EPSG:2056"
X, Y = 2640000.0, 1250000.0
SQUARE = shapely.box(X, Y, X + 100, Y + 100)


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp"])
def test_polygons_come_as_they_are(make_layer, name):
    (found,) = read_polygons(make_layer(name, [SQUARE]), LV95)
    assert found.equals(SQUARE)


def test_polygons_are_reprojected_and_areas_stay(make_layer):
    path = make_layer("a.geojson", [shapely.box(7.97, 47.39, 7.98, 47.40)], crs="EPSG:4326")
    (found,) = read_polygons(path, LV95)
    expected = 0.01 * 111194 * 0.01 * 111194 * np.cos(np.radians(47.395))
    assert found.area == pytest.approx(expected, rel=5e-3)
    assert 2600000 < found.centroid.x < 2700000 and 1200000 < found.centroid.y < 1300000


def test_broken_and_multiple_polygons_become_valid_single_ones(make_layer):
    bow = shapely.Polygon([(X, Y), (X + 10, Y + 10), (X + 10, Y), (X, Y + 10)])
    several = shapely.MultiPolygon([SQUARE, shapely.affinity.translate(SQUARE, 500)])
    found = read_polygons(make_layer("a.gpkg", [bow, several]), LV95)
    assert len(found) == 4 and all(polygon.is_valid and polygon.geom_type == "Polygon" for polygon in found)
    assert sum(polygon.area for polygon in found) == pytest.approx(20050)


def test_heights_and_collections_are_flattened(make_layer):
    high = shapely.force_3d(SQUARE, 400.0)
    mixed = shapely.GeometryCollection([shapely.Point(X, Y), shapely.affinity.translate(SQUARE, 500)])
    found = read_polygons(make_layer("a.geojson", [high, mixed], crs="EPSG:4326"), "EPSG:4326")
    assert len(found) == 2 and not any(polygon.has_z for polygon in found)


def test_the_class_says_what_is_to_be_ignored(make_layer):
    path = make_layer("a.gpkg", [SQUARE, SQUARE, SQUARE], classes=["change", "ignore", "house"])
    assert [name for _, name in read_reference(path, LV95)] == ["change", "ignore", "change"]


def test_a_reference_without_polygons_is_refused(make_layer):
    with pytest.raises(InputError, match="holds no polygons"):
        read_reference(make_layer("a.gpkg", []), LV95)


def test_one_of_several_layers_is_named(make_layer):
    make_layer("a.gpkg", [SQUARE], layer="first")
    path = make_layer("a.gpkg", [SQUARE.buffer(5)], layer="second")
    with pytest.raises(InputError, match="several layers: first, second"):
        read_polygons(path, LV95)
    assert read_polygons(f"{path}|layername=first", LV95)[0].area == 10000
    assert read_polygons(path, LV95, "second")[0].area > 10000
    with pytest.raises(InputError, match="no layer 'third'"):
        read_polygons(path, LV95, "third")


def test_what_cannot_be_used_is_refused(make_layer, tmp_path):
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
            read_polygons(path, LV95)


def test_an_aoi_is_one_geometry(make_layer):
    path = make_layer(
        "a.gpkg", [SQUARE, shapely.affinity.translate(SQUARE, 50), shapely.affinity.translate(SQUARE, 900)]
    )
    aoi = load_aoi(path, LV95)
    assert aoi.is_valid and aoi.area == pytest.approx(25000) and aoi.geom_type == "MultiPolygon"


def test_long_edges_bend_when_they_are_reprojected(make_layer):
    path = make_layer("a.geojson", [shapely.box(6.0, 46.0, 9.0, 47.0)], crs="EPSG:4326")
    bent = load_aoi(path, LV95)
    straight = shapely.transform(bent, lambda points: points).minimum_rotated_rectangle
    assert shapely.get_num_coordinates(bent) > 100 and bent.area < straight.area * 0.999


def test_a_layer_that_ends_in_the_middle_is_told(make_layer, tmp_path):
    path = Path(make_layer("a.shp", [shapely.affinity.translate(SQUARE, n * 200) for n in range(200)]))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(InputError, match="cannot be read"):
        read_polygons(str(path), LV95)


def test_another_planet_has_no_way_to_this_one(make_layer):
    mars = (
        'GEOGCRS["Mars",DATUM["Mars",ELLIPSOID["Mars",3396190,169.8944472]],CS[ellipsoidal,2],AXIS["latitude",north],'
    )
    mars += 'AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]'
    with pytest.raises(InputError, match="no way from"):
        point_transform(spatial_reference(mars), spatial_reference(LV95))
