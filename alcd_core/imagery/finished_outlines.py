"""Which outlines are finished: neither the next strip nor an open outline can affect them any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Outline:
    """A closed outline in pixels of the grid, with the probabilities of the pixels in it."""

    polygon: Polygon
    mean: float
    maximum: float


def must_wait(
    outlines: Sequence[Outline],
    footprints: Sequence[BaseGeometry],
    still_open: Sequence[Polygon],
    row: float,
    reach: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Which outlines and which footprints have to wait, (N,) and (M,) bool.

    One waits if it comes within ``reach`` of an open outline or of the next strip, which begins at ``row``, or of an
    outline that waits; an outline also waits for a footprint. Footprints do not wait for each other: in a town all of
    them would. Lengths in pixels.
    """
    sides = (
        np.array([outline.polygon for outline in outlines], dtype=object),
        np.array(footprints, dtype=object),
    )
    if reach <= 0 or not (len(sides[0]) or len(sides[1])):
        return np.zeros(len(sides[0]), bool), np.zeros(len(sides[1]), bool)
    trees = [shapely.STRtree(side) for side in sides]
    waits = [shapely.bounds(side).reshape(-1, 4)[:, 3] >= row - reach for side in sides]
    for tree, waiting in zip(trees, waits):
        waiting[_near(tree, np.array(still_open, dtype=object), reach)] = True
    new = [np.flatnonzero(waiting) for waiting in waits]
    while len(new[0]) or len(new[1]):
        reached = [
            np.union1d(_near(trees[0], sides[0][new[0]], reach), _near(trees[0], sides[1][new[1]], reach)),
            _near(trees[1], sides[0][new[0]], reach),
        ]
        new = [near[~waiting[near]] for near, waiting in zip(reached, waits)]
        for waiting, added in zip(waits, new):
            waiting[added] = True
    return waits[0], waits[1]


def _near(tree: shapely.STRtree, geometries: np.ndarray, reach: float) -> np.ndarray:
    """Indices of the tree's geometries within ``reach`` of any of the others."""
    if len(geometries) == 0 or len(tree) == 0:
        return np.empty(0, np.int64)
    return np.unique(tree.query(geometries, predicate="dwithin", distance=reach)[1]).astype(np.int64)
