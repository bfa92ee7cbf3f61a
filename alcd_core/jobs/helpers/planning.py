"""The plan of a campaign from the rasters of both dates, shared by create and preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...campaign.description import DATES
from ...campaign.tiles import TileRow
from ...errors import InputError
from ...imagery.alignment import common_grid
from ...imagery.coverage import needed_border_tiles
from ...imagery.grid import MINIMUM_VALID_FRACTION, Grid, Tiling, Window
from ...imagery.masking import masking_of
from ...imagery.pair import AlignedPair
from ...imagery.place import grid_place
from ...imagery.raster import AUTOMATIC, RasterSource, default_bands, further_sources
from ...imagery.validity import ValidFractions, valid_fractions
from ...imagery.vector import load_aoi
from ...progress import Reporter
from ..create import GridParameters
from .services import fit_to_grid, refuse_whole_services


class TileWindows:
    """The windows of the tiles with enough valid pixels, row by row.

    Windows are built on access, so that each of millions of tiles takes only 4 bytes. ``enough``: (rows, columns) bool
    of the tiling, True for these tiles.
    """

    def __init__(self, tiling: Tiling, enough: np.ndarray) -> None:
        self._tiling = tiling
        self._columns = enough.shape[1]
        self._places = np.flatnonzero(enough).astype(np.uint32)

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
    """The plan of a campaign.

    ``no_data``: share of the grid's pixels within the AOI that have no data, 0 to 1. ``covered``: share of the AOI
    that has data and lies in a tile, None without an AOI. ``reasons``: what counts as no data in each raster.
    ``aoi_words``: notes for the user on how the area of interest was read.
    """

    before: tuple[RasterSource, ...]
    after: tuple[RasterSource, ...]
    grid: Grid
    tiling: Tiling
    aoi_wkb: bytes | None
    windows: TileWindows
    no_data: float
    covered: float | None
    reasons: tuple[str, ...]
    aoi_words: tuple[str, ...] = ()

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
            f"{len(self.windows):,} tiles of {size:.3g} m on a grid of {grid.width:,} x {grid.height:,} "
            f"pixels of {grid.gsd:.3g} m; no data on {share(self.no_data)}.{area} {reasons}"
        )


def plan_campaign(parameters: GridParameters, reporter: Reporter) -> CampaignPlan:
    """Define the grid and find the tiles. Raises InputError if anything is wrong with the input."""
    reporter.progress(0.0, "Comparing the rasters")
    before, after = _sources(parameters)
    reasons = tuple(masking_of(source).reason for source in (*before, *after))
    grid = _grid(parameters, before, after)
    _refuse_tiny_aoi(parameters, grid)
    tiling = Tiling(grid.width, grid.height, parameters.tile_size, parameters.overlap)
    refuse_whole_services([source.path for source in (*before, *after)], tiling)
    area, aoi_words = _read_aoi(parameters.aoi, grid, reporter)
    aoi_wkb = None if area is None else shapely.to_wkb(area)
    fractions = valid_fractions(before, after, grid, aoi_wkb, tiling, reporter.part(0.1, 0.9))
    enough = fractions.counted >= MINIMUM_VALID_FRACTION
    if aoi_wkb is not None:
        pair = AlignedPair(before, after, grid, aoi_wkb)
        enough |= needed_border_tiles(pair, tiling, fractions.data, enough, reporter.part(0.9, 1.0))
    windows = TileWindows(tiling, enough)
    if not len(windows):
        raise InputError(_no_tile(fractions, parameters.aoi), f"{'; '.join(reasons)}. See --mask and --nodata.")
    covered = None if area is None else _rounded(fractions.grid * shapely.box(*grid.bounds).area / area.area)
    no_data = _rounded(1 - fractions.grid / fractions.aoi)
    return CampaignPlan(before, after, grid, tiling, aoi_wkb, windows, no_data, covered, reasons, aoi_words)


def _grid(parameters: GridParameters, before: Sequence[RasterSource], after: Sequence[RasterSource]) -> Grid:
    """The common grid. Services are read at a level that fits it, with whose pixels it is aligned."""
    grid = common_grid(before, after, gsd=parameters.gsd, crs=parameters.crs, aoi=parameters.aoi)
    others = [fit_to_grid(source.path, grid) for source in (*before, *after)]
    if not any(others):
        return grid
    return common_grid(before, after, gsd=parameters.gsd, crs=parameters.crs, aoi=parameters.aoi)


def share(value: float) -> str:
    """A share from 0 to 1 in per cent; 0% and 100% are shown only for exactly none and all."""
    if 0 < value < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= value < 1 else f"{value:.0%}"


def _rounded(value: float) -> float:
    """A share from 0 to 1 without the rounding errors of sums of areas."""
    return min(1.0, max(0.0, round(value, 9)))


def _sources(parameters: GridParameters) -> tuple[tuple[RasterSource, ...], tuple[RasterSource, ...]]:
    """The rasters of both dates, the orthophotos first. Raises InputError if the dates do not match."""
    (photo_before, *more_before), (photo_after, *more_after) = map(parameters.rasters, DATES)
    if len(more_before) != len(more_after):
        raise InputError(
            f"There are {len(more_before) + 1} rasters of the first date, but {len(more_after) + 1} of the second.",
            "Give as many for both dates, in the same order.",
        )
    before, after = _orthophotos(parameters, photo_before, photo_after)
    further = [further_sources(*paths) for paths in zip(more_before, more_after)]
    return (before, *(one for one, _ in further)), (after, *(other for _, other in further))


def _orthophotos(parameters: GridParameters, before: str, after: str) -> tuple[RasterSource, RasterSource]:
    """Both orthophotos, with the definition of their pixels without data."""
    bands = default_bands(before, after, parameters.bands, parameters.bands_before, parameters.bands_after)
    mask, both = parameters.mask or AUTOMATIC, parameters.nodata
    before_value = both if parameters.nodata_before is None else parameters.nodata_before
    after_value = both if parameters.nodata_after is None else parameters.nodata_after
    return RasterSource(before, bands[0], mask, before_value), RasterSource(after, bands[1], mask, after_value)


def _refuse_tiny_aoi(parameters: GridParameters, grid: Grid) -> None:
    """Raise InputError if the area of interest is too small for a tile."""
    if parameters.aoi is not None and min(grid.width, grid.height) < parameters.tile_size:
        raise InputError(
            f"The AOI {parameters.aoi} covers {grid.width} x {grid.height} pixels of both rasters, "
            f"which is smaller than a tile of {parameters.tile_size} pixels.",
            "Draw a larger AOI, or choose a smaller tile size or a finer GSD.",
        )


def _no_tile(fractions: ValidFractions, aoi: str | None) -> str:
    if aoi is not None and fractions.data.max() >= MINIMUM_VALID_FRACTION:
        return f"The AOI {aoi} contains no pixel that is valid on both dates."
    return f"No tile has at least {MINIMUM_VALID_FRACTION:.0%} valid pixels on both dates."


def _read_aoi(path: str | None, grid: Grid, reporter: Reporter) -> tuple[BaseGeometry | None, tuple[str, ...]]:
    """The area of interest, and notes for the user on how it was read; the latter are also reported."""
    if path is None:
        return None, ()
    aoi = load_aoi(path, grid_place(grid))
    aoi.account.report(reporter)
    words = aoi.account.sentences()
    off_grid = aoi.account.parts_off_grid
    if off_grid and not words:
        words = [f"{off_grid:,} of {aoi.account.parts:,} polygons of {path} lie outside the overlap of both rasters."]
    return aoi.geometry, tuple(words)
