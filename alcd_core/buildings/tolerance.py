"""How far footprints lie from the buildings' edges in an orthophoto, measured without knowing what is true.

A building's outline in an image is where the brightness changes across it. Each footprint of a sample is shifted until
the gradient across its outline is largest; the length of that shift is how far the map and the image disagree there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..imagery.grid import Grid, Window

DEFAULT = 1.5
"""Metres; where nothing can be measured."""
LARGEST = 4.0
"""Metres by which footprints are shifted at most: further away lies the neighbour's edge."""
MOST_STEPS = 12
"""Steps to either side in which a footprint is shifted. A finer image is averaged so that a step is one pixel."""
SAMPLE = 400
"""Number of footprints that are compared with the image."""
LEAST_FOOTPRINTS = 20
"""Fewer distinct ones are too few to go by."""
DISTINCT = 3.0
"""A footprint counts if its best place stands out from all places tried by this many standard deviations."""
COVERED = 0.75
"""Share of the footprints whose shift the tolerance covers. The rest may be errors of the measurement."""
LARGEST_WINDOW = 2**22
"""Pixels. A footprint with larger surroundings is not measured: it is hardly one building, and the image around it may
not fit into memory."""
SPACING = 1.0
"""Pixels between the points of an outline at which the image is looked at."""


@dataclass(frozen=True)
class Tolerance:
    """``metres``: what counts as the same place. ``source``: "given", "measured" or "default"; ``shift``: median shift
    of ``footprints`` measured ones, metres, None if not measured."""

    metres: float
    source: str
    footprints: int = 0
    shift: float | None = None

    def sentence(self) -> str:
        """What is reported to the user."""
        if self.source == "given":
            return f"Tolerance between footprints and orthophotos: {self.metres:.2g} m, as given."
        if self.source == "default":
            reason = f"only {self.footprints} footprints have clear edges in the before image"
            return f"Tolerance between footprints and orthophotos: {self.metres:.2g} m, the default, because {reason}."
        measured = f"measured on {self.footprints} footprints, which lie {self.shift:.1f} m (median) off their edges"
        return f"Tolerance between footprints and orthophotos: {self.metres:.2g} m, {measured} in the before image."

    def as_result(self) -> dict[str, Any]:
        """The entry for a job's result."""
        return {"tolerance_m": self.metres, "source": self.source, "footprints": self.footprints, "shift_m": self.shift}


ReadImage = Callable[[Window], tuple[np.ndarray, np.ndarray]]
"""Brightness (H, W) of the before image and whether it is valid, (H, W) bool, for a window of the grid."""


def measured_tolerance(footprints: Sequence[BaseGeometry], grid: Grid, read: ReadImage) -> Tolerance:
    """The tolerance that the footprints need. ``footprints``: in pixels of the grid."""
    shifts = [shift for footprint in footprints if (shift := best_shift(footprint, grid, read)) is not None]
    if len(shifts) < LEAST_FOOTPRINTS:
        return Tolerance(max(DEFAULT, grid.gsd), "default", len(shifts))
    lengths = np.hypot(*np.array(shifts, float).T) * grid.gsd
    metres = float(np.quantile(lengths, COVERED)) + grid.gsd
    return Tolerance(round(metres, 2), "measured", len(shifts), round(float(np.median(lengths)), 2))


def best_shift(footprint: BaseGeometry, grid: Grid, read: ReadImage) -> tuple[float, float] | None:
    """The shift (x, y) in pixels at which the brightness changes most across the footprint's outline.

    None if no place stands out, or if the surroundings are too large or not all in the image.
    """
    size = max(int(np.ceil(LARGEST / grid.gsd / MOST_STEPS)), 1)
    reach = max(int(np.ceil(LARGEST / grid.gsd / size)), 2)
    window = _around(footprint, size, reach + 2)
    if not _contains(grid, window) or window.width * window.height > LARGEST_WINDOW:
        return None
    brightness, valid = read(window)
    if not valid.all():
        return None
    points, normals = outline_points(footprint)
    corner = np.array([window.x, window.y])
    columns, rows = np.floor((points - corner) / size).astype(int).T
    scores = _scores(_gradient(_averaged(brightness, size)), rows, columns, normals, reach)
    spread = scores.std()
    if spread == 0 or (scores.max() - scores.mean()) / spread < DISTINCT:
        return None
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return float(column - reach) * size, float(row - reach) * size


def _scores(gradient: np.ndarray, rows: np.ndarray, columns: np.ndarray, normals: np.ndarray, reach: int) -> np.ndarray:
    """Mean gradient across the outline for all shifts, (2 reach + 1, 2 reach + 1), first upwards and to the left."""
    steps = range(-reach, reach + 1)
    scores = np.empty((len(steps), len(steps)))
    for y in steps:
        for x in steps:
            across = gradient[:, rows + y, columns + x]
            scores[y + reach, x + reach] = np.abs(across[0] * normals[:, 0] + across[1] * normals[:, 1]).mean()
    return scores


def _averaged(brightness: np.ndarray, size: int) -> np.ndarray:
    """Means of blocks of ``size`` x ``size`` pixels."""
    height, width = brightness.shape
    return np.asarray(brightness.reshape(height // size, size, width // size, size).mean(axis=(1, 3)))


def outline_points(footprint: BaseGeometry) -> tuple[np.ndarray, np.ndarray]:
    """Points (N, 2) in equal distances along the outlines, and the unit normals (N, 2) of the edges there."""
    points, normals = [], []
    for ring in shapely.get_rings(shapely.get_parts(footprint)):
        corners = shapely.get_coordinates(ring)
        edges = np.diff(corners, axis=0)
        lengths = np.hypot(edges[:, 0], edges[:, 1])
        counts = np.maximum((lengths / SPACING).round().astype(int), 1)
        index = np.repeat(np.arange(len(edges)), counts)
        place = np.arange(len(index)) - np.repeat(np.cumsum(counts) - counts, counts)
        share = (place + 0.5) / counts[index]
        points.append(corners[index] + edges[index] * share[:, None])
        turned = np.stack([-edges[:, 1], edges[:, 0]], axis=1) / np.maximum(lengths, 1e-9)[:, None]
        normals.append(turned[index])
    return np.concatenate(points), np.concatenate(normals)


def _gradient(brightness: np.ndarray) -> np.ndarray:
    """Change of the brightness per pixel to the right and downwards, (2, H, W), smoothed over 3 x 3 pixels (Sobel)."""
    padded = np.pad(brightness.astype(float), 1, mode="edge")
    right = padded[:, 2:] - padded[:, :-2]
    down = padded[2:] - padded[:-2]
    return np.stack([right[:-2] + 2 * right[1:-1] + right[2:], down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]]) / 8


def _around(footprint: BaseGeometry, size: int, margin: int) -> Window:
    """The footprint's extent with ``margin`` blocks around it, in whole blocks of ``size`` pixels."""
    left, top, right, bottom = (side / size for side in footprint.bounds)
    x, y = int(np.floor(left)) - margin, int(np.floor(top)) - margin
    width, height = int(np.ceil(right)) + margin - x, int(np.ceil(bottom)) + margin - y
    return Window(x * size, y * size, width * size, height * size)


def _contains(grid: Grid, window: Window) -> bool:
    inside = window.x >= 0 and window.y >= 0
    return inside and window.x + window.width <= grid.width and window.y + window.height <= grid.height
