"""The common pixel grid of both dates and its division into tiles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator, List, Protocol, Tuple

from ..errors import InputError

TILE_SIZE_MULTIPLE = 32
MINIMUM_VALID_FRACTION = 0.1
"""A window with a smaller share of valid pixels does not become a tile."""


@dataclass(frozen=True)
class Window:
    """A rectangle of the grid in pixels; ``x`` to the right, ``y`` down, from the upper left corner."""

    x: int
    y: int
    width: int
    height: int

    def within(self, outer: Window) -> Tuple[slice, slice]:
        """Rows and columns of this window in arrays (H, W) of the surrounding window ``outer``."""
        top, left = self.y - outer.y, self.x - outer.x
        return slice(top, top + self.height), slice(left, left + self.width)


class Windows(Protocol):
    """Windows by index: a list, or a sequence that computes each one on access."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Window: ...


@dataclass(frozen=True)
class Grid:
    """The pixel grid that both dates are warped to: north up, square pixels.

    ``crs``: WKT. ``left``, ``top``: upper left corner in CRS units. ``pixel_size``: side of a pixel in CRS units.
    ``gsd``: the same in metres on the ground. ``width``, ``height``: pixels.
    """

    crs: str
    left: float
    top: float
    pixel_size: float
    gsd: float
    width: int
    height: int

    @property
    def geotransform(self) -> Tuple[float, float, float, float, float, float]:
        """GDAL's six numbers."""
        return (self.left, self.pixel_size, 0.0, self.top, 0.0, -self.pixel_size)

    @property
    def bounds(self) -> Tuple[float, float, float, float]:
        """Left, bottom, right, top in CRS units."""
        return self.window_bounds(Window(0, 0, self.width, self.height))

    def window_bounds(self, window: Window) -> Tuple[float, float, float, float]:
        """Left, bottom, right, top of a window in CRS units."""
        left = self.left + window.x * self.pixel_size
        top = self.top - window.y * self.pixel_size
        return (left, top - window.height * self.pixel_size, left + window.width * self.pixel_size, top)

    def part(self, window: Window) -> Grid:
        """A window as a grid of its own."""
        left, _, _, top = self.window_bounds(window)
        return replace(self, left=left, top=top, width=window.width, height=window.height)


@dataclass(frozen=True)
class Tiling:
    """Division of a grid of ``width`` x ``height`` pixels into square tiles whose neighbours share ``overlap`` pixels.

    The last row and column are shifted back to end at the edge, so every tile has full size.
    Raises InputError if the sizes do not fit together.
    """

    width: int
    height: int
    tile_size: int = 256
    overlap: int = 32

    def __post_init__(self) -> None:
        if self.tile_size < TILE_SIZE_MULTIPLE or self.tile_size % TILE_SIZE_MULTIPLE:
            raise InputError(
                f"The tile size {self.tile_size} is not a multiple of {TILE_SIZE_MULTIPLE} pixels.",
                "Choose 128, 256 or 512, for instance.",
            )
        if not 0 <= self.overlap < self.tile_size:
            raise InputError(
                f"The overlap of {self.overlap} pixels is not smaller than the tile size of {self.tile_size}.",
                "Choose an overlap between 0 and half a tile; 32 is usual.",
            )
        if min(self.width, self.height) < self.tile_size:
            raise InputError(
                f"The common grid of {self.width} x {self.height} pixels is smaller than a tile of {self.tile_size}.",
                "Choose a smaller tile size or a finer GSD, or check that the two rasters overlap.",
            )

    @property
    def columns(self) -> int:
        """Number of tile columns."""
        return len(self.column_offsets)

    @property
    def rows(self) -> int:
        """Number of tile rows."""
        return len(self.row_offsets)

    @property
    def column_offsets(self) -> List[int]:
        """Left pixel of every tile column."""
        return _offsets(self.width, self.tile_size, self.overlap)

    @property
    def row_offsets(self) -> List[int]:
        """Upper pixel of every tile row."""
        return _offsets(self.height, self.tile_size, self.overlap)

    def window(self, row: int, column: int) -> Window:
        """The window of the tile in this row and column."""
        step = self.tile_size - self.overlap
        x = min(column * step, self.width - self.tile_size)
        y = min(row * step, self.height - self.tile_size)
        return Window(x, y, self.tile_size, self.tile_size)

    def core_cell(self, row: int, column: int) -> Window:
        """The part of the region that is nearer to this tile's centre than to any other tile's.

        Core cells are disjoint and cover the region. A pixel halfway between two centres belongs to the left or upper
        tile.
        """
        left, right = cell_bounds(self.column_offsets, self.tile_size)[column : column + 2]
        top, bottom = cell_bounds(self.row_offsets, self.tile_size)[row : row + 2]
        return Window(left, top, right - left, bottom - top)

    def windows(self) -> Iterator[Tuple[int, int, Window]]:
        """Row, column and window of every tile, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield row, column, self.window(row, column)


def _offsets(length: int, tile_size: int, overlap: int) -> List[int]:
    step = tile_size - overlap
    regular = list(range(0, length - tile_size, step))
    return [*regular, length - tile_size]


def cell_bounds(offsets: List[int], tile_size: int) -> List[int]:
    """Where the core cells of tiles with these first pixels begin along an axis, and last the end of the last one."""
    inner = [(first + second + tile_size + 1) // 2 for first, second in zip(offsets, offsets[1:])]
    return [0, *inner, offsets[-1] + tile_size]
