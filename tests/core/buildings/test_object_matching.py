"""One-to-one matching of buildings, against a slow search for the best pair that is left."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.buildings.object_matching import matched_pairs
from alcd_core.progress import Reporter


def outlines(*boxes) -> np.ndarray:
    return np.array([shapely.box(*box) for box in boxes], object)


def matched(reference, polygons, iou=0.0):
    """(reference, polygon, rounded IoU) of every pair."""
    pairs = matched_pairs(reference, polygons, Reporter()).at_least(iou)
    return [(int(a), int(b), round(float(c), 6)) for a, b, c in zip(pairs.reference, pairs.polygon, pairs.iou)]


def slowly_matched(reference, polygons, iou=0.0):
    """The best pair of all that are left, again and again."""
    free, free_polygons, found = set(range(len(reference))), set(range(len(polygons))), []
    while True:
        best = None
        for one in sorted(free):
            for other in sorted(free_polygons):
                shared = reference[one].intersection(polygons[other]).area
                together = reference[one].union(polygons[other]).area
                value = round(shared / together, 9)
                if shared > 0 and value >= iou and (best is None or value > best[2]):
                    best = (one, other, value)
        if best is None:
            return [(one, other, round(value, 6)) for one, other, value in found]
        found.append(best)
        free.remove(best[0])
        free_polygons.remove(best[1])


def most_pairs(reference, polygons, iou) -> int:
    """The largest number of pairs that any one-to-one matching has (Kuhn 1955)."""
    near = [
        [j for j, q in enumerate(polygons) if p.intersection(q).area >= iou * p.union(q).area > 0] for p in reference
    ]
    partner: dict[int, int] = {}

    def place(one, seen):
        for other in near[one]:
            if other not in seen:
                seen.add(other)
                if other not in partner or place(partner[other], seen):
                    partner[other] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(reference)))


boxes = st.lists(
    st.builds(
        lambda x, y, width, height: shapely.box(x, y, x + width, y + height),
        *(st.integers(0, 9), st.integers(0, 9), st.integers(1, 6), st.integers(1, 6)),
    ),
    max_size=7,
).map(lambda found: np.array(found, object))


@given(boxes, boxes, st.sampled_from([0.0, 0.2, 0.5]))
def test_the_pairs_are_those_of_the_slow_search_by_every_criterion(reference, polygons, iou):
    assert sorted(matched(reference, polygons, iou)) == sorted(slowly_matched(reference, polygons, iou))


def apart(found):
    """The outlines that do not overlap an earlier one."""
    kept = []
    for one in found:
        if all(one.intersection(other).area == 0 for other in kept):
            kept.append(one)
    return np.array(kept, object)


@given(boxes.map(apart), boxes.map(apart))
def test_above_an_iou_of_one_half_no_other_matching_has_more_pairs(reference, polygons):
    assert len(matched(reference, polygons, 0.5 + 1e-9)) == most_pairs(reference, polygons, 0.5 + 1e-9)


def test_outlines_that_only_share_a_wall_do_not_overlap():
    assert matched(outlines((0, 0, 4, 4)), outlines((4, 0, 8, 4), (4, 4, 8, 8))) == []


def test_one_polygon_over_a_terrace_finds_one_house_at_most():
    terrace = outlines((0, 0, 6, 10), (6, 0, 11, 10), (11, 0, 17, 10))
    assert matched(terrace, outlines((0, 0, 17, 10))) == [(0, 0, pytest.approx(60 / 170, abs=1e-6))]
    assert matched(terrace, outlines((0, 0, 17, 10)), 0.5) == []


def test_a_building_in_two_pieces_is_found_once():
    pieces = outlines((0, 0, 4, 10), (4, 0, 10, 10))
    assert matched(outlines((0, 0, 10, 10)), pieces) == [(0, 1, 0.6)]


@pytest.mark.parametrize(("reference", "polygons"), [([], [(0, 0, 1, 1)]), ([(0, 0, 1, 1)], []), ([], [])])
def test_nothing_matches_nothing(reference, polygons):
    assert matched(outlines(*reference), outlines(*polygons)) == []
