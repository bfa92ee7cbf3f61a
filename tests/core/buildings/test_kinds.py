"""The kinds of change polygons and the states of footprints."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.buildings.kinds import Footprint, Sight, decide, id_text
from alcd_core.imagery.change_layers import ChangePolygon

TOLERANCE = 1.5
HOUSE = shapely.box(0, 0, 10, 10)


def decided(changes, footprints, tolerance=TOLERANCE, seen=1.0, change=0.1):
    polygons = [ChangePolygon(one, one.area, 0.8, 0.9) for one in changes]
    buildings = [Footprint(number, number, one.area, one, one) for number, one in enumerate(footprints, start=1)]
    return decide(polygons, buildings, [Sight(seen, change)] * len(buildings), tolerance)


def kinds_and_states(changes, footprints, **options):
    polygons, states = decided(changes, footprints, **options)
    return [(one.kind, one.building_ids) for one in polygons], [one.state for one in states]


CASES = {
    "far from all footprints": ([shapely.box(30, 0, 40, 10)], [("built", None)], ["present"]),
    "the whole footprint": ([HOUSE], [("torn_down", "1")], ["gone"]),
    "the whole footprint and more": ([shapely.box(-5, -5, 20, 15)], [("torn_down", "1")], ["gone"]),
    "most of it": ([shapely.box(0, 0, 6, 10)], [("torn_down", "1")], ["gone"]),
    "part of it": ([shapely.box(0, 0, 3, 10)], [("altered", "1")], ["altered"]),
    "a corner of it and ground beside": ([shapely.box(-10, -10, 4, 4)], [("altered", "1")], ["altered"]),
    "an addition beside it": ([shapely.box(10, 0, 14, 8)], [("altered", "1")], ["altered"]),
    "an addition, off by a metre": ([shapely.box(11, 0, 15, 8)], [("altered", "1")], ["altered"]),
    "a larger house that leans on it": ([shapely.box(10, 0, 24, 10)], [("built", None)], ["present"]),
    "a house at its corner": ([shapely.box(10, 10, 17, 17)], [("built", None)], ["present"]),
    "a house that overlaps it by a metre": ([shapely.box(9, -5, 25, 15)], [("built", None)], ["present"]),
    "a sliver along its wall": ([shapely.box(9, 0, 10.4, 10)], [("altered", "1")], ["present"]),
    "two pieces that are most of it": (
        [shapely.box(0, 0, 4, 10), shapely.box(6, 0, 10, 10)],
        [("torn_down", "1"), ("torn_down", "1")],
        ["gone"],
    ),
    "nothing": ([], [], ["present"]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_polygon_on_one_footprint(name):
    changes, kinds, states = CASES[name]
    assert kinds_and_states(changes, [HOUSE]) == (kinds, states)


def test_what_covers_most_of_a_narrow_building_s_inner_part_tears_it_down():
    shed, hall = shapely.box(0, 0, 2.4, 12), shapely.box(-12, 0.5, 1.25, 11.5)  # on less than half of the shed
    assert kinds_and_states([hall], [shed], tolerance=2.0) == ([("torn_down", "1")], ["gone"])


def test_polygons_without_a_footprint_are_built():
    assert kinds_and_states([HOUSE], []) == ([("built", None)], [])


def test_a_torn_down_house_does_not_alter_the_one_that_it_leaned_on():
    neighbour = shapely.box(10, 0, 20, 10)
    assert kinds_and_states([HOUSE], [HOUSE, neighbour]) == ([("torn_down", "1")], ["gone", "present"])


def test_a_polygon_on_two_footprints_names_both():
    polygons, states = decided([shapely.box(0, 0, 20, 10)], [HOUSE, shapely.box(10, 0, 20, 10)])
    assert polygons[0].building_ids == "1, 2" and [one.state for one in states] == ["gone", "gone"]


def test_overlap_counts_ground_under_two_footprints_once():
    polygons, _ = decided([shapely.box(0, 0, 20, 10)], [HOUSE, shapely.box(5, 0, 15, 10)])
    assert polygons[0].overlap == pytest.approx(0.75)


def test_a_footprint_that_was_not_seen_is_neither_present_nor_gone():
    _, states = decided([], [HOUSE], seen=0.4)
    assert (states[0].state, states[0].probability) == ("not_seen", None)
    _, states = decided([HOUSE], [HOUSE], seen=0.4)
    assert states[0].state == "gone"  # what was seen of it changed


def test_probabilities_are_those_of_the_evidence():
    _, states = decided([shapely.box(0, 0, 3, 10)], [HOUSE, shapely.box(50, 0, 60, 10)], change=0.15)
    assert [one.probability for one in states] == pytest.approx([0.8, 0.85])
    assert [one.changed_share for one in states] == pytest.approx([0.3, 0.0])


def test_a_shed_that_is_mostly_off_its_footprint_can_be_gone():
    shed, drawn = shapely.box(0, 0, 4, 4), shapely.box(1.4, 1.4, 5.4, 5.4)
    _, states = decided([shed], [drawn])
    assert states[0].state == "gone" and states[0].changed_share == pytest.approx(0.4225)


def test_a_shed_narrower_than_the_tolerance_can_be_gone():
    shed = shapely.box(0, 0, 1.2, 1.2)
    assert kinds_and_states([shed], [shed]) == ([("torn_down", "1")], ["gone"])
    assert kinds_and_states([], [shed]) == ([], ["present"])


@given(
    widths=st.lists(st.floats(5, 20), min_size=1, max_size=8),
    gone=st.lists(st.booleans(), min_size=8, max_size=8),
    length=st.floats(0, 0.99),
    direction=st.floats(0, 2 * np.pi),
    turn=st.floats(0, 90),
)
@settings(max_examples=150)
def test_a_row_of_houses_shifted_by_up_to_the_tolerance_is_never_altered(widths, gone, length, direction, turn):
    ends = np.concatenate([[0], np.cumsum(widths)])
    houses = [shapely.affinity.rotate(shapely.box(a, 0, b, 8), turn, origin=(0, 0)) for a, b in zip(ends, ends[1:])]
    x, y = TOLERANCE * length * np.cos(direction), TOLERANCE * length * np.sin(direction)
    footprints = [shapely.affinity.translate(house, x, y) for house in houses]
    changes = [house for house, is_gone in zip(houses, gone) if is_gone]
    polygons, states = decided(changes, footprints)
    assert [one.state for one in states] == ["gone" if is_gone else "present" for _, is_gone in zip(houses, gone)]
    assert [one.kind for one in polygons] == ["torn_down"] * len(changes)
    expected = [str(number) for number, is_gone in enumerate(gone[: len(houses)], start=1) if is_gone]
    assert [one.building_ids for one in polygons] == expected


@pytest.mark.parametrize(
    ("value", "text"), [(12, "12"), (12.0, "12"), (0.5, "0.5"), ("B 7", "B 7"), (10**18, "1" + 18 * "0")]
)
def test_ids_are_written_as_people_write_them(value, text):
    assert id_text(value) == text
