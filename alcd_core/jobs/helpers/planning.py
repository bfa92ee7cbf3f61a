"""From two rasters to the plan of a campaign: what create and preview have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...campaign.tiles import TileRow
from ...errors import InputError
from ...imagery.alignment import common_grid
from ...imagery.grid import MINIMUM_VALID_FRACTION, Grid, Tiling, Window
from ...imagery.pair import AlignedPair
from ...imagery.place import grid_place
from ...imagery.raster import RasterSource, default_bands
from ...imagery.validity import valid_fractions
from ...imagery.vector import load_aoi
from ...progress import Reporter
from ..create import GridParameters


@dataclass(frozen=True)
class CampaignPlan:
    """What a campaign will be. ``no_data``: share of the tiles' pixels without data, 0 to 1.
    ``aoi_words``: what the user should know of how the area of interest was read."""

    before: RasterSource
    after: RasterSource
    grid: Grid
    tiling: Tiling
    aoi_wkb: bytes | None
    tiles: list[TileRow]
    no_data: float
    aoi_words: tuple[str, ...] = ()

    @property
    def windows(self) -> list[Window]:
        """The tiles' windows, in their order."""
        return [self.tiling.window(tile.row, tile.column) for tile in self.tiles]

    @property
    def pair(self) -> AlignedPair:
        """Both dates on the grid."""
        return AlignedPair(self.before, self.after, self.grid, self.aoi_wkb)

    def words(self) -> str:
        """The plan in one sentence."""
        grid, size = self.grid, self.tiling.tile_size * self.grid.gsd
        return (
            f"{len(self.tiles):,} tiles of {size:.3g} m on a grid of {grid.width:,} x {grid.height:,} "
            f"pixels of {grid.gsd:.3g} m; no data on {self.no_data:.0%}."
        )


def plan_campaign(parameters: GridParameters, reporter: Reporter) -> CampaignPlan:
    """Lay the grid and find the tiles. Raises InputError for whatever is wrong with the input."""
    reporter.progress(0.0, "Comparing the rasters")
    bands = default_bands(
        parameters.before, parameters.after, parameters.bands, parameters.bands_before, parameters.bands_after
    )
    before, after = RasterSource(parameters.before, bands[0]), RasterSource(parameters.after, bands[1])
    grid = common_grid(before, after, gsd=parameters.gsd, crs=parameters.crs, aoi=parameters.aoi)
    _refuse_tiny_aoi(parameters, grid)
    tiling = Tiling(grid.width, grid.height, parameters.tile_size, parameters.overlap)
    aoi_wkb, aoi_words = _read_aoi(parameters.aoi, grid, reporter)
    fractions = valid_fractions(before, after, grid, aoi_wkb, tiling, reporter.part(0.1, 1.0))
    tiles = _tiles(fractions)
    if not tiles:
        raise InputError(
            f"No tile has at least {MINIMUM_VALID_FRACTION:.0%} valid pixels on both dates.",
            "Check nodata values, masks and the AOI.",
        )
    return CampaignPlan(before, after, grid, tiling, aoi_wkb, tiles, _no_data(tiling, fractions), aoi_words)


def _refuse_tiny_aoi(parameters: GridParameters, grid: Grid) -> None:
    """Raise InputError where it is the area of interest that leaves no room for a tile."""
    if parameters.aoi is not None and min(grid.width, grid.height) < parameters.tile_size:
        raise InputError(
            f"The AOI {parameters.aoi} covers {grid.width} x {grid.height} pixels of both rasters, "
            f"less than a tile of {parameters.tile_size}.",
            "Draw a larger one, or choose a smaller tile size or a finer GSD.",
        )


def _read_aoi(path: str | None, grid: Grid, reporter: Reporter) -> tuple[bytes | None, tuple[str, ...]]:
    """The area of interest as WKB, and what the user should know of how it was read, which is reported too."""
    if path is None:
        return None, ()
    aoi = load_aoi(path, grid_place(grid))
    aoi.account.report(reporter)
    return shapely.to_wkb(aoi.geometry), tuple(aoi.account.sentences())


def _no_data(tiling: Tiling, fractions: np.ndarray) -> float:
    """Share of the grid without data; every tile counts by what it does not share with the next one."""
    steps = [
        np.diff([*offsets, length])
        for offsets, length in ((tiling.row_offsets, tiling.height), (tiling.column_offsets, tiling.width))
    ]
    return 1 - float(np.average(fractions, weights=np.outer(*steps)))


def _tiles(fractions: np.ndarray) -> list[TileRow]:
    """Rows of the tiles that are valid enough, numbered from 1 row by row."""
    places = [(row, column) for row, column in np.argwhere(fractions >= MINIMUM_VALID_FRACTION)]
    return [TileRow(number, int(row), int(column)) for number, (row, column) in enumerate(places, start=1)]
