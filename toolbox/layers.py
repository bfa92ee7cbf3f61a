"""Turns QGIS layers into files that a worker can read; main thread only."""

from __future__ import annotations

import os
import re
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Union

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsRaster,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from ..alcd_core.errors import InputError
from ..alcd_core.service_source import WMS, service_source
from ..alcd_core.web_address import refuse_login
from ..bridge.layer_copy import LayerCopy, OwnField, layer_copy, layer_features, processing_features
from ..bridge.texts import tr

PICTURES, COVERAGES = "wms", "wcs"  # QGIS's providers of XYZ tiles, WMTS and WMS, and of a WCS
CLASS_FIELD, KIND_FIELD, IGNORE_CLASS = "class", "kind", "ignore"
ONLY_HERE = r"^/vsimem/|\|authcfg="  # memory and logins of this QGIS process, unknown to the worker
GDAL_FILE_SYSTEM = "/vsi"
NEARLY = 1e-5  # share of a layer's extent by which two descriptions of the same CRS may differ


LayerFile = Union[str, LayerCopy]


def raster_file(layer: QgsRasterLayer) -> str:
    """The path that GDAL opens; for a layer of a tile or map service the source that the worker describes to GDAL.

    Raises InputError for layers of other providers, and for a layer whose CRS was set only in QGIS: the campaign will
    read the file for years, and knows nothing about the layer.
    """
    if layer.providerType() in (PICTURES, COVERAGES):
        return _service(layer)
    if layer.providerType() != "gdal":
        message = tr("The layer {} is not a raster file; it comes from “{}”.").format(
            layer.name(), layer.providerType()
        )
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if "authcfg=" in layer.source():
        message = tr("The layer {} uses a login of QGIS, which the worker cannot use.").format(layer.name())
        hint = tr("Give it in the environment variable GDAL_HTTP_USERPWD or in a .netrc file, not in the layer.")
        raise InputError(message, hint)
    refuse_login(layer.source())
    if "|" in layer.source():
        message = tr("The layer {} was opened with options that the worker cannot use.").format(layer.name())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if not has_crs_of_file(layer):
        message = tr("The layer {} has the CRS {} in QGIS, but {} in its file.")
        raise InputError(
            message.format(layer.name(), *crs_words(layer)),
            tr("Write the correct CRS into the file first (Raster > Projections > Assign Projection)."),
        )
    return layer.source()


def further_raster_file(layer: QgsRasterLayer) -> str:
    """``raster_file`` of a raster whose bands follow those of an orthophoto.

    Raises InputError also for a nodata value set in QGIS: no parameter takes it to the campaign.
    """
    if layer_nodata(layer) is not None:
        message = tr("The layer {} has a nodata value in QGIS that its file does not have.").format(layer.name())
        raise InputError(message, tr("Write it into the file first (gdal_edit.py -a_nodata, or Export > Save As)."))
    return raster_file(layer)


def _service(layer: QgsRasterLayer) -> str:
    """The layer's source, without anything secret; with the layer's extent, which a WMS does not say in a request."""
    source = service_source(layer.source())
    if source is None:
        message = tr("The layer {} comes from a service that the worker cannot read.").format(layer.name())
        raise InputError(message, tr("Save it as a GeoTIFF first (Export > Save As)."))
    if source.kind != WMS or layer.extent().isEmpty():
        return layer.source()
    extent = layer.extent()
    corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    return f"{layer.source()}&extent={','.join(map(repr, corners))}"


