"""The comparison of change polygons with a reference, building by building."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..imagery.grid import Grid
from ..imagery.polygons import true_areas
from ..progress import Reporter
from .object_accuracy import SAME_IOU, ObjectAccuracy, ObjectCounts, Outcome, Outlines, object_accuracy, outcome
from .object_ground import ObjectGround
from .object_matching import Pairs, matched_pairs


@dataclass(frozen=True)
class ObjectAssessment:
    """Both sides and what became of them by both criteria: the same building (SAME_IOU), or any overlap.

    ``pairs``: all that overlap, one to one.
    """

    reference: Outlines
    polygons: Outlines
    pairs: Pairs
    same: Outcome
    touching: Outcome
    same_accuracy: ObjectAccuracy
    touching_accuracy: ObjectAccuracy

    def as_result(self) -> dict[str, Any]:
        """The entries for a job's result."""
        return {
            "reference": len(self.reference.shapes),
            "polygons": len(self.polygons.shapes),
            f"iou_{SAME_IOU:g}": _accuracy_entries(self.same_accuracy),
            "touches": _accuracy_entries(self.touching_accuracy),
        }

    def sentences(self) -> list[str]:
        """The figures in words."""
        same, touching = self.same_accuracy, self.touching_accuracy
        by_class = [
            f"  {name}: {_ratios(counts)}."
            for counts_by_name in (same.by_size, same.by_kind)
            for name, counts in counts_by_name.items()
            if counts.reference or counts.polygons
        ]
        return [
            f"In buildings, matched one to one, with an IoU of at least {SAME_IOU:g}: {_ratios(same.total)}.",
            *by_class,
            f"With any overlap: {_ratios(touching.total)}.",
            *self.left_out_sentences(),
        ]

    def left_out_sentences(self) -> list[str]:
        """What does not count, in words; nothing if everything does."""
        accuracy = self.same_accuracy
        sides = [
            f"{sum(reasons.values()):,} of {len(side.shapes):,} {name} ({_listed(reasons)})"
            for name, side, reasons in (
                ("buildings of the reference", self.reference, accuracy.left_out),
                ("polygons", self.polygons, accuracy.polygons_left_out),
            )
            if reasons
        ]
        return [f"Left out, because most of their area is not measured: {' and '.join(sides)}."] if sides else []


def compare(
    reference: np.ndarray,
    kinds: np.ndarray,
    polygons: np.ndarray,
    grid: Grid,
    ground: ObjectGround,
    reporter: Reporter,
) -> ObjectAssessment:
    """Compare (N,) outlines of a reference, with their kinds or None, with (M,) change polygons, all in the grid's CRS.

    What lies off the grid cannot be found: buildings at its edge are compared without that part.
    """
    on_grid, frame = reference.copy(), shapely.box(*grid.bounds)
    across = ~shapely.contains_properly(frame, reference)
    on_grid[across] = shapely.intersection(reference[across], frame)
    pairs = matched_pairs(on_grid, polygons, reporter.part(0.0, 0.4))
    buildings = Outlines(
        reference, true_areas(list(reference), grid), kinds, ground.of(reference, reporter.part(0.4, 0.7))
    )
    no_kinds = np.full(len(polygons), None)
    found = Outlines(polygons, true_areas(list(polygons), grid), no_kinds, ground.of(polygons, reporter.part(0.7, 1.0)))
    same, touching = outcome(buildings, found, pairs.at_least(SAME_IOU)), outcome(buildings, found, pairs)
    return ObjectAssessment(
        buildings,
        found,
        pairs,
        same,
        touching,
        object_accuracy(buildings, found, same),
        object_accuracy(buildings, found, touching),
    )


def _accuracy_entries(accuracy: ObjectAccuracy) -> dict[str, Any]:
    return {
        **_count_entries(accuracy.total),
        "by_size": {name: _count_entries(counts) for name, counts in accuracy.by_size.items()},
        "by_kind": {name: _count_entries(counts) for name, counts in accuracy.by_kind.items()},
        "left_out": dict(accuracy.left_out),
        "polygons_left_out": dict(accuracy.polygons_left_out),
    }


def _count_entries(counts: ObjectCounts) -> dict[str, Any]:
    return {
        "buildings": counts.reference,
        "found": counts.found,
        "missed": counts.reference - counts.found,
        "polygons": counts.polygons,
        "correct": counts.correct,
        "false": counts.polygons - counts.correct,
        "completeness": counts.completeness,
        "correctness": counts.correctness,
        "f1": counts.f1,
    }


def _ratios(counts: ObjectCounts) -> str:
    return (
        f"completeness {_figure(counts.completeness)} ({counts.found:,} of {counts.reference:,}), "
        f"correctness {_figure(counts.correctness)} ({counts.correct:,} of {counts.polygons:,}), "
        f"F1 {_figure(counts.f1)}"
    )


def _figure(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"


def _listed(reasons: Any) -> str:
    return ", ".join(f"{number:,} {reason}" for reason, number in reasons.items())
