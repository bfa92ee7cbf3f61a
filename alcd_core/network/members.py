"""The kinds of members: the source of a model's M predictions. A new kind takes a class, a line here and
one in ``model_kinds.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from .batch_statistics import MonteCarloBatchNormalisation, Statistics
from .ensemble import Ensemble
from .orientation import oriented, restored
from .siamese import SiameseUNet


class MemberKind(Protocol):
    """The interface of a kind of members."""

    def draw(self, network: SiameseUNet, batches: Iterable[tuple[Tensor, Tensor]], /) -> list[Statistics]:
        """Draw the sets of statistics from mini-batches of images (2, N, C, H, W) and validity masks (N, H, W)."""
        ...

    def assemble(
        self, networks: Sequence[SiameseUNet], statistics: Sequence[Statistics], /
    ) -> Sequence[Callable[[Tensor, Tensor], Tensor]]:
        """The M members, each a function from images and validity masks to logits (N, 2, H, W)."""
        ...


MEMBER_KINDS: dict[str, MemberKind] = {"ensemble": Ensemble(), "mcbn": MonteCarloBatchNormalisation()}
"""By name, as in ``MEMBER_PARTS``."""


@dataclass(frozen=True)
class Member:
    """One member, ready to predict: ``member(images, valid)`` is the probability of change (N, H, W) in float32.

    ``orientation``: the orientation in which it sees the tile, 0 to 7; the probabilities are in that of the tile.
    """

    logits: Callable[[Tensor, Tensor], Tensor]
    device: torch.device
    dtype: torch.dtype
    orientation: int = 0

    def __call__(self, images: Tensor, valid: Tensor) -> Tensor:
        # Convolutions treat a batch of one differently, which shows in the last bit: a single tile is doubled.
        alone = len(valid) == 1
        if alone:
            images, valid = torch.cat([images, images], dim=1), torch.cat([valid, valid])
        images, valid = (oriented(tiles.to(self.device), self.orientation) for tiles in (images, valid))
        with torch.inference_mode(), computing_in(self.device, self.dtype):
            logits = self.logits(images, valid).float()
        # Tile by tile: the way a whole batch is split among threads would show in the last bit.
        tiles = [torch.softmax(tile, dim=0)[1] for tile in logits]
        return restored(torch.stack(tiles[:1] if alone else tiles), self.orientation)


def prepared(network: SiameseUNet, device: torch.device, dtype: torch.dtype) -> SiameseUNet:
    """The network, moved in place to ``device`` and ready to predict in ``dtype``; not trainable in bfloat16.

    Autocast would round the same weights at every call, with the same result. Only plain convolutions are converted:
    their subclasses may compute with their weights.
    """
    network.to(device).eval()
    if dtype == torch.bfloat16:
        for module in network.modules():
            if type(module) is nn.Conv2d:
                module.to(dtype)
    return network


def computing_in(device: torch.device, dtype: torch.dtype) -> torch.autocast:
    """A context in which convolutions compute in ``dtype``; weights and statistics stay float32."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=dtype == torch.bfloat16)
