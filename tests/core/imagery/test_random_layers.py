"""Random layers, read by ALCD and by GDAL's own ogr2ogr: the same features, classes and areas."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_layers import GRID, LV95, X, Y, make, moved
from osgeo import gdal, ogr

from alcd_core.imagery.vector import read_reference

LAYERS = 200
CELL = 40.0
"""Metres: every feature has a cell of its own on the grid, so that areas add up."""
SYSTEMS = [LV95, "EPSG:21781", "EPSG:4326", "EPSG:25832", "EPSG:3857", "EPSG:2056+5728"]
SHAPES = ["square", "triangle", "hole", "multi", "arcs", "high", "collection", "empty", "null", "point", "bow", "off"]


def shape(kind: str, x: float, y: float) -> object:
    """WKT, or shapely's, in a cell whose corner is ``x``, ``y``."""
    square = shapely.box(x, y, x + 10, y + 10)
    made = {
        "square": square,
        "triangle": shapely.Polygon([(x, y), (x + 10, y), (x, y + 10)]),
        "hole": shapely.difference(square, shapely.box(x + 2, y + 2, x + 4, y + 5)),
        "multi": shapely.MultiPolygon([square, shapely.box(x + 15, y, x + 20, y + 5)]),
        "high": shapely.force_3d(square, 412.0),
        "collection": shapely.GeometryCollection([square, shapely.Point(x + 20, y)]),
        "empty": shapely.Polygon(),
        "null": None,
        "point": shapely.Point(x, y),
        "bow": shapely.Polygon([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)]),
        "off": shapely.box(x + 5000, y, x + 5010, y + 10),
    }
    arcs = f"CURVEPOLYGON (CIRCULARSTRING ({x} {y + 5}, {x + 5} {y + 10}, {x + 10} {y + 5}, {x + 5} {y}, {x} {y + 5}))"
    return arcs if kind == "arcs" else made[kind]


@st.composite
def layers(draw: st.DrawFn) -> dict:
    """Shapes, classes, numbers that need not be unique, a CRS, a spelling of the field, a condition, a format."""
    kinds = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=12))
    crs = draw(st.sampled_from(SYSTEMS))
    count = len(kinds)
    return {
        "kinds": [kind if crs == LV95 or kind != "arcs" else "square" for kind in kinds],
        "crs": crs,
        "field": draw(st.sampled_from(["class", "Class", "CLASS", "klass"])),
        "classes": draw(
            st.lists(st.sampled_from(["ignore", " IGNORE", "change", "", None]), min_size=count, max_size=count)
        ),
        "ids": draw(st.lists(st.sampled_from(["1", "2", "3"]), min_size=count, max_size=count)),
        "wanted": draw(st.sampled_from([None, "1", "2"])),
        "ending": draw(st.sampled_from([".gpkg", ".sqlite", ".geojson"])),
    }


def write(folder: Path, layer: dict) -> str:
    """The layer as a file."""
    places = [(X - 400 + CELL * (n % 4), Y - 400 + CELL * (n // 4)) for n in range(len(layer["kinds"]))]
    made = [shape(kind, *place) for kind, place in zip(layer["kinds"], places)]
    crs = layer["crs"].partition("+")[0]
    there = [one if one is None or isinstance(one, str) else moved(one, crs) for one in made]
    curved = any(isinstance(one, str) for one in there)
    ending = ".gpkg" if curved else layer["ending"]
    fields = {layer["field"]: layer["classes"], "number": layer["ids"]}
    return make(folder / f"a{ending}", there, crs=layer["crs"], **fields)


def by_ogr2ogr(path: str, layer: dict) -> list[tuple[float, bool]]:
    """Area on the grid and whether it is to be ignored, of every polygon, as GDAL alone sees them."""
    condition = None if layer["wanted"] is None else f"number = '{layer['wanted']}'"
    options = gdal.VectorTranslateOptions(
        format="Memory", dstSRS=LV95, where=condition, geometryType="CONVERT_TO_LINEAR"
    )
    found = []
    translated = gdal.VectorTranslate("", path, options=options)
    vectors = translated.GetLayer(0)
    names = [vectors.GetLayerDefn().GetFieldDefn(n).GetName() for n in range(vectors.GetLayerDefn().GetFieldCount())]
    number = next((n for n, name in enumerate(names) if name.lower() == "class"), -1)
    reach = shapely.box(*GRID.bounds)
    for feature in vectors:
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty():
            continue
        value = feature.GetField(number) if number >= 0 else None
        flat = shapely.make_valid(shapely.force_2d(shapely.from_wkb(bytes(geometry.ExportToWkb()))))
        parts = [part for one in shapely.get_parts(flat) for part in shapely.get_parts(one)]
        areas = [part.area for part in parts if part.geom_type == "Polygon" and part.intersects(reach)]
        found += [(area, (value or "").strip().lower() == "ignore") for area in areas]
    return found


@settings(max_examples=LAYERS, derandomize=True)
@given(layer=layers())
def test_alcd_and_gdal_read_the_same(layer):
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), layer)
        expected = by_ogr2ogr(path, layer)
        if not expected:
            return
        condition = "" if layer["wanted"] is None else f"|subset=number = '{layer['wanted']}'"
        found = read_reference(path + condition, GRID)
    areas = sorted((polygon.area, name == "ignore") for polygon, name in found.polygons)
    assert len(areas) == len(expected)
    np.testing.assert_allclose([area for area, _ in areas], [area for area, _ in sorted(expected)], rtol=3e-3)
    ignored = sum(area for area, is_ignored in areas if is_ignored)
    np.testing.assert_allclose(ignored, sum(area for area, is_ignored in expected if is_ignored), rtol=3e-3)
    chosen = [kind for kind, number in zip(layer["kinds"], layer["ids"]) if layer["wanted"] in (None, number)]
    counted = found.account.left_out
    assert counted["without geometry"] == chosen.count("null") + chosen.count("empty")
    assert counted["points"] == chosen.count("point") + chosen.count("collection")
    assert found.account.repaired == chosen.count("bow")
    assert found.account.features == len(chosen)


def test_every_shape_is_among_the_random_ones():
    assert {"arcs", "null", "empty", "multi", "high", "off"} <= set(SHAPES)
    assert ogr.CreateGeometryFromWkt(shape("arcs", X, Y)).Area() > 78
