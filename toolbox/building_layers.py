"""Turns a QGIS layer of buildings into a file with their ids; main thread only."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    NULL,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QVariant

from ..alcd_core.errors import InputError
from ..bridge.layer_copy import Features, OwnField, layer_copy, layer_features, processing_features
from ..bridge.texts import tr
from .layers import LayerFile, equals_its_file, given_layer, is_selection, parameter_source, refuse_unsaved_edits
from .values import field_name

ID_FIELD = "building_id"  # in a copy


def building_values(
    layer: QgsVectorLayer, field: str = "", selected_only: bool = False, chosen: Optional[Features] = None
) -> Dict[str, LayerFile]:
    """Values of the parameters ``buildings`` and ``building_id`` of the job ``polygons`` for a layer, for its selected
    features, or for the ``chosen`` ones.

    ``field``: name of the field with the ids; empty for the features' own ids. The file is the layer's own if it
    contains exactly these features and ids, otherwise a copy. Raises InputError like ``vector_file``, or if there is no
    such field.
    """
    refuse_unsaved_edits(layer)
    number = _field_number(layer.fields(), layer.name(), field)
    keys = layer.primaryKeyAttributes()
    is_own_id = number < 0 or number in keys
    if chosen is None and not selected_only and equals_its_file(layer, -1 if is_own_id else number):
        return {"buildings": layer.source(), **({} if is_own_id else {"building_id": field})}
    if number < 0 and len(keys) == 1:
        number = keys[0]  # QGIS numbers the features of a database anew in each session
    return _copied_values(chosen or layer_features(layer, selected_only), layer.fields(), layer.name(), number)


def parameter_values(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Dict[str, Optional[LayerFile]]:
    """The same for what the user chose in an algorithm's dialog."""
    given, field = parameters["buildings"], field_name(algorithm, parameters, "building_id", context)
    source = parameter_source(algorithm, parameters, "buildings", context)
    layer = given_layer(given, context)
    if layer is not None:
        chosen = processing_features(source) if is_selection(given) else None
        return {"building_id": None, **building_values(layer, field, chosen=chosen)}
    number = _field_number(source.fields(), source.sourceName(), field)
    return {**_copied_values(processing_features(source), source.fields(), source.sourceName(), number)}


def _field_number(fields: QgsFields, name: str, field: str) -> int:
    """Number of the field; -1 if none is wanted."""
    number = fields.lookupField(field) if field else -1
    if field and number < 0:
        raise InputError(tr("The layer {} has no field {}.").format(name, field), tr("Choose another field."))
    return number


def _copied_values(features: Features, fields: QgsFields, name: str, number: int) -> Dict[str, LayerFile]:
    """A copy with the ids in a field of its own: it does not keep the features' own ids."""
    own = _own_ids() if number < 0 else _ids_of(fields.at(number), number)
    return {"buildings": layer_copy(features, name, [own]), "building_id": ID_FIELD}


def _own_ids() -> OwnField:
    return OwnField(QgsField(ID_FIELD, QVariant.LongLong), [], lambda feature: feature.id())


def _ids_of(given: QgsField, number: int) -> OwnField:
    """The ids in a field of the layer, as numbers if they are numbers, or else as text."""

    def value(feature: Any) -> Any:
        found = feature.attribute(number)
        if found is None or found == NULL:
            return None
        return found if given.isNumeric() else _as_text(found)

    return OwnField(QgsField(ID_FIELD, given.type() if given.isNumeric() else QVariant.String), [number], value)


def _as_text(value: Any) -> str:
    """An id as text; dates and times as in files."""
    is_time = isinstance(value, (QDate, QDateTime, QTime))
    return str(value.toString(Qt.DateFormat.ISODate) if is_time else value)
