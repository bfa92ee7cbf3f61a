"""Tiles read from the aligned pair, with labels rasterised from annotations."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..learning.tiles import CHANGE, IGNORE, TRAINED_ON, TileBatch
from .grid import Window
from .pair import AlignedPair
from .rasterise import PolygonIndex
from .vector import IGNORE_CLASS

TRAINED_ON_CLASS = "trained on"
"""Class of the ground that a model was trained on, used when the model is assessed; it is never drawn."""


def label_index(annotations: Sequence[tuple[BaseGeometry, str]]) -> PolygonIndex:
    """An index that rasterises annotations as labels; ignore overrides trained on, which overrides change."""
    labels = [_label(name) for _, name in annotations]
    order = sorted(range(len(labels)), key=lambda index: labels[index])  # CHANGE < TRAINED_ON < IGNORE
    return PolygonIndex([(annotations[index][0], labels[index]) for index in order])


def _label(name: str) -> int:
    return {IGNORE_CLASS: IGNORE, TRAINED_ON_CLASS: TRAINED_ON}.get(name, CHANGE)


class RasterTiles:
    """A ``TileSource``: windows of a pair by tile identifier.

    ``annotations``: polygons in the grid's CRS with class "change", "ignore" or "trained on"; pixels outside of them
    are unchanged. None if nothing is known: all labels are IGNORE. Pixels that are not valid are always IGNORE.
    """

    def __init__(
        self,
        pair: AlignedPair,
        windows: Mapping[int, Window],
        annotations: Sequence[tuple[BaseGeometry, str]] | None = None,
    ) -> None:
        self.pair = pair
        self.windows = windows
        self.annotations = annotations
        self._index = None if annotations is None else label_index(annotations)

    def at(self, windows: Mapping[int, Window]) -> RasterTiles:
        """The same imagery and labels in other windows; open rasters are shared."""
        other = copy.copy(self)
        other.windows = windows
        return other

    @property
    def tile_ids(self) -> Sequence[int]:
        """Identifiers of all tiles that can be read."""
        return list(self.windows)

    @property
    def bands(self) -> int:
        """Number of bands per date."""
        return self.pair.bands

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        """The tiles with these identifiers, in this order."""
        tiles = [self._read_tile(self.windows[tile_id]) for tile_id in tile_ids]
        images, valid, labels = (np.stack(arrays) for arrays in zip(*tiles))
        return TileBatch(np.ascontiguousarray(images.swapaxes(0, 1)), valid, labels, list(tile_ids))

    def _read_tile(self, window: Window) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        images, valid = self.pair.read(window)
        if self._index is None:
            labels = np.full(valid.shape, IGNORE, np.uint8)
        else:
            labels = np.where(valid, self._index.rasterise(self.pair.grid, window), IGNORE).astype(np.uint8)
        return images, valid, labels
