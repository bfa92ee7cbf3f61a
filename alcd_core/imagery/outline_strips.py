"""Outlines of connected changed pixels, strip by strip.

Only one strip and the groups that cross its lower edge are kept in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from .gdal_library import gdal
from .grid import Grid
from .pixel_polygons import outlines, zonal_figures
from .rasterise import rasterise


@dataclass
class PixelGroup:
    """Changed pixels connected by their sides. ``parts``: their outlines in pixels of the grid, x to the right, y down,
    cut at the edges of strips; ``total``, ``count``, ``maximum``: of the pixels' probabilities."""

    parts: list[Polygon]
    total: float
    count: int
    maximum: float

    @property
    def mean(self) -> float:
        """Mean probability of the pixels."""
        return self.total / self.count

    def merge(self, other: PixelGroup) -> None:
        """Add the pixels of another group to this one."""
        self.parts += other.parts
        self.total += other.total
        self.count += other.count
        self.maximum = max(self.maximum, other.maximum)

    def outline(self) -> Polygon:
        """The group as one valid polygon, in pixels."""
        return self.parts[0] if len(self.parts) == 1 else _without_seams(shapely.union_all(self.parts))


class OutlineStrips:
    """Takes strips of a map from top to bottom; returns each group of pixels as soon as it is complete."""

    def __init__(self, width: int) -> None:
        self.open: dict[int, PixelGroup] = {}
        """Groups that reach the lower edge of the last strip."""
        self._edge = np.zeros(width, np.int64)  # the open group that each pixel of the last row belongs to; 0: none
        self._row = 0
        self._last_number = 0

    def add(self, changed: np.ndarray, probability: np.ndarray, is_last: bool) -> list[PixelGroup]:
        """The groups that end in this strip; all remaining ones if it is the last strip.

        ``changed``, ``probability``: (H, W) of the strip that follows the previous one.
        """
        zones, found = _groups(changed, probability, self._row)
        numbers = np.concatenate([[0], self._last_number + 1 + np.arange(len(found))])  # by zone
        self._last_number += len(found)
        groups = {**self.open, **dict(zip(map(int, numbers[1:]), found))}
        joined = _join(groups, self._edge, numbers[zones[0]])
        final = np.array([joined.get(number, number) for number in map(int, numbers)])
        self._row += len(changed)
        self._edge = np.zeros_like(self._edge) if is_last else final[zones[-1]]
        still_open = set(map(int, np.unique(self._edge))) - {0}
        self.open = {number: group for number, group in groups.items() if number in still_open}
        return [group for number, group in groups.items() if number not in still_open]


def on_grid(polygons: Iterable[Polygon], grid: Grid) -> list[Polygon]:
    """Polygons converted from pixels of the grid to its CRS."""
    corner, size = np.array([grid.left, grid.top]), np.array([grid.pixel_size, -grid.pixel_size])
    moved = shapely.transform(np.array(list(polygons), dtype=object), lambda pixels: corner + pixels * size)
    return list(moved)


def _groups(changed: np.ndarray, probability: np.ndarray, row: int) -> tuple[np.ndarray, list[PixelGroup]]:
    """Zones (H, W), numbered from 1, of a strip that begins at ``row``, and the group of each zone."""
    height, width = changed.shape
    geotransform = (0.0, 1.0, 0.0, float(row), 0.0, 1.0)
    raster = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform(geotransform)
    raster.WriteArray(changed.astype(np.uint8))
    polygons = outlines(raster)
    numbered = ((polygon, number) for number, polygon in enumerate(polygons, start=1))
    zones = rasterise(numbered, geotransform, (height, width), gdal.GDT_Int32)
    figures = zip(polygons, *zonal_figures(zones, probability, len(polygons)))
    return zones, [PixelGroup([one], float(total), int(count), float(top)) for one, total, count, top in figures]


def _join(groups: dict[int, PixelGroup], above: np.ndarray, below: np.ndarray) -> dict[int, int]:
    """Merge the groups that touch at a seam; returns the new number of each group that was merged into another.

    ``above``, ``below``: numbers of the groups along both sides of the seam, 0 for none.
    """
    joined: dict[int, int] = {}

    def present(number: int) -> int:
        while number in joined:
            number = joined[number]
        return number

    touching = (above > 0) & (below > 0)
    for pair in np.unique(np.stack([above[touching], below[touching]]), axis=1).T.tolist():
        one, other = sorted(map(present, pair))
        if one != other:
            groups[one].merge(groups.pop(other))
            joined[other] = one
    return {number: present(number) for number in joined}


def _without_seams(polygon: Polygon) -> Polygon:
    """The polygon without the corners that seams have added; each ring starts at its uppermost corner, as GDAL's do."""
    holes = sorted((_ring(hole) for hole in polygon.interiors), key=lambda ring: (ring[0, 1], ring[0, 0]))
    return Polygon(_ring(polygon.exterior), holes)


def _ring(ring: shapely.LinearRing) -> np.ndarray:
    """(N + 1, 2): the ring's corners, starting downwards from the leftmost of the uppermost ones."""
    points = shapely.get_coordinates(ring)[:-1]
    arriving, leaving = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    points = points[(np.sign(arriving) != np.sign(leaving)).any(axis=1)]
    start = np.lexsort((points[:, 0], points[:, 1]))[0]
    points = np.roll(points, -start, axis=0)
    if points[1, 1] == points[0, 1]:  # it would start to the right
        points = np.roll(points[::-1], 1, axis=0)
    return np.concatenate([points, points[:1]])
