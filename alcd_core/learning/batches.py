"""Batches of tiles as tensors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from .tiles import TileBatch

Item = TypeVar("Item")


@dataclass(frozen=True)
class TensorBatch:
    """``images``: (2, N, C, H, W) float32; ``valid``: (N, H, W) bool; ``labels``: (N, H, W) int64; N ``tile_ids``."""

    images: Tensor
    valid: Tensor
    labels: Tensor
    tile_ids: list[int]

    def to(self, device: torch.device) -> TensorBatch:
        """The batch on another device."""
        return TensorBatch(self.images.to(device), self.valid.to(device), self.labels.to(device), self.tile_ids)


def tensor_batch(batch: TileBatch) -> TensorBatch:
    """The tiles as tensors, in the data types that the network expects."""
    return TensorBatch(
        torch.from_numpy(np.ascontiguousarray(batch.images, dtype=np.float32)),
        torch.from_numpy(np.ascontiguousarray(batch.valid)),
        torch.from_numpy(np.ascontiguousarray(batch.labels, dtype=np.int64)),
        batch.tile_ids,
    )


def blocks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in order, ``size`` at a time; the last block may be shorter."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def even_blocks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in as few blocks of at most ``size`` as possible, whose lengths differ by at most one.

    Otherwise a last training batch of one tile would change the weights as much as a full one.
    """
    count = math.ceil(len(items) / size)
    bounds = [len(items) * index // count for index in range(count + 1)]
    for start, stop in zip(bounds, bounds[1:]):
        yield items[start:stop]
