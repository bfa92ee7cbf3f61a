from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from alcd_core.audit import hypergeometric
from alcd_core.audit.hypergeometric import limits
from alcd_core.audit.intervals import count_limits, ratio_limits, total_limits

ERROR = 0.025
ONE = np.ones(())


@pytest.mark.parametrize(("tiles", "drawn"), [(50, 10), (200, 40), (30, 30), (400, 20), (31, 30), (3, 1)])
def test_limits_are_those_of_the_hypergeometric_distribution(tiles, drawn):
    most = min(drawn, 12)
    lower, upper = limits(tiles, drawn, most, ERROR)
    numbers = np.arange(tiles + 1)
    for hits in range(most + 1):
        few = hypergeom.cdf(hits, tiles, numbers, drawn) > ERROR
        many = hypergeom.sf(hits - 1, tiles, numbers, drawn) > ERROR
        inside = numbers[few & many]
        assert (lower[hits], upper[hits]) == (inside[0], inside[-1])


def test_limits_leave_open_what_a_last_tile_is():
    lower, upper = limits(100, 99, 99, ERROR)
    np.testing.assert_array_equal(lower, np.arange(100))
    np.testing.assert_array_equal(upper, np.arange(100) + 1)


def test_no_hits_have_the_exact_limit():
    found = total_limits([np.zeros(50)], [500], ONE, ERROR)
    assert found.low == found.estimate == 0
    assert found.high == limits(500, 50, 0, ERROR)[1][0] > 0


def test_no_hits_in_equal_strata_have_about_the_limit_of_a_simple_sample():
    found = total_limits([np.zeros(30), np.zeros(20)], [300, 200], ONE, ERROR)
    exact = limits(500, 50, 0, ERROR)[1][0]
    assert exact <= found.high <= 1.02 * exact


def test_a_stratum_that_was_drawn_completely_needs_no_interval():
    found = total_limits([np.array([1.0, 0.0, 1.0])], [3], ONE, ERROR, known=5.0)
    assert (found.low, found.estimate, found.high) == (7, 7, 7)


@pytest.mark.parametrize(("tiles", "drawn"), [(10, 9), (100, 99), (1000, 990), (2, 1)])
@pytest.mark.parametrize("value", [0.0, 1.0])
def test_an_interval_is_never_of_zero_width_where_a_cell_is_unknown(tiles, drawn, value):
    found = total_limits([np.full(drawn, value)], [tiles], ONE, ERROR)
    assert found.high - found.low > 0.99


def test_what_was_seen_and_how_many_are_unseen_bound_the_total():
    samples = [np.ones(2), np.repeat([1.0, 0.0], [20, 70])]
    found = count_limits(samples, [100, 100], ERROR)
    assert found.low >= 22
    assert found.high <= 22 + 98 + 10


def test_almost_complete_strata_have_limits_in_whole_cells():
    """All but one cell of each of two strata: 4 hits leave up to 6, in every sample."""
    found = count_limits([np.repeat([1.0, 0.0], [3, 26]), np.repeat([1.0, 0.0], [1, 28])], [30, 30], ERROR)
    assert (found.low, found.high) == (4, 5)


def test_memory_does_not_grow_with_the_square_of_the_sample(monkeypatch):
    whole = limits(300, 40, 40, ERROR)
    limits.cache_clear()
    monkeypatch.setattr(hypergeometric, "_IN_MEMORY", 100)
    for one, other in zip(whole, limits(300, 40, 40, ERROR)):
        np.testing.assert_array_equal(one, other)


@st.composite
def populations(draw):
    """Two strata of six or seven cells, and how many are drawn from each. (In two strata of four it is 94 % at worst;
    those that are formed have thirty.)"""
    strata = [draw(st.lists(st.integers(0, 1).map(float), min_size=6, max_size=7)) for _ in range(2)]
    return strata, [draw(st.integers(2, 3)) for _ in strata]


@settings(max_examples=25, deadline=None)
@given(populations())
def test_the_interval_holds_the_truth_in_95_percent_of_all_samples(population):
    """Over every possible sample of a small population of changed and unchanged cells."""
    strata, counts = population
    sizes, truth = [len(stratum) for stratum in strata], sum(map(sum, strata))
    every = list(product(*(combinations(stratum, count) for stratum, count in zip(strata, counts))))
    samples = [np.array([sample[place] for sample in every]) for place in range(2)]
    found = total_limits(samples, sizes, np.ones(len(every)), ERROR)
    assert np.mean((found.low - 1e-9 <= truth) & (truth <= found.high + 1e-9)) >= 0.95


def test_many_samples_at_once_have_the_limits_of_each_alone():
    generator = np.random.default_rng(3)
    samples = [generator.random((4, 20)) * (generator.random((4, 20)) < 0.3) for _ in range(2)]
    together = total_limits(samples, [100, 60], np.ones(4), ERROR)
    for row in range(4):
        alone = total_limits([sample[row] for sample in samples], [100, 60], ONE, ERROR)
        assert together.low[row] == pytest.approx(alone.low)
        assert together.high[row] == pytest.approx(alone.high)


def test_a_ratio_of_exact_totals_is_exact():
    part = total_limits([np.array([3.0])], [1], np.full((), 9.0), ERROR)
    rest = total_limits([np.array([1.0])], [1], np.full((), 9.0), ERROR)
    low, high = ratio_limits(part, rest, np.zeros(()))
    assert (low, high) == (pytest.approx(0.75), pytest.approx(0.75))


def test_a_ratio_of_nothing_to_nothing_is_unknown():
    nothing = total_limits([np.zeros(20)], [20], ONE, ERROR)
    low, high = ratio_limits(nothing, nothing, np.zeros(()))
    assert (low, high) == (pytest.approx(0), 1)


def test_nothing_missed_still_leaves_a_completeness_below_one():
    part = total_limits([np.ones(20)], [200], ONE, ERROR)
    rest = total_limits([np.zeros(20)], [200], ONE, ERROR)
    low, high = ratio_limits(part, rest, np.zeros(()))
    assert low < 0.9
    assert high == pytest.approx(1)
