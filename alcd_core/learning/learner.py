"""A learner of a simulation: its method and its acquisition."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError
from .acquisition import COMPARING_MEMBERS

SINGLE, SUPERVISED = "single", "supervised"
"""Methods beside the member kinds: one network, seen once, and a network that learns from all that there is."""
PREDICTED_CHANGE = "predicted-change"
"""An acquisition that draws, as ``random`` does, but from the tiles that the model predicts to be changed."""


@dataclass(frozen=True)
class Learner:
    """How one learner learns and asks.

    ``method``: a member kind, ``single`` or ``supervised``. ``acquisition``: one of ``query``'s, ``predicted-change``,
    or empty for ``supervised``. ``count``: N_add, tiles a round. ``warm``: whether a round's training goes on from
    the last round's weights.
    """

    method: str
    acquisition: str
    count: int
    warm: bool = False

    def __post_init__(self) -> None:
        if self.method == SINGLE and self.acquisition in COMPARING_MEMBERS:
            raise InputError(
                f"A single network has no {self.acquisition}: there is nothing to differ from.",
                "Choose entropy or random for it, or an ensemble or mcbn.",
            )

    @property
    def name(self) -> str:
        """Such as ``mcbn variance``."""
        words = [self.method, self.acquisition, "warm" if self.warm else ""]
        return " ".join(filter(None, words))

    @property
    def is_single(self) -> bool:
        """Whether there is one member only."""
        return self.method == SINGLE

    @property
    def member_kind(self) -> str:
        """What its models are in the card's words: a single network is an ensemble of one. The upper bound has the
        members that one training gives, so that it is not beaten by their number."""
        return {SINGLE: "ensemble", SUPERVISED: "mcbn"}.get(self.method, self.method)
