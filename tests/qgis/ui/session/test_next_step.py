"""Every state of a campaign has a next step."""

from types import SimpleNamespace

import pytest
from alcd.ui.session.next_step import LABEL, LEARN, RESULTS, SUGGEST, next_step


def counts(queried=0, train=0):
    return SimpleNamespace(states={"queried": queried}, splits={"train": train})


def trained(labelled):
    return [SimpleNamespace(labelled=labelled, model="models/round-001")]


@pytest.mark.parametrize(
    ("now", "rounds", "action"),
    [
        (counts(), [], SUGGEST),
        (counts(queried=5), [], LABEL),
        (counts(queried=5, train=20), [], LABEL),
        (counts(train=20), [], LEARN),
        (counts(train=20), trained(20), RESULTS),
        (counts(train=25), trained(20), LEARN),
        (counts(queried=5, train=25), trained(20), LABEL),
        (counts(train=20), [SimpleNamespace(labelled=20, model=None)], LEARN),
    ],
)
def test_each_state_has_its_next_step(now, rounds, action):
    step = next_step(now, rounds)
    assert step.action == action
    assert step.text
    assert step.button
