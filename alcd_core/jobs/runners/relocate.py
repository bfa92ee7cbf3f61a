"""Runs ``relocate``."""

from __future__ import annotations

from typing import Any

import shapely

from ...campaign.campaign import Campaign
from ...campaign.description import DATES
from ...errors import InputError
from ...imagery.alignment import footprint, refuse_same_file, reproject
from ...imagery.gdal_library import spatial_reference
from ...imagery.raster import RasterSource, open_raster
from ...progress import Reporter
from ...rooted_path import rooted
from ...web_address import raster_name
from ..helpers.rasters import raster_shape
from ..helpers.session import working_on
from ..relocate import Relocate

MINIMUM_SHARE = 0.9
"""The old raster touched all tiles; one that touches less than this share of them is a different raster."""


def run(parameters: Relocate, reporter: Reporter) -> dict[str, Any]:
    """Check that these can be the moved rasters, and record their new paths."""
    given = {date: getattr(parameters, date) for date in DATES if getattr(parameters, date)}
    if not given:
        raise InputError("No raster was named.", "Give --before FILE, --after FILE, or both.")
    with working_on(parameters.campaign, "relocate") as campaign:
        refuse_same_file(*(_new_source(campaign, given, date) for date in DATES))
        for date, path in given.items():
            reporter.check()
            _check(campaign, date, path)
        for date, path in given.items():
            shape = raster_shape(path, campaign.description.grid)
            campaign = campaign.relocate_raster(date, raster_name(rooted(path)), shape)
    places = ", ".join(f"{date} is {path}" for date, path in given.items())
    return {"summary": f"{parameters.campaign}: {places}.", "campaign": parameters.campaign}


def _new_source(campaign: Campaign, given: dict[str, str], date: str) -> RasterSource:
    raster = campaign.description.raster(date)
    return RasterSource(given.get(date, raster.path), raster.bands)


def _check(campaign: Campaign, date: str, path: str) -> None:
    dataset = open_raster(path)
    bands = campaign.description.raster(date).bands
    if dataset.RasterCount < max(bands):
        raise InputError(
            f"{path} has {dataset.RasterCount} bands, but the campaign uses band {max(bands)} of its {date} raster.",
            "Choose the raster that the campaign was created with.",
        )
    grid = campaign.description.grid
    place = footprint(path)
    outline = reproject(place.outline, place.crs, spatial_reference(grid.crs))
    shapely.prepare(outline)
    tiles = campaign.all_tiles()
    touched = (shapely.box(*grid.window_bounds(window)).intersects(outline) for window in tiles.values())
    share = sum(touched) / len(tiles)
    if share < MINIMUM_SHARE:
        raise InputError(
            f"{path} covers only {share:.0%} of the campaign's tiles.",
            "Choose the raster that the campaign was created with.",
        )
