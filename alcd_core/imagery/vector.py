"""Polygons from any vector file: the area of interest, reference layers, annotations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .gdal_library import gdal, horizontal, ogr, osr, point_transform, quiet, spatial_reference

CHANGE_CLASS, IGNORE_CLASS = "change", "ignore"
AOI_SEGMENTS = 200
"""An AOI's long edges are divided into about so many parts before it is reprojected."""


def read_polygons(path: str, grid_crs: str, layer: str | None = None) -> list[Polygon]:
    """All polygons of a layer in the grid's CRS: valid, single, two-dimensional.

    ``path`` may end in ``|layername=NAME``, as QGIS writes it; ``layer`` names it too.
    Raises InputError where the file, layer, CRS or polygons are missing.
    """
    polygons = [polygon for polygon, _ in _read(path, grid_crs, layer)]
    if not polygons:
        raise InputError(f"{path} holds no polygons.", "Give a layer of polygons.")
    return polygons


def read_reference(path: str, grid_crs: str) -> list[tuple[Polygon, str]]:
    """Polygons of a reference layer with their class: "ignore" where a field ``class`` says so, else "change".

    Raises InputError as ``read_polygons``: a layer without any polygon is far more often a mistake than an answer.
    """
    found = list(_read(path, grid_crs, None))
    if not found:
        raise InputError(f"{path} holds no polygons.", "Give a layer of the polygons that changed.")
    return found


def load_aoi(path: str, crs: str) -> BaseGeometry:
    """The area of interest as one valid geometry in ``crs`` (WKT or EPSG:N). Raises InputError as ``read_polygons``."""
    area = shapely.union_all(read_polygons(path, crs))
    if area.area == 0:
        raise InputError(f"The AOI {path} is empty.", "Draw a polygon around the region.")
    return area


def _read(path: str, grid_crs: str, layer_name: str | None) -> Iterator[tuple[Polygon, str]]:
    file, _, suffix = path.partition("|layername=")
    with _opened(file, layer_name or suffix.split("|")[0] or None) as layer:
        if layer.GetSpatialRef() is None:
            raise InputError(f"{path} has no CRS.", "Assign one, for instance with ogr2ogr -a_srs EPSG:N.")
        source, target = horizontal(layer.GetSpatialRef()), spatial_reference(grid_crs)
        has_class = layer.GetLayerDefn().GetFieldIndex("class") >= 0
        for feature in _features(path, layer):
            ignored = has_class and str(feature.GetField("class")).strip().lower() == IGNORE_CLASS
            for polygon in _polygons_of(feature.GetGeometryRef()):
                for part in moved(polygon, source, target):
                    yield part, IGNORE_CLASS if ignored else CHANGE_CLASS


@contextmanager
def _opened(path: str, layer_name: str | None) -> Iterator[ogr.Layer]:
    try:
        with quiet():
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        if Path(path).exists():
            raise InputError(f"{path} cannot be read as a vector layer.", "Give a GeoPackage or GeoJSON.") from error
        raise InputError(f"{path} does not exist.", "Check the path.") from error
    layers = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
    yield _chosen_layer(path, layers, layer_name)


def _chosen_layer(path: str, layers: list[ogr.Layer], name: str | None) -> ogr.Layer:
    names = ", ".join(layer.GetName() for layer in layers)
    if name is not None:
        layers = [layer for layer in layers if layer.GetName() == name]
        if not layers:
            raise InputError(f"{path} has no layer {name!r}; it has {names or 'none'}.", "Choose one of these.")
        return layers[0]
    with_polygons = [layer for layer in layers if _may_hold_polygons(path, layer)]
    if not with_polygons:
        raise InputError(f"{path} holds no polygons.", "Give a layer of polygons.")
    if len(with_polygons) > 1:
        raise InputError(f"{path} has several layers: {names}.", f'Name one: "{path}|layername=NAME".')
    return with_polygons[0]


def _may_hold_polygons(path: str, layer: ogr.Layer) -> bool:
    """By the declared type; a layer that declares none is asked for its features."""
    kind = ogr.GT_Flatten(layer.GetGeomType())
    if kind == ogr.wkbUnknown or kind == ogr.wkbGeometryCollection:
        found = any(list(_polygons_of(feature.GetGeometryRef())) for feature in _features(path, layer))
        layer.ResetReading()
        return found
    return bool(ogr.GT_IsSubClassOf(kind, ogr.wkbSurface) or ogr.GT_IsSubClassOf(kind, ogr.wkbMultiSurface))


def _features(path: str, layer: ogr.Layer) -> Iterator[ogr.Feature]:
    """The layer's features. Raises InputError where the file is damaged or cut off."""
    while True:
        try:
            with quiet():
                feature = layer.GetNextFeature()
        except RuntimeError as error:
            raise InputError(f"{path} cannot be read to its end ({error}).", "Copy the file again.") from error
        if feature is None:
            return
        yield feature


def _polygons_of(geometry: ogr.Geometry | None) -> Iterator[Polygon]:
    """The single polygons of any geometry, curves made straight, heights dropped."""
    if geometry is None or geometry.IsEmpty():
        return
    flat = geometry.GetLinearGeometry()
    flat.FlattenTo2D()
    shape = shapely.from_wkb(bytes(flat.ExportToWkb()), on_invalid="fix")
    for part in shapely.get_parts(shape) if shape is not None else ():
        if part.geom_type == "Polygon":
            yield part
        elif hasattr(part, "geoms"):
            yield from (inner for inner in part.geoms if inner.geom_type == "Polygon")


def moved(polygon: Polygon, source: osr.SpatialReference, target: osr.SpatialReference) -> list[Polygon]:
    """The polygon in the target CRS, repaired; none where it has no image there."""
    if not source.IsSame(target):
        left, bottom, right, top = polygon.bounds
        polygon = shapely.segmentize(polygon, max(right - left, top - bottom) / AOI_SEGMENTS)
        polygon = shapely.transform(polygon, point_transform(source, target))
    if not np.isfinite(shapely.get_coordinates(polygon)).all():
        return []
    repaired = polygon if polygon.is_valid else shapely.make_valid(polygon)
    return [part for part in shapely.get_parts(repaired) if part.geom_type == "Polygon" and part.area > 0]
