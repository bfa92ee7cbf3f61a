"""What is read of a layer beside the geometries: the class and kind of a polygon, or a footprint's id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..errors import InputError
from .gdal_library import ogr
from .layer_path import OpenedLayer

CHANGE_CLASS, IGNORE_CLASS = "change", "ignore"
CLASS_FIELD = "class"
KIND_FIELD = "kind"
KEPT_TYPES = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTString, ogr.OFTDate, ogr.OFTDateTime, ogr.OFTTime)
"""Field types that every vector format can store; ids of other types (lists, binary) become text."""

Attribute = Callable[[ogr.Feature], Any]
"""What to read of a feature."""


class LabelAttribute:
    """The class of a polygon: "ignore" if the field ``class`` contains that, otherwise "change"; and the text in the
    field ``kind``, None where there is none."""

    def __init__(self, opened: OpenedLayer) -> None:
        names = _field_names(opened)
        chosen = [_spelled(names, name) for name in (CLASS_FIELD, KIND_FIELD)]
        self._class, self._kind = _read_only(opened, chosen)

    def __call__(self, feature: ogr.Feature) -> tuple[str, str | None]:
        value = feature.GetField(self._class) if self._class >= 0 else None
        words = value if isinstance(value, list) else [value]
        is_ignored = any(str(word).strip().lower() == IGNORE_CLASS for word in words)
        kind = feature.GetFieldAsString(self._kind).strip() if self._kind >= 0 else ""
        return IGNORE_CLASS if is_ignored else CHANGE_CLASS, kind or None


class IdAttribute:
    """The id of a footprint: the value of a field, or the feature's own id if ``name`` is None; None where it is empty.

    ``type``: OGR's type of the values. Raises InputError if there is no such field.
    """

    def __init__(self, opened: OpenedLayer, name: str | None) -> None:
        names = _field_names(opened)
        if name is not None and name not in names and name == opened.layer.GetFIDColumn():
            name = None  # QGIS shows the features' own ids as a field
        chosen = None if name is None else _spelled(names, name)
        if name is not None and chosen is None:
            known = f"its fields: {', '.join(names)}" if names else "it has no fields"
            raise InputError(
                f"{opened.path.file} has no field {name!r}; {known}.",
                "Choose an existing field for the ids of the buildings, or none to use the features' own ids.",
            )
        (self._field,) = _read_only(opened, [chosen])
        own = ogr.OFTInteger64 if chosen is None else opened.layer.GetLayerDefn().GetFieldDefn(self._field).GetType()
        self.type = own if own in KEPT_TYPES else ogr.OFTString

    def __call__(self, feature: ogr.Feature) -> Any:
        if self._field < 0:
            return feature.GetFID()
        if not feature.IsFieldSetAndNotNull(self._field):
            return None
        is_number = self.type in (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
        value = feature.GetField(self._field) if is_number else feature.GetFieldAsString(self._field)
        return value.decode("latin-1") if isinstance(value, bytes) else value


def _field_names(opened: OpenedLayer) -> list[str]:
    definition = opened.layer.GetLayerDefn()
    return [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]


def _spelled(names: list[str], wanted: str) -> str | None:
    """The field of this name; in other capitals only if there is none with these."""
    spelled = [name for name in names if name.lower() == wanted.lower()]
    return wanted if wanted in spelled else spelled[0] if spelled else None


def _read_only(opened: OpenedLayer, chosen: Sequence[str | None]) -> list[int]:
    """Index of each chosen field, or -1; other fields are not read at all."""
    names = _field_names(opened)
    if opened.path.condition is None and opened.layer.TestCapability(ogr.OLCIgnoreFields):
        opened.layer.SetIgnoredFields([name for name in names if name not in chosen])
    return [-1 if name is None else names.index(name) for name in chosen]
