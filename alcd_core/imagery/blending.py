"""Weights with which overlapping tiles are blended; they add up to 1 at every pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


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

    A tile's weights begin ``overlap`` pixels before the end of the previous tile. So the last tile, which is shifted
    back and covers more of its neighbour, also blends over ``overlap`` pixels. There is no fading at the grid's edges.
    """

    def __init__(self, offsets: Sequence[int], tile_size: int, overlap: int) -> None:
        self._offsets = offsets
        self._ends = [offset + tile_size for offset in offsets]
        self._starts = [0, *(end - overlap for end in self._ends[:-1])]
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
