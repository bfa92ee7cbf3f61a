"""Default styles of a GeoPackage's layers, in the table where QGIS looks for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .gdal_library import gdal, ogr

TABLE = "layer_styles"
TEXTS = {
    "f_table_catalog": 256,
    "f_table_schema": 256,
    "f_table_name": 256,
    "f_geometry_column": 256,
    "styleName": 30,
    "styleQML": 0,
    "styleSLD": 0,
}
"""The text columns in QGIS's order, with their lengths; 0: any length."""


def write_styles(path: Path, styles: Mapping[str, str]) -> None:
    """Store a style (QML text) for each of these layers of a GeoPackage, as "Save Style > In Database (GeoPackage)" of
    QGIS does with "Use as default": the layers open with these styles.

    Write to a file that is not in its final place yet. Raises ValueError if it has no such layer, RuntimeError if it
    cannot be written.
    """
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    try:
        dataset.StartTransaction()
        table = dataset.GetLayerByName(TABLE) or _new_table(dataset)
        for name, qml in styles.items():
            layer = dataset.GetLayerByName(name)
            if layer is None:
                raise ValueError(f"{path} has no layer {name}")
            _add(table, name, layer.GetGeometryColumn(), qml)
        dataset.CommitTransaction()
        dataset.FlushCache()
    finally:
        del dataset


def _new_table(dataset: gdal.Dataset) -> ogr.Layer:
    table = dataset.CreateLayer(TABLE, None, ogr.wkbNone, ["FID=id"])
    for name, length in TEXTS.items():
        column = ogr.FieldDefn(name, ogr.OFTString)
        column.SetWidth(length)
        table.CreateField(column)
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    table.CreateField(default)
    for name, length in {"description": 0, "owner": 30, "ui": 30}.items():
        column = ogr.FieldDefn(name, ogr.OFTString)
        column.SetWidth(length)
        table.CreateField(column)
    changed = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    changed.SetDefault("CURRENT_TIMESTAMP")
    table.CreateField(changed)
    return table


def _add(table: ogr.Layer, layer: str, geometry_column: str, qml: str) -> None:
    row = ogr.Feature(table.GetLayerDefn())
    # QGIS looks for empty texts, not for NULL.
    texts = {"f_table_catalog": "", "f_table_schema": "", "f_table_name": layer, "f_geometry_column": geometry_column}
    texts |= {"styleName": layer[:30], "styleQML": qml, "styleSLD": "", "description": "", "owner": ""}
    for name, text in texts.items():
        row.SetField(name, text)
    row.SetField("useAsDefault", 1)
    table.CreateFeature(row)
