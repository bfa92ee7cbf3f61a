"""From two rasters to the plan of a campaign: what create and preview have in common."""

from __future__ import annotations

from collections.abc import Iterator
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
from ...learning.tiles import Cell
from ...progress import Reporter
from ..create import GridParameters


class TileWindows:
    """The windows of the tiles that are valid enough, row by row. Each is made when it is asked for: millions of tiles
    then take 4 bytes each.

    ``fractions``: share of valid pixels, (rows, columns) of the tiling.
    """

    def __init__(self, tiling: Tiling, fractions: np.ndarray) -> None:
        self._tiling = tiling
        self._columns = fractions.shape[1]
        self._places = np.flatnonzero(fractions >= MINIMUM_VALID_FRACTION).astype(np.uint32)

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: int) -> Window:
        return self._tiling.window(*divmod(int(self._places[index]), self._columns))

    def __iter__(self) -> Iterator[Window]:
        return map(self.__getitem__, range(len(self)))

    def rows(self) -> Iterator[TileRow]:
        """The tiles to create, numbered from 1."""
        for number, place in enumerate(self._places, start=1):
            yield TileRow(number, *divmod(int(place), self._columns))


@dataclass(frozen=True)
class CampaignPlan:
    """What a campaign will be. ``windows``: the tiles', in their order. ``no_data``: share of the grid's pixels without
    data, 0 to 1. ``aoi_words``: what the user should know of how the area of interest was read."""

    before: RasterSource
    after: RasterSource
    grid: Grid
    tiling: Tiling
    aoi_wkb: bytes | None
    windows: TileWindows
    no_data: float
    aoi_words: tuple[str, ...] = ()

    @property
    def cells(self) -> list[Cell]:
        """The tiles' core cells, each within its tile, in their order."""
        return [
            self.tiling.core_cell(tile.row, tile.column).within(window)
            for tile, window in zip(self.windows.rows(), self.windows)
        ]

    @property
    def pair(self) -> AlignedPair:
        """Both dates on the grid."""
        return AlignedPair(self.before, self.after, self.grid, self.aoi_wkb)

    def words(self) -> str:
        """The plan in one sentence."""
        grid, size = self.grid, self.tiling.tile_size * self.grid.gsd
        return (
            f"{len(self.windows):,} tiles of {size:.3g} m on a grid of {grid.width:,} x {grid.height:,} "
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
    windows = TileWindows(tiling, fractions)
    if not len(windows):
        raise InputError(
            f"No tile has at least {MINIMUM_VALID_FRACTION:.0%} valid pixels on both dates.",
            "Check nodata values, masks and the AOI.",
        )
    return CampaignPlan(before, after, grid, tiling, aoi_wkb, windows, _no_data(tiling, fractions), aoi_words)


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
