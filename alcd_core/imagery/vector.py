"""Polygons from any vector file: the area of interest, reference layers, building maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .grid import Grid, Window
from .layer_fields import CHANGE_CLASS, IGNORE_CLASS, IdAttribute, LabelAttribute
from .layer_path import OpenedLayer, missing_fields_warning, opened_layer
from .layer_reader import LayerReader
from .place import Place, explain_mismatch, grid_place
from .reading_account import NO_PLACE, ReadingAccount

__all__ = [
    "CHANGE_CLASS",
    "IGNORE_CLASS",
    "AreaOfInterest",
    "Footprints",
    "Reference",
    "load_aoi",
    "opened_footprints",
    "read_reference",
]


@dataclass(frozen=True)
class Reference:
    """``polygons``: valid, single, two-dimensional, in the grid's CRS, each with its class: "ignore" if the field
    ``class`` contains that, otherwise "change". ``kinds``: the text in each polygon's field ``kind``, or None.
    ``account``: what became of the layer's features."""

    polygons: list[tuple[Polygon, str]]
    kinds: list[str | None]
    account: ReadingAccount


@dataclass(frozen=True)
class AreaOfInterest:
    """One valid geometry in the place's CRS, and what became of the layer's features."""

    geometry: BaseGeometry
    account: ReadingAccount


@dataclass(frozen=True)
class Footprints:
    """The footprints of a building map. ``features``: each once, as one valid, two-dimensional polygon or multipolygon
    in the grid's CRS, with its id, None where it is empty. ``id_type``: OGR's type of the ids. ``account``: what became
    of the layer's features, complete after the last one."""

    features: Iterator[tuple[BaseGeometry, Any]]
    id_type: int
    account: ReadingAccount


def read_reference(path: str, grid: Grid, windows: Sequence[Window] = ()) -> Reference:
    """The polygons of a reference layer that touch the grid. With ``windows``, only those that touch a window are
    guaranteed to be included.

    ``path`` may end in ``|layername=NAME`` and the like, as QGIS writes it. Raises InputError if the file, layer, CRS
    or polygons are missing, or if nothing lies on the grid: that is usually a mistake.
    """
    return _read(path, grid_place(grid, windows), "reference")


def load_aoi(path: str, place: Place) -> AreaOfInterest:
    """The polygons of the area of interest that touch the place's bounds; parts far beyond them may be clipped.

    Raises InputError like ``read_reference``.
    """
    found = _read(path, place, "AOI")
    return AreaOfInterest(shapely.union_all([polygon for polygon, _ in found.polygons]), found.account)


@contextmanager
def opened_footprints(path: str, grid: Grid, id_field: str | None = None) -> Iterator[Footprints]:
    """The footprints of a building map that touch the grid, to be read once.

    ``id_field``: the field with the buildings' ids; None for the features' own ids. Raises InputError like
    ``read_reference``, partly only when the last feature has been read; also if there is no such field.
    """
    place = grid_place(grid)
    account = ReadingAccount(path, place.where)
    with opened_layer(path) as opened:
        identifiers = IdAttribute(opened, id_field)
        reader = LayerReader(opened, place, account, identifiers)
        yield Footprints(
            _checked(reader.features(), reader, opened, account, "building map"), identifiers.type, account
        )


def _read(path: str, place: Place, kind: str) -> Reference:
    account = ReadingAccount(path, place.where)
    with opened_layer(path) as opened:
        account.notes += missing_fields_warning(opened.path.file)
        reader = LayerReader(opened, place, account, LabelAttribute(opened))
        found = list(_checked(reader.polygons(), reader, opened, account, kind))
    polygons = [(polygon, label) for polygon, (label, _) in found]
    return Reference(polygons, [change_kind for _, (_, change_kind) in found], account)


def _checked(
    found: Iterator[tuple[Any, Any]], reader: LayerReader, opened: OpenedLayer, account: ReadingAccount, kind: str
) -> Iterator[tuple[Any, Any]]:
    """What a reader finds; at its end, InputError if that is nothing."""
    yield from found
    path, place = account.path, reader.place
    if account.features == 0 and opened.path.condition is not None:
        raise InputError(
            f"No feature of {opened.path.file} matches the condition {opened.path.condition}.",
            "Check its field names and values.",
        )
    is_elsewhere = account.parts_off_grid + account.left_out[NO_PLACE] + account.passed_over > 0
    if account.on_grid == 0 and is_elsewhere:
        reason, hint = explain_mismatch(reader.layer, reader.crs, place)
        raise InputError(f"The {kind} {path} lies outside {place.where}: {reason}.", hint)
    none_at_all = account.on_grid == 0 or (account.read > 0 and account.parts == 0)
    if account.polygons == 0 and (none_at_all or place.is_whole):
        reasons = " ".join([f"{path} contains no polygons.", *account.sentences()])
        raise InputError(reasons, "Give a layer of polygons.")
