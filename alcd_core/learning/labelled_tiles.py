"""Tiles with known labels, for simulations: their classes, their scenes, and the ground that they share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..progress import Reporter
from .scoring import TilePrediction
from .tile_class import tile_class
from .tiles import IGNORE, Cell, TileSource


@dataclass(frozen=True)
class TileGround:
    """The ground of a tile. ``parts``: its core cell, divided among the scenes that it shows: names and places.
    ``shared``: other tiles, and what they cover of this one."""

    parts: Sequence[tuple[str, Cell]]
    shared: Sequence[tuple[int, Cell]] = ()

    @property
    def scene(self) -> str:
        """The scene that most of the core cell shows."""
        return max(self.parts, key=lambda part: _area(part[1]))[0]


@dataclass(frozen=True)
class LabelledTiles:
    """Tiles with known labels: a source, and the class and the ground of every tile."""

    source: TileSource
    classes: Mapping[int, str]
    grounds: Mapping[int, TileGround]

    def of_class(self, name: str, among: Collection[int]) -> list[int]:
        """Identifiers of the tiles of this class, out of those in ``among``."""
        return [tile_id for tile_id, tile in self.classes.items() if tile == name and tile_id in among]

    def own_labels(self, tile: TilePrediction, others: Collection[int]) -> np.ndarray:
        """The tile's labels (H, W), IGNORE on all pixels that one of the ``others`` covers too."""
        labels = tile.labels.copy()
        for other, cell in self.grounds[tile.tile_id].shared:
            if other in others:
                labels[cell] = IGNORE
        return labels


@dataclass(frozen=True)
class SimulationSource:
    """Tiles and their normalisation for training: ``mean``, ``std``: (2, C), per date and band; ``gsd``: metres."""

    tiles: LabelledTiles
    mean: tuple[tuple[float, ...], ...]
    std: tuple[tuple[float, ...], ...]
    gsd: float


def labelled_tiles(
    source: TileSource, grounds: Mapping[int, TileGround], reporter: Reporter | None = None
) -> LabelledTiles:
    """Read all labels of the source once to classify the tiles."""
    reporter = reporter or Reporter()
    classes = {}
    for done, tile_id in enumerate(source.tile_ids):
        reporter.progress(done / len(source.tile_ids), "Reading the reference")
        classes[int(tile_id)] = tile_class(source.read([tile_id]).labels[0])
    return LabelledTiles(source, classes, grounds)


def _area(cell: Cell) -> int:
    rows, columns = cell
    return int((rows.stop - rows.start) * (columns.stop - columns.start))
