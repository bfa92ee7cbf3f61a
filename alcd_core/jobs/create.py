"""The job that makes a campaign from two orthophotos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from .job import Job, Kind, parameter, required


@dataclass(frozen=True)
class GridParameters:
    """Two orthophotos, and how they become a grid of tiles."""

    before: str = required("Orthophoto of the first date", Kind.RASTER)
    after: str = required("Orthophoto of the second date", Kind.RASTER)
    aoi: Optional[str] = parameter("Polygons of the area of interest; by default all that both dates show", Kind.VECTOR)
    tile_size: int = parameter(
        "Side of a tile, a multiple of 32", Kind.INTEGER, 256, minimum=32, maximum=2048, unit="px", advanced=True
    )
    overlap: int = parameter("What neighbouring tiles share", Kind.INTEGER, 32, minimum=0, unit="px", advanced=True)
    gsd: Optional[float] = parameter(
        "Ground sampling distance; by default that of the coarser raster",
        Kind.NUMBER,
        minimum=0.001,
        maximum=1000,
        unit="m",
        advanced=True,
    )
    crs: Optional[str] = parameter(
        "Coordinate reference system of the grid (EPSG:N); by default the coarser raster's if it is projected, "
        "else the other's, else the UTM zone",
        Kind.CRS,
        advanced=True,
    )
    bands: Optional[Tuple[int, ...]] = parameter(
        "Bands of both dates, counted from 1: 1,2,3; by default all", Kind.BANDS, advanced=True
    )
    bands_before: Optional[Tuple[int, ...]] = parameter("Bands of the first date alone", Kind.BANDS, advanced=True)
    bands_after: Optional[Tuple[int, ...]] = parameter("Bands of the second date alone", Kind.BANDS, advanced=True)
    mask: Optional[str] = parameter(
        "What says which pixels have no data: alpha the alpha band or mask alone, nodata the nodata values alone, none "
        "nothing; by default whatever the rasters say (nodata values, masks, and alpha bands that are masks rather "
        "than imagery)",
        Kind.CHOICE,
        choices=("alpha", "nodata", "none"),
        advanced=True,
    )
    nodata: Optional[float] = parameter(
        "Value that means no data where all bands have it, in place of the rasters' own; by default the rasters' own",
        Kind.NUMBER,
        advanced=True,
    )
    nodata_before: Optional[float] = parameter("Value for no data of the first date alone", Kind.NUMBER, advanced=True)
    nodata_after: Optional[float] = parameter("Value for no data of the second date alone", Kind.NUMBER, advanced=True)


@dataclass(frozen=True)
class Create(GridParameters):
    """Make a campaign from two orthophotos of one region: the common grid, its tiles, and what is remembered of them.
    Nothing is resampled to disk; the rasters may differ in CRS, resolution, extent, number type and bands."""

    campaign: str = required("Folder of the new campaign (NAME.alcd)", Kind.NEW_CAMPAIGN)


JOB = Job("create", "Create campaign", Create)
