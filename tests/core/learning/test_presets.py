import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from alcd_core.errors import InputError
from alcd_core.learning.presets import (
    MODELS,
    PRESETS,
    ModelSettings,
    learning_rate_at,
    model_settings,
    training_settings,
)


def test_the_paper_preset_has_the_published_settings():
    paper = PRESETS["paper"]
    assert (paper.epochs, paper.learning_rate, paper.schedule, paper.change_weight) == (100, 1e-5, "constant", 3.0)
    assert {learning_rate_at(paper, step, 500) for step in range(500)} == {1e-5}


@given(st.integers(4, 300))
def test_one_cycle_agrees_with_torch(steps):
    optimiser = torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))])
    peak = PRESETS["fast"].learning_rate
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, total_steps=steps, cycle_momentum=False)
    for step in range(steps):
        assert learning_rate_at(PRESETS["fast"], step, steps) == pytest.approx(schedule.get_last_lr()[0], rel=1e-6)
        if step < steps - 1:
            optimiser.step()
            schedule.step()


@given(st.integers(1, 10))
def test_one_cycle_works_for_very_few_steps(steps):
    rates = [learning_rate_at(PRESETS["fast"], step, steps) for step in range(steps)]
    assert all(0 < rate <= PRESETS["fast"].learning_rate for rate in rates)


def test_few_tiles_get_more_epochs_unless_the_user_chose_their_number():
    fast = training_settings("fast", batch_size=8)
    assert fast.epochs_for(400) == fast.epochs
    assert fast.epochs_for(10) * 2 >= fast.minimum_steps
    assert training_settings("fast", epochs=3).epochs_for(10) == 3


def test_the_users_choices_override_the_preset():
    settings = training_settings("paper", epochs=7, learning_rate=0.1, batch_size=2)
    assert (settings.preset, settings.epochs, settings.learning_rate, settings.batch_size) == ("paper", 7, 0.1, 2)


@pytest.mark.parametrize(
    "wrong", [{"epochs": 0}, {"learning_rate": -1.0}, {"batch_size": 0}, {"learning_rate": float("nan")}]
)
def test_impossible_values_are_refused(wrong):
    with pytest.raises(InputError):
        training_settings("fast", **wrong)
    with pytest.raises(InputError, match="fast"):
        training_settings("quick")


def test_each_training_preset_sets_the_kind_of_model():
    assert MODELS.keys() == PRESETS.keys()
    assert model_settings("paper") == ModelSettings("concatenation", "same")
    assert model_settings("paper", fusion="difference") == ModelSettings("difference", "same")
    assert model_settings("paper", orientations="own") == ModelSettings("concatenation", "own")
    with pytest.raises(InputError, match="fast"):
        model_settings("quick")


def test_continuing_from_the_previous_round_takes_half_the_epochs_unless_the_user_chose_their_number():
    fast, continuing = training_settings("fast"), training_settings("fast", continuing=True)
    assert (continuing.epochs * 2, continuing.minimum_steps * 2) == (fast.epochs, fast.minimum_steps)
    assert continuing.epochs_for(10) * 2 == fast.epochs_for(10)
    assert training_settings("fast", epochs=7, continuing=True).epochs_for(10) == 7
