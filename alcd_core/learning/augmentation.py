"""Flips and quarter turns of training tiles, the same for both dates, labels and validity."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from ..network.orientation import oriented
from .batches import TensorBatch


def augmented(batch: TensorBatch, orientations: Sequence[int]) -> TensorBatch:
    """The batch of square tiles, each in the given one of the eight orientations."""
    images = [oriented(batch.images[:, n], orientation) for n, orientation in enumerate(orientations)]
    valid = [oriented(batch.valid[n], orientation) for n, orientation in enumerate(orientations)]
    labels = [oriented(batch.labels[n], orientation) for n, orientation in enumerate(orientations)]
    return TensorBatch(torch.stack(images, dim=1), torch.stack(valid), torch.stack(labels), batch.tile_ids)
