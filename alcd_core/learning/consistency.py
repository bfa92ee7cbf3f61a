"""Prototype: weak-to-strong consistency on unlabelled tiles (FixMatch, Sohn et al. 2020; UniMatch, Yang et al. 2023).

ALCD_CONSISTENCY=0.5 turns it on: the weight of its loss. Rounds after the start only.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from ..network.members import computing_in
from ..network.orientation import ORIENTATIONS
from ..network.siamese import SiameseUNet
from .augmentation import augmented
from .batches import TensorBatch, tensor_batch
from .seeds import generator
from .tiles import IGNORE, TileSource

WEIGHT = float(os.environ.get("ALCD_CONSISTENCY", "0"))
CONFIDENT = 0.95
DECAY = 0.98
STREAM = 12_000_003

unlabelled: list[int] = []
"""Tiles to learn from without labels in the next training; none in the first round."""


class Consistency:
    """The teacher (exponential moving average of the weights) and the draws of one training."""

    def __init__(self, network: SiameseUNet, source: TileSource, tiles: Sequence[int], seed: int, batch: int) -> None:
        self.source, self.tiles, self.batch = source, list(tiles), batch
        self.rng = generator(seed, STREAM)
        self.teacher = copy.deepcopy(network).eval()
        self.shares: list[float] = []

    def loss(self, network: SiameseUNet, device: torch.device, dtype: torch.dtype, change_weight: float) -> Tensor:
        """The loss of one mini-batch, each pixel that is not confident counting as 0."""
        tiles = self._tiles()
        with torch.no_grad(), computing_in(device, dtype):
            probability = self.teacher(tiles.images, tiles.valid).float().softmax(1)
        confidence, labels = probability.max(1)
        labels = torch.where((confidence >= CONFIDENT) & tiles.valid, labels, IGNORE)
        images, labels, valid = self._mixed(self._relit(tiles.images, network), labels, tiles.valid)
        with computing_in(device, dtype):
            logits = network(images, valid)
        weights = torch.tensor([1.0, change_weight])
        loss = nn.functional.cross_entropy(logits.float(), labels, weights, ignore_index=IGNORE, reduction="sum")
        self.shares.append(float((labels != IGNORE).float().mean()))
        return WEIGHT * loss / labels.numel()

    def follow(self, network: SiameseUNet) -> None:
        """Move the teacher towards the network."""
        with torch.no_grad():
            for own, other in zip(self.teacher.state_dict().values(), network.state_dict().values()):
                if own.is_floating_point():
                    own.lerp_(other, 1 - DECAY)

    def _tiles(self) -> TensorBatch:
        chosen = [int(tile) for tile in self.rng.choice(self.tiles, self.batch, replace=False)]
        batch = tensor_batch(self.source.read(chosen))
        return augmented(batch, [int(one) for one in self.rng.integers(ORIENTATIONS, size=len(chosen))])

    def _relit(self, images: Tensor, network: SiameseUNet) -> Tensor:
        """Each date of each tile in another light, and half of them blurred."""
        mean, std = network.mean[:, None, :, None, None], network.std[:, None, :, None, None]
        dates, count, bands = images.shape[:3]
        rng, shape = self.rng, (dates, count, bands, 1, 1)
        gain = np.exp(rng.uniform(-0.3, 0.3, (dates, count, 1, 1, 1)) + rng.uniform(-0.1, 0.1, shape))
        shift = rng.uniform(-0.3, 0.3, (dates, count, 1, 1, 1)) + rng.uniform(-0.1, 0.1, shape)
        values = (images - mean) / std * torch.from_numpy(gain).float() + torch.from_numpy(shift).float()
        flat = values.flatten(0, 1)
        blurred = nn.functional.avg_pool2d(nn.functional.pad(flat, (1, 1, 1, 1), mode="replicate"), 3, 1)
        which = torch.from_numpy(rng.random((dates, count, 1, 1, 1)) < 0.5)
        return torch.where(which, blurred.view_as(values), values) * std + mean

    def _mixed(self, images: Tensor, labels: Tensor, valid: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """A box of half the tiles is that of another tile, at both dates."""
        height, width = labels.shape[-2:]
        box = torch.zeros(labels.shape, dtype=torch.bool)
        for one in box:
            if self.rng.random() < 0.5:
                rows, columns = self.rng.integers(height // 4, height // 2 + 1, size=2)
                top, left = self.rng.integers(height - rows + 1), self.rng.integers(width - columns + 1)
                one[top : top + rows, left : left + columns] = True
        return (
            torch.where(box[None, :, None], images.roll(1, 1), images),
            torch.where(box, labels.roll(1, 0), labels),
            torch.where(box, valid.roll(1, 0), valid),
        )


def consistency_for(network: SiameseUNet, source: TileSource, seed: int, batch: int) -> Consistency | None:
    """For the next training, if it is turned on and there are unlabelled tiles."""
    return Consistency(network, source, unlabelled, seed, batch) if WEIGHT and unlabelled else None
