"""The self-test tells a device that computes what the CPU computes from one that does not."""

import pytest
import torch

from alcd_core.network import self_test
from alcd_core.network.self_test import device_fault

CPU = torch.device("cpu")


def test_the_cpu_passes_and_the_random_numbers_of_a_job_are_left_alone():
    before = torch.random.get_rng_state()
    assert device_fault(CPU) is None
    assert torch.equal(torch.random.get_rng_state(), before)


@pytest.mark.parametrize("wrong", [0, 1, 2], ids=["logits", "gradients", "logits after the step"])
def test_wrong_numbers_are_noticed(monkeypatch, wrong):
    original, calls = self_test._training_step, []

    def inaccurate(*arguments):
        results = list(original(*arguments))
        if calls:
            results[wrong] = results[wrong] * 1.05
        calls.append(arguments)
        return tuple(results)

    monkeypatch.setattr(self_test, "_training_step", inaccurate)
    assert device_fault(CPU) == "it computes wrong results."


def test_numbers_that_are_not_finite_are_noticed(monkeypatch):
    monkeypatch.setattr(self_test, "_training_step", lambda *_: (torch.tensor([float("nan")]),))
    assert device_fault(CPU) == "it computes wrong results."


def test_an_operation_that_the_device_does_not_have_is_the_reason():
    assert device_fault(torch.device("meta")) == "Cannot copy out of meta tensor; no data!"
