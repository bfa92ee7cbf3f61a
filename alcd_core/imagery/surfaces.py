"""Ground areas from any OGR geometry: solids become their outlines, curves straight lines, and heights are dropped."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely

from .gdal_library import ogr
from .layer_path import is_area

FINEST_STEP, COARSEST_STEP = 0.05, 4.0
"""Degrees between the points of a curve that is approximated by lines; 4 is GDAL's default."""
_SOLIDS = (ogr.wkbPolyhedralSurface, ogr.wkbTIN, ogr.wkbTriangle)
_PLAIN = (ogr.wkbPolygon, ogr.wkbMultiPolygon)


def flat_area(geometry: ogr.Geometry, tolerance: float, others: Counter[str]) -> Any:
    """The geometry's area seen from above: WKB of a polygon or multipolygon, or a shapely geometry; None if it has
    no area. Not necessarily valid.

    ``tolerance``: by how much a straight line may deviate from a curve, in the geometry's units. ``others`` counts
    the geometries that are not areas, by type.
    """
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbMultiPolygon and geometry.Is3D():
        return _outline(geometry)  # may be the faces of a solid, roof above floor
    if kind in _PLAIN:
        return _wkb(geometry)
    parts = list(_areas(geometry, tolerance, others))
    if len(parts) > 1:
        return shapely.multipolygons([polygon for part in parts for polygon in shapely.get_parts(part)])
    return parts[0] if parts else None


def _wkb(geometry: ogr.Geometry) -> bytes:
    geometry.FlattenTo2D()
    geometry.CloseRings()
    return bytes(geometry.ExportToWkb())


def _areas(geometry: ogr.Geometry, tolerance: float, others: Counter[str]) -> Iterator[Any]:
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if geometry.IsEmpty():
        return
    if kind == ogr.wkbGeometryCollection:
        yield from _collected(geometry, tolerance, others)
    elif kind in _SOLIDS:
        yield _outline(geometry)
    elif is_area(kind):
        straight = geometry.GetLinearGeometry(_step(geometry, tolerance))
        yield _decoded(_wkb(straight))
    else:
        others[_type_name(kind)] += 1


def _collected(geometry: ogr.Geometry, tolerance: float, others: Counter[str]) -> Iterator[Any]:
    """A collection's areas. Several solids in one collection, as in a shapefile's multipatch, are faces of one body."""
    members = [geometry.GetGeometryRef(index) for index in range(geometry.GetGeometryCount())]
    solids = [one for one in members if ogr.GT_Flatten(one.GetGeometryType()) in _SOLIDS]
    if len(solids) > 1:
        yield shapely.union_all([_outline(one) for one in solids])
        members = [one for one in members if ogr.GT_Flatten(one.GetGeometryType()) not in _SOLIDS]
    for member in members:
        yield from _areas(member, tolerance, others)


def _outline(solid: ogr.Geometry) -> Any:
    """Union of a solid's faces seen from above; walls have no area there and are dropped."""
    if ogr.GT_Flatten(solid.GetGeometryType()) == ogr.wkbTriangle:
        faces = [solid.Clone()]
    else:
        faces = [solid.GetGeometryRef(index).Clone() for index in range(solid.GetGeometryCount())]
    flat = [_decoded(_wkb(ogr.ForceToPolygon(face))) for face in faces]
    areas = [face if shapely.is_valid(face) else shapely.make_valid(face) for face in flat if _has_area(face)]
    return shapely.union_all(areas)


def _has_area(face: Any) -> bool:
    return face is not None and bool(np.isfinite(shapely.get_coordinates(face)).all()) and shapely.area(face) > 0


def _decoded(wkb: bytes) -> Any:
    return shapely.from_wkb(wkb, on_invalid="fix")


def _step(geometry: ogr.Geometry, tolerance: float) -> float:
    """Degrees of arc that one straight line may replace: the sagitta r (1 - cos(step / 2)) stays below ``tolerance``
    for a circle of the geometry's size."""
    left, right, bottom, top = geometry.GetEnvelope()
    radius = math.hypot(right - left, top - bottom) / 2
    if not (math.isfinite(radius) and radius > tolerance > 0):
        return COARSEST_STEP
    return min(max(math.degrees(2 * math.acos(1 - tolerance / radius)), FINEST_STEP), COARSEST_STEP)


def _type_name(kind: int) -> str:
    words = {ogr.wkbPoint: "points", ogr.wkbMultiPoint: "points"}
    if kind in words:
        return words[kind]
    lines = ogr.GT_IsSubClassOf(kind, ogr.wkbCurve) or ogr.GT_IsSubClassOf(kind, ogr.wkbMultiCurve)
    return "lines" if lines else f"geometries of the type {ogr.GeometryTypeToName(kind)}"
