"""Flips and quarter turns of training tiles, the same for both dates, labels and validity."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from ..network.orientation import oriented
from .batches import TensorBatch


def augmented(batch: TensorBatch, orientations: Sequence[int]) -> TensorBatch:
    """The batch of square tiles, each laid in its own of the eight orientations."""
    images = [oriented(batch.images[:, n], way) for n, way in enumerate(orientations)]
    valid = [oriented(batch.valid[n], way) for n, way in enumerate(orientations)]
    labels = [oriented(batch.labels[n], way) for n, way in enumerate(orientations)]
    return TensorBatch(torch.stack(images, dim=1), torch.stack(valid), torch.stack(labels), batch.tile_ids)
