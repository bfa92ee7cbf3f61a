"""The polygons that ``label`` labels from: a layer of changes, or what two states of a building map differ in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ...buildings.kinds import KINDS
from ...buildings.map_changes import MapChanges, map_changes
from ...buildings.tolerance import DEFAULT
from ...errors import InputError
from ...imagery.grid import Grid, Window
from ...imagery.reading_account import ReadingAccount
from ...imagery.vector import CHANGE_CLASS, Reference, read_reference
from ...progress import Reporter
from ..label import Label

Sort = tuple[str, str | None]
"""Class of an annotation, and kind of change if it is known."""


AROUND = 50.0
"""Metres around the tiles within which footprints are read too: what became of a building at a tile's edge shows only
beyond it."""


@dataclass(frozen=True)
class LabelSource:
    """``polygons`` in the grid's CRS; ``words``: a sentence about them, if there is one; ``result``: entries for the
    job's result."""

    polygons: list[tuple[shapely.Polygon, Sort]]
    words: str
    result: dict[str, Any]


def check_sources(parameters: Label) -> None:
    """Raise InputError unless either a reference or both building maps are given."""
    maps = [parameters.buildings_before, parameters.buildings_after]
    if parameters.reference and any(maps):
        raise InputError(
            "Both polygons of change and building maps are given.", "Give either --reference or the two building maps."
        )
    if not parameters.reference and not any(maps):
        raise InputError(
            "There are no polygons to label from.", "Give --reference, or --buildings-before and --buildings-after."
        )
    if any(maps) and not all(maps):
        missing = "before" if maps[0] is None else "after"
        raise InputError(
            f"Only one building map is given: the one {missing} is missing.",
            "Give both --buildings-before and --buildings-after.",
        )
    if any(maps) and maps[0] == maps[1]:
        raise InputError(
            f"{maps[0]} is given both as the map before and as the map after.", "Give two states of the building map."
        )


def read_source(parameters: Label, grid: Grid, windows: Sequence[Window], reporter: Reporter) -> LabelSource:
    """The polygons near the windows. Raises InputError and Cancelled."""
    if parameters.reference:
        found = read_reference(parameters.reference, grid, windows)
        unknown = sum(kind not in (*KINDS, None) for kind in found.kinds)
        if unknown:
            found.account.notes.append(
                f"{unknown:,} of {len(found.polygons):,} polygons of {parameters.reference} have a kind other than "
                f"{', '.join(KINDS)}, which is not kept."
            )
        found.account.report(reporter)
        kinds = [kind if kind in KINDS else None for kind in found.kinds]
        polygons = [(polygon, (name, kind)) for (polygon, name), kind in zip(found.polygons, kinds)]
        return LabelSource(polygons, "", found.account.as_result())
    return _from_maps(parameters, grid, windows, reporter)


def _from_maps(parameters: Label, grid: Grid, windows: Sequence[Window], reporter: Reporter) -> LabelSource:
    maps, around = [], [_grown(window, round(AROUND / grid.gsd)) for window in windows]
    for path, date in ((parameters.buildings_before, "before"), (parameters.buildings_after, "after")):
        reporter.progress(0.0, f"Reading the buildings {date}")
        maps.append(read_reference(path or "", grid, around))
        maps[-1].account.report(reporter)
    metres = max(DEFAULT, grid.gsd) if parameters.tolerance is None else parameters.tolerance
    before, after = (_footprints(one) for one in maps)
    changes = map_changes(before, after, metres * grid.pixel_size / grid.gsd, reporter)
    ignored = [(polygon, (name, None)) for one in maps for polygon, name in one.polygons if name != CHANGE_CLASS]
    result = {
        "tolerance_m": metres,
        "slivers": changes.slivers,
        "kinds": _counts(changes),
        "warnings": [sentence for one in maps for sentence in one.account.sentences()],
        "polygons_read": _read(*(one.account for one in maps)),
    }
    changed = [(polygon, (CHANGE_CLASS, kind)) for polygon, kind in changes.polygons]
    return LabelSource([*changed, *ignored], _words(changes, metres), result)


def _grown(window: Window, pixels: int) -> Window:
    return Window(window.x - pixels, window.y - pixels, window.width + 2 * pixels, window.height + 2 * pixels)


def _footprints(one: Reference) -> np.ndarray:
    return np.array([polygon for polygon, name in one.polygons if name == CHANGE_CLASS], object)


def _counts(changes: MapChanges) -> dict[str, int]:
    return {kind: sum(one == kind for _, one in changes.polygons) for kind in KINDS}


def _words(changes: MapChanges, metres: float) -> str:
    counts = ", ".join(f"{number:,} {kind.replace('_', ' ')}" for kind, number in _counts(changes).items())
    return (
        f"Near these tiles the building maps differ in {len(changes.polygons):,} places: {counts}. "
        f"{changes.slivers:,} differences that are nowhere wider than {metres:g} m do not count."
    )


def _read(before: ReadingAccount, after: ReadingAccount) -> dict[str, Any]:
    return {date: one.as_result()["polygons_read"] for date, one in (("before", before), ("after", after))}
