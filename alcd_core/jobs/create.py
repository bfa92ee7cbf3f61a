"""Parameters of ``create`` and ``preview``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from .job import Job, Kind, parameter, required
from .shared_parameters import FurtherRasters


@dataclass(frozen=True)
class GridParameters(FurtherRasters):
    """The rasters of both dates, and how to divide them into a grid of tiles. What is chosen about bands and pixels
    without data applies to the orthophotos; further rasters give all their bands, and say themselves what has no
    data."""

    before: str = required("Orthophoto of the first date", Kind.RASTER, label="Before")
    after: str = required("Orthophoto of the second date", Kind.RASTER, label="After")
    aoi: Optional[str] = parameter(
        "Polygons of the area of interest; by default everything that both dates cover",
        Kind.VECTOR,
        label="Area of interest",
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
        "Overlap of neighbouring tiles",
        Kind.INTEGER,
        32,
        label="Overlap of tiles",
        minimum=0,
        unit="px",
        advanced=True,
    )
    gsd: Optional[float] = parameter(
        "Ground sampling distance; by default that of the coarser orthophoto",
        Kind.NUMBER,
        label="Ground sampling distance",
        minimum=0.001,
        maximum=1000,
        unit="m",
        advanced=True,
    )
    crs: Optional[str] = parameter(
        "Coordinate reference system of the grid (EPSG:N); by default the coarser orthophoto's if it is projected, "
        "otherwise the other's, otherwise the UTM zone",
        Kind.CRS,
        label="Coordinate reference system",
        advanced=True,
    )
    bands: Optional[Tuple[int, ...]] = parameter(
        "Bands of both orthophotos, counted from 1, as in 1,2,3; by default all",
        Kind.BANDS,
        label="Bands of both dates",
        advanced=True,
    )
    bands_before: Optional[Tuple[int, ...]] = parameter(
        "Bands of the first date only, if the dates differ", Kind.BANDS, label="Bands before", advanced=True
    )
    bands_after: Optional[Tuple[int, ...]] = parameter(
        "Bands of the second date only, if the dates differ", Kind.BANDS, label="Bands after", advanced=True
    )
    mask: Optional[str] = parameter(
        "How pixels without data are recognised; by default by everything that the rasters define (nodata values, "
        "masks, and alpha bands that are masks rather than imagery)",
        Kind.CHOICE,
        label="Pixels without data",
        choices={
            "alpha": "Alpha: only by the alpha band or mask",
            "nodata": "Nodata: only by the nodata values",
            "none": "None: every pixel has data",
        },
        advanced=True,
    )
    nodata: Optional[float] = parameter(
        "A pixel has no data if all its bands have this value; by default the rasters' own nodata values",
        Kind.NUMBER,
        label="Nodata value of both dates",
        advanced=True,
    )
    nodata_before: Optional[float] = parameter(
        "Nodata value of the first date only", Kind.NUMBER, label="Nodata value before", advanced=True
    )
    nodata_after: Optional[float] = parameter(
        "Nodata value of the second date only", Kind.NUMBER, label="Nodata value after", advanced=True
    )


@dataclass(frozen=True)
class Create(GridParameters):
    """Create a campaign from two orthophotos of one region: the common grid, its tiles, and the record of the work.
    No resampled copy is written; the rasters may differ in CRS, resolution, extent, data type and bands."""

    campaign: str = required("Folder of the new campaign (NAME.alcd)", Kind.NEW_CAMPAIGN, label="Campaign folder")
    date_before: Optional[str] = parameter(
        "When the imagery of the first date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports",
        Kind.TEXT,
        label="Date before",
    )
    date_after: Optional[str] = parameter(
        "When the imagery of the second date was taken (YYYY, YYYY-MM or YYYY-MM-DD); written to all exports",
        Kind.TEXT,
        label="Date after",
    )


JOB = Job("create", "Create campaign", Create)
