"""A learner of a simulation: its method and its acquisition."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError
from .acquisition_names import NEEDS_SEVERAL_MEMBERS

SINGLE = "single"
"""A method beside the member kinds: a single network without members."""
SUPERVISED, SUPERVISED_EQUAL, ALL_EQUAL = "supervised", "supervised-equal", "all-equal"
BOUNDS = (SUPERVISED, SUPERVISED_EQUAL, ALL_EQUAL)
"""Methods that do not query: trained once, on all changed tiles and as many unchanged ones with the steps of one
training, on the same with as many steps as the rounds take together, and on all tiles with that many."""
PREDICTED_CHANGE = "predicted-change"
"""An acquisition that draws at random, but only from the tiles that the model predicts to be changed."""


@dataclass(frozen=True)
class Learner:
    """How one learner trains and queries.

    ``method``: a member kind, ``single`` or ``supervised``. ``acquisition``: one that ``query`` offers,
    ``predicted-change``, or empty for one of ``BOUNDS``. ``count``: N_add, tiles per round. ``warm``: whether training
    continues from the weights of the previous round; for a bound, whether the rounds do whose steps it takes.
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
    def is_bound(self) -> bool:
        """Whether it learns once from known labels instead of querying."""
        return self.method in BOUNDS

    @property
    def member_kind(self) -> str:
        """The member kind in the model card: a single network is an ensemble of one. The bounds use mcbn, whose
        members take one training, so that others do not beat them merely by having more members."""
        return "mcbn" if self.is_bound else "ensemble" if self.is_single else self.method
