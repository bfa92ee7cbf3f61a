"""Assessment: how good a model is on tiles whose labels are known."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from ..network.model import TrainedModel
from ..progress import Reporter
from .metrics import PixelScores
from .scoring import predict_tiles
from .tiles import TileSource


def assess_tiles(
    model: TrainedModel,
    source: TileSource,
    tile_ids: Sequence[int],
    *,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
) -> PixelScores:
    """The members' mean against the source's labels, pooled over the tiles' pixels.

    Raises InputError, ModelError and Cancelled.
    """
    scores = PixelScores()
    for tile in predict_tiles(model, source, tile_ids, device=device, dtype=dtype, reporter=reporter):
        scores.add(tile.probability, tile.labels)
    return scores
