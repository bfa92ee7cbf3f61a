"""The levels of a described service: zoom levels of XYZ tiles, tile matrices of a WMTS; and where the tiles lie."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..service_file import description_value
from .gdal_library import gdal, quiet
from .service_description import openable, with_elements, write_file

_LEVEL = re.compile(r"<(TileLevel|ZoomLevel)>(\d+)</")
_NAMES = ("TileWidth", "TileHeight", "TileLeft", "TileTop")
_SNAP = 1e-6
"""Share of a tile by which rounded numbers in capabilities may be off its edge."""


class TileLayout(NamedTuple):
    """Size of a service's tiles in pixels, and how many pixels of the first ones lie left of and above the raster."""

    width: int
    height: int
    left: int = 0
    top: int = 0

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Column and row of the tile at a pixel of the raster."""
        return int(x + self.left) // self.width, int(y + self.top) // self.height

    def corner(self, column: int, row: int) -> tuple[int, int]:
        """Upper left pixel of a tile; negative if it begins before the raster."""
        return column * self.width - self.left, row * self.height - self.top


def choose_level(path: str, most: float) -> bool:
    """Let a described service end at the coarsest level whose pixels are at most ``most`` times as wide as those of its
    finest; returns whether that is another level than before.

    Of a WMTS, GDAL lays its coarser levels over the finest one's pixels, up to half a pixel off: only the last level is
    exact. Its tiles do not begin where the raster does; where they do is recorded.
    """
    file = Path(path)
    text = file.read_text(encoding="utf-8")
    found = _LEVEL.search(text)
    if found is None:
        return False
    name, finest = found.group(1), int(found.group(2))
    texts = [text.replace(found.group(0), f"<{name}>{level}</") for level in range(finest + 1)]
    widest = most * (1 + _SNAP) * _place(file, text)[1]
    level = next((level for level, one in enumerate(texts[:-1]) if _width(file, one) <= widest), finest)
    chosen = texts[level]
    if name == "ZoomLevel":
        chosen = with_elements(chosen, _offsets(file, chosen))
    write_file(file, chosen)
    return level != finest


def tile_layout(path: str, band: gdal.Band) -> TileLayout:
    """Where the tiles lie in the finest level, which is ``band``, of a described service. Raises InputError if the
    description is damaged."""
    if not description_value(path, "TileLeft"):
        return TileLayout(*band.GetBlockSize())
    numbers = [int(text) for text in (description_value(path, name) for name in _NAMES) if text.isdecimal()]
    if len(numbers) != len(_NAMES) or min(numbers[:2]) == 0:
        raise InputError(f"The description of a service {path} is damaged.", "Restore it from a backup.")
    return TileLayout(*numbers)


def _offsets(file: Path, text: str) -> str:
    """Elements with the layout of a WMTS's tiles."""
    width, height = (int(description_value(str(file), name)) for name in _NAMES[:2])
    own, whole = _place(file, text), _place(file, text, "EXTENT_METHOD=MOST_PRECISE_TILE_MATRIX")
    left, top = (round((own[axis] - whole[axis]) / own[size]) for axis, size in ((0, 1), (3, 5)))
    return f"<TileLeft>{left % width}</TileLeft><TileTop>{top % height}</TileTop>"


def _width(file: Path, text: str) -> float:
    """Width of a pixel in units of the CRS; infinite if the raster is too small for the level."""
    try:
        return _place(file, text)[1]
    except RuntimeError:
        return math.inf


def _place(file: Path, text: str, *options: str) -> tuple[float, ...]:
    """The geotransform of a description."""
    with quiet():
        return gdal.OpenEx(openable(file, text), gdal.OF_RASTER, open_options=[*options]).GetGeoTransform()
