"""Turns QGIS layers into files that a worker can read; main thread only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsRaster,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..alcd_core.errors import InputError
from ..alcd_core.service_source import WMS, service_source
from ..alcd_core.web_address import refuse_login
from ..bridge.texts import tr

SERVICES = "wms"  # QGIS's provider of XYZ tiles, WMTS and WMS
CLASS_FIELD, KIND_FIELD, IGNORE_CLASS = "class", "kind", "ignore"
UNFIT_FOR_FILES = r"[^\w .()-]"
ONLY_HERE = r"^/vsimem/|\|authcfg="  # memory and logins of this QGIS process, unknown to the worker
NEARLY = 1e-5  # share of a layer's extent by which two descriptions of the same CRS may differ


@dataclass(frozen=True)
class OwnField:
    """A field of a temporary file. ``read``: numbers of the source's fields that ``value`` needs of a feature."""

    field: QgsField
    read: Sequence[int]
    value: Callable[[QgsFeature], Any]


def raster_file(layer: QgsRasterLayer) -> str:
    """The path that GDAL opens; for a layer of a tile or map service the source that the worker describes to GDAL.

    Raises InputError for layers of other providers, and for a layer whose CRS was set only in QGIS: the campaign will
    read the file for years, and knows nothing about the layer.
    """
    if layer.providerType() == SERVICES:
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
) -> str:
    """Path of a file with the features that the user chose for a parameter: ``vector_file`` of its layer, or of the
    chosen part of its features. Raises InputError."""
    given = parameters.get(name)
    source = parameter_source(algorithm, parameters, name, context)
    layer = given_layer(given, context)
    if layer is None:
        return temporary_file(source, source.sourceName())
    return vector_file(layer, source if is_selection(given) else None)


def parameter_source(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """The features that the user chose for a parameter. Raises InputError if they cannot be read."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InputError(tr("The layer given as {} cannot be read.").format(name.replace("_", " ")))
    return source


def vector_file(layer: QgsVectorLayer, chosen: Optional[QgsFeatureSource] = None) -> str:
    """Path of a file with a layer's features, or with the ``chosen`` ones.

    This is the layer's own file if it contains exactly these features. Layers in memory or of services, and those with
    a filter, CRS, class or kind field that only QGIS knows, are written to a temporary GeoPackage. Raises InputError if
    there are unsaved edits.
    """
    refuse_unsaved_edits(layer)
    if chosen is None and equals_its_file(layer):
        return layer.source()
    return temporary_file(chosen or layer, layer.name())


def refuse_unsaved_edits(layer: QgsVectorLayer) -> None:
    """Raise InputError if the layer has edits that no file contains."""
    if layer.isEditable() and layer.isModified():
        message = tr("The layer {} has unsaved edits.").format(layer.name())
        raise InputError(message, tr("Save or discard them, then start again."))


def temporary_file(source: QgsFeatureSource, name: str, own: Optional[OwnField] = None) -> str:
    """Path of a temporary GeoPackage with the geometries of all features, and their classes and kinds or their values
    of ``own``; ``name`` appears in messages.

    Other fields are not written: a GeoPackage cannot store all types, and drops features whose ``fid`` is not unique.
    Raises InputError if there is no CRS, or if a feature could not be written.
    """
    if not source.sourceCrs().isValid():
        raise InputError(tr("The layer {} has no CRS.").format(name), tr("Set it first (Layer > Set CRS of Layer)."))
    path = QgsProcessingUtils.generateTempFilename(f"{re.sub(UNFIT_FOR_FILES, '_', name) or 'layer'}.gpkg")
    read = _write(source, name, path, [own] if own else _label_fields(source.fields()))
    if read == 0:
        raise InputError(tr("The layer {} has no usable features.").format(name), tr("Check its filter and selection."))
    stored = QgsVectorLayer(path).featureCount()
    expected = source.featureCount()
    if stored != read or (stored != expected and stored != _recount(source)):  # some services only estimate
        message = tr("Of the {} features of the layer {}, only {} could be written to a file.")
        raise InputError(
            message.format(max(read, expected), name, stored),
            tr("Save it as a GeoPackage first (Export > Save Features As)."),
        )
    return path


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


def _write(source: QgsFeatureSource, name: str, path: str, own: Sequence[OwnField]) -> int:
    """Write the file; returns the number of features read from the source."""
    fields = QgsFields()
    for one in own:
        fields.append(one.field)
    options = QgsVectorFileWriter.SaveVectorOptions()
    any_type, context = QgsWkbTypes.Type.Unknown, QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(path, fields, any_type, source.sourceCrs(), context, options)
    request = QgsFeatureRequest().setSubsetOfAttributes([number for one in own for number in one.read])
    read = 0
    for feature in _features(source, request):
        read += 1
        copy = QgsFeature(fields)
        copy.setGeometry(feature.geometry())
        copy.setAttributes([one.value(feature) for one in own])
        writer.addFeature(copy, QgsFeatureSink.Flag.FastInsert)
    problem = writer.errorMessage() if writer.hasError() else ""
    del writer  # closes the file
    if problem:
        raise InputError(tr("The layer {} could not be written to a file: {}").format(name, problem))
    return read


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


def _features(source: QgsFeatureSource, request: QgsFeatureRequest) -> Any:
    """All features, including invalid ones, which Processing would skip or reject: the worker repairs them."""
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def _recount(source: QgsFeatureSource) -> int:
    request = QgsFeatureRequest().setSubsetOfAttributes([]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sum(1 for _ in _features(source, request))


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
    is_file = layer.providerType() == "ogr" and not re.search(ONLY_HERE, layer.source())
    return is_file and own_field and not layer.subsetString() and has_crs_of_file(layer)


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
    if layer.providerType() == SERVICES:
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
