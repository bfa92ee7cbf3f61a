"""From layers to files that a worker can read. To be called in the main thread."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRaster,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..alcd_core.errors import InputError
from ..bridge.texts import tr

NEARLY = 1e-5  # of a layer's extent: as two descriptions of one CRS may differ


def raster_file(layer: QgsRasterLayer) -> str:
    """What GDAL opens. Raises InputError for layers of services and other programs, and for one whose CRS was set in
    QGIS only: the campaign reads the file for years, and knows nothing of the layer."""
    if layer.providerType() != "gdal":
        message = tr("The layer {} is no raster file but comes from “{}”.").format(layer.name(), layer.providerType())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if "|" in layer.source():
        message = tr("The layer {} is opened with options that the worker would not know.").format(layer.name())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if not lies_as_its_file(layer):
        message = tr("The layer {} lies in {} here, but its file says {}.")
        raise InputError(
            message.format(layer.name(), *crs_words(layer)),
            tr("Write the right one into the file first (Raster > Projections > Assign Projection)."),
        )
    return layer.source()


def is_automatic(values: Mapping[str, Any], own: str) -> bool:
    """Whether the user left open what counts as no data in a raster, whose parameter for it is ``own``."""
    return all(values.get(name) in (None, "") for name in ("mask", "nodata", own))


def layer_nodata(layer: QgsRasterLayer) -> Optional[float]:
    """The nodata value that the user gave to the layer in QGIS, which its file does not know; None where there is none.

    Raises InputError where it is more than one value for all bands, or where QGIS leaves the file's own value out.
    """
    provider = layer.dataProvider()
    bands = range(1, provider.bandCount() + 1)
    in_file = [band for band in bands if provider.sourceHasNoDataValue(band)]
    left_out = [band for band in in_file if not provider.useSourceNoDataValue(band)]
    ranges = {(one.min(), one.max()) for band in bands for one in provider.userNoDataValues(band)}
    if not ranges and left_out:
        message = tr("The layer {} leaves out the nodata value of its file here, which the worker would use.")
        raise InputError(message.format(layer.name()), tr("Take it in (Properties > Transparency)."))
    if not ranges:
        return None
    low, high = min(ranges)
    own = {provider.sourceNoDataValue(band) for band in in_file if band not in left_out}
    everywhere = all(provider.userNoDataValues(band) or _is_alpha(layer, band) for band in bands)
    if len(ranges) > 1 or low != high or not own <= {low} or not everywhere:
        message = tr("The layer {} has several nodata values or ranges here, or another one than its file.")
        raise InputError(
            message.format(layer.name()),
            tr("Leave one value for all bands (Properties > Transparency), or write a mask into the file."),
        )
    return low


def _is_alpha(layer: QgsRasterLayer, band: int) -> bool:
    return layer.dataProvider().colorInterpretation(band) == QgsRaster.ColorInterpretation.AlphaBand


def vector_file(
    algorithm: QgsProcessingAlgorithm,
    parameters: Dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Path of a file with just the features that the user means.

    The layer's own file where that is all of it. Layers in memory, of services or with a filter, selected features
    only, one layer of a file of many, and a layer whose CRS was set in QGIS are written to a temporary GeoPackage.
    Raises InputError where edits are not saved.
    """
    layer = _layer(parameters.get(name), context)
    if layer is not None and layer.isEditable() and layer.isModified():
        message = tr("The layer {} has edits that are not saved.").format(layer.name())
        raise InputError(message, tr("Save or discard them, then start again."))
    formats = QgsVectorFileWriter.supportedFormatExtensions()
    path = algorithm.parameterAsCompatibleSourceLayerPath(parameters, name, context, formats, "gpkg", feedback)
    if not path:
        raise InputError(tr("The layer given as {} cannot be read.").format(name.replace("_", " ")))
    is_own_file = layer is not None and layer.isValid() and path == layer.source().partition("|")[0]
    if is_own_file and not lies_as_its_file(layer):
        return written(layer, f"{name}.gpkg", context)
    return path


def written(layer: QgsVectorLayer, name: str, context: QgsProcessingContext) -> str:
    """Path of a temporary GeoPackage with the layer as it is, CRS included. Raises InputError."""
    path = QgsProcessingUtils.generateTempFilename(name)
    options = QgsVectorFileWriter.SaveVectorOptions()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context.transformContext(), options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise InputError(message)
    return path


def lies_as_its_file(layer: QgsMapLayer) -> bool:
    """Whether the layer's CRS is that of its file, or one that means the same place."""
    shown, own = layer.crs(), layer.dataProvider().crs()
    if shown == own or layer.extent().isEmpty():
        return True
    if not (shown.isValid() and own.isValid()):
        return False
    here = layer.extent().center()
    try:
        there = QgsCoordinateTransform(shown, own, QgsCoordinateTransformContext()).transform(here)
    except QgsCsException:
        return False
    return here.distance(there) < NEARLY * max(layer.extent().width(), layer.extent().height())


def crs_words(layer: QgsMapLayer) -> Tuple[str, str]:
    """What the layer's CRS is called, and its file's."""
    shown, own = layer.crs(), layer.dataProvider().crs()
    return _called(shown), _called(own)


def _called(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.userFriendlyIdentifier() if crs.isValid() else tr("no CRS")


def _layer(given: Any, context: QgsProcessingContext) -> Any:
    """The vector layer that a parameter's value names, or None."""
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.staticValue()
    if isinstance(given, QgsVectorLayer):
        return given
    found = QgsProcessingUtils.mapLayerFromString(given, context) if isinstance(given, str) else None
    return found if isinstance(found, QgsVectorLayer) else None
