"""Plain console output: its streams, and how progress looks on a terminal and in a file."""

import io
import os
import subprocess
import sys

import pytest

from alcd_core.console import plain_console

EVENTS = [
    {"event": "progress", "fraction": 0.0, "message": "Reading the map"},
    {"event": "progress", "fraction": 0.5, "message": "Epoch 1 of 2"},
    {"event": "progress", "fraction": 1.0, "message": "Epoch 2 of 2"},
    {"event": "result", "summary": "All done."},
]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def out():
    return io.StringIO()


def speak(out, errors):
    console = plain_console(out, errors)
    for event in EVENTS:
        console.send(event)
    console.close()


def test_a_file_gets_a_line_at_each_step(out):
    errors = io.StringIO()
    speak(out, errors)
    *progress, summary = out.getvalue().splitlines()
    parts = [line.split("  ") for line in progress]
    assert [(line[-3], line[-1]) for line in parts] == [("0%", "Reading the map"), (" 50%", "Epoch 1 of 2")]
    assert (summary, errors.getvalue()) == ("All done.", "")


def test_a_terminal_gets_a_bar(out):
    errors = Terminal()
    speak(out, errors)
    assert "100% |" in errors.getvalue()
    assert "\n" not in errors.getvalue().rstrip("\n")


def test_a_message_is_in_the_file_before_the_job_ends(tmp_path):
    program = (
        "import os; from alcd_core.console import plain_console; "
        "plain_console().send({'event': 'message', 'message': 'Round 1.'}); os._exit(9)"
    )
    log = tmp_path / "log.txt"
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with log.open("w") as file:
        ended = subprocess.run([sys.executable, "-c", program], stdout=file, env=buffered, check=False)
    assert ended.returncode == 9
    assert log.read_text() == "Round 1.\n"


def test_terminal_control_characters_are_removed_from_the_progress(out):
    errors = io.StringIO()
    console = plain_console(out, errors)
    console.send({"event": "progress", "fraction": 0.1, "message": "Reading \x1b[2Jtown"})
    console.close()
    assert out.getvalue().endswith("  Reading ?[2Jtown\n")
