"""Estimators against published examples, and against the enumeration of every sample of small populations."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.audit.estimators import ratio, total

# Olofsson et al. 2014, table 8: rows map classes (deforestation, forest gain, stable forest, stable non-forest).
MATRIX = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
MAPPED = [200_000, 150_000, 3_200_000, 6_450_000]
HECTARES = 0.09  # a pixel of 30 m


def as_sample(wanted):
    """Values of the sampled pixels by stratum: 1 where (map class, reference class) is wanted."""
    return [
        np.concatenate([np.full(count, float(wanted(row, column))) for column, count in enumerate(counts)])
        for row, counts in enumerate(MATRIX)
    ]


def margin(estimate):
    return 1.96 * estimate.standard_error


def test_the_areas_of_olofsson_and_others_2014():
    """Section 5.2: deforestation 235,086 pixels, 21,158 ha +- 6158 ha."""
    found = [total(as_sample(lambda _, column, k=k: column == k), MAPPED, finite=False) for k in range(4)]
    assert round(found[0].value) == 235_086
    assert round(found[0].value * HECTARES) == 21_158
    assert round(margin(found[0]) * HECTARES) == 6_158
    assert round(margin(found[0])) == 68_418
    assert [round(one.value * HECTARES) for one in found] == [21_158, 11_686, 285_770, 581_386]
    assert [round(margin(one) * HECTARES) for one in found] == [6_158, 3_756, 15_510, 16_282]


def test_the_accuracies_of_olofsson_and_others_2014():
    users = [
        ratio(
            as_sample(lambda row, column, k=k: row == column == k),
            as_sample(lambda row, _, k=k: row == k),
            MAPPED,
            finite=False,
        )
        for k in range(4)
    ]
    assert [round(one.value, 2) for one in users] == [0.88, 0.73, 0.93, 0.96]
    assert [round(margin(one), 2) for one in users] == [0.07, 0.10, 0.04, 0.02]
    producer = ratio(
        as_sample(lambda row, column: row == column == 0),
        as_sample(lambda _, column: column == 0),
        MAPPED,
        finite=False,
    )
    assert (round(producer.value, 2), round(margin(producer), 2)) == (0.75, 0.21)
    overall = total(as_sample(lambda row, column: row == column), MAPPED, finite=False)
    assert (round(overall.value / sum(MAPPED), 2), round(margin(overall) / sum(MAPPED), 2)) == (0.95, 0.02)


# Stehman 2014, table 2: ten pixels from each of the strata A to D, their classes on the map and in the reference.
STRATA = np.array(list("A" * 10 + "B" * 10 + "C" * 10 + "D" * 10))
MAP = np.array(list("AAAAAAABBB" + "A" + "B" * 11 + "CCCCCCBB" + "D" * 10))
REFERENCE = np.array(list("AAAAACBABC" + "ABBBBBAABB" + "CCCCCDDBBA" + "DDDDDDDCCB"))
PIXELS = [40_000, 30_000, 20_000, 10_000]


def by_stratum(values):
    return [values[name == STRATA].astype(float) for name in "ABCD"]


@pytest.mark.parametrize(
    ("wanted", "value", "error"),
    [
        (REFERENCE == "A", 0.35, 0.082),
        (REFERENCE == "C", 0.20, 0.064),
        (MAP == REFERENCE, 0.63, 0.085),
        ((MAP == "B") & (REFERENCE == "C"), 0.08, None),
    ],
)
def test_the_proportions_of_stehman_2014(wanted, value, error):
    found = total(by_stratum(wanted), PIXELS)
    assert round(found.value / sum(PIXELS), 2) == value
    assert error is None or round(found.standard_error / sum(PIXELS), 3) == error


def test_the_accuracies_of_stehman_2014():
    both = by_stratum((MAP == "B") & (REFERENCE == "B"))
    users = ratio(both, by_stratum(MAP == "B"), PIXELS)
    producers = ratio(both, by_stratum(REFERENCE == "B"), PIXELS)
    assert (round(users.value, 3), round(users.standard_error, 3)) == (0.574, 0.125)
    assert (round(producers.value, 3), round(producers.standard_error, 3)) == (0.794, 0.117)


values = st.lists(st.integers(0, 3).map(float), min_size=3, max_size=5)


@settings(max_examples=15, deadline=None)
@given(st.lists(values, min_size=1, max_size=2))
def test_totals_and_their_variances_are_unbiased(strata):
    """Over every possible sample of two units from each stratum."""
    sizes = [len(stratum) for stratum in strata]
    samples = product(*(combinations(stratum, 2) for stratum in strata))
    found = [total([np.array(part) for part in sample], sizes) for sample in samples]
    truth = sum(map(sum, strata))
    estimates = np.array([one.value for one in found])
    assert estimates.mean() == pytest.approx(truth)
    assert np.mean([one.standard_error**2 for one in found]) == pytest.approx(((estimates - truth) ** 2).mean())


@given(st.lists(values, min_size=1, max_size=3))
def test_a_complete_sample_gives_the_exact_ratio(strata):
    wholes = [np.array(stratum) + 1 for stratum in strata]
    parts = [np.array(stratum) for stratum in strata]
    found = ratio(parts, wholes, [len(stratum) for stratum in strata], known=(2.0, 5.0))
    assert found.value == pytest.approx((2 + sum(map(sum, parts))) / (5 + sum(map(sum, wholes))))
    assert found.standard_error == 0


def test_a_ratio_to_nothing_is_not_defined():
    assert ratio([np.zeros(5)], [np.zeros(5)], [10]) is None


def test_a_single_unit_of_several_has_no_standard_error():
    pair = np.array([1.0, 0.0])
    assert total([np.ones(1), pair], [5, 5]).standard_error is None
    assert ratio([np.ones(1), pair], [np.ones(1), pair + 1], [5, 5]).standard_error is None
    assert total([np.ones(1), pair], [1, 5]).standard_error > 0
