"""Where on the earth polygons are wanted, and where that is in a layer's own CRS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .gdal_library import ogr, osr, point_transform, quiet, spatial_reference
from .grid import Grid, Window

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
POINTS_PER_EDGE = 21
MARGIN = 0.01
"""Share of its size by which a box grows in another CRS: its edges bend between the points that are looked at."""
PIXEL_SHARE = 0.1
"""Part of a pixel by which an edge may stray when it is reprojected."""
LARGEST_DEGREES = 361.0, 90.5
"""Longitudes are named from -180 to 180, or from 0 to 360; with a little for rounding."""


@dataclass(frozen=True)
class Place:
    """A CRS and the part of it that matters: ``bounds``, and within them ``boxes``, such as those of some tiles.

    ``tolerance``: by how much a reprojected edge may stray, in units of ``crs``. ``where``: what it is, in words.
    """

    crs: osr.SpatialReference
    bounds: Box
    tolerance: float
    boxes: tuple[Box, ...]
    where: str = "the grid"

    @property
    def is_whole(self) -> bool:
        """Whether all of the bounds matter."""
        return self.boxes == (self.bounds,)


def grid_place(grid: Grid, windows: Sequence[Window] = ()) -> Place:
    """The grid, or some windows of it."""
    boxes = [shapely.box(*grid.window_bounds(window)) for window in windows]
    blocks = shapely.get_parts(shapely.union_all(boxes)) if boxes else []
    found = tuple(tuple(float(edge) for edge in block.bounds) for block in blocks)
    crs = spatial_reference(grid.crs)
    return Place(crs, grid.bounds, PIXEL_SHARE * grid.pixel_size, found or (grid.bounds,))  # type: ignore[arg-type]


def boxes_in(
    source: osr.SpatialReference, target: osr.SpatialReference, boxes: Sequence[Box], all_round: bool
) -> list[Box] | None:
    """What the boxes (in ``target``) cover in ``source``, a little larger; None where that cannot be told.

    Beyond the 180th meridian a box becomes two; with ``all_round`` longitudes may be named from 0 to 360 as well, and
    so they may where the box itself is.
    """
    found: list[Box] = []
    for box in boxes:
        moved = _moved_box(source, target, box)
        if moved is None:
            return None
        found += moved
    beyond = any(left < -180 or right > 180 for left, _, right, _ in found)
    if source.IsGeographic() and (all_round or beyond):
        turns = (-360.0, 0.0, 360.0)
        found = [(left + turn, bottom, right + turn, top) for left, bottom, right, top in found for turn in turns]
    return found


def _moved_box(source: osr.SpatialReference, target: osr.SpatialReference, box: Box) -> list[Box] | None:
    if source.IsSame(target):
        return [_grown(box)]
    try:
        with quiet():
            transformation = osr.CoordinateTransformation(target, source)
            left, bottom, right, top = transformation.TransformBounds(*box, POINTS_PER_EDGE)
    except RuntimeError:
        return None
    if not np.isfinite([left, bottom, right, top]).all():
        return None
    if right < left:  # over the 180th meridian
        return [_grown((left, bottom, 180.0, top)), _grown((-180.0, bottom, right, top))]
    return [_grown((left, bottom, right, top))]


def _grown(box: Box) -> Box:
    left, bottom, right, top = box
    x, y = MARGIN * (right - left), MARGIN * (top - bottom)
    return (left - x, bottom - y, right + x, top + y)


def elsewhere_words(layer: ogr.Layer, source: osr.SpatialReference, place: Place) -> tuple[str, str]:
    """Why a layer lies off the place, as far as its extent tells, and what to do."""
    left, right, bottom, top = layer.GetExtent()
    extent: Box = (left, bottom, right, top)
    spans = f"x from {left:.8g} to {right:.8g}, y from {bottom:.8g} to {top:.8g}"
    widest, highest = LARGEST_DEGREES
    fits_degrees = max(abs(left), abs(right)) <= widest and max(abs(bottom), abs(top)) <= highest
    assign = "Assign the right CRS (in QGIS: Layer > Layer CRS > Set Layer CRS; or ogr2ogr -a_srs EPSG:N)."
    swapped = boxes_in(place.crs, source, [(bottom, left, top, right)], all_round=False)
    if swapped and any(_touch(box, place.bounds) for box in swapped):
        return (f"its x and y look swapped ({spans})", "Swap them (in QGIS: Swap X and Y Coordinates).")
    if source.IsGeographic() and not fits_degrees:
        return (f"its coordinates are not the degrees of its CRS {source.GetName()} ({spans})", assign)
    if not source.IsGeographic() and fits_degrees:
        return (f"its coordinates look like degrees, but its CRS is {source.GetName()} ({spans})", assign)
    here, there = _in_degrees(extent, source), _in_degrees(place.bounds, place.crs)
    if here is None or there is None:
        return (f"it covers {spans} of {source.GetName()}", "Check its place and its CRS.")
    return (f"it covers {here}, {place.where} {there} (longitude, latitude)", "Check its place and its CRS.")


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _in_degrees(box: Box, crs: osr.SpatialReference) -> str | None:
    outline = shapely.get_coordinates(
        shapely.segmentize(shapely.box(*box), max(box[2] - box[0], box[3] - box[1], 1e-9) / 8)
    )
    points = point_transform(crs, spatial_reference("EPSG:4326"))(outline)
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) == 0:
        return None
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return f"{left:.5f} to {right:.5f}, {bottom:.5f} to {top:.5f}"
