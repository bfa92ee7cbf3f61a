"""How change polygons lie to footprints: on them, beside them, or neither.

Footprints and orthophotos disagree by a metre or two, because roofs are wider than the ground outlines that maps show
and lean outwards in the image. So an overlap counts only if it is wider than a tolerance, and a footprint is gone if
its inner part is: the part that it would also cover if it were shifted by the tolerance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

MOST = 0.5
"""Share of a footprint's inner part, and of a polygon or footprint that is narrower than the tolerance, that counts as
most of it."""
OVERLAPPING = 0.1
"""Two footprints overlap if they share more than this part of the smaller one: less is a matter of drawing."""
CONTACT = 0.2
"""Share of its outline by which a polygon must lie along a footprint to be an addition to that building: a square that
leans on a wall has a quarter."""


@dataclass(frozen=True)
class Relations:
    """Pairs of a polygon and a footprint that are closer than the tolerance, each a row of these (N,) arrays.

    ``polygon``, ``footprint``: their indices; ``area``: of the overlap, in the geometries' units; ``core``: the share
    of the footprint's inner part that the polygon covers, 0 to 1; ``is_on``: whether the polygon lies on the footprint;
    ``is_addition``: whether it leans on the footprint from outside instead, and is not larger than it; ``alters``:
    whether this is wide enough to say that the building changed, not just a sliver along its outline.
    """

    polygon: np.ndarray
    footprint: np.ndarray
    area: np.ndarray
    core: np.ndarray
    is_on: np.ndarray
    is_addition: np.ndarray
    alters: np.ndarray


def relations(polygons: np.ndarray, footprints: np.ndarray, tolerance: float) -> Relations:
    """The relations of (P,) polygons that do not overlap each other to (F,) footprints, all in the same units."""
    if len(polygons) == 0 or len(footprints) == 0:
        pairs = np.empty((2, 0), np.int64)
    else:
        pairs = shapely.STRtree(footprints).query(polygons, predicate="dwithin", distance=tolerance)
    polygon, footprint = pairs
    ours, theirs = polygons[polygon], footprints[footprint]
    overlap = shapely.intersection(ours, theirs)
    area, own_area, their_area = shapely.area(overlap), shapely.area(ours), shapely.area(theirs)
    core = _core_shares(ours, footprints, footprint, tolerance)
    covers = (area > 0) & (_is_wide(overlap, tolerance) | (area >= MOST * their_area) | (core >= MOST))
    is_on = covers | ((area > 0) & (area >= MOST * own_area))
    is_addition = ~is_on & (own_area <= their_area) & (_contact(ours, theirs, tolerance) >= CONTACT)
    alters = covers | (is_addition & _is_wide(ours, tolerance))
    return Relations(polygon, footprint, area, core, is_on, is_addition, alters)


def _is_wide(geometries: np.ndarray, tolerance: float) -> np.ndarray:
    """(N,) bool: which geometries are wider than the tolerance anywhere."""
    return np.asarray(shapely.area(shapely.buffer(geometries, -tolerance / 2)) > 0)


def overlapping_pairs(footprints: np.ndarray, least: float = OVERLAPPING) -> tuple[np.ndarray, np.ndarray]:
    """The indices of footprints that overlap, (N,) of the earlier and (N,) of the later one of each pair.

    ``least``: they share more than this part of the smaller one.
    """
    one, other = shapely.STRtree(footprints).query(footprints, predicate="intersects")
    one, other = one[one < other], other[one < other]
    shared = shapely.area(shapely.intersection(footprints[one], footprints[other]))
    smaller = np.minimum(shapely.area(footprints[one]), shapely.area(footprints[other]))
    overlap = shared > least * smaller
    return one[overlap], other[overlap]


def inner_parts(footprints: np.ndarray, tolerance: float) -> np.ndarray:
    """What a footprint covers wherever it is shifted within the tolerance; half the tolerance, or none, if that is
    nothing."""
    inner = shapely.buffer(footprints, -tolerance)
    for smaller in (tolerance / 2, 0.0):
        empty = shapely.is_empty(inner)
        inner[empty] = shapely.buffer(footprints[empty], -smaller) if smaller else footprints[empty]
    return inner


def _core_shares(ours: np.ndarray, footprints: np.ndarray, footprint: np.ndarray, tolerance: float) -> np.ndarray:
    """(N,) shares of the footprints' inner parts that the polygons of the pairs cover."""
    wanted, index = np.unique(footprint, return_inverse=True)
    inner = inner_parts(footprints[wanted], tolerance)[index]
    return np.asarray(shapely.area(shapely.intersection(ours, inner)) / shapely.area(inner))


def _contact(ours: np.ndarray, theirs: np.ndarray, tolerance: float) -> np.ndarray:
    """(N,) shares of the polygons' outlines that lie within the tolerance of the footprints."""
    outline = shapely.boundary(ours)
    along = shapely.intersection(outline, shapely.buffer(theirs, tolerance))
    return np.asarray(shapely.length(along) / shapely.length(outline))
