"""Which scene a place shows, in a mosaic of scenes."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ....errors import InputError
from ....imagery.grid import Window
from ....learning.labelled_tiles import TileGround
from ....learning.tiles import Cell

BLOCKS = "blocks.csv"
"""Names the scene of every block of a mosaic, in the columns ``tile_row``, ``tile_col`` and ``scene``."""
WHOLE = "all"
"""The scene's name if there is only one."""


@dataclass(frozen=True)
class SceneMap:
    """Scenes in square blocks. ``size``: side of a block in pixels of the grid, 0 if everything is one scene.
    ``names``: the scene of each block, by row and column; without them, every block is a scene of its own."""

    size: int = 0
    names: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def parts(self, cell: Window) -> Iterator[tuple[str, Window]]:
        """A cell's scenes, with the part of the cell that shows each."""
        if not self.size:
            yield WHOLE, cell
            return
        for row, top, bottom in _cut(cell.y, cell.height, self.size):
            for column, left, right in _cut(cell.x, cell.width, self.size):
                yield self._name(row, column), Window(left, top, right - left, bottom - top)

    def _name(self, row: int, column: int) -> str:
        """The name of a block; beyond the last row and column, where a mosaic ends with an overlap, that of these."""
        if not self.names:
            return f"{row}-{column}"
        rows, columns = (max(place[axis] for place in self.names) for axis in (0, 1))
        return self.names.get((min(row, rows), min(column, columns)), WHOLE)


def read_scenes(folder: Path, scene_size: int | None, step: int, reduction: int) -> SceneMap:
    """The scenes of a folder: those of its ``blocks.csv``, whose blocks have a side of ``step`` pixels, or squares of
    ``scene_size`` pixels, or a single one. All at the rasters' own resolution, of which ``reduction`` pixels become one
    of the grid. Raises InputError if the file is damaged or a scene would not end between two pixels."""
    path = folder / BLOCKS
    size = step if path.is_file() else scene_size or 0
    if size % reduction:
        raise InputError(
            f"Scenes of {size} pixels cannot be divided by a reduction of {reduction}.", "Choose another reduction."
        )
    if not path.is_file():
        return SceneMap(size // reduction)
    try:
        with path.open(newline="", encoding="utf-8") as file:
            names = {(int(row["tile_row"]), int(row["tile_col"])): row["scene"] for row in csv.DictReader(file)}
    except (ValueError, KeyError, TypeError, OSError, csv.Error) as error:
        raise InputError(
            f"{path} is damaged ({error}).", "It needs the columns tile_row, tile_col and scene."
        ) from error
    return SceneMap(size // reduction, names)


def tile_grounds(windows: Sequence[Window], cells: Sequence[Window], scenes: SceneMap) -> dict[int, TileGround]:
    """The ground of the tiles with these windows and core cells, numbered from 0."""
    places = np.array([(window.x, window.y, window.width, window.height) for window in windows])
    starts, ends = places[:, :2], places[:, :2] + places[:, 2:]
    grounds = {}
    for number, cell in enumerate(cells):
        meets = ((starts < ends[number]) & (ends > starts[number])).all(axis=1)
        shared = [(int(other), _common(windows[number], windows[int(other)])) for other in np.flatnonzero(meets)]
        grounds[number] = TileGround(
            parts=[(name, part.within(windows[number])) for name, part in scenes.parts(cell)],
            shared=[(other, common) for other, common in shared if other != number],
        )
    return grounds


def _common(window: Window, other: Window) -> Cell:
    """What both windows cover, within the first."""
    left, top = max(window.x, other.x), max(window.y, other.y)
    right = min(window.x + window.width, other.x + other.width)
    bottom = min(window.y + window.height, other.y + other.height)
    return Window(left, top, right - left, bottom - top).within(window)


def _cut(start: int, length: int, size: int) -> Iterator[tuple[int, int, int]]:
    """The blocks of ``size`` that the pixels from ``start`` lie in: index, first pixel, and the one after the last."""
    for index in range(start // size, (start + length - 1) // size + 1):
        yield index, max(start, index * size), min(start + length, (index + 1) * size)
