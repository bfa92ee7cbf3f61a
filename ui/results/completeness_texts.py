"""The texts of the card on completeness, from the results of the jobs audit and estimate."""

from __future__ import annotations

import html
from typing import Any, List, Mapping, Optional, Sequence, Tuple

from ...bridge.texts import tr
from ..widgets.figures import figure

HECTARE = 10_000.0
Estimated = Mapping[str, Any]


def promise_text(result: Mapping[str, Any], minutes_per_tile: Optional[float]) -> str:
    """What an audit of this size would tell, and how long it would take at the analyst's pace, if it is known."""
    tiles, buys = tr("{} tiles").format(figure(result["count"])), result["buys"]
    if minutes_per_tile is not None:
        minutes = figure(max(1, round(minutes_per_tile * result["count"])))
        tiles = tr("{} (about {} minutes at your pace)").format(tiles, minutes)
    none_missed = tr("None missed among them would mean at most {} changed tiles missed ({} confidence).").format(
        figure(buys["missed_at_most_if_none"]), percent(buys["confidence"])
    )
    if buys["completeness_points"] is None:
        return f"{tiles}. {none_missed}"
    within = tr("With {}, completeness is expected to be known to within {} percentage points.")
    return f"{within.format(tiles, figure(buys['completeness_points']))} {none_missed}"


def sentence_text(result: Mapping[str, Any]) -> str:
    """The sentence for a report."""
    figures, confidence = result["figures"], percent(result["confidence"])
    changed = count_text(figures["changed_cells"])
    if figures["changed_cells"]["value"] == 0:
        words = tr("No change was found: at most {} of the {} tiles contain change ({} confidence).")
        return words.format(figure(figures["changed_cells"]["high"]), figure(result["population"]), confidence)
    if "missed_cells" not in figures:
        return tr("{} tiles contain change ({} confidence).").format(changed, confidence)
    words = tr(
        "The map contains {} of the area that changed; {} of the {} tiles with change are missing from it"
        " ({} confidence)."
    )
    complete, missed = share_text(figures["completeness_area"]), count_text(figures["missed_cells"])
    return words.format(complete, missed, changed, confidence)


def figure_rows(result: Mapping[str, Any]) -> Sequence[Tuple[str, str]]:
    """The other figures: name, value with its interval."""
    names = {
        "area_of_change": (tr("Area of change"), area_text),
        "missed_area": (tr("Missed area"), area_text),
        "completeness_cells": (tr("Completeness in tiles"), share_text),
        "correctness_area": (tr("Correctness by area"), share_text),
        "correctness_cells": (tr("Correctness in tiles"), share_text),
    }
    figures = result["figures"]
    return [(text, write(figures[name])) for name, (text, write) in names.items() if name in figures]


def notes(result: Mapping[str, Any], latest_round: int) -> List[str]:
    """What the figures are about, and what they leave open."""
    about = tr("Audit {}: {} tiles drawn by chance, {} labelled before, {} in all.").format(
        result["audit"], figure(result["drawn"]), figure(result["labelled_before"]), figure(result["population"])
    )
    return [text for text in (_map_note(result, latest_round), about, _skipped_note(result)) if text]


def _map_note(result: Mapping[str, Any], latest_round: int) -> str:
    if result.get("map") is None:
        return tr("There was no map yet, so only the amount of change was estimated. Map the whole region first.")
    if result.get("round") is None:
        return tr("The map was not made by a network of this campaign.")
    about = tr("These figures are about the map of round {}.").format(result["round"])
    if result["round"] < latest_round:
        about += " " + tr("To check the latest round, map the whole region and estimate again.")
    return about


def _skipped_note(result: Mapping[str, Any]) -> str:
    if not result["skipped"]:
        return ""
    bounds = [result["skipped_bounds"][name] for name in ("none_changed", "all_changed")]
    name = "missed_cells" if "missed_cells" in bounds[0] else "changed_cells"
    words = tr("Skipped tiles: {}. If none of them changed, {} to {} tiles are missed; if all did, {} to {}.")
    if name == "changed_cells":
        words = tr("Skipped tiles: {}. If none of them changed, {} to {} tiles changed; if all did, {} to {}.")
    return words.format(figure(result["skipped"]), *(figure(limit) for one in bounds for limit in one[name]))


def result_html(result: Mapping[str, Any], latest_round: int) -> str:
    """The whole result as rich text."""
    cells = "".join(
        f"<tr><td style='padding-right: 14px'>{html.escape(name)}</td><td>{html.escape(value)}</td></tr>"
        for name, value in figure_rows(result)
    )
    said = "<br>".join(html.escape(text) for text in notes(result, latest_round))
    return f"<p><b>{html.escape(sentence_text(result))}</b></p><table>{cells}</table><p>{said}</p>"


def count_text(one: Estimated) -> str:
    """A number of tiles with its interval."""
    return with_limits(figure(one["value"]), figure(one["low"]), figure(one["high"]))


def share_text(one: Estimated) -> str:
    """A share with its interval."""
    value = tr("an unknown share") if one["value"] is None else percent(one["value"])
    return with_limits(value, figure(100 * one["low"]), percent(one["high"]))


def area_text(one: Estimated) -> str:
    """An area with its interval."""
    unit, size, decimals = ("ha", HECTARE, 2) if one["high"] >= HECTARE else ("m²", 1.0, 0)
    value, low, high = (figure(one[name] / size, decimals) for name in ("value", "low", "high"))
    return with_limits(f"{value} {unit}", low, high)


def with_limits(value: str, low: str, high: str) -> str:
    """A value and its confidence interval."""
    return tr("{} ({} to {})").format(value, low, high)


def percent(share: float) -> str:
    """A share, 0 to 1, as a percentage."""
    return tr("{} %").format(figure(100 * share))
