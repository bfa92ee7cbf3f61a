"""Array operations on many polygons: decoding, splitting into single parts, selecting by box, clipping, repairing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from .place import Box, Place

REACH = 1.0
"""Polygons are clipped at this share of the place's size beyond it: a continent's outline may not be reprojectable to
the CRS of a town."""


def decode_shapes(areas: Sequence[Any]) -> np.ndarray:
    """(N,) shapes from WKB or from shapely geometries; None for damaged ones."""
    packed = np.array([isinstance(area, bytes) for area in areas], bool)
    shapes = np.array([None if isinstance(area, bytes) else area for area in areas], dtype=object)
    with np.errstate(invalid="ignore"):  # coordinates that are not finite are found later
        shapes[packed] = shapely.from_wkb([area for area in areas if isinstance(area, bytes)], on_invalid="fix")
    return shapes


def are_finite(parts: np.ndarray) -> np.ndarray:
    """Whether all coordinates of each polygon are finite."""
    coordinates, owners = shapely.get_coordinates(parts, return_index=True)
    bad = ~np.isfinite(coordinates).all(axis=1)
    return np.bincount(owners[bad], minlength=len(parts)) == 0


def single_polygons(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The single polygons of the shapes, and the index of the shape that each belongs to."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    while (nested := shapely.get_type_id(parts) > shapely.GeometryType.POLYGON).any():
        inner, index = shapely.get_parts(parts[nested], return_index=True)
        parts, owners = (
            np.concatenate([parts[~nested], inner]),
            np.concatenate([owners[~nested], owners[nested][index]]),
        )
    usable = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    return parts[usable], owners[usable]


def touch_any(bounds: np.ndarray, boxes: list[Box] | None) -> np.ndarray:
    """Which of the (N, 4) bounds touch one of the boxes; all if ``boxes`` is None."""
    if boxes is None or len(bounds) == 0:
        return np.ones(len(bounds), bool)
    tree = shapely.STRtree([shapely.box(*box) for box in boxes])
    touching = np.zeros(len(bounds), bool)
    touching[tree.query(shapely.box(*bounds.T), predicate="intersects")[0]] = True
    return touching


def clip_far_parts(parts: np.ndarray, owners: np.ndarray, near: list[Box] | None) -> tuple[np.ndarray, np.ndarray]:
    """The polygons, clipped where they reach far beyond the boxes, with the indices of their shapes."""
    if near is None:
        return parts, owners
    width, height = (max(box[side + 2] - box[side] for box in near) * REACH for side in (0, 1))
    wide = [
        shapely.box(left - width, bottom - height, right + width, top + height) for left, bottom, right, top in near
    ]
    region = shapely.union_all(wide)
    far = ~shapely.contains(region, shapely.box(*shapely.bounds(parts).T))
    cut = parts.copy()
    cut[far] = shapely.intersection(shapely.make_valid(parts[far]), region)
    single, index = single_polygons(cut)
    return single, owners[index]


def make_valid(parts: np.ndarray) -> np.ndarray:
    """Valid polygons: shells minus their holes, even if they cross. A polygon of which nothing would be left (a hole
    around its shell) is repaired from its lines instead."""
    whole = shapely.make_valid(parts, method="structure", keep_collapsed=False)
    vanished = shapely.area(whole) == 0
    whole[vanished] = shapely.make_valid(parts[vanished])
    return np.asarray(whole)


def wrap_longitudes(parts: np.ndarray, place: Place) -> np.ndarray:
    """Polygons in degrees, each shifted by full turns to be as close as possible to the place; others unchanged."""
    if not place.crs.IsGeographic() or len(parts) == 0:
        return parts
    bounds = shapely.bounds(parts)
    turns = np.round(((place.bounds[0] + place.bounds[2]) - (bounds[:, 0] + bounds[:, 2])) / 720)
    wrapped = parts.copy()
    for index in np.flatnonzero(turns):
        turn = np.array([360 * turns[index], 0.0])
        wrapped[index] = shapely.transform(parts[index], lambda points, turn=turn: points + turn)
    return wrapped
