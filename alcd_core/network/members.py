"""The kinds of members: where a model's M predictions come from. A new kind is one class and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from .batch_statistics import MonteCarloBatchNormalisation, Statistics
from .ensemble import Ensemble
from .orientation import laid_back, oriented
from .siamese import SiameseUNet


class MemberKind(Protocol):
    """What a kind of members has to say."""

    def network_count(self, members: int, /) -> int:
        """How many networks are trained for M members."""
        ...

    def statistics_count(self, members: int, /) -> int:
        """How many sets of statistics are drawn for M members, from as many training mini-batches."""
        ...

    def draw(self, network: SiameseUNet, batches: Iterable[tuple[Tensor, Tensor]], /) -> list[Statistics]:
        """Draw the sets of statistics from mini-batches of images (2, N, C, H, W) and validity (N, H, W)."""
        ...

    def assemble(
        self, networks: Sequence[SiameseUNet], statistics: Sequence[Statistics], /
    ) -> Sequence[Callable[[Tensor, Tensor], Tensor]]:
        """The M members, each from images and validity to logits (N, 2, H, W)."""
        ...


MEMBER_KINDS: dict[str, MemberKind] = {"ensemble": Ensemble(), "mcbn": MonteCarloBatchNormalisation()}


MEMBER_ORIENTATIONS = ("same", "own")
"""Whether all members see a tile as it lies, or each laid its own way."""


@dataclass(frozen=True)
class Member:
    """One member, ready to predict: ``member(images, valid)`` is the probability of change (N, H, W) in float32.

    ``orientation``: the way that it sees the tile laid, one of eight; its probabilities lie as the tile does.
    """

    logits: Callable[[Tensor, Tensor], Tensor]
    device: torch.device
    dtype: torch.dtype
    orientation: int = 0

    def __call__(self, images: Tensor, valid: Tensor) -> Tensor:
        # A lone tile takes another path through the convolutions, which shows in the last bit: it gets a companion.
        alone = len(valid) == 1
        if alone:
            images, valid = torch.cat([images, images], dim=1), torch.cat([valid, valid])
        images, valid = (oriented(tiles.to(self.device), self.orientation) for tiles in (images, valid))
        with torch.inference_mode(), computing_in(self.device, self.dtype):
            logits = self.logits(images, valid).float()
        # Tile by tile: how a whole batch is shared out among threads would show in the last bit.
        tiles = [torch.softmax(tile, dim=0)[1] for tile in logits]
        return laid_back(torch.stack(tiles[:1] if alone else tiles), self.orientation)


def prepared(network: SiameseUNet, device: torch.device, dtype: torch.dtype) -> SiameseUNet:
    """The network in place on ``device``, ready to predict in ``dtype``; in bfloat16 it can no longer be trained.

    Autocast would round the same weights again at every call; the numbers are the same. Only plain convolutions:
    others do arithmetic of their own with their weights.
    """
    network.to(device).eval()
    if dtype == torch.bfloat16:
        for module in network.modules():
            if type(module) is nn.Conv2d:
                module.to(dtype)
    return network


def computing_in(device: torch.device, dtype: torch.dtype) -> torch.autocast:
    """Within this context convolutions compute in ``dtype``; weights and statistics stay float32."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=dtype == torch.bfloat16)
