"""Kinds of vector layers that people had trouble with elsewhere: each gives the right polygons, or a sentence.

``SOUND``: what is read. ``REFUSED``: what is not, and why. The word after each name is where the kind was reported.
"""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import shapely
from odd_layers import (
    GRID,
    LV95,
    X,
    Y,
    box,
    change_database,
    geojson,
    geojson_square,
    lacking,
    make,
    moved,
    not_finite,
    other_bytes,
    renamed,
    ring,
    stale,
    union,
    without_crs,
    zipped,
)
from osgeo import ogr

from alcd_core.errors import InputError
from alcd_core.imagery.vector import read_reference

SQUARE = shapely.box(X, Y, X + 10, Y + 10)
PRISM = [  # floor, roof and two walls of a house
    ring((0, 0, 0), (10, 0, 0), (10, 10, 0), (0, 10, 0)),
    ring((0, 0, 9), (10, 0, 9), (10, 10, 9), (0, 10, 9)),
    ring((0, 0, 0), (10, 0, 0), (10, 0, 9), (0, 0, 9)),
    ring((10, 0, 0), (10, 10, 0), (10, 10, 9), (10, 0, 9)),
]
GABLE = [  # a roof and a wall in triangles
    ring((0, 0, 5), (10, 0, 5), (0, 10, 5)),
    ring((10, 0, 5), (10, 10, 5), (0, 10, 5)),
    ring((0, 0, 0), (10, 0, 0), (10, 0, 5)),
]
TIN = f"TIN Z ({', '.join(f'({one})' for one in GABLE)})"
SOLID = f"POLYHEDRALSURFACE Z ({', '.join(f'({one})' for one in PRISM)})"
CIRCLE = f"CURVEPOLYGON (CIRCULARSTRING ({X} {Y}, {X + 100} {Y + 100}, {X + 200} {Y}, {X + 100} {Y - 100}, {X} {Y}))"
WALL = f"POLYGON Z ({ring((0, 0, 0), (5, 0, 0), (5, 0, 9), (0, 0, 9))})"
BOW = f"POLYGON ({ring((0, 0), (10, 10), (10, 0), (0, 10))})"
HOLE_OUTSIDE = f"POLYGON ({ring((0, 0), (10, 0), (10, 10), (0, 10))}, {ring((5, 5), (15, 5), (15, 8), (5, 8))})"
HOLE_AROUND = f"POLYGON ({ring((2, 2), (4, 2), (4, 4), (2, 4))}, {ring((0, 0), (10, 0), (10, 10), (0, 10))})"
SPIKE = f"POLYGON ({ring((0, 0), (10, 0), (10, 10), (10, 50), (10, 10), (0, 10))})"
NESTED = f"GEOMETRYCOLLECTION (GEOMETRYCOLLECTION ({box()}, POINT ({X} {Y})), MULTIPOLYGON ((({box(20)[10:-2]}))))"


@dataclass(frozen=True)
class Expected:
    """What is read of a layer: how many polygons, their area in m2, what is said of it, and their classes."""

    count: int = 1
    area: float = 100.0
    words: str = ""
    classes: str = ""


