"""A campaign's rasters: their description when the campaign is created, and the check that they are still the same."""

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
from ...web_address import raster_name

SAME_PLACE = 0.5
"""Pixels of the grid by which a raster's corners may have moved."""


def raster_shape(path: str, grid: Grid) -> RasterShape:
    """The raster's present shape. Raises InputError as ``open_raster`` does."""
    dataset = open_raster(path)
    place = footprint(path)
    width, height = dataset.RasterXSize, dataset.RasterYSize
    pixels = np.array([[0, 0], [width, 0], [width, height], [0, height]])
    own = np.array(place.origin) + pixels[:, :1] * place.column + pixels[:, 1:] * place.row
    corners = point_transform(place.crs, spatial_reference(grid.crs))(own)
    known = tuple(map(float, corners.ravel())) if np.isfinite(corners).all() else None
    return RasterShape(width, height, dataset.RasterCount, known)


def raster_file(source: RasterSource, grid: Grid) -> RasterFile:
    """A new campaign's record of a raster; its path is valid in any working folder."""
    # NaN and infinity need not be recorded: they are never data.
    nodata = source.nodata if source.nodata is not None and math.isfinite(source.nodata) else None
    return RasterFile(
        raster_name(rooted(source.path)), source.bands, source.mask, nodata, raster_shape(source.path, grid)
    )


def raster_sources(campaign: Campaign) -> tuple[tuple[RasterSource, ...], tuple[RasterSource, ...]]:
    """The rasters of both dates, before first. Raises InputError if one has moved or is a different raster now."""
    before, after = (
        tuple(_source(campaign, date, number) for number in range(len(campaign.description.rasters(date))))
        for date in DATES
    )
    return before, after


def _source(campaign: Campaign, date: str, number: int) -> RasterSource:
    raster, path = campaign.description.rasters(date)[number], campaign.raster_path(date, number)
    command = campaign.relocate_command(date, number)
    try:
        now = raster_shape(path, campaign.description.grid)
    except InputError as error:
        hint = f"{error.hint} If it was moved, point the campaign at its new place: {command}."
        raise InputError(error.message, hint) from error
    difference = shape_difference(raster, now, campaign.description.grid)
    if difference:
        raise InputError(
            f"{path} is no longer the {date} raster that the campaign {campaign.description.name} was created with: "
            f"{difference}.",
            f"Restore it, or point the campaign at its new place: {command}.",
        )
    return RasterSource(path, raster.bands, raster.mask, raster.nodata)


def shape_difference(raster: RasterFile, now: RasterShape, grid: Grid) -> str:
    """The first difference from the recorded raster in words; empty if there is none.

    Old campaigns recorded only bands and grid.
    """
    if now.bands < max(raster.bands):
        return f"it has {now.bands} bands, but band {max(raster.bands)} is needed"
    if raster.shape is None:
        return "" if _touches(now, grid) else "it does not cover the campaign's grid"
    was = raster.shape
    if astuple(was)[:2] != astuple(now)[:2]:
        return f"it has {now.width:,} x {now.height:,} pixels instead of {was.width:,} x {was.height:,}"
    if was.bands != now.bands:
        return f"it has {now.bands} bands instead of {was.bands}"
    if was.corners is None or now.corners is None:
        return "" if was.corners == now.corners else "it lies in a different place"
    moved = np.reshape(was.corners, (4, 2)) - np.reshape(now.corners, (4, 2))
    pixels = float(np.hypot(*moved.T).max()) / grid.pixel_size
    return f"it has moved by {pixels * grid.gsd:,.3g} m" if pixels > SAME_PLACE else ""


def _touches(now: RasterShape, grid: Grid) -> bool:
    if now.corners is None:
        return True
    outline = shapely.MultiPoint(np.reshape(now.corners, (4, 2))).convex_hull
    return bool(shapely.intersects(outline, shapely.box(*grid.bounds)))
