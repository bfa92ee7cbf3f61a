"""Ensemble: members that are networks of their own, trained from different seeds (Lakshminarayanan et al. 2017)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from torch import Tensor

from .batch_statistics import Statistics
from .siamese import SiameseUNet


class Ensemble:
    """Member kind: M networks, nothing drawn after their training."""

    def network_count(self, members: int, /) -> int:
        """One network a member."""
        return members

    def statistics_count(self, _members: int, /) -> int:
        """None."""
        return 0

    def draw(self, _network: SiameseUNet, _batches: Iterable[tuple[Tensor, Tensor]], /) -> list[Statistics]:
        """Nothing."""
        return []

    def assemble(self, networks: Sequence[SiameseUNet], _statistics: Sequence[Statistics], /) -> list[SiameseUNet]:
        """The members: the networks."""
        return list(networks)