SOUND = {
    # Solids and curves
    "a TIN, fiona#632": (lambda d: make(d / "a.gpkg", [TIN], kind=ogr.wkbTINZ), Expected()),
    "a TIN in a shapefile, swissBUILDINGS3D": (lambda d: make(d / "a.shp", [TIN], kind=ogr.wkbTINZ), Expected()),
    "a solid, pyogrio#166": (lambda d: make(d / "a.gpkg", [SOLID], kind=ogr.wkbPolyhedralSurfaceZ), Expected()),
    "a multipatch, gdal#1363": (lambda d: make(d / "a.shp", [SOLID], kind=ogr.wkbPolyhedralSurfaceZ), Expected()),
    "a body as multipolygon, CityGML": (
        lambda d: make(d / "a.gpkg", [f"MULTIPOLYGON Z ({', '.join(f'({one})' for one in PRISM)})"]),
        Expected(),
    ),
    "a collection of TINs, gdal#1363": (
        lambda d: make(d / "a.gpkg", [f"GEOMETRYCOLLECTION Z ({TIN}, {TIN})"]),
        Expected(),
    ),
    "a triangle, qgis#5298": (
        lambda d: make(d / "a.gpkg", [f"TRIANGLE ({ring((0, 0), (10, 0), (0, 10))})"], kind=ogr.wkbTriangle),
        Expected(area=50),
    ),
    "a circle of arcs, cadastre": (lambda d: make(d / "a.gpkg", [CIRCLE]), Expected(area=31_415.93)),
    "measures, postgis": (
        lambda d: make(
            d / "a.gpkg", [f"POLYGON ZM ({ring((0, 0, 1, 2), (10, 0, 1, 2), (10, 10, 1, 2), (0, 10, 1, 2))})"]
        ),
        Expected(),
    ),
    # What is mixed, broken or missing
    "points and lines between, riverscapes#224": (
        lambda d: make(d / "a.gpkg", [box(), f"POINT ({X} {Y})", f"LINESTRING ({X} {Y}, {X + 9} {Y})"]),
        Expected(words=r"Left out of .*: points \(1\), lines \(1\)"),
    ),
    "collections in collections, qgis#53360": (
        lambda d: make(d / "a.gpkg", [NESTED]),
        Expected(2, 200.0, r"Left out of .*: points \(1\)"),
    ),
    "no geometry, qgis#48964": (
        lambda d: make(d / "a.gpkg", [box(), None, "POLYGON EMPTY"]),
        Expected(words=r"without geometry \(2\)"),
    ),
    "a wall, 3dcitydb": (lambda d: make(d / "a.gpkg", [box(), WALL]), Expected(words=r"without an area .* \(1\)")),
    "a ring that crosses itself, gdal#3376": (
        lambda d: make(d / "a.gpkg", [BOW]),
        Expected(2, 50.0, "1 polygon .* was inv"),
    ),
    "a hole that leaves its shell, shapely": (
        lambda d: make(d / "a.gpkg", [HOLE_OUTSIDE]),
        Expected(1, 85.0, "repaired"),
    ),
    "a spike, digitizing": (lambda d: make(d / "a.gpkg", [SPIKE]), Expected(words="repaired")),
    "a hole around its shell, shapefile": (lambda d: make(d / "a.gpkg", [HOLE_AROUND]), Expected(1, 96.0, "repaired")),
    "a name in other capitals, gdal": (lambda d: make(d / "a.gpkg", [box()]) + "|layername=Shapes", Expected()),
    "a ring that is not closed, fiona": (
        lambda d: make(d / "a.gpkg", [f"POLYGON (({X} {Y}, {X + 10} {Y}, {X + 10} {Y + 10}, {X} {Y + 10}))"]),
        Expected(),
    ),
    "a coordinate that is not a number, shapely": (
        lambda d: not_finite(d),
        Expected(words=r"with coordinates that cannot be transformed .* \(1\)"),
    ),
    "a latitude of 147, gps": (
        lambda d: make(d / "a.gpkg", [moved(SQUARE, "EPSG:4326"), shapely.box(8, 147, 8.1, 147.1)], crs="EPSG:4326"),
        Expected(words=r"with coordinates that cannot be transformed .* \(1\)"),
    ),
    # Files that lie about themselves
    "a count of 0, gpkg_ogr_contents": (lambda d: stale(d, 0), Expected(2, 200.0)),
    "a count of 7, gpkg_ogr_contents": (lambda d: stale(d, 7), Expected(2, 200.0)),
    "another encoding in the .dbf, qfield": (other_bytes, Expected(2, 200.0, classes="change ignore")),
    "no .dbf, e-mail": (lambda d: lacking(d, ".dbf"), Expected(words="without its .dbf: there are no fields")),
    "no .prj but .qpj, qgis 2": (lambda d: make(d / "a.shp", [box()]), Expected()),
    "identifiers twice, qgis#27583": (
        lambda d: geojson(d, [geojson_square(20 * n, 1, fid=1) for n in range(4)]),
        Expected(4, 400.0),
    ),
    "identifiers twice in a union, gdal vrt": (union, Expected(2, 200.0)),
    "no spatial index, ogr2ogr": (lambda d: make(d / "a.gpkg", [box()], options=("SPATIAL_INDEX=NO",)), Expected()),
    "fields of three spellings, postgis": (
        lambda d: geojson(d, [geojson_square(0, 1, CLASS="change", Class="x", **{"class": "ignore"})]),
        Expected(classes="ignore"),
    ),
    "one field in capitals, dbf": (
        lambda d: make(d / "a.gpkg", [box()], CLASS=[" Ignore "]),
        Expected(classes="ignore"),
    ),
    "a class that is a list, overture": (
        lambda d: geojson(d, [geojson_square(0, 1, **{"class": ["house", "ignore"]})]),
        Expected(classes="ignore"),
    ),
    # Other formats, names, words of QGIS
    "a file geodatabase, esri": (lambda d: make(d / "a.gdb", [box()], kind=ogr.wkbMultiPolygon), Expected()),
    "FlatGeobuf, gdal": (lambda d: make(d / "a.fgb", [box()], kind=ogr.wkbPolygon), Expected()),
    "SpatiaLite, qgis": (lambda d: make(d / "a.sqlite", [box()]), Expected()),
    "a name with ? and #, gdal#5554": (lambda d: make(d / "ä ö?#%&.gpkg", [box()]), Expected()),
    "a name like a connection, gdal": (lambda d: renamed(d, "PG:a.gpkg"), Expected()),
    "a name with a bar, qgis#39288": (lambda d: renamed(d, "x|y.gpkg"), Expected()),
    "a name in brackets, gdal": (lambda d: renamed(d, "<x>.gpkg"), Expected()),
    "a layer's name with quotes, qgis#39291": (
        lambda d: make(d / "a.gpkg", [box()], layer='häuser "neu"') + '|layername=häuser "neu"',
        Expected(),
    ),
    "an archive, qgis": (zipped, Expected()),
    "a database's prefix, gdal": (lambda d: f"GPKG:{make(d / 'a.gpkg', [box()])}:shapes", Expected()),
    "tables and points beside, qgis": (
        lambda d: (
            make(d / "a.gpkg", [], layer="points", kind=ogr.wkbPoint)
            and make(d / "a.gpkg", [box()], kind=ogr.wkbPolygon)
        ),
        Expected(),
    ),
    "a condition, qgis": (
        lambda d: (
            make(d / "a.gpkg", [box(), box(20)], kind_of=["a", "b|c"])
            + "|layername=shapes|geometrytype=Polygon|subset=\"kind_of\" = 'b|c' OR 1 = 0"
        ),
        Expected(),
    ),
    "a layer's number, qgis": (lambda d: make(d / "a.gpkg", [box()]) + "|layerid=0|uniqueGeometryType=yes", Expected()),
    "a geometry type, qgis": (
        lambda d: make(d / "a.gpkg", [box(), f"GEOMETRYCOLLECTION ({box(20)})"]) + "|geometrytype=Polygon25D",
        Expected(words=r"of another geometry type than requested \(1\)"),
    ),
    # Places
    "most of it elsewhere, qgis": (
        lambda d: make(d / "a.gpkg", [box(), *(box(100_000 + 20 * n) for n in range(9))]),
        Expected(words=r"Only 1 of 10 features of .* \(10.00%\) lie on the grid"),
    ),
    "parts elsewhere, qgis": (
        lambda d: make(
            d / "a.gpkg", [shapely.union_all([SQUARE, *(shapely.box(X + n, Y, X + n + 9, Y + 9) for n in (5e4, 6e4))])]
        ),
        Expected(words=r"Only 1 of 3 polygons of .* \(33.33%\)"),
    ),
    "longitudes to 360, mapshaper#700": (
        lambda d: make(
            d / "a.gpkg",
            [shapely.transform(moved(SQUARE, "EPSG:4326"), lambda p: p + np.array([360, 0]))],
            crs="EPSG:4326",
        ),
        Expected(),
    ),
}
SYSTEMS = {
    "EPSG:4326": "degrees",
    "EPSG:4979": "three-dimensional degrees",
    "EPSG:4807": "grads from Paris, ign",
    "EPSG:2056+5728": "with heights, swisstopo",
    "EPSG:21781": "the former datum, swisstopo",
    "EPSG:2180": "north first, gugik",
    "EPSG:2100": "Greek grid",
    "EPSG:31467": "north first, adv",
    "EPSG:3857": "web maps",
    "EPSG:5514": "south and west, cuzk",
    "EPSG:2053": "south and west, South Africa",
    "EPSG:2263": "US feet, fiona#762",
    "ESRI:102091": "of Esri's register, geopandas#943",
    "EPSG:3413": "polar, sedona-db#1240",
    "+proj=utm +zone=32 +south": "south of the equator",
    "+proj=longlat +datum=WGS84 +pm=paris": "another meridian",
    "+proj=ortho +lat_0=47 +lon_0=8": "without an inverse everywhere",
}
REFUSED = {
    "another zone, utm": (
        lambda d: make(d / "a.gpkg", [moved(SQUARE, "EPSG:25832")], crs="EPSG:25833"),
        r"lies outside the grid: it covers 13\.\d+ to .*, the grid 7\.96183",
    ),
    "metres called degrees, geojson": (
        lambda d: geojson(d, [geojson_square(0, 1)], crs=None),
        r"its coordinates are not the degrees of its CRS WGS 84 \(x from 2640000.*Assign the right",
    ),
    "degrees called metres, geopandas": (
        lambda d: make(d / "a.gpkg", [moved(SQUARE, "EPSG:4326")]),
        r"its coordinates look like degrees, but its CRS is CH1903\+ / LV95.*Assign",
    ),
    "x and y swapped, sumo#13945": (
        lambda d: make(d / "a.gpkg", [shapely.transform(SQUARE, lambda p: p[:, ::-1])]),
        "its x and y look swapped .*Swap them",
    ),
    "no CRS, fiona#762": (lambda d: lacking(d, ".prj"), "has no CRS .*Assign"),
    "an undefined cartesian CRS, gpkg": (lambda d: without_crs(d, -1), "has no CRS .*Assign"),
    "an undefined geographic CRS, gpkg": (lambda d: without_crs(d, 0), "has no CRS .*Assign"),
    "lines around houses, dxf": (
        lambda d: make(d / "a.gpkg", [f"LINESTRING {ring((0, 0), (9, 0), (9, 9))}"]),
        r"contains no polygons. Left out of .*: lines \(1\)",
    ),
    "no .shx, e-mail": (lambda d: lacking(d, ".shx"), r"a\.shx.*\(.shx, .dbf, .prj\) belong beside it"),
    "a condition that nothing fulfils, qgis": (
        lambda d: make(d / "a.gpkg", [box()], name=["a"]) + "|subset=name = 'b'",
        "No feature of .* matches the condition name = 'b'",
    ),
    "a condition that is not SQL, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|subset=area(shapes > 3",
        r"condition area\(shapes > 3 does not fit .*OGR's SQL",
    ),
    "a whole statement, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|subset=SELECT * FROM shapes",
        "filtered by a full SQL statement.*Give a condition",
    ),
    "a layer's number too high, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|layerid=3",
        "no layer number 3; it has 1",
    ),
    "a type of lines, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|geometrytype=LineString",
        "type LineString, not pol",
    ),
    "a login of QGIS, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|authcfg=abc1234",
        "login that is stored in QGIS.*Export",
    ),
    "an unknown word, qgis": (
        lambda d: make(d / "a.gpkg", [box()]) + "|colour=red",
        "key colour is not supported.*Supported",
    ),
    "an archive as it is, qgis": (
        lambda d: zipped(d).removeprefix("/vsizip/").removesuffix("/a.gpkg"),
        "z.zip cannot be read .*/vsizip/",
    ),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", SOUND)
