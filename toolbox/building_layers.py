"""Turns a QGIS layer of buildings into a file with their ids; main thread only."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureSource,
    QgsField,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QVariant

from ..alcd_core.errors import InputError
from ..bridge.texts import tr
from .layers import (
    OwnField,
    equals_its_file,
    given_layer,
    is_selection,
    parameter_source,
    refuse_unsaved_edits,
    temporary_file,
)

ID_FIELD = "building_id"  # in the temporary file


def building_values(
    layer: QgsVectorLayer, field: str = "", chosen: Optional[QgsFeatureSource] = None
) -> Dict[str, str]:
    """Values of the parameters ``buildings`` and ``building_id`` of the job ``polygons`` for a layer, or for the
    ``chosen`` ones of its features.

    ``field``: name of the field with the ids; empty for the features' own ids. The file is the layer's own if it
    contains exactly these features and ids, otherwise a temporary one. Raises InputError like ``vector_file``, or if
    there is no such field.
    """
    refuse_unsaved_edits(layer)
    number = _field_number(layer, layer.name(), field)
    is_own_id = number < 0 or number in layer.primaryKeyAttributes()
    if chosen is None and equals_its_file(layer, -1 if is_own_id else number):
        return {"buildings": layer.source(), **({} if is_own_id else {"building_id": field})}
    return _temporary_values(chosen or layer, layer.name(), number)


def parameter_values(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Dict[str, Optional[str]]:
    """The same for what the user chose in an algorithm's dialog."""
    given, field = parameters["buildings"], str(parameters.get("building_id") or "")
    source = parameter_source(algorithm, parameters, "buildings", context)
    layer = given_layer(given, context)
    if layer is not None:
        return {"building_id": None, **building_values(layer, field, source if is_selection(given) else None)}
    return _temporary_values(source, source.sourceName(), _field_number(source, source.sourceName(), field))


def _field_number(source: QgsFeatureSource, name: str, field: str) -> int:
    """Number of the field; -1 if none is wanted."""
    number = source.fields().lookupField(field) if field else -1
    if field and number < 0:
        raise InputError(tr("The layer {} has no field {}.").format(name, field), tr("Choose another field."))
    return number


def _temporary_values(source: QgsFeatureSource, name: str, number: int) -> Dict[str, str]:
    """A temporary file with the ids in a field of its own: it does not keep the features' own ids."""
    if number < 0:
        own = OwnField(QgsField(ID_FIELD, QVariant.LongLong), [], lambda feature: feature.id())
        return {"buildings": temporary_file(source, name, own), "building_id": ID_FIELD}
    given = source.fields().at(number)
    field = QgsField(ID_FIELD, given.type() if given.isNumeric() else QVariant.String)

    def value(feature: QgsFeature) -> Any:
        found = feature.attribute(number)
        if found is None or found == NULL:
            return None
        return found if given.isNumeric() else _as_text(found)

    return {"buildings": temporary_file(source, name, OwnField(field, [number], value)), "building_id": ID_FIELD}


def _as_text(value: Any) -> str:
    """An id as text; dates and times as in files."""
    is_time = isinstance(value, (QDate, QDateTime, QTime))
    return str(value.toString(Qt.DateFormat.ISODate) if is_time else value)
