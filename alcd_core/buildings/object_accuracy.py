"""Completeness, correctness and F1 in buildings, by size and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .object_ground import GROUNDS, MEASURED
from .object_matching import Pairs
from .size_classes import SIZE_CLASSES, size_classes

SAME_IOU = 0.5
"""Intersection over union from which a polygon and a building of the reference are the same."""
PARTNER_LEFT_OUT = len(GROUNDS)
REASONS = (*GROUNDS, "on a building that is left out")
"""Why an outline is left out, by number; 0 if it counts."""


@dataclass(frozen=True)
class Outlines:
    """One side of the comparison, arrays (N,): ``shapes`` in the grid's CRS; ``areas`` in m2 on the ground; ``kinds``,
    None where unknown; ``ground``, numbers of GROUNDS."""

    shapes: np.ndarray
    areas: np.ndarray
    kinds: np.ndarray
    ground: np.ndarray


@dataclass(frozen=True)
class ObjectCounts:
    """``reference``: buildings that count, ``found`` of them have a partner; ``polygons``: polygons that count,
    ``correct`` of them have a partner.

    Rutzinger, Rottensteiner and Pfeifer 2009, A Comparison of Evaluation Techniques for Building Extraction From
    Airborne Laser Scanning, section II: completeness TP / (TP + FN), correctness TP / (TP + FP), both object-based.
    F1 is their harmonic mean. None where nothing counts.
    """

    reference: int
    found: int
    polygons: int
    correct: int

    @property
    def completeness(self) -> float | None:
        """Share of the reference's buildings that were found, 0 to 1."""
        return self.found / self.reference if self.reference else None

    @property
    def correctness(self) -> float | None:
        """Share of the polygons that are right, 0 to 1."""
        return self.correct / self.polygons if self.polygons else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of completeness and correctness, 0 to 1; 0 if both are."""
        if self.completeness is None or self.correctness is None:
            return None
        total = self.completeness + self.correctness
        return 2 * self.completeness * self.correctness / total if total else 0.0


@dataclass(frozen=True)
class ObjectAccuracy:
    """The figures by one criterion: ``total``, ``by_size`` (SIZE_CLASSES) and ``by_kind`` (those that occur).

    A building counts in the class of its own area and kind and a polygon in that of its own, so the numbers found and
    correct can differ in a class. ``left_out``, ``polygons_left_out``: how many do not count, by reason.
    """

    total: ObjectCounts
    by_size: Mapping[str, ObjectCounts]
    by_kind: Mapping[str, ObjectCounts]
    left_out: Mapping[str, int]
    polygons_left_out: Mapping[str, int]


@dataclass(frozen=True)
class Outcome:
    """What became of every outline by one criterion. ``partner``, ``polygon_partner``: index on the other side, or -1;
    ``reason``, ``polygon_reason``: numbers of REASONS, 0 for those that count."""

    partner: np.ndarray
    polygon_partner: np.ndarray
    reason: np.ndarray
    polygon_reason: np.ndarray


def outcome(reference: Outlines, polygons: Outlines, pairs: Pairs) -> Outcome:
    """Which outlines count, and which have a partner.

    An outline counts if most of it lies on measured ground. A pair counts where its building of the reference lies, so
    that a building at the edge of the measured ground is not found on one side and false on the other.
    """
    partner, polygon_partner = np.full(len(reference.shapes), -1), np.full(len(polygons.shapes), -1)
    partner[pairs.reference], polygon_partner[pairs.polygon] = pairs.polygon, pairs.reference
    polygon_reason = polygons.ground.copy()
    has_counting_partner = reference.ground[pairs.reference] == MEASURED
    own = polygons.ground[pairs.polygon]
    polygon_reason[pairs.polygon] = np.where(
        has_counting_partner, MEASURED, np.where(own == MEASURED, PARTNER_LEFT_OUT, own)
    )
    return Outcome(partner, polygon_partner, reference.ground, polygon_reason)


def object_accuracy(reference: Outlines, polygons: Outlines, result: Outcome) -> ObjectAccuracy:
    """The figures. The outlines that count and those left out add up to all outlines of their side."""
    sizes, polygon_sizes = size_classes(reference.areas), size_classes(polygons.areas)
    kinds = sorted({kind for side in (reference, polygons) for kind in side.kinds if kind is not None})
    return ObjectAccuracy(
        _counts(result, np.full(len(sizes), True), np.full(len(polygon_sizes), True)),
        {name: _counts(result, sizes == number, polygon_sizes == number) for number, name in enumerate(SIZE_CLASSES)},
        {kind: _counts(result, reference.kinds == kind, polygons.kinds == kind) for kind in kinds},
        _left_out(result.reason),
        _left_out(result.polygon_reason),
    )


def _counts(result: Outcome, which: np.ndarray, which_polygons: np.ndarray) -> ObjectCounts:
    counted, counted_polygons = which & (result.reason == 0), which_polygons & (result.polygon_reason == 0)
    return ObjectCounts(
        int(counted.sum()),
        int((counted & (result.partner >= 0)).sum()),
        int(counted_polygons.sum()),
        int((counted_polygons & (result.polygon_partner >= 0)).sum()),
    )


def _left_out(reasons: np.ndarray) -> dict[str, int]:
    counts = Counter(reasons[reasons > 0].tolist())
    return {REASONS[number]: counts[number] for number in sorted(counts)}
