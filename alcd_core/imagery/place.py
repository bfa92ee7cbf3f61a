"""The area for which polygons are read, and its extent in a layer's own CRS."""

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
"""Share of its size by which a reprojected box is enlarged: its edges curve between the sampled points."""
PIXEL_SHARE = 0.1
"""Share of a pixel by which a reprojected edge may deviate from its true curve."""
LARGEST_DEGREES = 361.0, 90.5
"""Longitudes range from -180 to 180 or from 0 to 360; includes a margin for rounding."""


@dataclass(frozen=True)
class Place:
    """A CRS and the part of it that matters: ``bounds``, and within them ``boxes``, such as those of some tiles.

    ``tolerance``: by how much a reprojected edge may deviate, in units of ``crs``. ``where``: its name in messages.
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
    """The extents of the boxes (in ``target``) in ``source``, slightly enlarged; None if they cannot be determined.

    A box that crosses the 180th meridian becomes two. With ``all_round``, or if a box itself goes beyond 180 degrees,
    the boxes are repeated a full turn to either side, for longitudes from 0 to 360.
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


def explain_mismatch(layer: ogr.Layer, source: osr.SpatialReference, place: Place) -> tuple[str, str]:
    """The likely reason why a layer lies outside the place, judged by its extent, and a hint."""
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
        return (f"it covers {spans} of {source.GetName()}", "Check its location and its CRS.")
    return (f"it covers {here}, {place.where} {there} (longitude, latitude)", "Check its location and its CRS.")


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
