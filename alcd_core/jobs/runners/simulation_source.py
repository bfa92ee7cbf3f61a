"""Where a simulation's tiles come from: raster files, or a packed pool where there is no GDAL."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from ...errors import InputError
from ...learning.simulation import LabelledTiles, labelled_tiles
from ...learning.tiles import IGNORE, ArrayTiles
from ...progress import Reporter

PACK_FILE = "pack.json"
IMAGES = ("before.jpg", "after.jpg")
LABELS = "labels.png"


@dataclass(frozen=True)
class SimulationSource:
    """``mean``, ``std``: (2, C) of both dates' bands; ``gsd``: metres."""

    tiles: LabelledTiles
    mean: tuple[tuple[float, ...], ...]
    std: tuple[tuple[float, ...], ...]
    gsd: float


def open_source(folder: Path, reduction: int, reporter: Reporter) -> SimulationSource:
    """The tiles in a folder: a packed pool's, else those of before.tif, after.tif and changes.gpkg.

    ``reduction``: pixels that make one; a packed pool was reduced when it was packed. Raises InputError.
    """
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.", "Give one with before.tif, after.tif and changes.gpkg.")
    if (folder / PACK_FILE).is_file():
        return _packed(folder, reduction, reporter)
    from .simulation_files import open_files  # needs GDAL, which a server that only trains may lack

    return open_files(folder, reduction, reporter)


def _packed(folder: Path, reduction: int, reporter: Reporter) -> SimulationSource:
    try:
        pack = json.loads((folder / PACK_FILE).read_text(encoding="utf-8"))
        images = np.stack([_decoded(folder / name, "RGB").transpose(2, 0, 1) for name in IMAGES])
        labels = _decoded(folder / LABELS, "L")
        places = [(int(x), int(y)) for x, y in pack["windows"]]
        mean, std = (tuple(tuple(map(float, date)) for date in pack[name]) for name in ("mean", "std"))
        packed_reduction, gsd = int(pack["reduction"]), float(pack["gsd"])
        tiles = ArrayTiles(
            np.stack([_cut(images, place, int(pack["tile_size"])) for place in places], axis=1),
            np.stack([_cut(labels, place, int(pack["tile_size"])) != IGNORE for place in places]),
            np.stack([_cut(labels, place, int(pack["tile_size"])) for place in places]),
        )
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise InputError(f"The packed pool in {folder} is damaged ({error}).", "Pack it again.") from error
    if packed_reduction != reduction:
        raise InputError(
            f"The pool in {folder} was packed with a reduction of {packed_reduction}, not {reduction}.",
            f"Choose --reduction {packed_reduction}, or pack it again.",
        )
    return SimulationSource(labelled_tiles(tiles, reporter), mean, std, gsd)


def _decoded(path: Path, mode: str) -> np.ndarray:
    with Image.open(path, formats=("JPEG", "PNG")) as image:
        return np.asarray(image.convert(mode))


def _cut(image: np.ndarray, place: tuple[int, int], size: int) -> np.ndarray:
    """The tile (..., H, W) at ``place``: x, y. Raises ValueError where it is not wholly inside."""
    x, y = place
    tile = image[..., max(y, 0) : y + size, max(x, 0) : x + size]
    if tile.shape[-2:] != (size, size):
        raise ValueError(f"no tile at {x}, {y}")
    return tile
