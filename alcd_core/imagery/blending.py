"""Weights with which overlapping tiles are blended; they add up to 1 at every pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .grid import cell_bounds


@dataclass(frozen=True)
class AxisPart:
    """One tile along one axis, in pixels.

    ``start``: where its weights begin. ``inside``: the tile's pixels that have a weight, counted from its own edge;
    ``weights``: their weights. The first ``start_overlap`` of them are shared with the previous tile; the first
    ``finished`` of them are not shared with the next tile.
    """

    start: int
    inside: np.ndarray
    weights: np.ndarray
    start_overlap: int
    finished: int


class AxisWeights:
    """The parts of all tiles along one axis.

    Neighbours fade into each other over ``overlap`` pixels, half of them on either side of the edge between their core
    cells. This includes the last tile, which is shifted back and may cover most of its neighbour. Away from these seams
    every pixel has the value of the tile in whose core cell it lies. There is no fading at the grid's edges.
    """

    def __init__(self, offsets: list[int], tile_size: int, overlap: int) -> None:
        self._offsets = offsets
        *bounds, end = cell_bounds(offsets, tile_size)
        seams = [bound - (overlap + 1) // 2 for bound in bounds[1:]]
        self._starts = [0, *seams]
        self._ends = [*(seam + overlap for seam in seams), end]
        self._overlap = overlap

    def part(self, index: int) -> AxisPart:
        """The tile with this number along the axis."""
        start, end = self._starts[index], self._ends[index]
        last = index == len(self._ends) - 1
        weights = np.ones(end - start)
        ramp = (np.arange(self._overlap) + 0.5) / max(self._overlap, 1)
        if index > 0:
            _lower(weights, ramp)
        if not last:
            _lower(weights[::-1], ramp)
        inside = np.arange(start, end) - self._offsets[index]
        finished = end - start if last else self._starts[index + 1] - start
        return AxisPart(start, inside, weights, self._overlap if index > 0 else 0, finished)


def _lower(weights: np.ndarray, ramp: np.ndarray) -> None:
    count = min(len(ramp), len(weights))
    weights[:count] = np.minimum(weights[:count], ramp[:count])
