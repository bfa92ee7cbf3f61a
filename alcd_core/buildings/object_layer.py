"""A layer of the buildings that were found and missed, and of the polygons that are false."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..imagery.gdal_library import ogr, spatial_reference
from ..imagery.layer_styles import TABLE, write_styles
from ..imagery.output_file import publish, writing
from ..progress import Reporter
from ..temporary_files import scratch_folder
from .object_accuracy import REASONS, Outlines
from .object_assessment import ObjectAssessment
from .size_classes import SIZE_CLASSES, size_classes

LAYER = "objects"
FOUND, MISSED, FALSE, LEFT_OUT = "found", "missed", "false", "left_out"
_FIELDS = (
    ("result", ogr.OFTString),
    ("source", ogr.OFTString),
    ("iou", ogr.OFTReal),
    ("area_m2", ogr.OFTReal),
    ("size_class", ogr.OFTString),
    ("kind", ogr.OFTString),
    ("reason", ogr.OFTString),
)


@dataclass(frozen=True)
class ObjectRow:
    """One feature. ``source``: "reference" or "polygon". ``iou``: with the outline that it was matched with, if any."""

    shape: BaseGeometry
    result: str
    source: str
    iou: float | None
    area_m2: float
    size_class: str
    kind: str | None
    reason: str | None


def write_objects(assessment: ObjectAssessment, crs: str, output_path: str, style: str, reporter: Reporter) -> None:
    """Write a GeoPackage with every building of the reference, and every polygon that was not matched with one.

    ``result`` is found, missed or false by the criterion of the same building, or left_out, with the ``reason``. A
    building that is missed although its ``iou`` has a value is touched by a polygon, which is then false.
    ``style``: QML that the layer opens with in QGIS. Raises InputError if it cannot be written.
    """
    with scratch_folder(output_path) as folder, writing(output_path, reporter):
        finished = folder / "finished.gpkg"
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(finished))
        try:
            layer = dataset.CreateLayer(LAYER, spatial_reference(crs), ogr.wkbMultiPolygon)
            for name, kind in _FIELDS:
                layer.CreateField(ogr.FieldDefn(name, kind))
            layer.StartTransaction()
            for row in object_rows(assessment):
                reporter.check()
                layer.CreateFeature(_feature(layer, row))
            layer.CommitTransaction()
            dataset.FlushCache()  # raises if the disk is full; closing the file does not
        finally:
            del dataset  # closes it while its folder still exists
        write_styles(finished, {LAYER: style})
        publish(finished, output_path)


def is_replaceable(layer: ogr.Layer) -> bool:
    """Whether a layer of an existing file is of this module's making."""
    if layer.GetName() != LAYER:
        return bool(layer.GetName() == TABLE)
    return all(layer.GetLayerDefn().GetFieldIndex(name) >= 0 for name, _ in _FIELDS)


def object_rows(assessment: ObjectAssessment) -> Iterator[ObjectRow]:
    """The features: first the reference, then the polygons without a building."""
    result, pairs = assessment.same, assessment.pairs
    reference, polygons = assessment.reference, assessment.polygons
    iou = np.full(len(reference.shapes), np.nan)
    polygon_iou = np.full(len(polygons.shapes), np.nan)
    iou[pairs.reference] = polygon_iou[pairs.polygon] = pairs.iou
    names = np.where(result.partner >= 0, FOUND, MISSED)
    yield from _rows(reference, "reference", names, result.reason, iou, np.arange(len(names)))
    alone = np.flatnonzero(result.polygon_partner < 0)
    names = np.full(len(polygons.shapes), FALSE)
    yield from _rows(polygons, "polygon", names, result.polygon_reason, polygon_iou, alone)


def _rows(
    side: Outlines, source: str, names: np.ndarray, reasons: np.ndarray, iou: np.ndarray, which: np.ndarray
) -> Iterator[ObjectRow]:
    sizes = size_classes(side.areas)
    for index in which:
        reason = int(reasons[index])
        yield ObjectRow(
            side.shapes[index],
            LEFT_OUT if reason else str(names[index]),
            source,
            None if np.isnan(iou[index]) else float(iou[index]),
            float(side.areas[index]),
            SIZE_CLASSES[sizes[index]],
            side.kinds[index],
            REASONS[reason] if reason else None,
        )


def _feature(layer: ogr.Layer, row: ObjectRow) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    values = {
        "result": row.result,
        "source": row.source,
        "iou": None if row.iou is None else round(row.iou, 4),
        "area_m2": round(row.area_m2, 3),
        "size_class": row.size_class,
        "kind": row.kind,
        "reason": row.reason,
    }
    for name, value in values.items():
        feature[name] = value
    shape = ogr.CreateGeometryFromWkb(shapely.to_wkb(row.shape))
    feature.SetGeometryDirectly(ogr.ForceToMultiPolygon(shape))
    return feature
