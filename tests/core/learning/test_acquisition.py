import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.errors import InputError
from alcd_core.learning.acquisition import ACQUISITIONS, pixel_uncertainty

MEMBERS = st.lists(st.one_of(st.just(0.0), st.just(1.0), st.floats(0.0, 1.0)), min_size=1, max_size=7)


def one_pixel(name, members):
    probabilities = torch.tensor(members, dtype=torch.float64)[:, None, None, None]
    return float(pixel_uncertainty(name, probabilities))


def slow_entropy(classes):
    return -sum(q * math.log(q) for q in classes if q > 0)


@given(MEMBERS)
def test_variance_follows_the_formula_of_the_paper(members):
    total = 0.0
    for c in (0, 1):
        of_class = [p if c else 1 - p for p in members]
        mean = sum(of_class) / len(members)
        total += sum((p - mean) ** 2 for p in of_class)
    assert one_pixel("variance", members) == pytest.approx(total / (2 * len(members)), abs=1e-12)


@given(MEMBERS)
def test_entropy_is_computed_from_the_members_mean(members):
    mean = sum(members) / len(members)
    assert one_pixel("entropy", members) == pytest.approx(slow_entropy([mean, 1 - mean]), abs=1e-9)


@given(MEMBERS)
def test_mutual_information_measures_the_members_disagreement(members):
    mean = sum(members) / len(members)
    each = sum(slow_entropy([p, 1 - p]) for p in members) / len(members)
    expected = slow_entropy([mean, 1 - mean]) - each
    assert one_pixel("mutual-information", members) == pytest.approx(max(expected, 0.0), abs=1e-9)


@given(MEMBERS)
def test_change_probability_is_the_members_mean(members):
    assert one_pixel("change-probability", members) == pytest.approx(sum(members) / len(members), abs=1e-12)


@pytest.mark.parametrize("name", ACQUISITIONS)
def test_every_acquisition_gives_one_map_per_tile_that_does_not_depend_on_the_other_tiles(name):
    probabilities = torch.rand(3, 4, 32, 32)
    together = pixel_uncertainty(name, probabilities)
    assert together.shape == (4, 32, 32)
    assert torch.equal(together[2], pixel_uncertainty(name, probabilities[:, [2]])[0])


def test_an_unknown_acquisition_is_refused():
    with pytest.raises(InputError, match="variance, entropy"):
        pixel_uncertainty("bald", torch.rand(1, 1, 1, 1))
