"""Outlines of change joined and divided so that each concerns one building, where footprints say which it is.

All of it happens on the grid's pixels, so that the results fit together like the outlines themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..imagery.finished_outlines import Outline
from ..imagery.gdal_library import gdal
from ..imagery.grid import Window
from ..imagery.pixel_polygons import outlines as outlines_of
from ..imagery.pixel_polygons import zonal_figures
from ..imagery.rasterise import rasterise
from .relations import overlapping_pairs, relations

LARGEST_WINDOW = 2**24
"""Pixels. An outline whose extent is larger is not divided; it keeps the ids of all its footprints."""
MITRE = {"join_style": "mitre"}

ReadMap = Callable[[Window], np.ndarray]
"""The probabilities (H, W) of a window."""


def regrouped(found: Sequence[Outline], footprints: np.ndarray, tolerance: float, read: ReadMap) -> list[Outline]:
    """The outlines, with pieces on one footprint joined across gaps of up to twice the tolerance, and outlines that
    lie on several footprints divided among them.

    ``footprints``: (F,) in pixels; ``tolerance``: pixels. Outlines that lie on one footprint or none stay unchanged.
    """
    joined = _joined(found, footprints, tolerance)
    result = []
    for outline, under in zip(joined, _footprints_under(joined, footprints, tolerance)):
        result += [outline] if len(under) < 2 else _divided(outline, footprints[under], tolerance, read)
    return result


def _footprints_under(found: Sequence[Outline], footprints: np.ndarray, tolerance: float) -> list[list[int]]:
    """The indices of the footprints that each outline lies on."""
    polygons = np.array([outline.polygon for outline in found], dtype=object)
    pairs = relations(polygons, footprints, tolerance)
    under: list[list[int]] = [[] for _ in found]
    for polygon, footprint in zip(pairs.polygon[pairs.is_on].tolist(), pairs.footprint[pairs.is_on].tolist()):
        under[polygon].append(footprint)
    return under


def _joined(found: Sequence[Outline], footprints: np.ndarray, tolerance: float) -> list[Outline]:
    """The outlines, those joined that lie on one footprint with a narrow gap between them; in their order."""
    pieces: dict[int, list[int]] = {}
    for outline, under in enumerate(_footprints_under(found, footprints, tolerance)):
        for footprint in under:
            pieces.setdefault(footprint, []).append(outline)
    several = {footprint: own for footprint, own in pieces.items() if len(own) > 1}
    if not several:
        return list(found)
    polygons = np.array([outline.polygon for outline in found], dtype=object)
    tree = shapely.STRtree(polygons)
    bridges: dict[int, list[Polygon]] = {}
    for footprint, own in several.items():
        bridges[footprint] = _bridges(polygons[own], footprints[footprint], tolerance, tree)
    result: dict[int, Outline] = {}
    for group, between in _linked(several, bridges):
        result |= _merged(found, group, between)
    in_group = {outline for own in several.values() for outline in own}
    result |= {index: outline for index, outline in enumerate(found) if index not in in_group}
    return [result[index] for index in sorted(result)]


def _linked(
    pieces: dict[int, list[int]], bridges: dict[int, list[Polygon]]
) -> Iterable[tuple[list[int], list[Polygon]]]:
    """Groups of outlines that have footprints in common, each with the bridges on these footprints."""
    groups: list[tuple[set[int], list[Polygon]]] = []
    for footprint, own in pieces.items():
        members, between = set(own), list(bridges[footprint])
        apart = []
        for group in groups:
            if group[0] & members:
                members, between = members | group[0], between + group[1]
            else:
                apart.append(group)
        groups = [*apart, (members, between)]
    return [(sorted(members), between) for members, between in groups]


def _bridges(pieces: np.ndarray, footprint: BaseGeometry, tolerance: float, others: shapely.STRtree) -> list[Polygon]:
    """The narrow gaps between the pieces on a footprint, as polygons of pixels that belong to no outline."""
    reach = shapely.buffer(footprint, 2 * tolerance)
    near = shapely.union_all(shapely.intersection(pieces, reach))
    closed = shapely.buffer(shapely.buffer(near, tolerance, **MITRE), -tolerance, **MITRE)
    gap = shapely.intersection(shapely.buffer(shapely.difference(closed, near), 0.5), footprint)
    areas = _polygons_in(gap)
    if not areas:
        return []
    window = _window_of(shapely.union_all(areas))
    if window.width * window.height > LARGEST_WINDOW:
        return []
    pixels = rasterise([(area, 1) for area in areas], _geotransform(window), (window.height, window.width))
    found = _polygons_of(pixels, window)
    taken = others.geometries[np.unique(others.query(found, predicate="intersects")[1])] if found else []
    free = shapely.difference(np.array(found, dtype=object), shapely.union_all(taken))
    return _polygons_in(free)


def _merged(found: Sequence[Outline], group: Sequence[int], between: Sequence[Polygon]) -> dict[int, Outline]:
    """The group's outlines by their index; those that bridges connect are one, under the smallest of their indices."""
    whole = shapely.union_all([*(found[index].polygon for index in group), *between])
    points = {index: found[index].polygon.representative_point() for index in group}
    result = {}
    for part in shapely.get_parts(whole):
        members = [index for index, point in points.items() if shapely.intersects(part, point)]
        if len(members) == 1:
            result[members[0]] = found[members[0]]
        elif members:
            own = [found[index] for index in members]
            pixels = np.array([outline.polygon.area for outline in own])
            mean = float(np.average([outline.mean for outline in own], weights=pixels))
            result[members[0]] = Outline(part, mean, max(outline.maximum for outline in own))
    return result


