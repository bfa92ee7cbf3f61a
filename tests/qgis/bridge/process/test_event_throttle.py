"""Of a flood of events only a few are delivered, and always the last one."""

import pytest
from alcd.bridge.process.event_throttle import REPORTS_PER_SECOND, EventThrottle


@pytest.fixture
def flow():
    """A throttle with a manual clock; ``flow.delivered``: the delivered events."""

    class Flow:
        now = 0.0

        def __init__(self):
            self.delivered = []
            self.throttle = EventThrottle(self.delivered.append, lambda: self.now)

        def progress(self, fraction):
            self.throttle.add({"event": "progress", "fraction": fraction})

        def message(self, text):
            self.throttle.add({"event": "message", "message": text})

    return Flow()


def test_ten_of_a_thousand_progress_events_per_second_are_delivered(flow):
    for number in range(1000):
        flow.now = number / 1000
        flow.progress(number / 1000)
    assert 9 <= len(flow.delivered) <= 11


def test_the_last_progress_is_delivered_when_the_job_falls_silent(flow):
    flow.progress(0.1)
    flow.progress(0.2)
    assert [event["fraction"] for event in flow.delivered] == [0.1]
    flow.now = 0.2
    flow.throttle.tick()
    flow.throttle.tick()
    assert [event["fraction"] for event in flow.delivered] == [0.1, 0.2]


def test_the_last_progress_is_delivered_when_the_job_ends(flow):
    for fraction in (0.1, 0.5, 1.0):
        flow.progress(fraction)
    flow.throttle.flush()
    assert flow.delivered[-1]["fraction"] == 1.0


def test_messages_left_out_are_counted(flow):
    flow.now = 100.0
    for number in range(REPORTS_PER_SECOND + 7):
        flow.message(str(number))
    assert len(flow.delivered) == REPORTS_PER_SECOND
    flow.throttle.flush()
    assert flow.delivered[-1]["message"] == "(7 messages left out)"


def test_an_ordinary_job_loses_nothing(flow):
    for number in range(200):
        flow.now += 0.05
        flow.message(str(number))
    assert [event["message"] for event in flow.delivered] == [str(number) for number in range(200)]
