"""Runs ``relocate``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any

import shapely

from ...campaign.campaign import Campaign
from ...campaign.description import DATES, RasterFile
from ...errors import InputError
from ...imagery.alignment import footprint, refuse_same_file, reproject
from ...imagery.gdal_library import spatial_reference
from ...imagery.raster import RasterSource, open_raster
from ...progress import Reporter
from ...rooted_path import rooted
from ...web_address import raster_name
from ..helpers.rasters import raster_shape, shape_difference
from ..helpers.session import working_on
from ..relocate import Relocate

MINIMUM_SHARE = 0.9
"""The old raster touched all tiles; one that touches less than this share of them is a different raster."""


def run(parameters: Relocate, reporter: Reporter) -> dict[str, Any]:
    """Check that these can be the moved rasters, and record their new paths."""
    given = {date: parameters.rasters(date) for date in DATES if parameters.rasters(date)}
    if not given:
        raise InputError("No raster was named.", "Give --before FILE, --after FILE, or both.")
    with working_on(parameters.campaign, "relocate") as campaign:
        moved = {date: _moved(campaign, date, paths) for date, paths in given.items()}
        both = [moved.get(date, campaign.description.rasters(date)) for date in DATES]
        refuse_same_file(*([RasterSource(raster.path, raster.bands) for raster in date] for date in both))
        for date, rasters in moved.items():
            for raster in rasters:
                reporter.check()
                _check(campaign, date, raster)
        for date, rasters in moved.items():
            campaign = campaign.relocate_rasters(date, [_with_shape(campaign, raster) for raster in rasters])
    places = ", ".join(f"{date} is {' and '.join(paths)}" for date, paths in given.items())
    return {"summary": f"{parameters.campaign}: {places}.", "campaign": parameters.campaign}


def _moved(campaign: Campaign, date: str, paths: tuple[str, ...]) -> list[RasterFile]:
    """The date's rasters with these paths. Raises InputError if their number or order cannot be the campaign's."""
    rasters = campaign.description.rasters(date)
    known = ", ".join(raster.path for raster in rasters)
    if len(paths) != len(rasters):
        raise InputError(
            f"The campaign has {len(rasters)} {date} rasters, but {len(paths)} were named.",
            f"Name them all, in the order of the campaign: {known}.",
        )
    names, own = [PurePath(path).name for path in paths], [PurePath(raster.path).name for raster in rasters]
    if names != own and sorted(names) == sorted(own):
        raise InputError(
            f"The {date} rasters are named in another order than in the campaign.", f"Its order is: {known}."
        )
    return [replace(raster, path=raster_name(rooted(path))) for raster, path in zip(rasters, paths)]


def _with_shape(campaign: Campaign, raster: RasterFile) -> RasterFile:
    return replace(raster, shape=raster_shape(raster.path, campaign.description.grid))


def _check(campaign: Campaign, date: str, raster: RasterFile) -> None:
    dataset = open_raster(raster.path)
    if dataset.RasterCount < max(raster.bands):
        raise InputError(
            f"{raster.path} has {dataset.RasterCount} bands, but the campaign uses band {max(raster.bands)} of its "
            f"{date} raster.",
            "Choose the raster that the campaign was created with.",
        )
    if len(campaign.description.rasters(date)) > 1:
        _refuse_other(campaign, date, raster)
    grid = campaign.description.grid
    place = footprint(raster.path)
    outline = reproject(place.outline, place.crs, spatial_reference(grid.crs))
    shapely.prepare(outline)
    tiles = campaign.all_tiles()
    touched = (shapely.box(*grid.window_bounds(window)).intersects(outline) for window in tiles.values())
    share = sum(touched) / len(tiles)
    if share < MINIMUM_SHARE:
        raise InputError(
            f"{raster.path} covers only {share:.0%} of the campaign's tiles.",
            "Choose the raster that the campaign was created with.",
        )


def _refuse_other(campaign: Campaign, date: str, raster: RasterFile) -> None:
    """Raise InputError if the raster does not look like the recorded one: of several, one may be taken for another."""
    grid = campaign.description.grid
    difference = shape_difference(raster, raster_shape(raster.path, grid), grid)
    if difference:
        raise InputError(
            f"{raster.path} is not the {date} raster in this place of the campaign: {difference}.",
            "Name the same rasters that the campaign was created with, in the same order.",
        )
