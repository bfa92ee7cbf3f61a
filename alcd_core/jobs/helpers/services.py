"""Imagery services that the parameters name instead of files: described, and fitted to the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import shapely

from ...campaign.description import DATES
from ...errors import InputError
from ...imagery.alignment import SAME_SIZE, footprint
from ...imagery.gdal_library import spatial_reference
from ...imagery.grid import Grid, Tiling
from ...imagery.service_description import write_description
from ...imagery.service_levels import choose_level
from ...service_file import is_service
from ...service_source import service_source
from ..create import GridParameters

MOST_TILES = 1_000_000
"""Tiles of a campaign on a service; more would be a continent, which nobody means."""
Parameters = TypeVar("Parameters", bound=GridParameters)


def described(text: str, file: Path, gsd: float | None) -> str:
    """The path by which a raster is read: for a layer of a service that of its description, written to ``file``;
    anything else is returned unchanged.

    ``gsd``: wanted pixel size in metres. Raises InputError if the service cannot be used.
    """
    source = service_source(text)
    return text if source is None else write_description(source, file, gsd)


def with_descriptions(parameters: Parameters, folder: Path) -> Parameters:
    """The parameters with services replaced by descriptions in ``folder``."""
    paths: dict[str, Any] = {}
    for date in DATES:
        files = (folder / (f"{date}-{number}.xml" if number > 1 else f"{date}.xml") for number in count(1))
        first, *more = (described(text, next(files), parameters.gsd) for text in parameters.rasters(date))
        paths |= {date: first, f"more_{date}": tuple(more) or None}
    return replace(parameters, **paths)


def fit_to_grid(path: str, grid: Grid) -> bool:
    """Use a coarser level of a described service if the grid does not need the finest one; returns whether it does."""
    return is_service(path) and choose_level(path, grid.gsd / gsd_at_centre(path, grid) * (1 + SAME_SIZE))


def gsd_at_centre(path: str, grid: Grid) -> float:
    """A raster's pixel size in metres on the ground, at the grid's centre."""
    return footprint(path).gsd_at(shapely.box(*grid.bounds).centroid, spatial_reference(grid.crs))


def refuse_whole_services(paths: Sequence[str], tiling: Tiling) -> None:
    """Raise InputError if the campaign would cover all that a service has, such as the whole world."""
    if any(map(is_service, paths)) and tiling.rows * tiling.columns > MOST_TILES:
        raise InputError(
            f"The imagery services cover {tiling.rows * tiling.columns:,} tiles.",
            "Give the area of interest (--aoi FILE).",
        )
