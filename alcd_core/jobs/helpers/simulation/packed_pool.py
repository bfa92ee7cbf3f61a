"""A packed pool: a simulation's tiles for machines without GDAL."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image

from ....errors import InputError
from ....imagery.grid import Tiling, Window
from ....learning.labelled_tiles import SimulationSource, labelled_tiles
from ....learning.tiles import IGNORE, ArrayTiles
from ....progress import Reporter
from .scenes import read_scenes, tile_grounds

PACK_FILE = "pack.json"
IMAGES = ("before.jpg", "after.jpg")
LABELS = "labels.png"
TILE_SIZE, OVERLAP = 256, 32
"""Size and overlap of a simulation's tiles, in pixels at the rasters' own resolution."""


def is_packed(folder: Path) -> bool:
    """Whether the folder contains a packed pool."""
    return (folder / PACK_FILE).is_file()


def open_packed(folder: Path, reduction: int, scene_size: int | None, reporter: Reporter) -> SimulationSource:
    """The tiles of a packed pool. Raises InputError if it is damaged or was packed with a different reduction."""
    try:
        pack = json.loads((folder / PACK_FILE).read_text(encoding="utf-8"))
        images = np.stack([_decoded(folder / name, "RGB").transpose(2, 0, 1) for name in IMAGES])
        labels = _decoded(folder / LABELS, "L")
        places = [(int(x), int(y)) for x, y in pack["windows"]]
        mean, std = (tuple(tuple(map(float, date)) for date in pack[name]) for name in ("mean", "std"))
        size = int(pack["tile_size"])
        if size < 32 or size % 32 or np.shape(mean) != (2, 3) or np.shape(std) != (2, 3):
            raise ValueError("tile size or brightness")
        packed_reduction, gsd = int(pack["reduction"]), float(pack["gsd"])
        tiling = Tiling(labels.shape[1], labels.shape[0], size, OVERLAP // packed_reduction)
        tiles = ArrayTiles(
            np.stack([_cut(images, place, size) for place in places], axis=1),
            np.stack([_cut(labels, place, size) != IGNORE for place in places]),
            np.stack([_cut(labels, place, size) for place in places]),
        )
        windows = [Window(x, y, size, size) for x, y in places]
        cells = [_core_cell(tiling, place) for place in places]
    except (
        ValueError, KeyError, TypeError, ZeroDivisionError, OSError, InputError, Image.DecompressionBombError,
    ) as error:  # fmt: skip
        raise InputError(f"The packed pool in {folder} is damaged ({error}).", "Pack it again.") from error
    if packed_reduction != reduction:
        raise InputError(
            f"The pool in {folder} was packed with a reduction of {packed_reduction}, not {reduction}.",
            f"Choose --reduction {packed_reduction}, or pack it again.",
        )
    scenes = read_scenes(folder, scene_size, TILE_SIZE - OVERLAP, reduction)
    return SimulationSource(labelled_tiles(tiles, tile_grounds(windows, cells, scenes), reporter), mean, std, gsd)


def _decoded(path: Path, mode: str) -> np.ndarray:
    with Image.open(path, formats=("JPEG", "PNG")) as image:
        return np.asarray(image.convert(mode))


def _core_cell(tiling: Tiling, place: tuple[int, int]) -> Window:
    """The core cell of the tile at ``place``: x, y. Raises ValueError if there is no tile there."""
    x, y = place
    return tiling.core_cell(tiling.row_offsets.index(y), tiling.column_offsets.index(x))


def _cut(image: np.ndarray, place: tuple[int, int], size: int) -> np.ndarray:
    """The tile (..., H, W) at ``place``: x, y. Raises ValueError if it is not entirely inside."""
    x, y = place
    tile = image[..., max(y, 0) : y + size, max(x, 0) : x + size]
    if tile.shape[-2:] != (size, size):
        raise ValueError(f"no tile at {x}, {y}")
    return tile
