"""The directions of a building's walls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

ALIGNED = np.radians(12.0)
"""Edges that deviate by less count as parallel or perpendicular to a direction."""

OTHER_WING = 0.3
"""Share of the edges' squared lengths off the directions found so far from which another one is looked for."""

MOST = 3
"""Directions of a single building."""

PIXEL_STEPS = 1.5
"""Tolerance in units for removing the steps of pixels, whose own directions are those of the grid."""

TRIED = np.radians(np.arange(0.0, 90.0, 1.0))
"""Directions among which the first guess is chosen."""


def main_directions(polygons: Sequence[Polygon]) -> list[float]:
    """The directions of the walls of a building or of a terrace in radians, each in [0, pi/2), the main one first.

    Each polygon gives one direction, and others if it has wings at other angles; similar ones are listed once.
    """
    found: list[tuple[float, float]] = []
    for polygon in polygons:
        for direction, weight in _directions(_edges(polygon)):
            near = [index for index, (known, _) in enumerate(found) if abs(off_axis(direction - known)) < ALIGNED]
            if near:
                known, total = found[near[0]]
                shift = float(off_axis(direction - known)) * weight / (total + weight)
                found[near[0]] = ((known + shift) % (np.pi / 2), total + weight)
            else:
                found.append((direction, weight))
    return [direction for direction, _ in sorted(found, key=lambda one: (-one[1], one[0]))]


def off_axis(angle: np.ndarray | float) -> np.ndarray | float:
    """The smallest rotation, in [-pi/4, pi/4), that makes a direction parallel or perpendicular to angle 0."""
    return (angle + np.pi / 4) % (np.pi / 2) - np.pi / 4


def _edges(polygon: Polygon) -> np.ndarray:
    """(N, 2): the edges of all rings as vectors. ``polygon``: in units of a frame."""
    simple = shapely.simplify(polygon, PIXEL_STEPS)
    rings = [shapely.get_coordinates(ring) for ring in (simple.exterior, *simple.interiors)]
    return np.concatenate([np.diff(ring, axis=0) for ring in rings])


def _directions(edges: np.ndarray) -> list[tuple[float, float]]:
    """The directions of one polygon, each with the squared lengths of its edges as weight. ``edges``: (N, 2)."""
    angles, weights = np.arctan2(edges[:, 1], edges[:, 0]), (edges**2).sum(axis=1)
    found: list[tuple[float, float]] = []
    enough = OTHER_WING * weights.sum()
    while len(found) < MOST and (not found or weights.sum() > enough):
        direction, aligned = _strongest(angles, weights)
        found.append((direction, float(weights[aligned].sum())))
        angles, weights = angles[~aligned], weights[~aligned]
    return found


def _strongest(angles: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """The direction that most of the weight is parallel or perpendicular to, and which angles are."""
    deviations = np.abs(off_axis(angles[None, :] - TRIED[:, None]))
    closeness = np.clip(1.0 - deviations / ALIGNED, 0.0, None) @ weights
    direction = float(TRIED[np.argmax(closeness)])
    aligned = np.abs(off_axis(angles - direction)) < ALIGNED
    shift = np.average(off_axis(angles[aligned] - direction), weights=weights[aligned])
    return (direction + float(shift)) % (np.pi / 2), aligned