def test_an_odd_layer_gives_the_right_polygons(folder, kind):
    make_file, expected = SOUND[kind]
    found = read_reference(make_file(folder), GRID)
    polygons = [polygon for polygon, _ in found.polygons]
    assert len(polygons) == expected.count
    assert sum(polygon.area for polygon in polygons) == pytest.approx(expected.area, rel=5e-4)
    assert all(polygon.is_valid and not polygon.has_z for polygon in polygons)
    assert [name for _, name in found.polygons] == (expected.classes.split() or ["change"] * expected.count)
    said = " ".join(found.account.sentences())
    assert_said(expected.words, said)


def assert_said(words: str, said: str) -> None:
    if words:
        assert re.search(words, said), said
    else:
        assert said == ""


@pytest.mark.parametrize("crs", SYSTEMS)
def test_a_layer_in_another_crs_lies_where_it_belongs(folder, crs):
    square = shapely.box(X, Y, X + 100, Y + 100)
    path = make(folder / "a.gpkg", [moved(square, crs)], crs=crs)
    ((found, _),) = read_reference(path, GRID).polygons
    assert shapely.intersection(found, square).area / shapely.union(found, square).area > 0.998


@pytest.mark.parametrize("kind", REFUSED)
def test_an_unusable_layer_is_refused_with_the_reason(folder, kind):
    make_file, words = REFUSED[kind]
    with pytest.raises(InputError) as refusal:
        read_reference(make_file(folder), GRID)
    assert_said(words, str(refusal.value))


