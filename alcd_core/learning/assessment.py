"""Assessment: how good a model is on tiles whose labels are known."""

from __future__ import annotations

from collections.abc import Sequence

from ..progress import Reporter
from .metrics import PixelScores
from .scoring import Scorer


def assess_tiles(scorer: Scorer, tile_ids: Sequence[int], reporter: Reporter) -> PixelScores:
    """The members' mean against the source's labels, pooled over the tiles' pixels.

    Raises InputError, ModelError and Cancelled.
    """
    scores = PixelScores()
    for tile in scorer.predict(tile_ids, reporter=reporter):
        scores.add(tile.probability, tile.labels)
    return scores
