"""Tiles as arrays: the input of training and scoring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

CHANGE = 1
UNCHANGED = 0
IGNORE = 255
"""Label of pixels excluded from loss, uncertainty and metrics: nodata and ignore annotations."""
TRAINED_ON = 254
"""Label of pixels that the model being assessed was trained on: they are counted separately."""

Cell = tuple[slice, slice]
"""Rows and columns of a tile's core cell within its arrays. Core cells are disjoint, so each pixel counts once."""


@dataclass(frozen=True)
class TileBatch:
    """N tiles of both dates.

    ``images``: (2, N, C, H, W), before and after, in the data type of the rasters.
    ``valid``: (N, H, W) bool, true where both dates have data.
    ``labels``: (N, H, W) uint8 of CHANGE, UNCHANGED, IGNORE. Scoring only uses IGNORE; all other pixels can be
    UNCHANGED.
    ``tile_ids``: N identifiers.
    """

    images: np.ndarray
    valid: np.ndarray
    labels: np.ndarray
    tile_ids: list[int]


class TileSource(Protocol):
    """Random access to tiles. ``read`` may be called from a reader thread, by one thread at a time."""

    @property
    def tile_ids(self) -> Sequence[int]:
        """Identifiers of all tiles that can be read."""
        ...

    @property
    def bands(self) -> int:
        """Number of bands per date."""
        ...

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        """The tiles with these identifiers, in this order."""
        ...


@dataclass(frozen=True)
class ArrayTiles:
    """Tiles held in memory: for simulations on a server without GDAL, and for tests.

    ``images``: (2, T, C, H, W); ``valid``: (T, H, W) bool; ``labels``: (T, H, W) uint8. Identifiers are 0 to T - 1.
    """

    images: np.ndarray
    valid: np.ndarray
    labels: np.ndarray

    @property
    def tile_ids(self) -> Sequence[int]:
        return range(self.images.shape[1])

    @property
    def bands(self) -> int:
        return int(self.images.shape[2])

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        index = list(tile_ids)
        return TileBatch(self.images[:, index], self.valid[index], self.labels[index], index)
