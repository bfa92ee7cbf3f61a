"""The part of a raster that a grid needs."""

from __future__ import annotations

import numpy as np
import shapely

from .alignment import Footprint, near_longitude
from .gdal_library import point_transform, spatial_reference
from .grid import Window


def source_window(
    place: Footprint,
    size: tuple[int, int],
    crs: str,
    bounds: tuple[float, float, float, float],
    margin: tuple[float, float] = (2.0, 0.01),
) -> Window | None:
    """The part of a raster within ``bounds`` (left, bottom, right, top in ``crs``), in its own pixels; None if there is
    none. ``size``: width and height of the raster. ``margin``: in pixels, and as a share of the part's size."""
    left, bottom, right, top = bounds
    outline = shapely.segmentize(shapely.box(left, bottom, right, top), (right - left + top - bottom) / 128)
    points = point_transform(spatial_reference(crs), place.crs)(shapely.get_coordinates(outline))
    points = points[np.isfinite(points).all(axis=1)]
    if place.crs.IsGeographic():  # 262 degrees east are 98 degrees west
        points = near_longitude(place.outline.centroid.x, points)
    to_pixels = np.linalg.inv(np.column_stack([place.column, place.row]))
    pixels = (points - np.array(place.origin)) @ to_pixels.T
    around = margin[0] + margin[1] * np.ptp(pixels, axis=0)
    first = np.clip(np.floor(pixels.min(axis=0) - around), 0, size).astype(int)
    last = np.clip(np.ceil(pixels.max(axis=0) + around), 0, size).astype(int)
    if (last <= first).any():
        return None
    return Window(int(first[0]), int(first[1]), int(last[0] - first[0]), int(last[1] - first[1]))
