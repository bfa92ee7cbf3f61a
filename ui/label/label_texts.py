"""The texts of the page Label."""

from __future__ import annotations

from typing import Optional

from ...alcd_core.campaign.tiles import LABELLED
from ...bridge.texts import tr
from ..session.label_queue import QueueCounts, QueuedTile
from ..widgets.figures import figure

BETWEEN = "  ·  "


def tile_text(tile: QueuedTile, position: int, total: int) -> str:
    """The tile's number, score and place in the queue."""
    words = [tr("Tile {}").format(tile.tile_id)]
    if tile.score is not None and tile.score_of is not None:
        words.append(tr("score {} in round {}").format(figure(tile.score, 3), tile.score_of))
    elif tile.score is not None:
        words.append(tr("score {}").format(figure(tile.score, 3)))
    words.append(tr("{} of {}").format(figure(position), figure(total)))
    return BETWEEN.join(words)


def state_text(tile: QueuedTile) -> str:
    """The tile's class or that it was skipped; empty if it is not done yet."""
    states = {
        "changed": tr("changed"),
        "unchanged": tr("unchanged"),
        "ambiguous": tr("ambiguous"),
        "skipped": tr("skipped"),
    }
    state = tile.tile_class if tile.state == LABELLED else tile.state
    return states.get(state or "", "")


def counts_text(counts: QueueCounts, minutes_per_tile: Optional[float]) -> str:
    """The number of tiles by class, and the time per tile."""
    words = [tr("{} changed").format(figure(counts.changed)), tr("{} unchanged").format(figure(counts.unchanged))]
    if counts.ambiguous:
        words.append(tr("{} ambiguous").format(figure(counts.ambiguous)))
    if counts.skipped:
        words.append(tr("{} skipped").format(figure(counts.skipped)))
    if minutes_per_tile is not None:
        words.append(pace_text(minutes_per_tile))
    return BETWEEN.join(words)


def pace_text(minutes: float) -> str:
    """Minutes or seconds per tile."""
    seconds = 60 * minutes
    if seconds < 9.5:
        return tr("{} s per tile").format(figure(seconds, 1))
    if minutes < 1:
        return tr("{} s per tile").format(figure(seconds))
    return tr("{} min per tile").format(figure(minutes, 1))


def audit_text(is_auditing: bool, done: int, total: int) -> str:
    """How far an audit is, and what to mind while labelling it."""
    progress = tr("Audit: {} of {} tiles done.").format(figure(done), figure(total))
    if not is_auditing:
        return progress
    return f"<b>{progress}</b> {tr('What the network thinks is hidden: judge by the images alone.')}"


def standing_hint(tile: QueuedTile, proposed: int, counts: QueueCounts, is_auditing: bool = False) -> str:
    """What to do next, in the words of the buttons; shown while there is no temporary hint."""
    if not counts.left and is_auditing:
        return tr("The audit is done. The page Results shows how complete the map is.")
    if not counts.left:
        return tr("All tiles are done. Continue on the page Learn, or review them with the arrow keys.")
    if tile.is_done:
        return tr("This tile is done. Press any of the keys to label it again.")
    if is_auditing:
        return tr("Was something built or torn down here? Draw it, then Done. Skip only what cannot be decided.")
    if proposed:
        return tr("The network proposes the dashed outlines: Accept, then Done. If nothing changed: No change.")
    return tr("Was something built or torn down here? Draw it, then Done. Otherwise: No change.")