def test_a_polygon_around_the_world_covers_the_grid(folder):
    path = make(folder / "a.geojson", [shapely.box(-180, -90, 180, 90)], crs="EPSG:4326")
    ((found, _),) = read_reference(path, GRID).polygons
    assert shapely.contains(found, shapely.box(*GRID.bounds))


def test_a_layer_that_another_program_has_locked_is_named(folder):
    path = make(folder / "a.gpkg", [box()])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(InputError, match=r"locked by another program .*close it there"):
        read_reference(path, GRID)
    connection.close()


@pytest.mark.parametrize("version", ["missing", "other"])
def test_a_foreign_proj_is_named(folder, version):
    program = "from alcd_core.imagery.gdal_library import spatial_reference; spatial_reference('EPSG:2056')"
    if version == "other":
        change_database(str(folder / "proj.db"), "CREATE TABLE metadata (key, value)")
    environment = {**os.environ, "PROJ_LIB": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert f"PROJ_LIB points to {folder}" in ended.stderr and "unset it" in ended.stderr


def test_polygons_in_the_grids_own_crs_are_not_densified(folder):
    path = make(folder / "a.gpkg", [SQUARE], crs=LV95)
    ((found, _),) = read_reference(path, GRID).polygons
    assert found.equals(SQUARE)
