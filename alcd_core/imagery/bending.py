"""Reprojection of polygons: straight edges become curves in another CRS and get as many points as those need."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

Transform = Callable[[np.ndarray], np.ndarray]
MOST_HALVINGS = 14
_PROBES = (0.5, 0.25)
"""Positions along an edge where its deviation is measured: the middle, and a quarter, for edges that bend both ways."""


def reproject_polygons(polygons: np.ndarray, transform: Transform, tolerance: float) -> np.ndarray:
    """(N,) polygons in the target CRS; None for those with a point that cannot be reprojected.

    ``polygons``: two-dimensional, not empty. ``transform``: (M, 2) coordinates to (M, 2), infinite for points that
    cannot be reprojected. An edge is halved until the straight line deviates from the true curve by no more than
    ``tolerance`` (units of the target CRS): a house keeps its corners, and a parish boundary follows the projection.
    """
    _, points, (rings, parts) = shapely.to_ragged_array(polygons, include_z=False)
    moved = transform(points)
    index, share, extra = _between(points, moved, rings, transform, tolerance)
    all_index = np.concatenate([np.arange(len(points)), index])
    order = np.lexsort([np.concatenate([np.zeros(len(points)), share]), all_index])
    coordinates = np.concatenate([moved, extra])[order]
    new_rings = np.searchsorted(all_index[order], rings, side="left")
    unprojectable = _has_infinite_point(coordinates, new_rings[parts])
    coordinates[~np.isfinite(coordinates)] = 0.0  # only in polygons that are dropped
    found = np.asarray(shapely.from_ragged_array(shapely.GeometryType.POLYGON, coordinates, (new_rings, parts)))
    found[unprojectable] = None
    return found


def _between(
    points: np.ndarray, moved: np.ndarray, rings: np.ndarray, transform: Transform, tolerance: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points to insert: index of the vertex before each, its position towards the next (0 to 1), its coordinates."""
    is_edge = np.ones(len(points), bool)
    is_edge[rings[1:] - 1] = False  # no edge starts at a ring's last point
    index = np.flatnonzero(is_edge)
    low, high = np.zeros(len(index)), np.ones(len(index))
    starts, ends = moved[index], moved[index + 1]
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = [(np.empty(0, int), np.empty(0), np.empty((0, 2)))]
    for _ in range(MOST_HALVINGS):
        middle, bends = _probed(points, index, low, high, starts, ends, transform, tolerance)
        if not bends.any():
            break
        index, low, high, starts, ends, middle = (array[bends] for array in (index, low, high, starts, ends, middle))
        half = (low + high) / 2
        found.append((index, half, middle))
        index = np.concatenate([index, index])
        low, high = np.concatenate([low, half]), np.concatenate([half, high])
        starts, ends = np.concatenate([starts, middle]), np.concatenate([middle, ends])
    indices, shares, coordinates = (np.concatenate(arrays) for arrays in zip(*found))
    return indices, shares, coordinates


def _probed(
    points: np.ndarray,
    index: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    starts: np.ndarray,
    ends: np.ndarray,
    transform: Transform,
    tolerance: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Every edge's reprojected midpoint, and whether the edge deviates from the curve by more than ``tolerance``."""
    bends, middle = np.zeros(len(index), bool), np.empty((0, 2))
    for probe in _PROBES:
        share = (low + (high - low) * probe)[:, None]
        images = transform(points[index] * (1 - share) + points[index + 1] * share)
        middle = images if probe == 0.5 else middle
        with np.errstate(invalid="ignore"):
            stray = images - (starts * (1 - probe) + ends * probe)
            length = np.hypot(stray[:, 0], stray[:, 1])
            bends |= np.isfinite(length) & (length > tolerance)
    return middle, bends & np.isfinite(middle).all(axis=1)


def _has_infinite_point(coordinates: np.ndarray, firsts: np.ndarray) -> np.ndarray:
    """Whether each polygon has an infinite point. ``firsts``: index of every polygon's first point, and the end."""
    bad = np.concatenate([[0], np.cumsum(~np.isfinite(coordinates).all(axis=1))])
    return np.asarray(bad[firsts[1:]] > bad[firsts[:-1]])
