"""Only the last preview request is answered."""

from alcd.bridge.process.outcome import CANCELLED, FINISHED, JobOutcome
from alcd.ui.session.preview import Preview


class Slow:
    """Work that waits until it is released or cancelled."""

    def __init__(self, name, values):
        import threading

        self.values, self.go, self.is_cancelled = values, threading.Event(), False

    def run(self, on_event):
        self.go.wait(5)
        return JobOutcome(CANCELLED) if self.is_cancelled else JobOutcome(FINISHED, result=dict(self.values))

    def cancel(self):
        self.is_cancelled = True
        self.go.set()

    abandon = cancel


def test_only_the_result_of_the_last_request_is_reported(qgis_application, pump):
    works, answers = [], []

    def make(name, values):
        works.append(Slow(name, values))
        return works[-1]

    preview = Preview("preview", make_work=make)
    preview.ready.connect(answers.append)
    preview.request({"gsd": 1})
    pump(5000, until=lambda: works)
    preview.request({"gsd": 2})
    pump(5000, until=lambda: len(works) == 2)
    assert works[0].is_cancelled
    works[1].go.set()
    pump(5000, until=lambda: answers)
    assert answers == [{"gsd": 2}]


def test_the_same_request_runs_once_and_a_cancelled_one_never(qgis_application, pump):
    works = []

    def make(name, values):
        works.append(Slow(name, values))
        works[-1].go.set()
        return works[-1]

    preview = Preview("preview", make_work=make)
    preview.request({"gsd": 1})
    preview.request({"gsd": 1})
    pump(5000, until=lambda: works)
    preview.request({"gsd": 1})
    pump(700)
    assert len(works) == 1
    preview.request({"gsd": 3})
    preview.cancel()
    pump(700)
    assert len(works) == 1
