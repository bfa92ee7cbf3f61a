"""The kind of each change polygon, and what became of each footprint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..imagery.change_layers import BuildingState, ChangePolygon
from .relations import MOST, Relations, relations

BUILT, TORN_DOWN, ALTERED = "built", "torn_down", "altered"
KINDS = (BUILT, TORN_DOWN, ALTERED)
PRESENT, GONE, NOT_SEEN = "present", "gone", "not_seen"
STATES = (PRESENT, GONE, ALTERED, NOT_SEEN)
LEAST_SEEN = 0.5
"""Share of a footprint that must have been seen at both dates to call it present."""


@dataclass(frozen=True)
class Footprint:
    """A building's outline in the map. ``number``: its place in the map, from 1; ``area``: m2 on the ground;
    ``geometry``: polygon or multipolygon in the grid's CRS; ``pixels``: the same in pixels of the grid."""

    number: int
    id: Any
    area: float
    geometry: BaseGeometry
    pixels: BaseGeometry


@dataclass(frozen=True)
class Sight:
    """What the map shows on a footprint. ``seen``: share of it, 0 to 1; ``probability``: mean probability of change of
    its pixels, 0 to 1, meaningless if none was seen."""

    seen: float
    probability: float


def decide(
    changes: Sequence[ChangePolygon],
    footprints: Sequence[Footprint],
    sights: Sequence[Sight],
    tolerance: float,
    minimum_area: float = 0.0,
) -> tuple[list[ChangePolygon], list[BuildingState]]:
    """The polygons with kind, ids and overlap, and the state of every footprint. ``tolerance``: in units of the CRS.

    A polygon is torn_down if it lies on a footprint that is gone, altered if it lies on part of one or leans on one,
    and built otherwise. A footprint is gone if the polygons cover most of its inner part. ``minimum_area``: m2; smaller
    polygons are left out and alter no building, but a small building that they cover is gone.
    """
    polygons = np.array([change.polygon for change in changes], dtype=object)
    outlines = np.array([footprint.geometry for footprint in footprints], dtype=object)
    found = relations(polygons, outlines, tolerance)
    covered = np.bincount(found.footprint, found.core, len(footprints))
    gone = covered >= MOST
    concerns = _concerned(found, len(changes))
    kinds = _kinds(found, concerns, gone, len(changes))
    overlaps = _overlaps(polygons, outlines, found)
    ids = _ids(found, concerns, footprints, len(changes))
    decided = [
        replace(change, kind=kind, building_ids=text, overlap=overlap)
        for change, kind, text, overlap in zip(changes, kinds, ids, overlaps)
        if change.area >= minimum_area
    ]
    is_kept = np.array([change.area >= minimum_area for change in changes], bool)[found.polygon]
    return decided, _states(changes, footprints, sights, found, found.alters & concerns & is_kept, gone, is_kept)


def id_text(identifier: Any) -> str:
    """An id as text: whole numbers without decimals."""
    return f"{identifier:.15g}" if isinstance(identifier, float) else str(identifier)


def _concerned(found: Relations, count: int) -> np.ndarray:
    """(N,) bool: the pairs in which the polygon concerns the footprint. An addition to one building that lies on
    another one only concerns the latter."""
    lies_on_one = np.bincount(found.polygon, found.is_on, count) > 0
    return np.asarray(found.is_on | (found.is_addition & ~lies_on_one[found.polygon]))


def _kinds(found: Relations, concerns: np.ndarray, gone: np.ndarray, count: int) -> list[str]:
    torn = np.bincount(found.polygon, found.is_on & gone[found.footprint], count) > 0
    altered = np.bincount(found.polygon, concerns, count) > 0
    return [TORN_DOWN if one else ALTERED if other else BUILT for one, other in zip(torn, altered)]


def _ids(found: Relations, concerns: np.ndarray, footprints: Sequence[Footprint], count: int) -> list[str | None]:
    """The ids of the footprints that each polygon concerns, in the order of the building map; None for no id."""
    texts: list[dict[str, None]] = [{} for _ in range(count)]
    for polygon, footprint in sorted(zip(found.polygon[concerns].tolist(), found.footprint[concerns].tolist())):
        identifier = footprints[footprint].id
        if identifier is not None:
            texts[polygon][id_text(identifier)] = None
    return [", ".join(text) or None for text in texts]


def _overlaps(polygons: np.ndarray, outlines: np.ndarray, found: Relations) -> list[float]:
    """The share of each polygon that footprints cover, which may overlap each other."""
    areas = np.bincount(found.polygon, found.area, len(polygons))
    several = np.bincount(found.polygon, found.area > 0, len(polygons)) > 1
    for one in np.flatnonzero(several):
        near = outlines[found.footprint[found.polygon == one]]
        areas[one] = shapely.area(shapely.intersection(polygons[one], shapely.union_all(near)))
    return list(map(float, np.clip(areas / shapely.area(polygons), 0.0, 1.0)))


def _states(
    changes: Sequence[ChangePolygon],
    footprints: Sequence[Footprint],
    sights: Sequence[Sight],
    found: Relations,
    alters: np.ndarray,
    gone: np.ndarray,
    is_kept: np.ndarray,
) -> list[BuildingState]:
    count, evidence = len(footprints), _evidence(changes, found, alters, len(footprints))
    altered = np.bincount(found.footprint, alters, count) > 0
    has_polygon = np.bincount(found.footprint, (found.core > 0) & is_kept, count) > 0
    own_areas = shapely.area(np.array([footprint.geometry for footprint in footprints], dtype=object))
    shares = np.clip(np.bincount(found.footprint, found.area, count) / own_areas, 0.0, 1.0)
    states = []
    for index, (footprint, sight) in enumerate(zip(footprints, sights)):
        if gone[index] or altered[index]:
            state, probability = GONE if gone[index] else ALTERED, float(evidence[index])
        elif sight.seen < LEAST_SEEN:
            state, probability = NOT_SEEN, None
        else:
            state, probability = PRESENT, 1.0 - sight.probability
        figures = (footprint.area, state, probability, float(shares[index]), bool(has_polygon[index]))
        states.append(BuildingState(footprint.id, footprint.geometry, *figures))
    return states


def _evidence(changes: Sequence[ChangePolygon], found: Relations, alters: np.ndarray, count: int) -> np.ndarray:
    """(F,) mean probability of the polygons on each footprint, or leaning on it, by area; NaN without any."""
    probabilities = np.array([change.mean_probability for change in changes])
    sizes = shapely.area(np.array([change.polygon for change in changes], dtype=object))
    weights = np.where(found.is_addition, sizes[found.polygon], found.area) * (alters | (found.core > 0))
    total = np.bincount(found.footprint, weights, count)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.bincount(found.footprint, weights * probabilities[found.polygon], count) / total)
