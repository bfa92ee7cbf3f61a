"""Whether another round pays, in words: what the rounds found, what the model expects, what an audit says."""

from __future__ import annotations

import html
from typing import Any, Mapping, Optional, Sequence

from ...alcd_core.campaign import stopping
from ...bridge.texts import tr
from ..widgets.figures import figure


def stopping_html(campaign: Any) -> str:
    """Advice and figures as rich text; empty before the first round. Raises CampaignError."""
    gains = stopping.round_gains(campaign)
    if not gains:
        return ""
    said = advice_text(stopping.advice(campaign))
    lines = [expected_text(stopping.expected_finds(campaign)), missed_text(campaign.last_estimate())]
    paragraphs = "<br>".join(html.escape(line) for line in lines if line)
    return f"<p><b>{html.escape(said)}</b></p>{gains_table(gains)}<p>{paragraphs}</p>"


def advice_text(said: stopping.Advice) -> str:
    """The sentence on whether another round pays."""
    return tr(stopping.REASONS[said.key]).format(**said.values)


def expected_text(expected: Optional[stopping.ExpectedFinds]) -> str:
    """The model's own guess; empty if it has none."""
    if expected is None:
        return ""
    words = tr("The model expects about {} changed tiles among the {} that it queried.").format(
        figure(expected.finds), figure(expected.tiles)
    )
    if not expected.calibrated_on:
        return words + " " + tr("This is a guess: too few labelled tiles were scored to check it.")
    return words + " " + tr("This guess was adjusted to {} labelled tiles.").format(figure(expected.calibrated_on))


def missed_text(result: Optional[Mapping[str, Any]]) -> str:
    """What the last audit says is missed; empty if no map was audited."""
    try:
        missed = result["figures"]["missed_cells"] if result is not None else None
        if result is None or missed is None or result["round"] is None:
            return ""
        words = tr("Changed tiles missing from the map of round {}, as audit {} estimates: {} ({} to {}).")
        value, low, high = (figure(missed[name]) for name in ("value", "low", "high"))
        return words.format(result["round"], result["audit"], value, low, high)
    except (KeyError, TypeError, ValueError):
        return ""  # without a map, or not written by this version


def gains_table(gains: Sequence[stopping.RoundGain]) -> str:
    """Changed tiles found against labels, round by round, as rich text."""
    titles = (tr("Round"), tr("New labels"), tr("Changed"))
    rows = [titles, *((str(one.round), figure(one.labelled), figure(one.changed)) for one in gains)]
    cells = ("".join(f"<td style='padding-right: 14px'>{html.escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
