"""Which kinds of models there are, by name; what they compute is in ``members.py`` and ``siamese.py``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MemberParts:
    """What the M members of a kind are made of.

    ``own_networks``: each has a network of its own, otherwise one serves all. ``own_statistics``: each has a set of
    statistics drawn from one training mini-batch, otherwise none is drawn.
    """

    own_networks: bool
    own_statistics: bool

    def network_count(self, members: int) -> int:
        """How many networks are trained for M members."""
        return members if self.own_networks else 1

    def statistics_count(self, members: int) -> int:
        """How many sets of statistics are drawn for M members."""
        return members if self.own_statistics else 0


MEMBER_PARTS = {
    "ensemble": MemberParts(own_networks=True, own_statistics=False),
    "mcbn": MemberParts(own_networks=False, own_statistics=True),
}
MEMBER_ORIENTATIONS = ("same", "own")
"""Whether all members see a tile in the same orientation or each in its own."""
FUSION_NAMES = ("concatenation", "difference")
"""How the features of both dates are combined."""
