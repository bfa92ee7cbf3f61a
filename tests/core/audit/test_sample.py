import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.audit.precision import expected_precision
from alcd_core.audit.sample import draw_sample
from alcd_core.audit.strata import SMALLEST_STRATUM, allocate, form_strata

CHANCE = np.random.default_rng(5)
SKEWED = np.exp(CHANCE.normal(-6, 2, 2000)).clip(0, 1).tolist()


def test_strata_follow_the_change_probability():
    numbers = form_strata(np.array(SKEWED))
    assert set(numbers) == set(range(1, numbers.max() + 1))
    assert 4 <= numbers.max() <= 5
    order = np.argsort(SKEWED)
    assert (np.diff(numbers[order]) >= 0).all()
    assert np.bincount(numbers)[1:].min() >= SMALLEST_STRATUM


def test_limits_are_where_the_cumulative_root_of_the_frequency_is_shared_evenly():
    """Cochran 1977, section 5A.7, computed the slow way on the same classes."""
    values = np.array(SKEWED)
    numbers = form_strata(values)
    counts, edges = np.histogram(np.log(values.clip(1e-6)), 200)
    running = np.cumsum(np.sqrt(counts))
    shares = [
        running[np.searchsorted(edges, np.log(values[numbers == one].max()), side="left") - 1] for one in (1, 2, 3)
    ]
    assert np.array(shares) / running[-1] == pytest.approx([0.2, 0.4, 0.6], abs=0.02)


@pytest.mark.parametrize("probabilities", [[None] * 50, [0.5] * 50, [0.1] * 20 + [0.9] * 9])
def test_tiles_without_differences_are_one_stratum(probabilities):
    draw = draw_sample(range(len(probabilities)), probabilities, 10, 0)
    assert [(one.tiles, one.drawn) for one in draw.strata] == [(len(probabilities), 10)]


def test_tiles_without_a_score_are_a_stratum_of_their_own():
    draw = draw_sample(range(2040), [*SKEWED, *[None] * 40], 200, 0)
    assert draw.strata[-1].tiles == 40
    assert draw.strata[-1].lowest is None


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 3000), st.floats(0, 1)), min_size=1, max_size=5),
    st.integers(1, 500),
)
def test_as_many_tiles_are_allocated_as_wanted(strata, count):
    sizes, chances = np.array([size for size, _ in strata]), np.array([chance for _, chance in strata])
    drawn = allocate(sizes, chances, count)
    assert drawn.sum() == min(count, sizes.sum())
    assert (drawn <= sizes).all()
    if count >= 60 + 10 * len(sizes):
        assert drawn[0] >= min(SMALLEST_STRATUM, sizes[0])
        assert (drawn >= 1).all()


def test_no_tile_stands_for_many_more_than_in_a_simple_sample():
    sizes, chances = np.array([700, 150, 50]), np.array([0.001, 0.1, 0.7])
    assert (sizes / allocate(sizes, chances, 100)).max() < 1.15 * 900 / 100


def test_the_same_seed_draws_the_same_tiles_in_any_order_of_the_input():
    tiles = list(range(1000, 3000))
    one = draw_sample(tiles, SKEWED, 120, 7)
    assert one == draw_sample(tiles[::-1], SKEWED[::-1], 120, 7)
    assert one != draw_sample(tiles, SKEWED, 120, 8)
    assert len({tile for tile, _ in one.tiles}) == 120
    strata = [stratum for _, stratum in one.tiles]
    assert strata != sorted(strata)  # shuffled
    assert all(strata.count(stratum.number) == stratum.drawn for stratum in one.strata)


def test_every_tile_of_a_stratum_is_drawn_equally_often():
    counts = np.zeros(60)
    for seed in range(200):
        for tile, _ in draw_sample(range(60), [None] * 60, 15, seed).tiles:
            counts[tile] += 1
    assert counts.sum() == 200 * 15
    assert np.abs(counts / 200 - 0.25).max() < 0.13


def test_more_tiles_promise_more():
    small, large = (
        expected_precision(draw_sample(range(2000), SKEWED, count, 0).strata, known_changed=20) for count in (100, 600)
    )
    assert large.missed_at_most_if_none < small.missed_at_most_if_none
    assert large.completeness_points < small.completeness_points
