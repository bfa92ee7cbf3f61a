"""What scoring only some of a large campaign's tiles would save, in words."""

from __future__ import annotations

from typing import Any

from ...alcd_core.campaign.tiles import QUERIED, UNLABELLED
from ...alcd_core.jobs.query import offered_score
from ...bridge.texts import tr
from ..widgets.figures import figure


def scoring_text(campaign: Any, counts: Any) -> str:
    """The offer to score fewer tiles; empty if the campaign has too few to need it. Raises CampaignError."""
    tiles = counts.states[UNLABELLED] + counts.states[QUERIED]
    offered = offered_score(tiles)
    if offered is None:
        return ""
    words = tr(
        "{} tiles are scored for every query. To score fewer, set “Tiles to score” under Advanced; some changes are"
        " then found later."
    )
    last = campaign.last_scoring()
    seconds = None if last is None else last.seconds_for(tiles)
    if seconds is None:
        saving = tr("With {} of them, it would take about {} % of the time.").format(
            figure(offered), figure(100 * offered / tiles)
        )
    else:
        saving = tr("With {} of them, it would take about {} min instead of {}.").format(
            figure(offered), figure(seconds * offered / tiles / 60), figure(seconds / 60)
        )
    return f"{words.format(figure(tiles))} {saving}"
