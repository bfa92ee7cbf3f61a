"""Choice of the common grid of both dates' rasters: CRS, pixel size and extent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .gdal_library import osr, point_transform, spatial_reference
from .grid import Grid
from .ground import pixel_length
from .place import Place
from .raster import RasterSource, open_raster, raster_crs
from .vector import load_aoi

POINTS_PER_EDGE = 256
"""Outlines are densified before they are reprojected, because straight edges become curves."""
AOI_TOLERANCE = 1e-5
"""Share of the overlap's size by which the AOI's edges may stray while the grid's extent is found."""
SAME_SIZE = 2e-3
"""Pixel sizes that differ by less than this share count as equal: a UTM metre is up to 0.1 % off a ground metre."""


@dataclass(frozen=True)
class Footprint:
    """Where a raster lies. ``outline``: in its own ``crs``, densified. ``column``, ``row``: a pixel's edges."""

    path: str
    crs: osr.SpatialReference
    outline: Polygon
    origin: tuple[float, float]
    column: np.ndarray
    row: np.ndarray
    pixels: int

    def gsd_at(self, point: shapely.Point, crs: osr.SpatialReference) -> float:
        """Side of a pixel in metres on the ground at a point in ``crs``."""
        x, y = point_transform(crs, self.crs)(np.array([[point.x, point.y]]))[0]
        return pixel_length(self.crs, x, y, self.column, self.row)

    @property
    def ground_area(self) -> float:
        """Approximate area in m2, for comparing the sizes of two rasters."""
        return self.gsd_at(self.outline.centroid, self.crs) ** 2 * self.pixels

    @property
    def square_pixel(self) -> float | None:
        """The pixel's side in CRS units if the raster is north-up with square pixels, otherwise None."""
        north_up = self.column[1] == 0 and self.row[0] == 0 and self.column[0] > 0 and self.row[1] < 0
        square = np.isclose(self.column[0], -self.row[1], rtol=1e-9)
        return float(self.column[0]) if north_up and square else None


def common_grid(
    before: Sequence[RasterSource],
    after: Sequence[RasterSource],
    *,
    gsd: float | None = None,
    crs: str | None = None,
    aoi: str | None = None,
) -> Grid:
    """The grid that both dates are warped to: north-up, square pixels, the overlap of all rasters within the AOI.

    Only the dates' first rasters, the orthophotos, determine CRS and pixel size: a height model is often coarser, and
    must not blur them. ``gsd``: metres on the ground; by default the coarser orthophoto's. ``crs``: by default the
    coarser orthophoto's if it is projected, else the other's, else the UTM zone. ``aoi``: path of a polygon layer.
    If an orthophoto has this CRS and pixel size, the grid is aligned with its pixels, so that it is not resampled.
    Raises InputError if the same raster is given twice, if there is no overlap, if the AOI lies outside the overlap, or
    if the CRS is unknown.
    """
    refuse_same_file(before, after)
    first, second = footprint(before[0].path), footprint(after[0].path)
    overlap, overlap_crs = _overlap(first, second)
    for source in (*before[1:], *after[1:]):
        overlap = _within_raster(overlap, overlap_crs, footprint(source.path))
    centre = overlap.centroid
    gsd_first, gsd_second = first.gsd_at(centre, overlap_crs), second.gsd_at(centre, overlap_crs)
    if gsd is not None and not gsd > 0:
        raise InputError(f"The GSD {gsd} m is not above 0.", "Give the pixel size in metres, such as --gsd 0.5.")
    coarser_first = [second, first] if gsd_second > gsd_first * (1 + SAME_SIZE) else [first, second]
    grid_crs = spatial_reference(crs) if crs else _default_crs(coarser_first, centre, overlap_crs)
    area = _within_aoi(reproject(overlap, overlap_crs, grid_crs), aoi, grid_crs)
    middle = area.centroid  # of the AOI, which can be far from that of the overlap: XYZ tiles cover the world
    grid_gsd = max(one.gsd_at(middle, grid_crs) for one in coarser_first) if gsd is None else gsd
    area_name = "The rasters' overlap" if aoi is None else f"The AOI {aoi}, within both rasters,"
    return _fit_grid(area, grid_crs, grid_gsd, coarser_first, area_name)


