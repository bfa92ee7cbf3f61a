"""An audit's result in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HECTARE = 10_000.0


def report_sentence(result: Mapping[str, Any]) -> str:
    """One sentence that can go into a report, from the result of the job estimate."""
    figures, confidence = result["figures"], f"{result['confidence']:.0%}"
    if "missed_cells" not in figures:
        return f"{_cells(figures['changed_cells'])} tiles contain change ({confidence} confidence)."
    return (
        f"The map contains {_share(figures['completeness_area'])} of the area that changed;"
        f" {_cells(figures['missed_cells'])} of the {_cells(figures['changed_cells'])} tiles with change are missing"
        f" from it ({confidence} confidence)."
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
        f"From audit {result['audit']}: {result['drawn']} tiles drawn by chance, {result['labelled_before']} labelled"
        f" before, {result['population']:,} in all."
    )
    if result["skipped"]:
        lines.append(_skipped(result))
    return lines


def figure_words(one: Mapping[str, Any]) -> str:
    """A figure's estimate and limits, with its unit."""
    return {"cells": _cells, "m2": _area, "share": _share}[one["unit"]](one)


def _skipped(result: Mapping[str, Any]) -> str:
    changed, none = (result["skipped_bounds"][name] for name in ("all_changed", "none_changed"))
    name = "missed_cells" if "missed_cells" in changed else "changed_cells"
    what = "missed" if name == "missed_cells" else "with change"
    return (
        f"{result['skipped']} tiles were skipped and count as if they were like the others of their stratum. If none of"
        f" them changed, {none[name][0]:.0f} to {none[name][1]:.0f} tiles are {what}; if all of them did,"
        f" {changed[name][0]:.0f} to {changed[name][1]:.0f}."
    )


def _cells(one: Mapping[str, Any]) -> str:
    return f"{one['value']:.0f} ({one['low']:.0f} to {one['high']:.0f})"


def _share(one: Mapping[str, Any]) -> str:
    limits = f"{100 * one['low']:.0f} to {100 * one['high']:.0f} %"
    return f"an unknown share ({limits})" if one["value"] is None else f"{100 * one['value']:.0f} % ({limits})"


def _area(one: Mapping[str, Any]) -> str:
    unit, size = ("ha", HECTARE) if one["high"] >= HECTARE else ("m2", 1.0)
    value, low, high = (f"{one[name] / size:,.{2 if unit == 'ha' else 0}f}" for name in ("value", "low", "high"))
    return f"{value} {unit} ({low} to {high})"