def _divided(outline: Outline, footprints: np.ndarray, tolerance: float, read: ReadMap) -> list[Outline]:
    """The outline's pixels as one outline for each footprint: a pixel belongs to the nearest one."""
    window = _window_of(outline.polygon)
    separate = _separate(footprints)
    if len(separate) < 2 or window.width * window.height > LARGEST_WINDOW:
        return [outline]
    shape = (window.height, window.width)
    rows, columns = np.nonzero(rasterise([(outline.polygon, 1)], _geotransform(window), shape))
    centres = shapely.points(columns + window.x + 0.5, rows + window.y + 0.5)
    owners = np.zeros(shape, np.int32)
    owners[rows, columns] = 1 + shapely.STRtree(separate).nearest(centres)
    parts = _without_crumbs(_polygons_of(owners, window), tolerance)
    zones = rasterise(
        ((part, number) for number, part in enumerate(parts, start=1)), _geotransform(window), shape, gdal.GDT_Int32
    )
    totals, pixels, maxima = zonal_figures(zones, read(window), len(parts))
    return [
        Outline(part, float(total / count), float(top))
        for part, total, count, top in zip(parts, totals, pixels, maxima)
    ]


def _separate(footprints: np.ndarray) -> list[BaseGeometry]:
    """The footprints, those that overlap each other as one: nobody knows which of them a pixel belongs to."""
    one, other = overlapping_pairs(footprints)
    groups = np.arange(len(footprints))
    for first, second in zip(one.tolist(), other.tolist()):
        groups[groups == groups[second]] = groups[first]
    return [shapely.union_all(footprints[groups == group]) for group in np.unique(groups)]


def _without_crumbs(parts: list[Polygon], tolerance: float) -> list[Polygon]:
    """The parts of an outline, those that are narrower than the tolerance merged into the neighbour with which they
    share the longest edge."""
    wide: list[Polygon] = []
    crumbs: list[Polygon] = []
    for part in parts:
        (wide if part.buffer(-tolerance / 2).area > 0 else crumbs).append(part)
    if not wide:
        return [shapely.union_all(parts)]
    for crumb in sorted(crumbs, key=lambda part: -part.area):
        shared = shapely.length(shapely.intersection([crumb], wide))
        best = int(np.argmax(shared))
        if shared[best] > 0:
            wide[best] = shapely.union_all([wide[best], crumb])
        else:
            wide.append(crumb)
    return wide


def _polygons_in(geometries: Any) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometries) if part.geom_type == "Polygon" and not part.is_empty]


def _window_of(geometry: BaseGeometry) -> Window:
    left, top, right, bottom = geometry.bounds
    x, y = int(np.floor(left)), int(np.floor(top))
    return Window(x, y, int(np.ceil(right)) - x, int(np.ceil(bottom)) - y)


def _geotransform(window: Window) -> tuple[float, ...]:
    return (float(window.x), 1.0, 0.0, float(window.y), 0.0, 1.0)


def _polygons_of(values: np.ndarray, window: Window) -> list[Polygon]:
    """One polygon for every group of pixels with the same value above 0, in pixels of the grid."""
    raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Int32)
    raster.SetGeoTransform(_geotransform(window))
    raster.WriteArray(values.astype(np.int32))
    return outlines_of(raster)
