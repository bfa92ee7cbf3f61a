"""Millions of tiles in little memory."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from typing import Iterator, Mapping, Optional, Sequence, Tuple

from ..imagery.grid import Tiling, Window


class TileTable(Mapping[int, Window]):
    """The windows of tiles by number, in ascending order of the numbers.

    Takes 24 bytes per tile, where a list of ``Tile`` takes 600: windows are built on access. ``tile_ids``: the numbers;
    ``change_probability``: of each, 0 to 1, NaN without a score.
    """

    def __init__(self, tiling: Tiling) -> None:
        self._tiling = tiling
        self.tile_ids: array[int] = array("q")
        self._rows: array[int] = array("i")
        self._columns: array[int] = array("i")
        self.change_probability: array[float] = array("d")

    def extend(self, tiles: Sequence[Tuple[int, int, int, Optional[float]]]) -> None:
        """Append tiles: number, row, column and change probability, in ascending order of the numbers."""
        for number, row, column, probability in tiles:
            self.tile_ids.append(number)
            self._rows.append(row)
            self._columns.append(column)
            self.change_probability.append(math.nan if probability is None else probability)

    def place(self, tile_id: int) -> Tuple[int, int]:
        """Row and column of a tile in the tiling. Raises KeyError for an unknown number."""
        index = bisect_left(self.tile_ids, tile_id)
        if index == len(self.tile_ids) or self.tile_ids[index] != tile_id:
            raise KeyError(tile_id)
        return self._rows[index], self._columns[index]

    def __getitem__(self, tile_id: int) -> Window:
        return self._tiling.window(*self.place(tile_id))

    def __iter__(self) -> Iterator[int]:
        return iter(self.tile_ids)

    def __len__(self) -> int:
        return len(self.tile_ids)
