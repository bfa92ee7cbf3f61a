"""Completeness and correctness from matched buildings; nothing is dropped without a count."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.buildings.object_accuracy import (
    PARTNER_LEFT_OUT,
    SAME_IOU,
    ObjectCounts,
    Outlines,
    object_accuracy,
    outcome,
)
from alcd_core.buildings.object_ground import ELSEWHERE, MEASURED, SEEN
from alcd_core.buildings.object_matching import matched_pairs
from alcd_core.progress import Reporter


def side(*rows) -> Outlines:
    """Rows of (box, ground) or (box, ground, kind)."""
    shapes = np.array([shapely.box(*row[0]) for row in rows], object)
    kinds = np.array([row[2] if len(row) > 2 else None for row in rows], object)
    return Outlines(shapes, shapely.area(shapes), kinds, np.array([row[1] for row in rows], int))


def judged(reference, polygons, iou=SAME_IOU):
    pairs = matched_pairs(reference.shapes, polygons.shapes, Reporter()).at_least(iou)
    result = outcome(reference, polygons, pairs)
    return result, object_accuracy(reference, polygons, result)


def test_the_ratios_are_those_of_their_definition():
    counts = ObjectCounts(reference=8, found=6, polygons=12, correct=6)
    assert (counts.completeness, counts.correctness) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(2 * 6 / (2 * 6 + 2 + 6))  # 2 TP / (2 TP + FN + FP)


def test_without_anything_that_counts_a_ratio_is_not_defined():
    assert ObjectCounts(0, 0, 0, 0).f1 is None
    assert ObjectCounts(3, 0, 2, 0).f1 == 0.0


def test_a_pair_counts_where_its_building_lies():
    reference = side(((0, 0, 10, 10), MEASURED), ((20, 0, 30, 10), ELSEWHERE))
    polygons = side(((0, 0, 10, 9), ELSEWHERE), ((20, 0, 30, 9), MEASURED), ((40, 0, 50, 9), MEASURED))
    result, accuracy = judged(reference, polygons)
    assert accuracy.total == ObjectCounts(reference=1, found=1, polygons=2, correct=1)
    assert result.polygon_reason.tolist() == [0, PARTNER_LEFT_OUT, 0]
    assert accuracy.left_out == {"outside the measured tiles": 1}
    assert accuracy.polygons_left_out == {"on a building that is left out": 1}


def test_a_poor_overlap_counts_as_touching_only():
    reference, polygons = side(((0, 0, 10, 10), MEASURED)), side(((5, 0, 15, 10), MEASURED))
    assert judged(reference, polygons)[1].total == ObjectCounts(1, 0, 1, 0)
    assert judged(reference, polygons, 0.0)[1].total == ObjectCounts(1, 1, 1, 1)


def test_each_side_counts_in_its_own_size_class():
    reference = side(((0, 0, 10, 11), MEASURED), ((50, 0, 54, 4), MEASURED))
    polygons = side(((0, 0, 10, 9), MEASURED), ((70, 0, 75, 6), MEASURED))
    by_size = judged(reference, polygons)[1].by_size
    assert by_size["below 25 m2"] == ObjectCounts(1, 0, 0, 0)
    assert by_size["25 to 100 m2"] == ObjectCounts(0, 0, 2, 1)
    assert by_size["above 100 m2"] == ObjectCounts(1, 1, 0, 0)


def test_the_kinds_of_the_reference_have_a_completeness():
    reference = side(
        ((0, 0, 9, 9), MEASURED, "built"), ((20, 0, 29, 9), MEASURED, "built"), ((40, 0, 49, 9), SEEN, "torn_down")
    )
    polygons = side(((0, 0, 9, 9), MEASURED))
    by_kind = judged(reference, polygons)[1].by_kind
    assert by_kind["built"] == ObjectCounts(2, 1, 0, 0)
    assert by_kind["torn_down"] == ObjectCounts(0, 0, 0, 0)
    assert judged(side(), polygons)[1].by_kind == {}


rows = st.lists(
    st.tuples(
        st.builds(
            lambda x, y, a, b: (x, y, x + a, y + b),
            *(st.integers(0, 30), st.integers(0, 30), st.integers(1, 14), st.integers(1, 14)),
        ),
        st.sampled_from([MEASURED, MEASURED, ELSEWHERE, SEEN]),
    ),
    max_size=10,
)


@given(rows, rows, st.sampled_from([0.0, SAME_IOU]))
def test_what_goes_in_is_counted_or_left_out(reference, polygons, iou):
    result, accuracy = judged(side(*reference), side(*polygons), iou)
    total = accuracy.total
    assert total.reference + sum(accuracy.left_out.values()) == len(reference)
    assert total.polygons + sum(accuracy.polygons_left_out.values()) == len(polygons)
    assert total.found == total.correct
    for name in ("reference", "found", "polygons", "correct"):
        assert sum(getattr(counts, name) for counts in accuracy.by_size.values()) == getattr(total, name)
    assert all(result.polygon_partner[other] == one for one, other in enumerate(result.partner) if other >= 0)