def footprint(path: str) -> Footprint:
    """Where the raster lies. Raises InputError like ``open_raster``."""
    dataset = open_raster(path)
    x0, column_x, row_x, y0, column_y, row_y = dataset.GetGeoTransform()
    column, row = np.array([column_x, column_y]), np.array([row_x, row_y])
    width, height = dataset.RasterXSize, dataset.RasterYSize
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height], [0, 0]], dtype=float)
    steps = np.linspace(0, 1, POINTS_PER_EDGE, endpoint=False)[:, None]
    edges = [start + steps * (end - start) for start, end in zip(corners, corners[1:])]
    pixels = np.concatenate([*edges, corners[:1]])
    outline = Polygon(np.array([x0, y0]) + pixels[:, :1] * column + pixels[:, 1:] * row)
    return Footprint(path, raster_crs(dataset), outline, (x0, y0), column, row, width * height)


def reproject(geometry: BaseGeometry, source: osr.SpatialReference, target: osr.SpatialReference) -> BaseGeometry:
    """The geometry in another CRS. Raises InputError if some of its points cannot be reprojected."""
    moved = shapely.transform(geometry, point_transform(source, target))
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise InputError(
            f"The area of both rasters reaches beyond where the CRS {target.GetName()!r} is defined.",
            "Choose another CRS with --crs, or give an AOI.",
        )
    return moved if moved.is_valid else shapely.make_valid(moved)


def refuse_same_file(before: Sequence[RasterSource], after: Sequence[RasterSource]) -> None:
    """Raise InputError if the same bands of one file are given for both dates, or twice for one date."""
    for first in before:
        if any(_is_same(first, second) for second in after):
            raise InputError(
                f"Before and after are the same file, {first.path}.", "Give the rasters of two different dates."
            )
    for date, sources in (("before", before), ("after", after)):
        for one, other in combinations(sources, 2):
            if _is_same(one, other):
                raise InputError(f"{one.path} is given twice for the date {date}.", "Give each raster once.")


def _is_same(one: RasterSource, other: RasterSource) -> bool:
    both = [Path(source.path) for source in (one, other)]
    same_file = all(path.exists() for path in both) and both[0].samefile(both[1])
    return (one.path == other.path or same_file) and one.bands == other.bands


def _overlap(first: Footprint, second: Footprint) -> tuple[BaseGeometry, osr.SpatialReference]:
    """The overlap of both, in the CRS of the larger one: a small outline can be reprojected nearly anywhere."""
    larger, smaller = (first, second) if first.ground_area >= second.ground_area else (second, first)
    moved = shapely.transform(smaller.outline, point_transform(smaller.crs, larger.crs))
    finite = np.isfinite(shapely.get_coordinates(moved)).all()
    if finite and larger.crs.IsGeographic():
        moved = shapely.transform(moved, partial(near_longitude, larger.outline.centroid.x))
    overlap = shapely.intersection(shapely.make_valid(moved), larger.outline) if finite else Polygon()
    if overlap.area == 0:
        raise InputError(
            f"The rasters do not overlap: {_place(first)}; {_place(second)}.",
            "Check their CRS and that both show the same region.",
        )
    return overlap, larger.crs


def _within_raster(area: BaseGeometry, crs: osr.SpatialReference, raster: Footprint) -> BaseGeometry:
    """The part of an area that a further raster covers. Raises InputError if there is none."""
    moved = shapely.transform(area, point_transform(crs, raster.crs))
    finite = np.isfinite(shapely.get_coordinates(moved)).all()
    if finite and raster.crs.IsGeographic():
        moved = shapely.transform(moved, partial(near_longitude, raster.outline.centroid.x))
    if finite and shapely.covers(raster.outline, shapely.make_valid(moved)):
        return area
    common = shapely.intersection(shapely.make_valid(moved), raster.outline) if finite else Polygon()
    if common.area == 0:
        raise InputError(
            f"The rasters do not overlap: {_place(raster)}; the others have {_extent(area, crs)} in common.",
            "Check their CRS and that they all show the same region.",
        )
    return reproject(common, raster.crs, crs)


