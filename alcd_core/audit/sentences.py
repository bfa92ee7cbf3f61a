"""An audit's result in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HECTARE = 10_000.0


def percent(share: float) -> str:
    """A share such as a confidence, in per cent: 95 %, 99.9 %."""
    return f"{100 * share:.4g} %"


def report_sentence(result: Mapping[str, Any]) -> str:
    """One sentence that can go into a report, from the result of the job estimate."""
    figures, confidence = result["figures"], f"({percent(result['confidence'])} confidence)"
    changed = figures["changed_cells"]
    if changed["value"] == 0:
        at_most = f"{changed['high']:,.0f} of the {result['population']:,} tiles"
        return f"No change was found: at most {at_most} contain change {confidence}."
    if "missed_cells" not in figures:
        return f"Tiles with change: {_cells(changed)} {confidence}."
    return (
        f"The map contains {_share(figures['completeness_area'])} of the area that changed;"
        f" {_cells(figures['missed_cells'])} of the {_cells(changed)} tiles with change are missing from it"
        f" {confidence}."
    )


def estimate_lines(result: Mapping[str, Any]) -> list[str]:
    """The summary of the job estimate."""
    figures = result["figures"]
    lines = [report_sentence(result)]
    lines.append(f"Area of change: {_area(figures['area_of_change'])}.")
    if "missed_area" in figures:
        lines += [
            f"Completeness: {_share(figures['completeness_area'])} of the area,"
            f" {_share(figures['completeness_cells'])} of the tiles with change.",
            f"Correctness: {_share(figures['correctness_area'])} of the area,"
            f" {_share(figures['correctness_cells'])} of the tiles that the map marks.",
        ]
    lines.append(
        f"From audit {result['audit']}: {result['drawn']:,} of {result['population']:,} tiles drawn by chance,"
        f" {result['labelled_before']:,} labelled before."
    )
    if result["map"] is not None:
        lines.append(checked_map(result))
    if result["skipped"]:
        lines.append(_skipped(result))
    return lines


def checked_map(result: Mapping[str, Any]) -> str:
    """Which map was checked."""
    if result["round"] is None:
        return (
            "Checked is a map that no model of this campaign made: whether it was made with the audit's labels is not"
            " known."
        )
    return f"Checked is the map of round {result['round']}."


def figure_words(one: Mapping[str, Any]) -> str:
    """A figure's estimate and limits, with its unit."""
    return {"cells": _cells, "m2": _area, "share": _share}[one["unit"]](one)


def _skipped(result: Mapping[str, Any]) -> str:
    changed, none = (result["skipped_bounds"][name] for name in ("all_changed", "none_changed"))
    name = "missed_cells" if "missed_cells" in changed else "changed_cells"
    what = "missed" if name == "missed_cells" else "with change"
    return (
        f"Skipped tiles: {result['skipped']}; they count as if they were like the others of their stratum. Tiles {what}"
        f" if none of them changed: {none[name][0]:.0f} to {none[name][1]:.0f}; if all of them did:"
        f" {changed[name][0]:.0f} to {changed[name][1]:.0f}."
    )


def _cells(one: Mapping[str, Any]) -> str:
    return f"{one['value']:,.0f} ({one['low']:,.0f} to {one['high']:,.0f})"


def _share(one: Mapping[str, Any]) -> str:
    limits = f"{100 * one['low']:.0f} to {100 * one['high']:.0f} %"
    return f"an unknown share ({limits})" if one["value"] is None else f"{100 * one['value']:.0f} % ({limits})"


def _area(one: Mapping[str, Any]) -> str:
    unit, size = ("ha", HECTARE) if one["high"] >= HECTARE else ("m2", 1.0)
    value, low, high = (f"{one[name] / size:,.{2 if unit == 'ha' else 0}f}" for name in ("value", "low", "high"))
    return f"{value} {unit} ({low} to {high})"
