"""Changes between two states of a building map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from ..progress import Reporter
from .kinds import ALTERED, BUILT, TORN_DOWN
from .relations import MOST

CHUNK = 1000
"""Number of footprints between two reports of progress."""


@dataclass(frozen=True)
class MapChanges:
    """``polygons``: what changed, each with its kind; they do not overlap. ``slivers``: number of parts that were
    dropped because they are nowhere wider than the tolerance."""

    polygons: list[tuple[Polygon, str]]
    slivers: int


def map_changes(before: np.ndarray, after: np.ndarray, tolerance: float, reporter: Reporter) -> MapChanges:
    """The ground that only one of the maps covers, without slivers.

    ``before``, ``after``: (N,), (M,) valid footprints in the same CRS; ``tolerance`` in its units. What is left of a
    footprint is opened: eroded by half the tolerance and grown again, so that strips up to the tolerance wide vanish
    (Serra 1982, Image Analysis and Mathematical Morphology, chapter II), and a footprint that lies askew or shifted by
    less does not count as changed.

    A part that stands only before is torn_down if the later map covers less than half of its footprint. A part that
    stands only after is built if its footprint stands on no building that is still there. All others are altered.
    """
    gone, gone_owners = _remainders(before, after, reporter.part(0.0, 0.4))
    new, new_owners = _remainders(after, before, reporter.part(0.4, 0.8))
    still_there = shapely.area(before) - np.bincount(gone_owners, shapely.area(gone), len(before))
    is_gone = still_there < MOST * shapely.area(before)
    stands = _stands_on(after, before[~is_gone], tolerance)
    kinds = np.concatenate([
        np.where(is_gone[gone_owners], TORN_DOWN, ALTERED),
        np.where(stands[new_owners], ALTERED, BUILT),
    ])  # fmt: skip
    parts = np.concatenate([gone, new])
    opened = _opened(parts, tolerance)
    reporter.progress(0.9, "Comparing the building maps")
    pieces, owners = _polygons(_without_overlaps(opened))
    is_sliver = shapely.is_empty(opened)
    return MapChanges(list(zip(pieces, kinds[owners].tolist())), int(is_sliver.sum()))


def _remainders(ones: np.ndarray, others: np.ndarray, reporter: Reporter) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of ``ones`` that ``others`` do not cover, and the index of the footprint that each belongs to."""
    tree, left = shapely.STRtree(others), ones.copy()
    for start in range(0, len(ones), CHUNK):
        reporter.progress(start / len(ones), "Comparing the building maps")
        index, near = tree.query(ones[start : start + CHUNK], predicate="intersects")
        for one, group in _grouped(index + start, near):
            left[one] = shapely.difference(ones[one], shapely.union_all(others[group]))
    return _polygons(left)


def _grouped(index: np.ndarray, near: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Each index that occurs, with all that is near it."""
    order = np.argsort(index, kind="stable")
    found, firsts = np.unique(index[order], return_index=True)
    yield from zip(found.tolist(), np.split(near[order], firsts[1:]))


def _stands_on(ones: np.ndarray, others: np.ndarray, tolerance: float) -> np.ndarray:
    """(N,) bool: which of ``ones`` share ground with one of ``others`` that is wider than the tolerance, or is most of
    one of them."""
    index, near = shapely.STRtree(others).query(ones, predicate="intersects")
    shared = shapely.intersection(ones[index], others[near])
    area = shapely.area(shared)
    smaller = np.minimum(shapely.area(ones[index]), shapely.area(others[near]))
    is_wide = (area >= MOST * smaller) | (shapely.area(shapely.buffer(shared, -tolerance / 2)) > 0)
    return np.asarray(np.bincount(index[is_wide & (area > 0)], minlength=len(ones)) > 0)


def _opened(parts: np.ndarray, tolerance: float) -> np.ndarray:
    """The parts without what is narrower than the tolerance; empty if that is all."""
    if tolerance <= 0:
        return parts
    core = shapely.buffer(parts, -tolerance / 2, join_style="mitre")
    grown = shapely.buffer(core, tolerance / 2, join_style="mitre")
    return np.asarray(shapely.intersection(grown, parts))


def _without_overlaps(parts: np.ndarray) -> np.ndarray:
    """The parts, each without those before it: footprints of one map can overlap each other."""
    one, other = shapely.STRtree(parts).query(parts, predicate="intersects")
    later, result = one > other, parts.copy()
    for index, earlier in _grouped(one[later], other[later]):
        result[index] = shapely.difference(parts[index], shapely.union_all(parts[earlier]))
    return result


def _polygons(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of the shapes that have an area, and the index of the shape that each belongs to."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    is_area = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 0)
    return parts[is_area], owners[is_area]
