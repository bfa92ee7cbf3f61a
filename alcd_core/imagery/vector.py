"""Polygons from any vector file: the area of interest, reference layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .grid import Grid, Window
from .layer_path import lacking, opened_layer
from .layer_reader import CHANGE_CLASS, IGNORE_CLASS, LayerReader
from .place import Place, elsewhere_words, grid_place
from .reading_account import NO_PLACE, ReadingAccount

__all__ = ["CHANGE_CLASS", "IGNORE_CLASS", "AreaOfInterest", "Reference", "load_aoi", "read_reference"]


@dataclass(frozen=True)
class Reference:
    """``polygons``: valid, single, two-dimensional, in the grid's CRS, each with its class: "ignore" where a field
    ``class`` says so, else "change". ``account``: what became of the layer's features."""

    polygons: list[tuple[Polygon, str]]
    account: ReadingAccount


@dataclass(frozen=True)
class AreaOfInterest:
    """One valid geometry in the place's CRS, and what became of the layer's features."""

    geometry: BaseGeometry
    account: ReadingAccount


def read_reference(path: str, grid: Grid, windows: Sequence[Window] = ()) -> Reference:
    """The polygons of a reference layer that touch the grid, or at least those that touch some windows of it.

    ``path`` may end in ``|layername=NAME`` and the like, as QGIS writes it. Raises InputError where the file, layer,
    CRS or polygons are missing, or where nothing lies on the grid: that is far more often a mistake than an answer.
    """
    return _read(path, grid_place(grid, windows), "reference")


def load_aoi(path: str, place: Place) -> AreaOfInterest:
    """The area of interest, as far as it touches the place's bounds; what reaches far beyond them may be cut off.

    Raises InputError as ``read_reference``.
    """
    found = _read(path, place, "AOI")
    return AreaOfInterest(shapely.union_all([polygon for polygon, _ in found.polygons]), found.account)


def _read(path: str, place: Place, what: str) -> Reference:
    account = ReadingAccount(path, place.where)
    with opened_layer(path) as opened:
        account.notes += lacking(opened.path.file)
        reader = LayerReader(opened, place, account)
        polygons = list(reader.polygons())
        if account.features == 0 and opened.path.condition is not None:
            raise InputError(
                f"No feature of {opened.path.file} fulfils the condition {opened.path.condition}.",
                "Check its field names and values.",
            )
        is_elsewhere = account.parts_off_grid + account.left_out[NO_PLACE] + account.passed_over > 0
        if account.on_grid == 0 and is_elsewhere:
            reason, hint = elsewhere_words(reader.layer, reader.crs, place)
            raise InputError(f"The {what} {path} lies outside {place.where}: {reason}.", hint)
    none_at_all = account.on_grid == 0 or (account.read > 0 and account.parts == 0)
    if not polygons and (none_at_all or place.is_whole):
        reasons = " ".join([f"{path} holds no polygons.", *account.sentences()])
        raise InputError(reasons, "Give a layer of polygons.")
    return Reference(polygons, account)
