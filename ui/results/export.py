"""Exports change polygons to a file in a chosen CRS, in the background."""

from __future__ import annotations

from typing import Callable

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorFileWriterTask,
    QgsVectorLayer,
)

from .change_review import ACCEPTED, REJECTED, VERDICT

WHICH = ("accepted", "not rejected", "all")
FILTERS = {
    "accepted": f"\"{VERDICT}\" = '{ACCEPTED}'",
    "not rejected": f'"{VERDICT}" IS NULL OR "{VERDICT}" != \'{REJECTED}\'',
    "all": "",
}


def export_polygons(
    layer: QgsVectorLayer,
    path: str,
    crs: QgsCoordinateReferenceSystem,
    which: str,
    done: Callable[[], None],
    failed: Callable[[str], None],
) -> QgsVectorFileWriterTask:
    """Write ``path`` (.gpkg or .geojson) in the background; if ``crs`` is invalid, the layer's own is used.

    ``which``: one of WHICH. ``done`` or ``failed`` (with the reason) is called at the end in the main thread.
    """
    source = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    source.setSubsetString(FILTERS[which])
    options = QgsVectorFileWriter.SaveVectorOptions()
    is_geojson = path.lower().endswith(".geojson")
    options.driverName, options.layerName = ("GeoJSON" if is_geojson else "GPKG"), "changes"
    if is_geojson and crs.authid() == "EPSG:4326":
        options.layerOptions = ["RFC7946=YES"]
    if crs.isValid() and crs != source.crs():
        options.ct = QgsCoordinateTransform(source.crs(), crs, QgsProject.instance())
    task = QgsVectorFileWriterTask(source, path, options)
    task.writeComplete.connect(lambda *_: done())
    task.errorOccurred.connect(lambda _, words: failed(words))
    QgsApplication.taskManager().addTask(task)
    return task
