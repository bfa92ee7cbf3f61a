"""The command line: exit statuses, the two output formats, and stopping."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alcd_core import cli
from alcd_core.errors import InputError

ROOT = Path(__file__).resolve().parents[2]

ENDLESS = """
import sys, time
from alcd_core import cli

def endless(parameters, reporter):
    print("a foreign print")
    for step in range(100_000):
        reporter.progress(step / 100_000, "working")
        time.sleep(0.01)

def deaf(parameters, reporter):
    reporter.progress(0.0, "working")
    time.sleep(600)

cli.runner = lambda job: {"endless": endless, "deaf": deaf}[sys.argv[1]]
sys.exit(cli.main(sys.argv[2:]))
"""


def start(kind: str, *arguments: str) -> subprocess.Popen:
    """A job that never ends by itself."""
    command = [sys.executable, "-c", ENDLESS, kind, "info", "nowhere.alcd", *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)


def first_event(process: subprocess.Popen) -> dict:
    return json.loads(process.stdout.readline())


def replace_runner(monkeypatch, run) -> None:
    monkeypatch.setattr(cli, "runner", lambda job: run)


def test_a_finished_job_prints_its_summary_and_exits_with_0(monkeypatch, capsys):
    replace_runner(monkeypatch, lambda parameters, reporter: {"summary": "All is well.", "tiles": 3})
    assert cli.main(["info", "x.alcd"]) == 0
    assert capsys.readouterr().out == "All is well.\n"


def test_wrong_input_exits_with_2_and_one_line_with_a_hint(monkeypatch, capsys):
    def refuse(parameters, reporter):
        raise InputError("The raster a.tif is missing.", "Check its path.")

    replace_runner(monkeypatch, refuse)
    assert cli.main(["info", "x.alcd"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "The raster a.tif is missing. Check its path.\n"
    assert captured.out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "The following arguments are required: JOB."),
        (["fly"], "invalid choice: 'fly'"),
        (["train"], "The following arguments are required: CAMPAIGN."),
        (["train", "x", "--members", "many"], "invalid int value: 'many'"),
        (["train", "x", "--members", "0"], "The members is 0; it must be at least 1."),
        (["create", "x", "--before", "a", "--after", "b", "--bands", "1;2"], "comma-separated numbers"),
    ],
)
def test_a_wrong_command_line_exits_with_2_in_one_line(arguments, said, capsys):
    assert cli.main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_bug_exits_with_1_and_leaves_its_traceback_in_the_log(monkeypatch, capsys, tmp_path):
    def fail(parameters, reporter):
        raise ZeroDivisionError("by zero")

    replace_runner(monkeypatch, fail)
    assert cli.main(["info", str(tmp_path)]) == 1
    assert "A bug in ALCD: ZeroDivisionError: by zero" in capsys.readouterr().err
    logged = json.loads((tmp_path / "log.jsonl").read_text().splitlines()[-1])
    assert logged["event"] == "defect"
    assert "ZeroDivisionError" in logged["traceback"]


def test_a_bug_without_a_campaign_refers_to_standard_error(monkeypatch, capsys, tmp_path):
    def fail(parameters, reporter):
        raise ZeroDivisionError("by zero")

    replace_runner(monkeypatch, fail)
    assert cli.main(["info", str(tmp_path / "nowhere.alcd")]) == 1
    said = capsys.readouterr().err
    assert "on standard error" in said
    assert "log.jsonl" not in said


class OutOfMemoryError(RuntimeError):
    """As torch calls its own."""


@pytest.mark.parametrize(
    "error",
    [
        OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB"),
        RuntimeError("MPS backend out of memory (MPS allocated: 9.06 GB, max allowed: 9.07 GB)."),
    ],
    ids=["cuda", "mps"],
)
def test_running_out_of_memory_is_not_reported_as_a_bug(monkeypatch, capsys, error):
    def fail(parameters, reporter):
        raise error

    replace_runner(monkeypatch, fail)
    assert cli.main(["info", "nowhere.alcd"]) == 2
    assert capsys.readouterr().err == (
        "The graphics card ran out of memory. Give a smaller --batch-size, or --device cpu.\n"
    )


def test_control_characters_in_a_name_do_not_reach_the_terminal(monkeypatch, capsys):
    replace_runner(monkeypatch, lambda parameters, reporter: {"summary": "x\x1b[31mRED\x1b]0;title\x07\nnext\t1"})
    assert cli.main(["info", "nowhere.alcd"]) == 0
    assert capsys.readouterr().out == "x?[31mRED?]0;title?\nnext\t1\n"


@pytest.mark.parametrize("voice", [(), ("--json",)])
def test_a_closed_output_pipe_is_not_reported_as_a_bug(voice):
    program = ENDLESS.split("cli.runner")[0] + (
        "cli.runner = lambda job: lambda parameters, reporter: {'summary': 'a line, ' * 100_000}\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", program, "info", "x.alcd", *voice], cwd=ROOT, text=True, **pipes)
    process.stdout.close()
    assert process.wait(timeout=30) == 130
    assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("voice", [(), ("--json",)])
def test_output_to_a_full_disk_is_reported_without_a_traceback(voice):
    command = [sys.executable, "-c", ENDLESS.replace('"a foreign print"', "'x' * 100_000"), "endless", "info", "x.alcd"]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run([*command, *voice], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=30)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "space left" in done.stderr


@pytest.mark.parametrize("voice", [(), ("--json",)])
def test_names_that_are_not_utf_8_can_be_printed(voice, tmp_path):
    command = [sys.executable, "-m", "alcd_core", "info", os.fsencode(tmp_path) + b"/M\xfcnchen.alcd", *voice]
    done = subprocess.run(command, cwd=ROOT, capture_output=True)
    assert done.returncode == 2
    assert b"nchen.alcd is not a campaign" in done.stdout + done.stderr


def test_json_has_null_for_nan_and_infinity():
    program = ENDLESS.split("cli.runner")[0] + (
        "cli.runner = lambda job: lambda parameters, reporter: "
        "{'summary': '', 'auc': float('nan'), 'ids': [1, float('inf')], 'f1': 0.5}\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "info", "x.alcd", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    expected = '{"event": "result", "summary": "", "auc": null, "ids": [1, null], "f1": 0.5}\n'
    assert done.stdout == expected


def test_json_has_one_object_per_line_and_other_prints_go_to_standard_error():
    process = start("endless", "--json")
    assert first_event(process) == {"event": "progress", "fraction": 0.0, "message": "working"}
    process.send_signal(signal.SIGTERM)
    out, errors = process.communicate(timeout=20)
    assert [json.loads(line)["event"] for line in out.splitlines()][-1] == "error"
    assert "a foreign print" in errors
    assert process.returncode == 130


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_cancels_with_130(number):
    process = start("endless", "--json")
    first_event(process)
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == 130


def test_a_worker_stops_on_the_cancel_command():
    process = start("endless", "--json", "--worker")
    first_event(process)
    process.stdin.write('not json\n[1]\n{"command": "cancel"}\n')
    process.stdin.flush()
    process.stdout.read()
    assert process.wait(timeout=20) == 130


def test_without_worker_the_end_of_standard_input_is_ignored():
    process = start("endless", "--json")
    process.stdin.close()
    first_event(process)
    time.sleep(0.5)
    assert process.poll() is None
    process.kill()
    process.wait()


def test_a_worker_that_hangs_is_killed_once_its_supervisor_has_gone():
    process = start("deaf", "--json", "--worker")
    first_event(process)
    process.stdin.close()
    assert process.wait(timeout=20) == 130


def test_the_help_of_every_job_can_be_shown():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "alcd_core", "polygons", "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "--min-area" in done.stdout
    assert "m2" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="libgomp, which shows its settings, is Linux's")
@pytest.mark.parametrize(("chosen", "spins"), [(None, False), ("ACTIVE", True)])
def test_torch_threads_do_not_spin_while_waiting_unless_the_user_wants_it(chosen, spins):
    pytest.importorskip("torch")
    variables = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    variables |= {"OMP_DISPLAY_ENV": "VERBOSE"} | ({"OMP_WAIT_POLICY": chosen} if chosen else {})
    command = [sys.executable, "-m", "alcd_core", "train", "nowhere.alcd"]
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)
    counts = [line for line in done.stderr.splitlines() if "GOMP_SPINCOUNT" in line]
    assert counts
    assert all(("'0'" not in line) == spins for line in counts)


def test_an_option_that_takes_several_values_can_be_repeated(monkeypatch):
    given = []
    replace_runner(monkeypatch, lambda parameters, reporter: given.append(parameters) or {"summary": ""})
    rasters = ["--before", "a.tif", "--before", "b,c.tif", "--after", "d.tif"]
    assert cli.main(["create", "x.alcd", *rasters]) == 0
    assert (given[0].before, given[0].more_before) == ("a.tif", ("b,c.tif",))
    assert (given[0].rasters("before"), given[0].rasters("after")) == (("a.tif", "b,c.tif"), ("d.tif",))
