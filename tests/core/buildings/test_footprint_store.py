"""Footprints read from all sorts of layers: each feature once, with its id, in the order of the rows."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_layers import GRID, LV95, X, Y, box, geojson, geojson_square, make, moved, ring, union
from osgeo import gdal, ogr

from alcd_core.buildings.footprint_store import footprint_store
from alcd_core.errors import Cancelled, InputError
from alcd_core.imagery import layer_reader
from alcd_core.progress import Reporter

CIRCLE = f"CURVEPOLYGON (CIRCULARSTRING ({X} {Y}, {X + 10} {Y + 10}, {X + 20} {Y}, {X + 10} {Y - 10}, {X} {Y}))"
TWO_PARTS = f"MULTIPOLYGON ((({box()[10:-2]})), (({box(20)[10:-2]})))"
TOUCHING = f"MULTIPOLYGON ((({box()[10:-2]})), (({box(10)[10:-2]})))"
HIGH = f"POLYGON Z ({ring((0, 0, 400), (10, 0, 400), (10, 10, 400), (0, 10, 400))})"
COURT = f"POLYGON ({ring((0, 0), (10, 0), (10, 10), (0, 10))}, {ring((3, 3), (7, 3), (7, 7), (3, 7))})"
BOW = f"POLYGON ({ring((0, 0), (10, 10), (10, 0), (0, 10))})"


def read(path, identifier=None):
    """All footprints, and the store's account and counts."""
    with (
        tempfile.TemporaryDirectory() as folder,
        footprint_store(str(path), GRID, identifier, Path(folder), Reporter()) as store,
    ):
        return store.beginning(0, GRID.height), store


SHAPES = {
    "a square": (box(), 1, 100.0),
    "heights": (HIGH, 1, 100.0),
    "arcs": (CIRCLE, 1, 314.16),
    "two parts": (TWO_PARTS, 2, 200.0),
    "two parts that share a wall": (TOUCHING, 1, 200.0),
    "a courtyard": (COURT, 1, 84.0),
    "a ring that crosses itself": (BOW, 2, 50.0),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_feature_is_one_footprint_whatever_its_geometry(tmp_path, name):
    geometry, parts, area = SHAPES[name]
    (found,), store = read(make(tmp_path / "a.gpkg", [geometry]))
    assert found.geometry.is_valid and shapely.get_num_geometries(found.geometry) == parts
    assert found.area == pytest.approx(area, rel=2e-3) and not found.geometry.has_z
    assert store.account.repaired == (name in ("a ring that crosses itself", "two parts that share a wall"))
    assert (store.count, store.account.features) == (1, 1)


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".fgb", ".geojson", ".sqlite"])
@pytest.mark.parametrize("crs", [LV95, "EPSG:4326", "EPSG:25832"])
def test_any_format_and_crs(tmp_path, ending, crs):
    houses = [shapely.box(X + 30 * n, Y, X + 30 * n + 10, Y + 10) for n in range(3)]
    path = make(tmp_path / f"a{ending}", [moved(house, crs) for house in houses], crs=crs, egid=["7", "8", "9"])
    found = sorted(read(path, "egid")[0], key=lambda one: one.id)
    assert [one.id for one in found] == ["7", "8", "9"]
    for one, house in zip(found, houses):
        assert shapely.hausdorff_distance(one.geometry, house) < 0.05
        assert one.area == pytest.approx(100, rel=2e-3)
        assert one.pixels.bounds[0] == pytest.approx((house.bounds[0] - GRID.left) / 0.5, abs=0.1)
        assert one.pixels.bounds[1] == pytest.approx((GRID.top - house.bounds[3]) / 0.5, abs=0.1)


TYPES = {
    "whole numbers": (ogr.OFTInteger, 12, 12),
    "large whole numbers": (ogr.OFTInteger64, 2**60, 2**60),
    "decimals": (ogr.OFTReal, 1.5, 1.5),
    "text": (ogr.OFTString, "Ä 7/b", "Ä 7/b"),
    "dates": (ogr.OFTDate, "2020/01/31", "2020/01/31"),
    "lists": (ogr.OFTStringList, ["a", "b"], "(2:a,b)"),
}


@pytest.mark.parametrize("name", TYPES)
def test_ids_of_any_type(tmp_path, name):
    kind, value, expected = TYPES[name]
    path = tmp_path / ("a.geojson" if kind == ogr.OFTStringList else "a.gpkg")
    driver = {".gpkg": "GPKG", ".geojson": "GeoJSON"}[path.suffix]
    dataset = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, 0)
    reference = ogr.osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = dataset.CreateLayer("a", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("EGID", kind))
    for one in (value, None):
        feature = ogr.Feature(layer.GetLayerDefn())
        if one is not None:
            feature["EGID"] = one
        square = moved(shapely.from_wkt(box()), "EPSG:4326")
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(square)))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    found, store = read(path, "egid")
    assert [one.id for one in found] == [expected, None]
    assert store.id_type == (ogr.OFTString if kind == ogr.OFTStringList else kind)
    assert store.sentences() == [f"1 footprint has no id in {path}."]


