"""The outlines of buildings: the true changes, and a building map as of the first date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from .ground import polygon_wkb
from .projection import Projection
from .scene import AFTER, BEFORE, Building, Scene, part_corners

LEFT, TOP = 2_600_000.0, 1_200_000.0
EPSG = 2056
DISPLACED = 0.15
"""Share of the footprints that are displaced in the building map, as maps and orthophotos disagree in practice."""
DISPLACEMENT = 0.7, 1.5
"""How far they are displaced, metres."""
FIRST_ID = 1001


def write_truth(path: Path, scene: Scene, views: tuple[Projection, Projection], picture: ogr.Geometry) -> None:
    """Layer ``changes``: the polygon of every building, or part of one, that exists at one date only, with its
    ``kind`` (built, torn_down or altered)."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("changes", map_crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    layer.StartTransaction()
    for building in scene.buildings:
        if building.dates[BEFORE] == building.dates[AFTER]:
            continue
        view = views[AFTER if building.dates[AFTER] else BEFORE]
        changed = _footprint(building, view)
        if building.annex_to is not None:
            changed = changed.Difference(_footprint(scene.buildings[building.annex_to], view))
        if not changed.Within(picture):
            changed = changed.Intersection(picture)
        if not changed.IsEmpty() and changed.GetGeometryType() == ogr.wkbPolygon:
            _add(layer, changed, kind=_kind(building))
    layer.CommitTransaction()
    del layer, source


def write_building_map(
    path: Path, scene: Scene, view: Projection, picture: ogr.Geometry, rng: np.random.Generator
) -> None:
    """Layer ``buildings``: the footprints as of the first date, each with a number (``building_id``). Some of them are
    displaced by about a metre."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("buildings", map_crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("building_id", ogr.OFTInteger))
    layer.StartTransaction()
    for number, footprint in enumerate(_standing_before(scene, view), start=FIRST_ID):
        if rng.random() < DISPLACED:
            footprint = _displaced(footprint, rng.uniform(*DISPLACEMENT), rng.uniform(0.0, 2 * np.pi))
        if footprint.Intersects(picture):
            _add(layer, footprint, building_id=number)
    layer.CommitTransaction()
    del layer, source


def picture_outline(side: float) -> ogr.Geometry:
    """The outline of an image of ``side`` x ``side`` metres, in the CRS."""
    corners = np.array([(0, 0), (side, 0), (side, side), (0, side), (0, 0)], dtype=float)
    return ogr.CreateGeometryFromWkb(polygon_wkb(corners * (1, -1) + (LEFT, TOP)))


def map_crs() -> osr.SpatialReference:
    """The CRS of the imagery and its maps."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    return crs


def _kind(building: Building) -> str:
    if building.annex_to is not None:
        return "altered"
    return "built" if building.dates[AFTER] else "torn_down"


def _standing_before(scene: Scene, view: Projection) -> Iterator[ogr.Geometry]:
    """The footprints of the buildings of the first date, with their annexes."""
    annexes = {one.annex_to: one for one in scene.buildings if one.annex_to is not None and one.dates[BEFORE]}
    for number, building in enumerate(scene.buildings):
        if building.annex_to is None and building.dates[BEFORE]:
            footprint, annex = _footprint(building, view), annexes.get(number)
            yield footprint if annex is None else footprint.Union(_footprint(annex, view))


def _footprint(building: Building, view: Projection) -> ogr.Geometry:
    """The building's outline in the CRS: its parts as one polygon, placed rigidly as in the image."""
    x, y, angle = view.place(building.middle, building.angle)
    placed = Building((x, y), angle, building.parts, building.kind, building.colours)
    outline: ogr.Geometry | None = None
    for part in building.parts:
        ring = np.array(part_corners(placed, part))
        ring = np.concatenate([ring, ring[:1]]) * (1, -1) + (LEFT, TOP)
        polygon = ogr.CreateGeometryFromWkb(polygon_wkb(ring))
        outline = polygon if outline is None else outline.Union(polygon)
    return outline


def _displaced(footprint: ogr.Geometry, metres: float, direction: float) -> ogr.Geometry:
    ring = np.array(footprint.GetGeometryRef(0).GetPoints())[:, :2]
    shift = metres * np.array([np.cos(direction), np.sin(direction)])
    return ogr.CreateGeometryFromWkb(polygon_wkb(ring + shift))


def _add(layer: ogr.Layer, geometry: ogr.Geometry, **values: str | int) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        feature.SetField(name, value)
    feature.SetGeometry(geometry)
    layer.CreateFeature(feature)
