"""From two rasters to the plan of a campaign: what create and preview have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...campaign.tiles import TileRow
from ...errors import InputError
from ...imagery.alignment import common_grid
from ...imagery.coverage import small_shares
from ...imagery.grid import MINIMUM_VALID_FRACTION, Grid, Tiling, Window
from ...imagery.masking import masking_of
from ...imagery.pair import AlignedPair
from ...imagery.raster import AUTOMATIC, RasterSource, default_bands
from ...imagery.validity import ValidFractions, valid_fractions
from ...imagery.vector import load_aoi
from ...progress import Reporter
from ..create import GridParameters


@dataclass(frozen=True)
class CampaignPlan:
    """What a campaign will be.

    ``no_data``: share of the grid's pixels within the AOI that have no data, 0 to 1. ``covered``: share of the AOI
    that has data and lies in a tile, None without an AOI. ``reasons``: what counts as no data on each date.
    """

    before: RasterSource
    after: RasterSource
    grid: Grid
    tiling: Tiling
    aoi_wkb: bytes | None
    tiles: list[TileRow]
    no_data: float
    covered: float | None
    reasons: tuple[str, str]

    @property
    def windows(self) -> list[Window]:
        """The tiles' windows, in their order."""
        return [self.tiling.window(tile.row, tile.column) for tile in self.tiles]

    @property
    def pair(self) -> AlignedPair:
        """Both dates on the grid."""
        return AlignedPair(self.before, self.after, self.grid, self.aoi_wkb)

    def words(self) -> str:
        """The plan in a few sentences."""
        grid, size = self.grid, self.tiling.tile_size * self.grid.gsd
        area = "" if self.covered is None else f" The tiles cover {share(self.covered)} of the area of interest."
        reasons = f"{'; '.join(self.reasons)}."
        return (
            f"{len(self.tiles):,} tiles of {size:.3g} m on a grid of {grid.width:,} x {grid.height:,} "
            f"pixels of {grid.gsd:.3g} m; no data on {share(self.no_data)}.{area} {reasons}"
        )


def plan_campaign(parameters: GridParameters, reporter: Reporter) -> CampaignPlan:
    """Lay the grid and find the tiles. Raises InputError for whatever is wrong with the input."""
    reporter.progress(0.0, "Comparing the rasters")
    bands = default_bands(
        parameters.before, parameters.after, parameters.bands, parameters.bands_before, parameters.bands_after
    )
    before, after = _sources(parameters, bands)
    reasons = masking_of(before).reason, masking_of(after).reason
    grid = common_grid(before, after, gsd=parameters.gsd, crs=parameters.crs, aoi=parameters.aoi)
    _refuse_tiny_aoi(parameters, grid)
    area = None if parameters.aoi is None else load_aoi(parameters.aoi, grid.crs)
    tiling = Tiling(grid.width, grid.height, parameters.tile_size, parameters.overlap)
    aoi_wkb = None if area is None else shapely.to_wkb(area)
    fractions = valid_fractions(before, after, grid, aoi_wkb, tiling, reporter.part(0.1, 0.9))
    enough = fractions.counted >= MINIMUM_VALID_FRACTION
    if aoi_wkb is not None:
        pair = AlignedPair(before, after, grid, aoi_wkb)
        enough |= small_shares(pair, tiling, fractions.data, enough, reporter.part(0.9, 1.0))
    tiles = _tiles(enough)
    if not tiles:
        raise InputError(_no_tile(fractions, parameters.aoi), f"{reasons[0]}; {reasons[1]}. See --mask and --nodata.")
    covered = None if area is None else _rounded(fractions.grid * shapely.box(*grid.bounds).area / area.area)
    no_data = _rounded(1 - fractions.grid / fractions.aoi)
    return CampaignPlan(before, after, grid, tiling, aoi_wkb, tiles, no_data, covered, reasons)


def share(value: float) -> str:
    """A share from 0 to 1 in per cent, which says 0 and 100 only where it is."""
    if 0 < value < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= value < 1 else f"{value:.0%}"


def _rounded(value: float) -> float:
    """A share from 0 to 1 without what is left of sums: pixels are counted, areas are not."""
    return min(1.0, max(0.0, round(value, 9)))


def _sources(
    parameters: GridParameters, bands: tuple[tuple[int, ...], tuple[int, ...]]
) -> tuple[RasterSource, RasterSource]:
    """Both rasters, with what counts as no data in them."""
    mask, both = parameters.mask or AUTOMATIC, parameters.nodata
    before_value = both if parameters.nodata_before is None else parameters.nodata_before
    after_value = both if parameters.nodata_after is None else parameters.nodata_after
    return (
        RasterSource(parameters.before, bands[0], mask, before_value),
        RasterSource(parameters.after, bands[1], mask, after_value),
    )


def _refuse_tiny_aoi(parameters: GridParameters, grid: Grid) -> None:
    """Raise InputError where it is the area of interest that leaves no room for a tile."""
    if parameters.aoi is not None and min(grid.width, grid.height) < parameters.tile_size:
        raise InputError(
            f"The AOI {parameters.aoi} covers {grid.width} x {grid.height} pixels of both rasters, "
            f"less than a tile of {parameters.tile_size}.",
            "Draw a larger one, or choose a smaller tile size or a finer GSD.",
        )


def _no_tile(fractions: ValidFractions, aoi: str | None) -> str:
    if aoi is not None and fractions.data.max() >= MINIMUM_VALID_FRACTION:
        return f"The AOI {aoi} holds no pixel that is valid on both dates."
    return f"No tile has at least {MINIMUM_VALID_FRACTION:.0%} valid pixels on both dates."


def _tiles(enough: np.ndarray) -> list[TileRow]:
    """Rows of the tiles that are valid enough, numbered from 1 row by row."""
    places = np.argwhere(enough)
    return [TileRow(number, int(row), int(column)) for number, (row, column) in enumerate(places, start=1)]
