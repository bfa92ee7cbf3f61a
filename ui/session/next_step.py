"""Suggests the next step to the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

from ...bridge.texts import tr
from ..widgets.figures import figure

SUGGEST, LABEL, LEARN, RESULTS = "suggest", "label", "learn", "results"
AUDIT = "audit"  # label the open audit's tiles
FEW_LABELS = 10


@dataclass(frozen=True)
class NextStep:
    """``action``: SUGGEST, LABEL, LEARN or RESULTS; ``text``: the reason; ``button``: the button's text."""

    action: str
    text: str
    button: str


def next_step(counts: Any, rounds: Sequence[Any]) -> NextStep:
    """The next step, from a campaign's ``TileCounts`` and rounds."""
    queried, labelled = counts.states["queried"], counts.splits["train"]
    trained = max((one.labelled or 0 for one in rounds if one.model), default=None)
    if queried:
        text = tr("{} tiles are waiting to be labelled, the most informative ones first.").format(figure(queried))
        if trained is None and labelled >= FEW_LABELS:
            text += " " + tr("{} labelled tiles are already enough to train the network.").format(figure(labelled))
        return NextStep(LABEL, text, tr("Label tiles"))
    if not labelled:
        text = tr("Nothing is labelled yet. To start, ALCD looks for tiles in which the two dates differ.")
        return NextStep(SUGGEST, text, tr("Suggest first tiles"))
    if trained is None or labelled > trained:
        text = tr("{} tiles are labelled. Train the network on them and query the next tiles.")
        return NextStep(LEARN, text.format(figure(labelled)), tr("Learn"))
    return NextStep(RESULTS, tr("The network is trained on all labels. See what it found."), tr("Show results"))
