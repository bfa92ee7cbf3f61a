"""Assessment of a model on tiles with known labels."""

from __future__ import annotations

from collections.abc import Mapping

from ..progress import Reporter
from .metrics import PixelScores
from .scoring import Scorer, TilePrediction
from .tiles import Cell


def assess_tiles(scorer: Scorer, cells: Mapping[int, Cell], reporter: Reporter) -> PixelScores:
    """Compare the members' mean with the source's labels, pooled over the core cells of the tiles.

    ``cells``: the core cell of each tile to assess, by tile identifier, so that every pixel counts once. ``assess``,
    the simulation and the demo's comparison all measure a model this way.
    Raises InputError, ModelError and Cancelled.
    """
    scores = PixelScores()
    for tile in scorer.predict(list(cells), reporter=reporter):
        count_tile(scores, tile, cells)
    return scores


def count_tile(scores: PixelScores, tile: TilePrediction, cells: Mapping[int, Cell]) -> None:
    """Add the pixels of a tile's core cell, if the tile is to be assessed."""
    cell = cells.get(tile.tile_id)
    if cell is not None:
        scores.add(tile.probability[cell], tile.labels[cell])
