"""Change polygons from a probability map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..progress import Reporter
from ..temporary_files import scratch_folder
from .change_layers import DRIVERS, BuildingState, ChangePolygon, Origin, new_layers
from .change_table import change_table
from .finished_outlines import Outline, must_wait
from .gdal_library import spatial_reference
from .grid import Grid, Window
from .ground import local_equal_area
from .layer_styles import write_styles
from .map_blocks import ProbabilityMap
from .outline_strips import OutlineStrips, on_grid
from .output_file import publish, writing
from .pixel_polygons import fewer_corners
from .rasterise import PolygonIndex
from .redrawing import Redrawing

STRIP_PIXELS = 2**23
"""Size of the strips in which a map is read: 32 MB of probabilities."""

REACH = 4.0
"""Outlines that are further apart than this many tolerances do not affect each other's simplification."""


@dataclass(frozen=True)
class PolygonSummary:
    """Number and total area (m2) of the polygons that were written, and the outcomes of their redrawing."""

    count: int
    total_area: float
    outcomes: Counter[str]


class BuildingMap(Protocol):
    """Footprints that the change polygons are compared with, strip by strip. Lengths in pixels."""

    id_type: int
    """OGR's type of the ids."""
    reach: float
    """Outlines that are further away do not affect a footprint."""

    def strip_end(self, first_row: int, end_row: int) -> int:
        """The row before which a strip from ``first_row`` ends: ``end_row``, or earlier where many footprints begin."""

    def look_at(self, strip: Window, probability: np.ndarray, known: np.ndarray) -> None:
        """Take the footprints that begin in the next strip, and note the probabilities (H, W) on all that are waiting.
        ``known``: (H, W) bool, whether a pixel was seen at both dates."""

    def waiting(self) -> list[BaseGeometry]:
        """The footprints that are not decided yet, in pixels."""

    def regrouped(self, outlines: Sequence[Outline], waits: np.ndarray) -> list[Outline]:
        """The outlines, joined and divided by the footprints that do not wait."""

    def decided(
        self, changes: Sequence[ChangePolygon], waits: np.ndarray, minimum_area: float
    ) -> tuple[list[ChangePolygon], list[BuildingState]]:
        """The polygons of at least ``minimum_area`` (m2) with their kinds, and the states of the footprints that do not
        wait, which are released."""


@dataclass(frozen=True)
class Finished:
    """Polygons that are finished, and the footprints that are decided with them."""

    changes: Sequence[ChangePolygon]
    buildings: Sequence[BuildingState]


def write_change_polygons(
    probability_path: str,
    output_path: str,
    *,
    threshold: float = 0.5,
    minimum_area: float = 0.0,
    simplify: float | None = None,
    origin: Origin | None = None,
    ignore: Sequence[BaseGeometry] = (),
    redrawing: Redrawing | None = None,
    buildings: BuildingMap | None = None,
    table_path: str | None = None,
    styles: Mapping[str, str] | None = None,
    reporter: Reporter | None = None,
) -> PolygonSummary:
    """Turn connected pixels with at least ``threshold`` into polygons of a GeoPackage (or .geojson), layer "changes".

    ``minimum_area``: m2 on the ground; smaller polygons are left out. ``simplify``: metres; None means one pixel, 0
    keeps the staircase edges of pixels. ``origin``: written to every feature. ``ignore``: polygons in the map's CRS
    whose pixels are left out. ``redrawing``: how the outlines are drawn again. ``buildings``: the polygons get kinds,
    and what became of each footprint is written to the layer "buildings" (GeoPackage only). ``table_path``: a CSV file
    with a row for each polygon. ``styles``: QML of the layers, stored in a GeoPackage. Raises InputError if the map
    cannot be read or an output cannot be written; then neither file appears.
    """
    reporter = reporter or Reporter()
    suffix = Path(output_path).suffix.lower()
    if suffix not in DRIVERS:
        raise InputError(f"{output_path} is neither .gpkg nor .geojson.", "Choose one of these endings.")
    if buildings is not None and suffix != ".gpkg":
        raise InputError(f"{output_path} cannot hold a second layer for the buildings.", "Choose the ending .gpkg.")
    probability = ProbabilityMap(probability_path)
    grid = probability.grid
    tolerance = grid.gsd if simplify is None else simplify
    finished = _finished(probability, threshold, ignore, buildings, redrawing, tolerance, minimum_area, reporter)
    count, total_area, outcomes, origin = 0, 0.0, Counter[str](), origin or Origin()
    with scratch_folder(output_path) as folder, change_table(table_path, origin) as table:
        written = folder / f"finished{suffix}"
        with writing(output_path, reporter):
            with new_layers(written, grid.crs, buildings.id_type if buildings else None, origin) as layers:
                for batch in finished:
                    for change in batch.changes:
                        table.add(layers.add_change(change), change)
                        count, total_area = count + 1, total_area + change.area
                        outcomes.update([change.outcome] if change.outcome else [])
                    for building in batch.buildings:
                        layers.add_building(building)
            if styles and suffix == ".gpkg":
                write_styles(written, {name: styles[name] for name in layers.counts})
            table.set_older_aside()
            publish(written, output_path)
    return PolygonSummary(count, total_area, outcomes)


