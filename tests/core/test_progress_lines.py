"""Progress lines in a log, with a simulated clock."""

import io
import threading

import pytest

from alcd_core import progress_lines
from alcd_core.progress_lines import ProgressLines


class Clock:
    """Seconds, as the test says."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def out():
    return io.StringIO()


def test_each_step_is_one_line_whatever_its_numbers(out, clock):
    lines = ProgressLines(out, clock)
    lines.update(0.0, "Reading the map")
    for epoch in range(1, 9):
        lines.update(epoch / 10, f"Epoch {epoch} of 1,200")
    lines.update(0.9, "Writing polygons")
    assert [line.split("  ")[-1] for line in out.getvalue().splitlines()] == [
        "Reading the map", "Epoch 1 of 1,200", "Writing polygons",
    ]  # fmt: skip


def test_a_long_step_writes_a_line_every_thirty_seconds_however_often_it_reports(out, clock):
    lines = ProgressLines(out, clock)
    for second in range(100):
        clock.now = 1000.0 + second
        lines.update(second / 200, f"Tile {second} of 200")
        lines.update(second / 200, "")
    assert out.getvalue().splitlines() == [
        "  0%  00:00 so far  Tile 0 of 200",
        " 15%  00:30 so far, 02:50 left  Tile 30 of 200",
        " 30%  01:00 so far, 02:20 left  Tile 60 of 200",
        " 45%  01:30 so far, 01:50 left  Tile 90 of 200",
    ]


def test_a_silent_job_still_writes_lines(out, clock):
    lines = ProgressLines(out, clock)
    for second in range(65):
        clock.now = 1000.0 + second
        lines.tick()
    lines.update(0.5, "Epoch 1 of 2")
    clock.now += 29.0
    lines.tick()
    clock.now += 1.0
    lines.tick()
    assert out.getvalue().splitlines() == [
        "  0%  00:30 so far  Starting",
        "  0%  01:00 so far  Starting",
        " 50%  01:04 so far, 01:04 left  Epoch 1 of 2",
        " 50%  01:34 so far, 01:34 left  Epoch 1 of 2",
    ]


def test_lines_of_a_silent_job_are_written_until_it_is_closed(monkeypatch):
    monkeypatch.setattr(progress_lines, "POLL_SECONDS", 0.001)
    clock, spoken = Clock(), threading.Event()

    class Out(io.StringIO):
        def flush(self):
            spoken.set()

    out = Out()
    lines = ProgressLines(out, clock)
    lines.watch()
    clock.now += 30.0
    assert spoken.wait(60.0)
    lines.close()
    clock.now += 3000.0
    lines.tick()
    assert out.getvalue() == "  0%  00:30 so far  Starting\n"


def test_lines_end_without_a_traceback_once_the_reader_has_gone(monkeypatch):
    monkeypatch.setattr(progress_lines, "POLL_SECONDS", 0.001)
    faults = []
    monkeypatch.setattr(threading, "excepthook", faults.append)
    clock, tried = Clock(), threading.Event()

    class Pipe(io.StringIO):
        def write(self, text):
            tried.set()
            raise BrokenPipeError

    before = set(threading.enumerate())
    lines = ProgressLines(Pipe(), clock)
    lines.watch()
    (thread,) = set(threading.enumerate()) - before
    clock.now += 31.0
    assert tried.wait(60.0)
    thread.join(60.0)
    assert not thread.is_alive()
    assert faults == []
