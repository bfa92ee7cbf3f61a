"""The report's section on the audit: how complete and how correct the map is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ..audit.sentences import checked_map, figure_words, percent

ROWS = {
    "area_of_change": "Area of change",
    "changed_cells": "Tiles with change",
    "completeness_area": "Completeness by area (producer's accuracy of change)",
    "completeness_cells": "Completeness in tiles",
    "correctness_area": "Correctness by area (user's accuracy of change)",
    "correctness_cells": "Correctness in tiles",
    "missed_area": "Area of change missing from the map",
    "missed_cells": "Tiles with change missing from the map",
    "producers_unchanged": "Producer's accuracy of unchanged ground",
    "users_unchanged": "User's accuracy of unchanged ground",
    "overall_accuracy": "Overall accuracy",
}


def audit_section(estimate: Mapping[str, Any] | None) -> str:
    """HTML of the last result of the job estimate; empty without one, or if it is damaged."""
    try:
        return "" if estimate is None else _section(estimate)
    except (KeyError, TypeError, ValueError, AttributeError):
        return ""  # a file from elsewhere; the report stays useful without it


def _section(estimate: Mapping[str, Any]) -> str:
    figures = estimate["figures"]
    rows = "".join(
        f"<tr><td>{name}</td><td>{escape(figure_words(figures[key]))}</td>"
        f"<td>{escape(str(figures[key]['formula']))}</td></tr>"
        for key, name in ROWS.items()
        if key in figures
    )
    checked = "" if estimate["map"] is None else f" {escape(checked_map(estimate))}"
    drawn, confidence = int(estimate["drawn"]), percent(float(estimate["confidence"]))
    day, audit = escape(str(estimate["created"])[:10]), int(estimate["audit"])
    skipped = f" Skipped: {int(estimate['skipped'])}." if estimate["skipped"] else ""
    return (
        f'<h2>How complete is the map?</h2><p class="lead">{escape(str(estimate["sentence"]))}</p>'
        f"<p>Estimated on {day} from audit {audit}; tiles drawn by chance and labelled without the map: {drawn}."
        f"{skipped}{checked} The intervals contain the true value with a confidence of {confidence}.</p>"
        f"<table><tr><th>Figure</th><th>Estimate</th><th>Formula</th></tr>{rows}</table>{_matrix(estimate['matrix'])}"
    )


def _matrix(matrix: Mapping[str, Mapping[str, float]]) -> str:
    if not matrix:
        return ""
    rows = "".join(
        f"<tr><td>{name}</td><td>{float(matrix[key]['change']) / 1e4:,.2f}</td>"
        f"<td>{float(matrix[key]['unchanged']) / 1e4:,.2f}</td></tr>"
        for key, name in (("change", "change on the map"), ("unchanged", "unchanged on the map"))
    )
    return (
        "<p>Error matrix, estimated areas in hectares:</p>"
        f"<table><tr><th></th><th>changed</th><th>unchanged</th></tr>{rows}</table>"
    )