def change_polygons(
    probability: ProbabilityMap, threshold: float, ignore: Sequence[BaseGeometry], reporter: Reporter
) -> Iterator[ChangePolygon]:
    """The polygons that ``write_change_polygons`` would write with its other defaults, as soon as they are complete."""
    for batch in _finished(probability, threshold, ignore, None, None, probability.grid.gsd, 0.0, reporter):
        yield from batch.changes


def true_areas(polygons: Sequence[BaseGeometry], grid: Grid) -> np.ndarray:
    """Areas in m2 on the ground, whatever the grid's CRS, by a local Lambert azimuthal equal-area projection."""
    left, bottom, right, top = grid.bounds
    to_metres = local_equal_area(spatial_reference(grid.crs), (left + right) / 2, (bottom + top) / 2)
    return shapely.area(shapely.transform(np.array(polygons, dtype=object), to_metres))


def _finished(
    probability: ProbabilityMap,
    threshold: float,
    ignore: Sequence[BaseGeometry],
    buildings: BuildingMap | None,
    redrawing: Redrawing | None,
    tolerance: float,
    minimum_area: float,
    reporter: Reporter,
) -> Iterator[Finished]:
    """The polygons, each as soon as it and all polygons near it are complete. ``tolerance``: metres."""
    grid, ignored = probability.grid, PolygonIndex([(geometry, 1) for geometry in ignore])
    reach = max(
        REACH * tolerance / grid.gsd,
        buildings.reach if buildings else 0.0,
        redrawing.reach(grid) if redrawing else 0.0,
    )
    found, closed = OutlineStrips(grid.width), list[Outline]()
    for strip in _strips(grid, buildings):
        reporter.progress(strip.y / grid.height, "Drawing outlines")
        values, known = probability.read(strip)
        known &= ignored.rasterise(grid, strip) == 0
        if buildings:
            buildings.look_at(strip, values, known)
        end = strip.y + strip.height
        groups = found.add(known & (values >= threshold), values, is_last=end == grid.height)
        closed += [Outline(group.outline(), group.mean, group.maximum) for group in groups]
        still_open = [part for group in found.open.values() for part in group.parts]
        row = end if end < grid.height else np.inf
        waits, others_wait = must_wait(closed, buildings.waiting() if buildings else [], still_open, row, reach)
        ready = [one for one, wait in zip(closed, waits) if not wait]
        closed = [one for one, wait in zip(closed, waits) if wait]
        if buildings:
            ready = buildings.regrouped(ready, others_wait)
        changes = list(_measured(ready, grid, tolerance, redrawing))
        if buildings:
            yield Finished(*buildings.decided(changes, others_wait, minimum_area))
        else:
            yield Finished([one for one in changes if one.area >= minimum_area], [])
    reporter.progress(1.0, "Writing polygons")


def _strips(grid: Grid, buildings: BuildingMap | None) -> Iterator[Window]:
    """Windows of full rows that cover the grid, from top to bottom."""
    height, y = max(STRIP_PIXELS // grid.width, 1), 0
    while y < grid.height:
        end = min(y + height, grid.height)
        end = buildings.strip_end(y, end) if buildings else end
        yield Window(0, y, grid.width, end - y)
        y = end


def _measured(
    outlines: Sequence[Outline], grid: Grid, tolerance: float, redrawing: Redrawing | None
) -> Iterator[ChangePolygon]:
    """The outlines in the grid's CRS with fewer corners, and drawn again if wanted. ``tolerance``: metres."""
    if not outlines:
        return
    whole = on_grid([outline.polygon for outline in outlines], grid)
    final = fewer_corners(whole, tolerance * grid.pixel_size / grid.gsd)
    outcomes: Sequence[str | None] = [None] * len(final)
    if redrawing:
        final, outcomes = redrawing.redraw(whole, final, grid)
    for outline, polygon, area, outcome in zip(outlines, final, map(float, true_areas(final, grid)), outcomes):
        yield ChangePolygon(polygon, area, outline.mean, outline.maximum, outcome=outcome)
