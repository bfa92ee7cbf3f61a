"""Parameters of ``create`` and ``preview``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from .job import Job, Kind, parameter, required


@dataclass(frozen=True)
class GridParameters:
    """Two orthophotos, and how they become a grid of tiles."""

    before: str = required("Orthophoto of the first date", Kind.RASTER, label="Before")
    after: str = required("Orthophoto of the second date", Kind.RASTER, label="After")
    aoi: Optional[str] = parameter(
        "Polygons of the area of interest; by default all that both dates show", Kind.VECTOR, label="Area of interest"
    )
    tile_size: int = parameter(
        "Side of a tile, a multiple of 32",
        Kind.INTEGER,
        256,
        label="Tile size",
        minimum=32,
        maximum=2048,
        unit="px",
        advanced=True,
    )
    overlap: int = parameter(
        "What neighbouring tiles share", Kind.INTEGER, 32, label="Overlap of tiles", minimum=0, unit="px", advanced=True
    )
    gsd: Optional[float] = parameter(
        "Ground sampling distance; by default that of the coarser raster",
        Kind.NUMBER,
        label="Ground sampling distance",
        minimum=0.001,
        maximum=1000,
        unit="m",
        advanced=True,
    )
    crs: Optional[str] = parameter(
        "Coordinate reference system of the grid (EPSG:N); by default the coarser raster's if it is projected, "
        "else the other's, else the UTM zone",
        Kind.CRS,
        label="Coordinate reference system",
        advanced=True,
    )
    bands: Optional[Tuple[int, ...]] = parameter(
        "Bands of both dates, counted from 1: 1,2,3; by default all",
        Kind.BANDS,
        label="Bands of both dates",
        advanced=True,
    )
    bands_before: Optional[Tuple[int, ...]] = parameter(
        "Bands of the first date alone, where the dates differ", Kind.BANDS, label="Bands before", advanced=True
    )
    bands_after: Optional[Tuple[int, ...]] = parameter(
        "Bands of the second date alone, where the dates differ", Kind.BANDS, label="Bands after", advanced=True
    )
    mask: Optional[str] = parameter(
        "What says which pixels have no data; by default whatever the rasters say (nodata values, masks, and alpha "
        "bands that are masks rather than imagery)",
        Kind.CHOICE,
        label="No data by",
        choices={
            "alpha": "Alpha: the alpha band or mask alone",
            "nodata": "Nodata: the nodata values alone",
            "none": "None: every pixel has data",
        },
        advanced=True,
    )
    nodata: Optional[float] = parameter(
        "Value that means no data where all bands have it, in place of the rasters' own; by default the rasters' own",
        Kind.NUMBER,
        label="Nodata value of both dates",
        advanced=True,
    )
    nodata_before: Optional[float] = parameter(
        "Value for no data of the first date alone", Kind.NUMBER, label="Nodata value before", advanced=True
    )
    nodata_after: Optional[float] = parameter(
        "Value for no data of the second date alone", Kind.NUMBER, label="Nodata value after", advanced=True
    )


@dataclass(frozen=True)
class Create(GridParameters):
    """Make a campaign from two orthophotos of one region: the common grid, its tiles, and what is remembered of them.
    Nothing is resampled to disk; the rasters may differ in CRS, resolution, extent, number type and bands."""

    campaign: str = required("Folder of the new campaign (NAME.alcd)", Kind.NEW_CAMPAIGN, label="Campaign folder")


JOB = Job("create", "Create campaign", Create)