def parameter_file(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> LayerFile:
    """The file with the features that the user chose for a parameter: ``vector_file`` of its layer, or a copy of the
    chosen part of its features. Raises InputError."""
    given = parameters.get(name)
    source = parameter_source(algorithm, parameters, name, context)
    layer = given_layer(given, context)
    if layer is not None and not is_selection(given):
        return vector_file(layer)
    if layer is not None:
        refuse_unsaved_edits(layer)
    return layer_copy(processing_features(source), source.sourceName(), _label_fields(source.fields()))


def parameter_source(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """The features that the user chose for a parameter. Raises InputError if they cannot be read."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InputError(tr("The layer given as {} cannot be read.").format(name.replace("_", " ")))
    return source


def vector_file(layer: QgsVectorLayer, selected_only: bool = False) -> LayerFile:
    """A layer's own file if it contains exactly the wanted features, or else a copy that the job writes when it starts.

    Copied are selected features, layers in memory, in databases or of services, and those with a filter, CRS, class or
    kind field that only QGIS knows. Raises InputError if there are unsaved edits, or if a copy would have no CRS.
    """
    refuse_unsaved_edits(layer)
    if not selected_only and equals_its_file(layer):
        return str(layer.source())
    return layer_copy(layer_features(layer, selected_only), layer.name(), _label_fields(layer.fields()))


def refuse_unsaved_edits(layer: QgsVectorLayer) -> None:
    """Raise InputError if the layer has edits that no file contains."""
    if layer.isEditable() and layer.isModified():
        message = tr("The layer {} has unsaved edits.").format(layer.name())
        raise InputError(message, tr("Save or discard them, then start again."))


def _label_fields(fields: QgsFields) -> List[OwnField]:
    """The classes, and the kinds if there is a field for them."""
    numbers = {name: field_number(fields, name) for name in (CLASS_FIELD, KIND_FIELD)}
    return [
        OwnField(QgsField(name, QVariant.String), [] if number < 0 else [number], _text_of(number))
        for name, number in numbers.items()
        if number >= 0 or name == CLASS_FIELD
    ]


def _text_of(number: int) -> Callable[[QgsFeature], Optional[str]]:
    return lambda feature: None if number < 0 else _as_text(feature.attribute(number))


def class_field(fields: QgsFields) -> int:
    """Index of the field that marks polygons to ignore, or -1."""
    return field_number(fields, CLASS_FIELD)


def field_number(fields: QgsFields, wanted: str) -> int:
    """Index of a field, or -1; ``wanted`` in lower case, which takes precedence over other spellings."""
    names = fields.names()
    spelled = [name for name in names if name.lower() == wanted]
    if not spelled:
        return -1
    return names.index(wanted if wanted in spelled else spelled[0])


def _as_text(value: Any) -> Optional[str]:
    if value is None or value == NULL:
        return None
    words = [str(word) for word in value] if isinstance(value, list) else [str(value)]
    return next((word for word in words if word.strip().lower() == IGNORE_CLASS), words[0] if words else None)


def equals_its_file(layer: QgsVectorLayer, field: Optional[int] = None) -> bool:
    """Whether the worker can read exactly what QGIS shows from the layer's file. ``field``: number of the field that it
    needs, -1 for none; by default those of the classes and kinds."""
    fields = layer.fields()
    needed = [field_number(fields, name) for name in (CLASS_FIELD, KIND_FIELD)] if field is None else [field]
    own_field = all(
        number < 0 or fields.fieldOrigin(number) == QgsFields.FieldOrigin.OriginProvider for number in needed
    )
    return _is_file(layer) and own_field and not layer.subsetString() and has_crs_of_file(layer)


def _is_file(layer: QgsVectorLayer) -> bool:
    """Whether the worker can open the layer's source. A database that GDAL connects to is not a file: its name may
    contain a password, which everyone on the computer could see in the worker's command line."""
    if layer.providerType() != "ogr" or re.search(ONLY_HERE, layer.source()):
        return False
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", "")
    return path.startswith(GDAL_FILE_SYSTEM) or os.path.exists(path)  # noqa: PTH110  # it need not be a path


def is_selection(given: Any) -> bool:
    """Whether a parameter's value stands for only some of a layer's features."""
    if not isinstance(given, QgsProcessingFeatureSourceDefinition):
        return False
    expression = getattr(given, "filterExpression", "")  # QGIS 3.32
    return bool(given.selectedFeaturesOnly or given.featureLimit > 0 or expression)


def is_automatic(values: Mapping[str, Any], own: str) -> bool:
    """Whether the user left the definition of no data for a raster open; ``own``: the raster's nodata parameter."""
    return all(values.get(name) in (None, "") for name in ("mask", "nodata", own))


def layer_nodata(layer: QgsRasterLayer) -> Optional[float]:
    """The nodata value that the user set for the layer in QGIS and that its file does not have; None if there is none.

    Raises InputError if the bands have several values, or if the file's own value is switched off in QGIS.
    """
    if layer.providerType() == PICTURES:
        return None  # QGIS only has their pictures
    provider = layer.dataProvider()
    bands = range(1, provider.bandCount() + 1)
    in_file = [band for band in bands if provider.sourceHasNoDataValue(band)]
    left_out = [band for band in in_file if not provider.useSourceNoDataValue(band)]
    ranges = {(one.min(), one.max()) for band in bands for one in provider.userNoDataValues(band)}
    if not ranges and left_out:
        message = tr("The nodata value of the layer {} is switched off in QGIS, but the worker would use it.")
        raise InputError(message.format(layer.name()), tr("Switch it on (Properties > Transparency)."))
    if not ranges:
        return None
    low, high = min(ranges)
    own = {provider.sourceNoDataValue(band) for band in in_file if band not in left_out}
    everywhere = all(provider.userNoDataValues(band) or _is_alpha(layer, band) for band in bands)
    if len(ranges) > 1 or low != high or not own <= {low} or not everywhere:
        message = tr("The layer {} has several nodata values or ranges in QGIS, or a different one than its file.")
        raise InputError(
            message.format(layer.name()),
            tr("Set a single value for all bands (Properties > Transparency), or write a mask into the file."),
        )
    return low


def _is_alpha(layer: QgsRasterLayer, band: int) -> bool:
    return layer.dataProvider().colorInterpretation(band) == QgsRaster.ColorInterpretation.AlphaBand


def has_crs_of_file(layer: QgsMapLayer) -> bool:
    """Whether the layer's CRS is that of its file, or an equivalent one."""
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
    """The names of the layer's CRS and of its file's CRS."""
    shown, own = layer.crs(), layer.dataProvider().crs()
    return _crs_name(shown), _crs_name(own)


def _crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.userFriendlyIdentifier() if crs.isValid() else tr("no CRS")


def given_layer(given: Any, context: QgsProcessingContext) -> Any:
    """The vector layer that a parameter's value names, or None."""
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source
    if isinstance(given, QgsProperty):
        given, _ = given.value(context.expressionContext())
    if isinstance(given, QgsVectorLayer):
        return given
    found = QgsProcessingUtils.mapLayerFromString(given, context) if isinstance(given, str) else None
    return found if isinstance(found, QgsVectorLayer) else None
