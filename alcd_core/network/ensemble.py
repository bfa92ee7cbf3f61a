"""Ensemble: members that are separate networks trained from different seeds (Lakshminarayanan et al. 2017)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from torch import Tensor

from .batch_statistics import Statistics
from .siamese import SiameseUNet


class Ensemble:
    """Member kind: M networks, without drawn statistics."""

    def draw(self, _network: SiameseUNet, _batches: Iterable[tuple[Tensor, Tensor]], /) -> list[Statistics]:
        """Always empty."""
        return []

    def assemble(self, networks: Sequence[SiameseUNet], _statistics: Sequence[Statistics], /) -> list[SiameseUNet]:
        """The networks themselves are the members."""
        return list(networks)
