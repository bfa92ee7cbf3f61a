"""Well-behaved jobs, and all kinds of misbehaving ones."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alcd.alcd_core.errors import InputError
from alcd.bridge.process import child_process
from alcd.bridge.process.child_environment import child_environment
from alcd.bridge.process.child_process import STOP_WITH_PARENT
from alcd.bridge.process.job_command import job_command
from alcd.bridge.process.worker import WorkerProcess, parse_event

from tests.qgis.bridge.support import ROOT, WORKERS, group_members, is_alive, wait_until


@pytest.fixture
def worker(worker_command, tmp_path):
    """Creates the WorkerProcess of a small worker, which logs to worker.log."""

    def make(name, **options):
        return WorkerProcess(worker_command(name), child_environment(), tmp_path / "worker.log", **options)

    return make


def run(worker, on_event=None):
    events = []
    outcome = worker.run(lambda event: (events.append(event), on_event and on_event(event)))
    return outcome, events


def test_a_job_delivers_its_events_and_its_result(worker):
    outcome, events = run(worker("good"))
    assert outcome.status == "finished"
    assert outcome.result == {"output": "/a/b", "tiles": 7}
    assert {"event": "metric", "name": "loss", "value": 0.25, "epoch": 1} in events
    assert {"event": "message", "message": "hello"} in events
    assert [event for event in events if event["event"] == "progress"][-1]["message"] == "done"


def test_an_error_of_the_user_has_its_hint(worker):
    outcome, _ = run(worker("wrong_input"))
    assert (outcome.status, outcome.message, outcome.hint) == ("failed", "The raster is missing.", "Choose another.")


class CountedFile:
    """An input file that notes what happens to it; it fails, or is cancelled by the user, if wanted."""

    def __init__(self, error=None, while_writing=lambda: None):
        self.calls, self._error, self._while_writing = [], error, while_writing

    def write(self, on_event, is_cancelled):
        self.calls.append("written")
        on_event({"event": "progress", "fraction": 0.5, "message": "Copying"})
        self._while_writing()
        self.calls.append(f"cancelled: {is_cancelled()}")
        if self._error is not None:
            raise self._error

    def remove(self):
        self.calls.append("removed")


def test_input_files_are_written_before_the_job_and_removed_after_it(worker):
    file = CountedFile()
    outcome, events = run(worker("good", input_files=[file]), lambda _: file.calls.append("event"))
    assert outcome.status == "finished"
    assert events[0]["message"] == "Copying"
    assert (file.calls[:3], file.calls[-1]) == (["written", "event", "cancelled: False"], "removed")


def test_an_input_file_that_cannot_be_written_ends_the_job(worker):
    file = CountedFile(InputError("The layer is empty.", "Check its filter."))
    outcome, _ = run(worker("good", input_files=[file]))
    assert (outcome.status, outcome.message, outcome.hint) == ("failed", "The layer is empty.", "Check its filter.")
    assert file.calls[-1] == "removed"


def test_a_job_is_cancelled_while_its_input_is_written(worker):
    file = CountedFile(while_writing=lambda: job.cancel())
    job = worker("good", input_files=[file])
    outcome, _ = run(job)
    assert outcome.status == "cancelled"
    assert file.calls == ["written", "cancelled: True", "removed"]


@pytest.mark.parametrize("phase", ["reading", "training", "writing"])
def test_a_job_is_cancelled_in_every_phase(worker, phase):
    job = worker("cancellable")
    outcome, events = run(job, lambda event: event.get("message") == phase and job.cancel())
    assert outcome.status == "cancelled"
    assert events[-1]["message"] == phase


def test_a_job_is_cancelled_before_it_starts(worker, tmp_path):
    job = worker("good")
    job.cancel()
    outcome, events = run(job)
    assert outcome.status == "cancelled"
    assert events == []


def test_a_cancellation_by_polling_reaches_a_silent_job(worker):
    wanted = threading.Event()
    job = worker("hangs", is_cancelled=wanted.is_set, cancel_seconds=0.2)
    outcome, _ = run(job, lambda event: wanted.set())
    assert outcome.status == "cancelled"


def test_a_cancellation_after_the_end_changes_nothing(worker):
    job = worker("good")
    outcome, _ = run(job)
    job.cancel()
    assert outcome.status == "finished"


def test_a_job_that_ignores_the_cancellation_is_killed_with_its_children(worker, monkeypatch):
    monkeypatch.setattr(child_process, "TERMINATE_SECONDS", 0.3)
    pids = note_pids(monkeypatch)
    job = worker("deaf", cancel_seconds=0.3)
    outcome, _ = run(job, lambda event: job.cancel())
    assert outcome.status == "cancelled"
    assert wait_until(lambda: group_members(pids[0]) == [])


def test_an_abandoned_job_has_no_grace_period(worker, monkeypatch):
    pids = note_pids(monkeypatch)
    job = worker("hangs", cancel_seconds=3600.0)
    outcome, _ = run(job, lambda event: (job.cancel(), job.abandon()))
    assert outcome.status == "cancelled"
    assert wait_until(lambda: group_members(pids[0]) == [])


def test_a_child_that_holds_the_output_open_is_ended_and_the_result_is_kept(worker):
    outcome, _ = run(worker("leaves_child"))
    assert outcome.status == "finished"
    assert wait_until(lambda: not is_alive(outcome.result["child"]))


def test_a_flood_is_thinned_and_its_last_event_is_delivered(worker):
    outcome, events = run(worker("flood"))
    assert outcome.result == {"tiles": 200_000}
    assert events[-1] == {"event": "progress", "fraction": 1.0, "message": "last"}
    assert len(events) < 2_000  # of 220,001
    assert any("left out" in event.get("message", "") for event in events)


def test_garbage_between_events_is_logged_and_harmless(worker, tmp_path):
    outcome, events = run(worker("rubbish"))
    assert outcome.result == {"tiles": 1}
    assert events == []
    assert "Downloading 12%" in (tmp_path / "worker.log").read_text()


def test_a_line_without_end_does_not_grow_memory(worker, tmp_path):
    outcome, _ = run(worker("endless_line"))
    assert outcome.status in ("finished", "crashed")  # depends on whether a piece begins with the result
    assert len(outcome.log_tail) < 1_000_000
    assert (tmp_path / "worker.log").stat().st_size < 6_000_000


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("dies_at_once", "environment is damaged: ModuleNotFoundError: No module named 'module_that", "Repair"),
        ("segfaults", "SIGSEGV", "log"),
        ("out_of_memory", "ran out of memory", "batch size"),
        ("silent_end", "without a result", "log"),
    ],
)
def test_a_crash_becomes_a_sentence(worker, name, message, hint):
    outcome, _ = run(worker(name))
    assert outcome.status == "crashed"
    assert message in outcome.message
    assert hint in outcome.hint


def test_a_crash_shows_the_last_lines_of_the_log(worker):
    outcome, _ = run(worker("dies_at_once"))
    assert "Traceback" in outcome.log_tail


def test_a_missing_python_is_a_crash_with_a_hint():
    outcome, _ = run(WorkerProcess(["/nowhere/python"], {}))
    assert outcome.status == "crashed"
    assert "/nowhere/python" in outcome.message


def test_a_log_that_cannot_be_written_does_not_stop_the_job(worker_command, tmp_path):
    (tmp_path / "file").write_text("")
    job = WorkerProcess(worker_command("silent_end"), child_environment(), tmp_path / "file" / "worker.log")
    assert "last words" in run(job)[0].log_tail


def test_a_listener_that_raises_leaves_no_process(worker, monkeypatch):
    pids = note_pids(monkeypatch)

    def fail(event):
        raise RuntimeError("window is gone")

    with pytest.raises(RuntimeError, match="window is gone"):
        worker("hangs").run(fail)
    assert wait_until(lambda: group_members(pids[0]) == [])


@pytest.mark.parametrize("module", ["stop_with_parent", "listening"])
def test_no_process_remains_when_qgis_is_killed(tmp_path, module):
    """A stand-in for QGIS runs a job and is killed with SIGKILL; the job reads the end of its input."""
    if module == "stop_with_parent":
        job = [sys.executable, STOP_WITH_PARENT, str(WORKERS), "hangs"]
    else:
        job = [sys.executable, "-c", 'print(\'{"event": "message"}\', flush=True); input()']
    program = (
        "from tests.qgis.plugin import load_plugin; load_plugin()\n"
        "from alcd.bridge.process.worker import WorkerProcess\n"
        "from alcd.bridge.process.child_environment import child_environment\n"
        "from alcd.bridge.process import child_process; P = child_process.ChildProcess.__init__\n"
        "def init(self, *a): P(self, *a); print(self.pid, flush=True)\n"
        "child_process.ChildProcess.__init__ = init\n"
        f"WorkerProcess({job!r}, child_environment()).run(lambda e: print('ready', flush=True))"
    )
    qgis = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    pid = int(qgis.stdout.readline())
    assert qgis.stdout.readline() == "ready\n"
    assert is_alive(pid)
    qgis.kill()
    qgis.wait()
    qgis.stdout.close()
    assert wait_until(lambda: not is_alive(pid))


def test_many_jobs_leave_no_file_or_thread_open(worker):
    run(worker("good"))
    files, threads = len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    for _ in range(5):
        run(worker("good"))
    assert wait_until(lambda: threading.active_count() <= threads)
    assert len(list(Path("/proc/self/fd").iterdir())) <= files


@pytest.mark.parametrize("line", ["", "x", "{", "[]", "{}", '{"event": "other"}', '{"event": "progress"}'])
def test_lines_that_are_not_events_are_ignored(line):
    assert parse_event(line) is None


def note_pids(monkeypatch):
    """The pids of children, in the order in which they are started."""
    pids = []
    original = child_process.ChildProcess.__init__

    def noting(self, *arguments):
        original(self, *arguments)
        pids.append(self.pid)

    monkeypatch.setattr(child_process.ChildProcess, "__init__", noting)
    return pids


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"campaign": "/nowhere/town.alcd", "before": "/nowhere/a.tif", "after": "/nowhere/b.tif"}, "/nowhere/a.tif"),
        ({"campaign": "/nowhere/town.alcd", "tile_size": "many"}, ""),
    ],
)
def test_the_real_core_reports_an_error_of_the_user(parameters, message, tmp_path):
    environment = child_environment(import_from=str(ROOT))
    command = job_command(sys.executable, "create", {**parameters, "campaign": str(tmp_path / "town.alcd")})
    outcome, _ = run(WorkerProcess(command, environment))
    assert outcome.status == "failed", outcome
    assert message in outcome.message
    assert outcome.hint


def test_the_job_ends_even_if_taskkill_does_not_work(worker, monkeypatch):
    def broken(pid):
        raise OSError("[WinError 6] The handle is invalid")

    made = worker("good")
    monkeypatch.setattr(child_process, "_kill_tree", broken)
    monkeypatch.setattr(child_process.sys, "platform", "win32")
    assert made.run(lambda event: None).status == "finished"
