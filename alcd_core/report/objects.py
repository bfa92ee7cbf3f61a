"""The report's table of the accuracy in buildings."""

from __future__ import annotations

from html import escape

from ..buildings.object_accuracy import SAME_IOU, ObjectCounts
from ..buildings.object_assessment import ObjectAssessment

HEAD = ("", "Buildings", "Found", "Completeness", "Polygons", "Correct", "Correctness", "F1")
KIND_WORDS = {"built": "built", "torn_down": "torn down", "altered": "altered"}


def object_section(objects: ObjectAssessment | None) -> str:
    """The section; empty if buildings were not counted."""
    if objects is None:
        return ""
    same = objects.same_accuracy
    rows = [
        _row(f"All, IoU of at least {SAME_IOU:g}", same.total),
        *(_row(name.replace("m2", "m\u00b2"), counts) for name, counts in same.by_size.items()),
        *(_row(KIND_WORDS.get(name, name), counts) for name, counts in same.by_kind.items()),
        _row("All, any overlap", objects.touching_accuracy.total),
    ]
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    left_out = "".join(f"<p>{escape(sentence)}</p>" for sentence in objects.left_out_sentences())
    return (
        "<h2>Accuracy in buildings</h2>"
        "<p>Every polygon of the reference counts as one building and is matched with one change polygon at most. "
        "Completeness is the share of the buildings that were found, correctness the share of the polygons that are "
        "right.</p>"
        f'<div class="scroll"><table><tr>{head}</tr>{"".join(rows)}</table></div>{left_out}'
    )


def _row(name: str, counts: ObjectCounts) -> str:
    cells = [
        f"{counts.reference:,}",
        f"{counts.found:,}",
        _figure(counts.completeness),
        f"{counts.polygons:,}",
        f"{counts.correct:,}",
        _figure(counts.correctness),
        _figure(counts.f1),
    ]
    return f"<tr><td>{escape(name)}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _figure(value: float | None) -> str:
    return "\u2013" if value is None else f"{value:.3f}"
