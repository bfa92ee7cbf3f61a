"""A learner of a simulation: its method and its acquisition."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError
from .acquisition import NEEDS_SEVERAL_MEMBERS

SINGLE, SUPERVISED = "single", "supervised"
"""Methods beside the member kinds: a single network without members, and the upper bound, trained on all labels."""
PREDICTED_CHANGE = "predicted-change"
"""An acquisition that draws at random, but only from the tiles that the model predicts to be changed."""


@dataclass(frozen=True)
class Learner:
    """How one learner trains and queries.

    ``method``: a member kind, ``single`` or ``supervised``. ``acquisition``: one that ``query`` offers,
    ``predicted-change``, or empty for ``supervised``. ``count``: N_add, tiles per round. ``warm``: whether training
    continues from the weights of the previous round.
    """

    method: str
    acquisition: str
    count: int
    warm: bool = False

    def __post_init__(self) -> None:
        if self.method == SINGLE and self.acquisition in NEEDS_SEVERAL_MEMBERS:
            raise InputError(
                f"A single network has no {self.acquisition}: it has no other members to disagree with.",
                "Choose entropy or random for it, or an ensemble or mcbn.",
            )

    @property
    def name(self) -> str:
        """A name such as ``mcbn variance``."""
        words = [self.method, self.acquisition, "warm" if self.warm else ""]
        return " ".join(filter(None, words))

    @property
    def is_single(self) -> bool:
        """Whether there is only one member."""
        return self.method == SINGLE

    @property
    def member_kind(self) -> str:
        """The member kind in the model card: a single network is an ensemble of one. The upper bound uses mcbn, whose
        members take one training, so that others do not beat it merely by having more members."""
        return {SINGLE: "ensemble", SUPERVISED: "mcbn"}.get(self.method, self.method)