def near_longitude(centre: float, points: np.ndarray) -> np.ndarray:
    """The points (N, 2), in degrees, each shifted by full turns to be as close as possible to longitude ``centre``."""
    turns = np.round((centre - points[:, 0]) / 360)
    return np.column_stack([points[:, 0] + 360 * turns, points[:, 1]])


def _place(raster: Footprint) -> str:
    return f"{raster.path} covers {_extent(raster.outline, raster.crs)}"


def _extent(shape: BaseGeometry, crs: osr.SpatialReference) -> str:
    """A geometry's location for messages: bounds in longitude and latitude, or in its own CRS if that fails."""
    points = point_transform(crs, spatial_reference("EPSG:4326"))(shapely.get_coordinates(shape))
    unit = "longitude, latitude"
    if not np.isfinite(points).all():
        points, unit = shapely.get_coordinates(shape), crs.GetName()
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return f"{left:.5f} to {right:.5f}, {bottom:.5f} to {top:.5f} ({unit})"


def _default_crs(
    coarser_first: list[Footprint], centre: shapely.Point, centre_crs: osr.SpatialReference
) -> osr.SpatialReference:
    for raster in coarser_first:
        if raster.crs.IsProjected():
            return raster.crs
    to_degrees = point_transform(centre_crs, spatial_reference("EPSG:4326"))
    longitude, latitude = to_degrees(np.array([[centre.x, centre.y]]))[0]
    zone = int((longitude + 180) % 360 // 6) + 1
    return spatial_reference(f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}")


def _within_aoi(overlap: BaseGeometry, aoi: str | None, crs: osr.SpatialReference) -> BaseGeometry:
    if aoi is None:
        return overlap
    left, bottom, right, top = bounds = overlap.bounds
    tolerance = max(right - left, top - bottom) * AOI_TOLERANCE
    place = Place(crs, bounds, tolerance, (bounds,), "the overlap of both rasters")
    aoi_area = load_aoi(aoi, place).geometry
    area = shapely.intersection(overlap, aoi_area)
    if area.area == 0:
        raise InputError(
            f"The AOI {aoi} lies outside the overlap of both rasters: it covers {_extent(aoi_area, crs)}; "
            f"the overlap covers {_extent(overlap, crs)}.",
            "Check its location and its CRS, or leave it out.",
        )
    return area


def _fit_grid(
    area: BaseGeometry, crs: osr.SpatialReference, gsd: float, rasters: list[Footprint], area_name: str
) -> Grid:
    """The grid that covers the area. ``area_name``: what an error calls the area."""
    left, bottom, right, top = area.bounds
    x, y = (left + right) / 2, (bottom + top) / 2
    step = 1e-5 if crs.IsGeographic() else 1.0
    metres_per_unit = pixel_length(crs, x, y, np.array([step, 0]), np.array([0, step])) / step
    pixel_size = gsd / metres_per_unit
    for raster in rasters:
        own = raster.square_pixel
        if own and raster.crs.IsSame(crs) and abs(own / pixel_size - 1) < SAME_SIZE:
            pixel_size = own
            left = raster.origin[0] + round((left - raster.origin[0]) / own) * own
            top = raster.origin[1] + round((top - raster.origin[1]) / own) * own
            break
    width, height = round((right - left) / pixel_size), round((top - bottom) / pixel_size)
    if width < 1 or height < 1:
        raise InputError(
            f"{area_name} of {right - left:.3g} x {top - bottom:.3g} CRS units is smaller than a pixel.",
            "Check its CRS, and the GSD if you gave one.",
        )
    return Grid(crs.ExportToWkt(), left, top, pixel_size, pixel_size * metres_per_unit, width, height)
