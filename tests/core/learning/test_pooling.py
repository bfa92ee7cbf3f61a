import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.learning.pooling import mean, peaks

values = st.lists(st.floats(0, 1, width=32), min_size=1, max_size=300).map(lambda one: np.array(one, np.float32))


@given(values)
def test_peaks_are_the_mean_of_the_highest_twentieth(given_values):
    highest = sorted(given_values.tolist(), reverse=True)[: max(1, round(0.05 * len(given_values)))]
    assert peaks(given_values) == pytest.approx(sum(highest) / len(highest), abs=1e-6)


def test_a_small_uncertain_place_counts_by_its_peaks_and_drowns_in_the_mean():
    calm, spot = np.full(1000, 0.02, np.float32), np.zeros(1000, np.float32)
    spot[:50] = 0.2
    assert mean(spot) < mean(calm)
    assert peaks(spot) > peaks(calm)


def test_a_tile_without_a_valid_pixel_counts_nothing():
    nothing = np.array([], np.float32)
    assert mean(nothing) == peaks(nothing) == 0.0
