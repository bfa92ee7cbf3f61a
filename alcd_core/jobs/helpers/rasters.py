"""A campaign's rasters: as they are described when it is made, and whether they are still the same."""

from __future__ import annotations

import math
from dataclasses import astuple

import numpy as np
import shapely

from ...campaign.campaign import Campaign
from ...campaign.description import DATES, RasterFile, RasterShape
from ...errors import InputError
from ...imagery.alignment import footprint
from ...imagery.gdal_library import point_transform, spatial_reference
from ...imagery.grid import Grid
from ...imagery.raster import RasterSource, open_raster
from ...rooted_path import rooted

SAME_PLACE = 0.5
"""Pixels of the grid by which a raster's corners may lie elsewhere than they did."""


def raster_shape(path: str, grid: Grid) -> RasterShape:
    """How a raster is now. Raises InputError as ``open_raster`` does."""
    dataset = open_raster(path)
    place = footprint(path)
    width, height = dataset.RasterXSize, dataset.RasterYSize
    pixels = np.array([[0, 0], [width, 0], [width, height], [0, height]])
    own = np.array(place.origin) + pixels[:, :1] * place.column + pixels[:, 1:] * place.row
    corners = point_transform(place.crs, spatial_reference(grid.crs))(own)
    known = tuple(map(float, corners.ravel())) if np.isfinite(corners).all() else None
    return RasterShape(width, height, dataset.RasterCount, known)


def raster_file(source: RasterSource, grid: Grid) -> RasterFile:
    """What a new campaign keeps of a raster; its path holds in any folder."""
    # NaN and infinity need not be kept: they are never data.
    nodata = source.nodata if source.nodata is not None and math.isfinite(source.nodata) else None
    return RasterFile(rooted(source.path), source.bands, source.mask, nodata, raster_shape(source.path, grid))


def raster_sources(campaign: Campaign) -> tuple[RasterSource, RasterSource]:
    """Both dates' rasters, before first. Raises InputError where one has moved or is another one than it was."""
    before, after = (_source(campaign, date) for date in DATES)
    return before, after


def _source(campaign: Campaign, date: str) -> RasterSource:
    raster, path = campaign.description.raster(date), campaign.raster_path(date)
    hint = f"If it was moved, show the campaign where it is now: relocate {campaign.folder} --{date} FILE."
    try:
        now = raster_shape(path, campaign.description.grid)
    except InputError as error:
        raise InputError(error.message, f"{error.hint} {hint}") from error
    difference = _difference(raster, now, campaign.description.grid)
    if difference:
        raise InputError(
            f"{path} is not the {date} raster any more that the campaign {campaign.description.name} was made with: "
            f"{difference}.",
            f"Put that one back, or show the campaign where it is now: relocate {campaign.folder} --{date} FILE.",
        )
    return RasterSource(path, raster.bands, raster.mask, raster.nodata)


def _difference(raster: RasterFile, now: RasterShape, grid: Grid) -> str:
    """What is not as it was, in words; empty where nothing is. Old campaigns know only bands and grid."""
    if now.bands < max(raster.bands):
        return f"it has {now.bands} bands; band {max(raster.bands)} is wanted"
    if raster.shape is None:
        return "" if _touches(now, grid) else "it shows nothing of the campaign's grid"
    was = raster.shape
    if astuple(was)[:2] != astuple(now)[:2]:
        return f"it has {now.width:,} x {now.height:,} pixels, and had {was.width:,} x {was.height:,}"
    if was.bands != now.bands:
        return f"it has {now.bands} bands, and had {was.bands}"
    if was.corners is None or now.corners is None:
        return "" if was.corners == now.corners else "it lies elsewhere"
    moved = np.reshape(was.corners, (4, 2)) - np.reshape(now.corners, (4, 2))
    pixels = float(np.hypot(*moved.T).max()) / grid.pixel_size
    return f"it lies {pixels * grid.gsd:,.3g} m elsewhere" if pixels > SAME_PLACE else ""


def _touches(now: RasterShape, grid: Grid) -> bool:
    if now.corners is None:
        return True
    outline = shapely.MultiPoint(np.reshape(now.corners, (4, 2))).convex_hull
    return bool(shapely.intersects(outline, shapely.box(*grid.bounds)))