def test_the_features_own_ids_are_the_default(tmp_path):
    path = geojson(tmp_path, [geojson_square(20 * n, 70 + n) for n in range(3)])
    assert [one.id for one in read(path)[0]] == [70, 71, 72]


def test_ids_that_occur_twice_are_counted(tmp_path):
    path = make(tmp_path / "a.gpkg", [box(20 * n) for n in range(5)], egid=["1", "2", "1", "1", None])
    found, store = read(path, "egid")
    assert len(found) == 5
    assert store.sentences() == [
        f"3 footprints share their id with another one in {path}.",
        f"1 footprint has no id in {path}.",
    ]
    assert read(union(tmp_path))[1].repeated == 2


REFUSED = {
    "points": (lambda d: make(d / "a.gpkg", [shapely.Point(X, Y)], kind=ogr.wkbPoint), "contains no polygons"),
    "lines": (lambda d: make(d / "a.gpkg", [f"LINESTRING ({X} {Y}, {X + 9} {Y})"]), r"no polygons.*lines \(1\)"),
    "nothing": (lambda d: make(d / "a.gpkg", []), "contains no polygons"),
    "elsewhere": (lambda d: make(d / "a.gpkg", [box(90_000)]), "The building map .* lies outside the grid"),
    "no file": (lambda d: str(d / "a.gpkg"), "does not exist"),
    "no CRS": (lambda d: make(d / "a.shp", [box()], crs=None), "has no CRS"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("small", [0, 10_000])
def test_layers_without_footprints_are_refused(tmp_path, monkeypatch, name, small):
    monkeypatch.setattr(layer_reader, "SMALL", small)
    make_layer, words = REFUSED[name]
    with pytest.raises(InputError, match=words):
        read(make_layer(tmp_path))


def test_a_missing_field_is_named_with_those_that_exist(tmp_path):
    path = make(tmp_path / "a.gpkg", [box()], egid=["1"], owner=["x"])
    with pytest.raises(InputError, match=r"a.gpkg has no field 'uuid'; its fields: egid, owner\."):
        read(path, "uuid")


def test_only_footprints_on_the_grid_are_kept_and_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(layer_reader, "SMALL", 0)
    edge = shapely.box(X - 510, Y, X - 490, Y + 10)
    apart = shapely.MultiPolygon([shapely.box(X, Y, X + 5, Y + 5), shapely.box(X + 600, Y, X + 605, Y + 5)])
    far = shapely.box(X + 700, Y, X + 710, Y + 10)
    found, store = read(make(tmp_path / "a.gpkg", [edge, apart, far]))
    assert [one.id for one in found] == [1, 2]
    assert [one.area for one in found] == pytest.approx([200, 50], rel=1e-3)
    assert (store.account.features, store.account.passed_over) == (3, 1)


@given(seed=st.integers(0, 10_000), height=st.sampled_from([1, 7, 100, 2000]))
@settings(max_examples=25)
def test_strips_give_each_footprint_once_where_it_begins(seed, height):
    random = np.random.default_rng(seed)
    lefts, tops = random.uniform(X - 510, X + 510, 30), random.uniform(Y - 510, Y + 510, 30)
    houses = shapely.box(lefts, tops - 12, lefts + 12, tops)
    grid = shapely.box(*GRID.bounds)
    expected = {n: max(int(np.floor((GRID.top - tops[n - 1]) / 0.5)), 0) for n in range(1, 31)}
    expected = {n: row for n, row in expected.items() if houses[n - 1].intersects(grid)}
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "a.gpkg", list(houses))
        with footprint_store(path, GRID, None, Path(folder), Reporter()) as store:
            found = {}
            for row in range(0, GRID.height, height):
                for one in store.beginning(row, row + height):
                    assert one.id not in found and row <= expected[one.id] < row + height
                    found[one.id] = one
            assert sorted(found) == sorted(expected)
            assert {one.id for one in store.sample(100)} == set(expected) and len(store.sample(5)) == 5


def test_reading_can_be_cancelled(tmp_path):
    path = make(tmp_path / "a.gpkg", [box()])
    with pytest.raises(Cancelled), footprint_store(path, GRID, None, tmp_path, Reporter(cancelled=lambda: True)):
        pass


def test_the_id_column_of_a_geopackage_can_be_named_as_qgis_shows_it(tmp_path):
    path = make(tmp_path / "a.gpkg", [box(), box(20)], options=("FID=objectid",))
    assert [one.id for one in read(path, "objectid")[0]] == [1, 2]
