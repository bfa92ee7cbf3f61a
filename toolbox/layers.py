"""From layers to files that a worker can read. To be called in the main thread."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..alcd_core.errors import InputError
from ..bridge.texts import tr


def raster_file(layer: QgsRasterLayer) -> str:
    """What GDAL opens. Raises InputError for layers of services and other programs."""
    if layer.providerType() != "gdal":
        message = tr("The layer {} is no raster file but comes from “{}”.").format(layer.name(), layer.providerType())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if "|" in layer.source():
        message = tr("The layer {} is opened with options that the worker would not know.").format(layer.name())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    return layer.source()


def vector_file(
    algorithm: QgsProcessingAlgorithm,
    parameters: Dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Path of a file with just the features that the user means.

    The layer's own file where that is all of it. Layers in memory, of services or with a filter, selected features
    only, and one layer of a file of many are written to a temporary GeoPackage. Raises InputError where edits are not
    saved.
    """
    layer = _layer(parameters.get(name), context)
    if layer is not None and layer.isEditable() and layer.isModified():
        message = tr("The layer {} has edits that are not saved.").format(layer.name())
        raise InputError(message, tr("Save or discard them, then start again."))
    formats = QgsVectorFileWriter.supportedFormatExtensions()
    path = algorithm.parameterAsCompatibleSourceLayerPath(parameters, name, context, formats, "gpkg", feedback)
    if not path:
        raise InputError(tr("The layer given as {} cannot be read.").format(name.replace("_", " ")))
    return path


def _layer(given: Any, context: QgsProcessingContext) -> Any:
    """The vector layer that a parameter's value names, or None."""
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.staticValue()
    if isinstance(given, QgsVectorLayer):
        return given
    found = QgsProcessingUtils.mapLayerFromString(given, context) if isinstance(given, str) else None
    return found if isinstance(found, QgsVectorLayer) else None
