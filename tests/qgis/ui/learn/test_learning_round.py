"""Train, assess and query run one after the other, and the first failure ends the round."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.bridge.process.outcome import CANCELLED, FAILED, FINISHED, JobOutcome
from alcd.ui.learn.learning_round import LearningRound, round_steps
from qgis.PyQt.QtCore import QObject, pyqtSignal


class FakeSession(QObject):
    job_ended = pyqtSignal(str, object)
    closed = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.started = []
        self.refused = set()

    def start_job(self, name, values):
        if name in self.refused:
            raise InputError("No.", "Never.")
        self.started.append((name, dict(values)))

    def end(self, status=FINISHED, **result):
        self.job_ended.emit(self.started[-1][0], JobOutcome(status, result=result))


@pytest.fixture
def fake_session(qgis_application):
    return FakeSession()


@pytest.fixture
def learning(fake_session):
    made = LearningRound(fake_session)
    made.outcomes, made.steps = [], []
    made.ended.connect(made.outcomes.append)
    made.step_began.connect(lambda *step: made.steps.append(step))
    return made


STEPS = round_steps("/c.alcd", {"train": {"method": "mcbn"}, "query": {"count": 5}, "assess": {}}, test_tiles=3)


def test_a_round_assesses_only_if_there_are_test_tiles():
    values = {"train": {}, "query": {}}
    assert [name for name, _ in round_steps("/c.alcd", values, 0)] == ["train", "query"]
    assert [name for name, _ in STEPS] == ["train", "assess", "query"]
    assert STEPS[1][1]["reference"] == "/c.alcd/campaign.gpkg|layername=annotations"


def test_the_steps_follow_each_other_to_the_end(learning, fake_session):
    learning.start(STEPS)
    fake_session.end(round=1)
    fake_session.end(auc=0.9)
    assert learning.is_running
    fake_session.end(queried=[1, 2])
    assert [name for name, _ in fake_session.started] == ["train", "assess", "query"]
    assert learning.steps == [(1, 3, "train"), (2, 3, "assess"), (3, 3, "query")]
    assert learning.outcomes[0].finished
    assert learning.done["train"] == {"round": 1}
    assert learning.done["query"] == {"queried": [1, 2]}
    assert not learning.is_running


@pytest.mark.parametrize("status", [FAILED, CANCELLED])
def test_a_step_that_does_not_finish_ends_the_round(learning, fake_session, status):
    learning.start(STEPS)
    fake_session.end(status)
    assert len(fake_session.started) == 1
    assert learning.outcomes[0].status == status
    assert not learning.is_running


def test_a_step_that_cannot_start_ends_the_round_with_the_reason(learning, fake_session):
    fake_session.refused = {"assess"}
    learning.start(STEPS)
    fake_session.end()
    assert (learning.outcomes[0].status, learning.outcomes[0].message) == (FAILED, "No.")


def test_a_round_that_cannot_start_is_not_running(learning, fake_session):
    fake_session.refused = {"train"}
    with pytest.raises(InputError):
        learning.start(STEPS)
    assert not learning.is_running


def test_closing_the_campaign_starts_no_further_step(learning, fake_session):
    learning.start(STEPS)
    fake_session.closed.emit()
    fake_session.end()
    assert len(fake_session.started) == 1
    assert learning.outcomes[0].status == CANCELLED


def test_other_jobs_do_not_affect_the_round(learning, fake_session):
    fake_session.job_ended.emit("predict", JobOutcome(FINISHED))
    learning.start(STEPS)
    fake_session.job_ended.emit("predict", JobOutcome(FINISHED))
    assert len(fake_session.started) == 1
