"""Fetches the tiles of an imagery service that a grid needs, before they are read: with retries, and an account of
those that do not come."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import shapely

from ..missing_tiles import has_stopped, is_missing, note_arrival, note_missing
from ..service_file import service_title
from .absent_tiles import remember_absence, remembered_absences
from .alignment import footprint
from .gdal_library import gdal, quiet, spatial_reference
from .grid import Grid, Window
from .raster import open_raster
from .remote_faults import is_absent, is_busy, is_refusal, is_timeout, service_fault, service_words
from .retries import DELAYS
from .service_description import without_login
from .service_levels import TileLayout, tile_layout
from .source_window import source_window

BUSY_FACTOR = 10
"""A service that was asked too often is given so much more time."""
MOST_REMEMBERED = 100_000
"""Tiles that are known to lie on the disk. Later ones are looked up there again."""


class Block(NamedTuple):
    """A tile of a service: its level (0 is the finest), column and row, and whether ground that counts lies in it."""

    level: int
    column: int
    row: int
    needed: bool

    @property
    def tile(self) -> tuple[int, int, int]:
        """Level, column and row."""
        return self.level, self.column, self.row


class ServiceTiles:
    """The tiles of one described service. Not thread-safe.

    GDAL's WMS and WMTS drivers keep what they fetch in the cache beside the description. They repeat no request, and
    fail for a whole window if one of its tiles does not come; so each window is fetched before it is read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._dataset = open_raster(path)
        self._size = (self._dataset.RasterXSize, self._dataset.RasterYSize)
        self._place = footprint(path)
        self._finest = tile_layout(path, self._dataset.GetRasterBand(1))
        self._known: set[tuple[int, int, int]] = set()
        self._absent = remembered_absences(path)

    def fetch(self, grid: Grid) -> bool:
        """Fetch the tiles that a grid of a few hundred pixels needs; returns whether all came.

        Raises InputError if the service demands a login, or if it seems to have stopped answering.
        """
        blocks = list(self._blocks(grid))
        for block in blocks:
            if block.tile in self._absent:
                self._note_absent(block, "HTTP status 404")
        absent = [block for block in blocks if is_missing(self.path, block.tile, needed=block.needed)]
        pending = [block for block in blocks if block.tile not in self._known and block not in absent]
        if pending and (absent or not self._fetch_at_once(pending)):  # at once, absent ones would be requested too
            absent += self._fetch_one_by_one(pending)
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        return not absent

    def _fetch_at_once(self, blocks: list[Block]) -> bool:
        """Several requests at a time. Returns whether all tiles came."""
        columns, rows = [block.column for block in blocks], [block.row for block in blocks]
        level = blocks[0].level
        try:
            self._read(level, (min(columns), min(rows)), (max(columns), max(rows)))
        except RuntimeError:
            return False
        self._note(blocks)
        return True

    def _fetch_one_by_one(self, blocks: list[Block]) -> list[Block]:
        """Up to four attempts for each tile; returns those that did not come."""
        absent: list[Block] = []
        pending = blocks
        error = RuntimeError()
        for delay in (*DELAYS, None):
            failed: list[Block] = []
            for number, block in enumerate(pending):
                try:
                    self._fetch_one(block)
                except RuntimeError as fault:
                    error = fault
                    if is_refusal(fault):
                        raise service_fault(self.path, fault) from fault
                    (absent if is_absent(fault) else failed).append(block)
                    if is_absent(fault):
                        self._note_absent(block, service_words(fault))
                        remember_absence(self.path, block.tile)
                    elif is_timeout(fault):  # the others would take as long
                        failed += pending[number + 1 :]
                        break
            pending = failed
            if not pending or delay is None:
                break
            time.sleep(delay * (BUSY_FACTOR if is_busy(error) else 1))
        for block in pending:
            self._note_absent(block, service_words(error))
            if has_stopped(self.path):
                raise service_fault(self.path, error) from error
        return absent + pending

    def _fetch_one(self, block: Block) -> None:
        self._band(block.level).FlushCache()  # of an image that was cut, GDAL would keep what came
        self._read(block.level, (block.column, block.row), (block.column, block.row))
        self._note([block])

    def _read(self, level: int, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Read the blocks between two of them, columns and rows. Raises GDAL's RuntimeError."""
        band, layout = self._band(level), self._layout(level)
        left, top = (max(0, edge) for edge in layout.corner(*first))
        right, bottom = layout.corner(last[0] + 1, last[1] + 1)
        with quiet():
            band.ReadRaster(left, top, min(band.XSize, right) - left, min(band.YSize, bottom) - top)

    def _note(self, blocks: list[Block]) -> None:
        self._known.update(block.tile for block in blocks)
        note_arrival(self.path)

    def _note_absent(self, block: Block, words: str) -> None:
        reason = without_login(self.path, words)
        title = f"{service_title(self.path)} ({Path(self.path).stem})"
        note_missing(self.path, title, block.tile, reason, needed=block.needed)

    def _band(self, level: int) -> gdal.Band:
        band = self._dataset.GetRasterBand(1)
        return band.GetOverview(level - 1) if level else band

    def _blocks(self, grid: Grid) -> Iterator[Block]:
        window = source_window(self._place, self._size, grid.crs, grid.bounds)
        if window is None:
            return
        inner = source_window(self._place, self._size, grid.crs, grid.bounds, margin=(-1.0, 0.0)) or window
        level, factor = self._level(grid)
        band, layout = self._band(level), self._layout(level)
        needed = set(_cells(inner, factor, layout))
        for column, row in _cells(window, factor, layout):
            left, top = layout.corner(column, row)
            if left < band.XSize and top < band.YSize:
                yield Block(level, column, row, (column, row) in needed)

    def _layout(self, level: int) -> TileLayout:
        """Of coarser levels, which only pictures need, where the tiles lie is not known."""
        return TileLayout(*self._band(level).GetBlockSize()) if level else self._finest

    def _level(self, grid: Grid) -> tuple[int, float]:
        """The coarsest level that is at least as fine as the grid, and its factor to the finest."""
        middle = shapely.box(*grid.bounds).centroid
        wanted = grid.gsd / self._place.gsd_at(middle, spatial_reference(grid.crs))
        band, chosen = self._dataset.GetRasterBand(1), (0, 1.0)
        for number in range(band.GetOverviewCount()):
            factor = band.XSize / band.GetOverview(number).XSize
            if chosen[1] < factor <= wanted:
                chosen = (number + 1, factor)
        return chosen


def _cells(window: Window, factor: float, layout: TileLayout) -> Iterator[tuple[int, int]]:
    """Columns and rows of the tiles that a window of the finest level touches."""
    first = layout.cell(window.x / factor, window.y / factor)
    last = layout.cell((window.x + window.width - 1) / factor, (window.y + window.height - 1) / factor)
    for row in range(first[1], last[1] + 1):
        for column in range(first[0], last[0] + 1):
            yield column, row
