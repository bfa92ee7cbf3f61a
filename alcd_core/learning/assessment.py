"""Assessment of a model on tiles with known labels."""

from __future__ import annotations

from collections.abc import Mapping

from ..progress import Reporter
from .metrics import PixelScores
from .scoring import Scorer, TilePrediction
from .tiles import Cell


def assess_tiles(scorer: Scorer, cells: Mapping[int, Cell], reporter: Reporter) -> PixelScores:
    """The members' mean against the source's labels, pooled over the tiles' core cells.

    ``cells``: the tiles to measure by identifier, and the part of each that no other tile answers for, so that every
    pixel counts once. This is the one measure of a model: of ``assess``, of the simulation, of the demo's comparison.
    Raises InputError, ModelError and Cancelled.
    """
    scores = PixelScores()
    for tile in scorer.predict(list(cells), reporter=reporter):
        count_tile(scores, tile, cells)
    return scores


def count_tile(scores: PixelScores, tile: TilePrediction, cells: Mapping[int, Cell]) -> None:
    """Add the pixels of a tile's core cell, where it is one of those to measure."""
    cell = cells.get(tile.tile_id)
    if cell is not None:
        scores.add(tile.probability[cell], tile.labels[cell])
