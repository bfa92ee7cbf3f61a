"""A building map beside the change polygons, strip by strip: only the footprints near the strip are in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..imagery.change_layers import BuildingState, ChangePolygon
from ..imagery.finished_outlines import Outline
from ..imagery.gdal_library import gdal
from ..imagery.grid import Window
from ..imagery.map_blocks import ProbabilityMap
from ..imagery.pixel_polygons import zonal_figures
from ..imagery.rasterise import rasterise
from .footprint_store import FootprintStore
from .kinds import GONE, Footprint, Sight, decide
from .regrouping import regrouped
from .relations import overlapping_pairs

MARGIN = 3.0
"""Pixels by which an outline may move when it is simplified or straightened."""

MOST_IN_STRIP = 5000
"""Footprints that begin in a strip; of coarse pixels a strip covers a whole country."""


@dataclass
class Seen:
    """A footprint, and what the strips so far show on it: number of pixels that were seen at both dates, and the sum
    of their probabilities. ``overlaps``: whether it overlaps another footprint."""

    footprint: Footprint
    pixels: int = 0
    total: float = 0.0
    overlaps: bool = False

    def add(self, pixels: int, total: float) -> None:
        """Add what a strip shows."""
        self.pixels, self.total = self.pixels + pixels, self.total + total

    @property
    def sight(self) -> Sight:
        """The share that was seen, and the mean probability of change."""
        seen = min(self.pixels / max(self.footprint.pixels.area, 1.0), 1.0)
        return Sight(seen, self.total / self.pixels if self.pixels else 0.0)


@dataclass
class UpdateSummary:
    """Numbers of polygons by kind, of footprints by state, of footprints that overlap another one, and of those that
    are gone although every polygon on them is too small to be written."""

    kinds: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    overlapping: int = 0
    without_polygon: int = 0


class MapUpdate:
    """Compares change polygons with the footprints of a store; implements ``imagery.polygons.BuildingMap``.

    ``tolerance``: metres. ``summary`` is complete when all strips have been looked at.
    """

    def __init__(self, store: FootprintStore, probability: ProbabilityMap, tolerance: float) -> None:
        grid = probability.grid
        self._store, self._map = store, probability
        self._pixels, self._units = tolerance / grid.gsd, tolerance * grid.pixel_size / grid.gsd
        self._seen: list[Seen] = []
        self.id_type = store.id_type
        self.reach = 2 * self._pixels + MARGIN
        self.summary = UpdateSummary()

    def strip_end(self, first_row: int, end_row: int) -> int:
        """The row before which a strip from ``first_row`` ends: ``end_row``, or earlier where many footprints begin."""
        return self._store.strip_end(first_row, end_row, MOST_IN_STRIP)

    def look_at(self, strip: Window, probability: np.ndarray, known: np.ndarray) -> None:
        """Take the footprints that begin in the next strip, and note the probabilities (H, W) on all that are waiting.
        ``known``: (H, W) bool, whether a pixel was seen at both dates."""
        self._seen += [Seen(one) for one in self._store.beginning(strip.y, strip.y + strip.height)]
        shapes = np.array(self.waiting(), dtype=object)
        in_strip = np.flatnonzero(shapely.bounds(shapes).reshape(-1, 4)[:, 3] > strip.y)
        if len(in_strip) == 0:
            return
        for index in in_strip[np.unique(overlapping_pairs(shapes[in_strip]))]:
            self._seen[index].overlaps = True
        for layer in _layers(shapes[in_strip]):
            self._note(in_strip[layer], shapes, strip, probability, known)

    def waiting(self) -> list[BaseGeometry]:
        """The footprints that are not decided yet, in pixels."""
        return [one.footprint.pixels for one in self._seen]

    def regrouped(self, outlines: Sequence[Outline], waits: np.ndarray) -> list[Outline]:
        """The outlines, joined and divided by the footprints that do not wait."""
        ready = [one.footprint.pixels for one, wait in zip(self._seen, waits) if not wait]
        return regrouped(
            outlines, np.array(ready, dtype=object), self._pixels, lambda window: self._map.read(window)[0]
        )

    def decided(
        self, changes: Sequence[ChangePolygon], waits: np.ndarray, minimum_area: float
    ) -> tuple[list[ChangePolygon], list[BuildingState]]:
        """The polygons of at least ``minimum_area`` (m2) with their kinds, and the states of the footprints that do not
        wait, which are released."""
        ready = [one for one, wait in zip(self._seen, waits) if not wait]
        self._seen = [one for one, wait in zip(self._seen, waits) if wait]
        ready.sort(key=lambda one: one.footprint.number)
        footprints, sights = [one.footprint for one in ready], [one.sight for one in ready]
        polygons, states = decide(changes, footprints, sights, self._units, minimum_area)
        self.summary.kinds.update(polygon.kind or "" for polygon in polygons)
        self.summary.states.update(state.state for state in states)
        self.summary.overlapping += sum(one.overlaps for one in ready)
        self.summary.without_polygon += sum(state.state == GONE and not state.has_polygon for state in states)
        return polygons, states

    def _note(
        self, chosen: np.ndarray, shapes: np.ndarray, strip: Window, probability: np.ndarray, known: np.ndarray
    ) -> None:
        """Add the strip's pixels to footprints that do not overlap each other."""
        geotransform = (0.0, 1.0, 0.0, float(strip.y), 0.0, 1.0)
        numbered = ((shapes[index], number) for number, index in enumerate(chosen, start=1))
        zones = rasterise(numbered, geotransform, (strip.height, strip.width), gdal.GDT_Int32)
        drawn = np.bincount(zones.ravel(), minlength=len(chosen) + 1)[1:] > 0
        totals, pixels, _ = zonal_figures(np.where(known, zones, 0), probability, len(chosen))
        for index, total, count in zip(chosen.tolist(), totals, pixels):
            self._seen[index].add(int(count), float(total))
        for index in chosen[~drawn].tolist():
            self._note_speck(self._seen[index], strip, probability, known)

    def _note_speck(self, seen: Seen, strip: Window, probability: np.ndarray, known: np.ndarray) -> None:
        """Add the pixel in which a footprint lies that is too narrow to contain a pixel's centre."""
        point = seen.footprint.pixels.representative_point()
        row, column = int(np.floor(point.y)) - strip.y, int(np.floor(point.x))
        is_here = 0 <= row < strip.height and 0 <= column < strip.width
        if is_here and seen.pixels == 0 and known[row, column]:
            area = max(round(seen.footprint.pixels.area), 1)
            seen.add(area, area * float(probability[row, column]))


def _layers(shapes: np.ndarray) -> list[np.ndarray]:
    """Indices of the shapes in groups that do not overlap."""
    earlier: dict[int, set[int]] = {}
    for first, second in zip(*overlapping_pairs(shapes, least=0.0)):
        earlier.setdefault(int(second), set()).add(int(first))
    layer = np.zeros(len(shapes), int)
    for index in sorted(earlier):
        taken = {int(layer[number]) for number in earlier[index]}
        layer[index] = next(number for number in range(len(taken) + 1) if number not in taken)
    return [np.flatnonzero(layer == number) for number in range(layer.max() + 1)]
