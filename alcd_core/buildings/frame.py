"""Plane coordinates in which right angles are those on the ground."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import Polygon

from ..imagery.gdal_library import spatial_reference
from ..imagery.grid import Grid

FINEST = 0.4
"""Metres: recesses of an outline below about three times this length say nothing about a building."""


def unit_length(grid: Grid) -> float:
    """The unit of a frame in pixels: one pixel, but not less than FINEST."""
    return max(1.0, FINEST / grid.gsd)


class Frame:
    """Converts polygons between a grid's CRS and units of ``unit_length``, from the grid's upper left corner.

    If the CRS is in degrees, lengths from west to east are those on the ground at the grid's centre.
    """

    def __init__(self, grid: Grid) -> None:
        self._corner = np.array([grid.left, grid.top])
        crs = spatial_reference(grid.crs)
        latitude = (grid.bounds[1] + grid.bounds[3]) / 2 * crs.GetAngularUnits() if crs.IsGeographic() else 0.0
        self._size = unit_length(grid) * np.array([grid.pixel_size / np.cos(latitude), -grid.pixel_size])

    def from_crs(self, polygon: Polygon) -> Polygon:
        """A polygon of the CRS in units."""
        return shapely.transform(polygon, lambda points: (points - self._corner) / self._size)

    def to_crs(self, polygon: Polygon) -> Polygon:
        """A polygon of units in the CRS."""
        return shapely.transform(polygon, lambda points: self._corner + points * self._size)
