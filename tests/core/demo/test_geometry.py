"""Cutting and shrinking convex polygons."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.demo.geometry import area, centre, chord, clip, contains, densified, inset, rectangle, subdivide

sizes = st.floats(20.0, 300.0)
angles = st.floats(0.0, math.pi)


@given(sizes, sizes, angles, angles)
def test_the_two_sides_of_a_cut_add_up_to_the_whole(length: float, width: float, angle: float, cut: float) -> None:
    polygon = rectangle((5.0, -3.0), angle, length, width)
    normal = (math.cos(cut), math.sin(cut))
    halves = clip(polygon, (5.0, -3.0), normal), clip(polygon, (5.0, -3.0), (-normal[0], -normal[1]))
    assert sum(area(half) for half in halves) == pytest.approx(length * width)
    assert area(halves[0]) == pytest.approx(length * width / 2)


@given(sizes, sizes, angles)
def test_a_rectangle_shrinks_by_the_distance_on_every_side(length: float, width: float, angle: float) -> None:
    shrunk = inset(rectangle((0.0, 0.0), angle, length, width), 4.0)
    assert area(shrunk) == pytest.approx((length - 8) * (width - 8))


def test_nothing_is_left_of_a_polygon_shrunk_too_far() -> None:
    assert inset(rectangle((0.0, 0.0), 0.3, 20.0, 6.0), 4.0) == []


@given(st.integers(0, 50), st.floats(500.0, 5000.0))
def test_a_subdivision_covers_the_same_area_and_stays_inside(seed: int, target: float) -> None:
    whole = rectangle((100.0, 100.0), 0.4, 220.0, 130.0)
    parts, cuts = subdivide(whole, target, np.random.default_rng(seed))
    assert sum(area(part) for part in parts) == pytest.approx(area(whole))
    assert len(cuts) == len(parts) - 1
    assert max(area(part) for part in parts) <= target * 1.7
    assert all(contains(whole, [centre(part)]) for part in parts)


def test_a_chord_ends_on_the_outline() -> None:
    ends = sorted(chord(rectangle((0.0, 0.0), 0.0, 10.0, 4.0), (1.0, 0.0), (0.0, 1.0)), key=lambda end: end[1])
    assert np.allclose(ends, [(1.0, -2.0), (1.0, 2.0)])


def test_a_densified_outline_is_closed_and_has_no_long_edge() -> None:
    ring = densified(rectangle((0.0, 0.0), 0.2, 100.0, 30.0), 12.0)
    assert np.allclose(ring[0], ring[-1])
    assert np.hypot(*np.diff(ring, axis=0).T).max() <= 12.0
