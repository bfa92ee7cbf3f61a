"""Jobs behind Qt signals, in a real event loop, and their mirror in QGIS's task manager."""

import threading

import pytest
from alcd.bridge.process.child_environment import child_environment
from alcd.bridge.process.job_task import JobTask
from alcd.bridge.process.job_thread import JobThread, running_threads, stop_all_threads
from alcd.bridge.process.outcome import JobOutcome
from alcd.bridge.process.worker import WorkerProcess
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QElapsedTimer, QEventLoop, Qt, QThread, QTimer

from tests.qgis.bridge.support import is_alive, wait_until

_applications = []


@pytest.fixture(scope="module", autouse=True)
def application():
    """QGIS without a window; kept until the process ends, because it cannot be created twice."""
    if QgsApplication.instance() is None:
        _applications.append(QgsApplication([], False))
    return QgsApplication.instance()


@pytest.fixture
def job(worker_command):
    """Creates the thread of a small worker and records all its signals as (name, arguments)."""

    def make(name, **options):
        thread = JobThread(WorkerProcess(worker_command(name), child_environment(), **options))
        thread.heard = []
        thread.heard_in = set()
        for signal in ("progressed", "reported", "succeeded", "failed", "cancelled"):
            getattr(thread, signal).connect(lambda *values, signal=signal: note(thread, signal, values))
        return thread

    return make


def note(thread, signal, values):
    thread.heard.append((signal, values))
    thread.heard_in.add(threading.current_thread())


def names(thread):
    return [name for name, _ in thread.heard]


def wait_for(thread, milliseconds=30_000):
    """Run the event loop until the thread has reported its end."""
    loop = QEventLoop()
    thread.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(milliseconds, loop.quit)
    thread.begin()
    loop.exec() if hasattr(loop, "exec") else loop.exec_()
    assert thread.isFinished()


def test_a_job_reports_its_progress_and_its_result_in_order(job):
    thread = job("good")
    wait_for(thread)
    assert ("reported", ({"event": "metric", "name": "loss", "value": 0.25, "epoch": 1},)) in thread.heard
    assert [values for name, values in thread.heard if name == "progressed"][-1] == (1.0, "done")
    assert thread.heard[-1] == ("succeeded", ({"output": "/a/b", "tiles": 7},))
    assert thread.heard_in == {threading.main_thread()}
    assert thread.outcome.finished
    assert running_threads() == set()


@pytest.mark.parametrize(
    ("worker", "last"),
    [("wrong_input", ("failed", ("The raster is missing.", "Choose another."))), ("cancellable", ("cancelled", ()))],
)
def test_exactly_one_signal_reports_the_end(job, worker, last):
    thread = job(worker)
    QTimer.singleShot(600, thread.cancel)
    wait_for(thread)
    assert thread.heard[-1] == last
    assert sum(name in ("succeeded", "failed", "cancelled") for name in names(thread)) == 1


def test_a_crash_is_a_failure_with_a_sentence_and_the_log(job):
    thread = job("dies_at_once")
    wait_for(thread)
    assert thread.heard[-1][0] == "failed"
    assert "damaged" in thread.heard[-1][1][0]
    assert "Traceback" in thread.outcome.log_tail


def test_a_flood_leaves_the_event_loop_free(job):
    thread = job("flood")
    ticks = QTimer()
    clock = QElapsedTimer()
    stalls = []
    ticks.timeout.connect(lambda: stalls.append(clock.restart()))
    clock.start()
    ticks.start(5)
    wait_for(thread)
    ticks.stop()
    print(f"longest stall of the event loop under a flood: {max(stalls)} ms")
    assert len(thread.heard) < 2_000
    assert [values for name, values in thread.heard if name == "progressed"][-1] == (1.0, "last")


def test_a_bug_in_the_supervision_is_a_failure_and_does_not_end_qgis():
    class Broken:
        def run(self, on_event):
            raise ValueError("oh")

        def cancel(self): ...

        def abandon(self): ...

    thread = JobThread(Broken())
    heard = []
    thread.failed.connect(lambda message, hint: heard.append(message))
    wait_for(thread)
    assert "ValueError: oh" in heard[0]


def test_a_running_thread_outlives_its_last_reference_and_stops_with_the_plugin(worker_command):
    started = threading.Event()
    pids = []

    class Noting(WorkerProcess):
        def _listen(self, child, throttle, log):
            pids.append(child.pid)
            started.set()
            super()._listen(child, throttle, log)

    JobThread(Noting(worker_command("deaf"), child_environment())).begin()
    assert started.wait(20)
    assert len(running_threads()) == 1
    stop_all_threads()
    assert running_threads() == set()
    assert wait_until(lambda: not is_alive(pids[0]))


def test_the_work_does_not_run_in_the_main_thread(job):
    where = []

    class Looking:
        def run(self, on_event):
            where.append(QThread.currentThread() is QgsApplication.instance().thread())
            return JobOutcome("finished")

        def cancel(self): ...

        def abandon(self): ...

    wait_for(JobThread(Looking()))
    assert where == [False]


def test_the_task_shows_the_job_and_ends_with_it(job):
    thread = job("cancellable")
    task = JobTask("Train", thread.state)
    ended = []
    shown = []
    task.taskCompleted.connect(lambda: ended.append("completed"))
    task.progressChanged.connect(shown.append)
    QgsApplication.taskManager().addTask(task)
    wait_for(thread)
    assert spin(lambda: ended)
    assert ended == ["completed"]
    assert shown[0] == pytest.approx(10.0)


def test_cancelling_the_task_cancels_the_job(job):
    thread = job("cancellable")
    task = JobTask("Train", thread.state)
    ended = []
    task.taskTerminated.connect(lambda: ended.append("terminated"))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(500, task.cancel)
    wait_for(thread)
    assert thread.heard[-1][0] == "cancelled"
    assert spin(lambda: ended)


def test_a_task_that_starts_after_its_job_ended_ends_at_once(job):
    thread = job("good")
    wait_for(thread)
    task = JobTask("Train", thread.state)
    ended = []
    task.taskCompleted.connect(lambda: ended.append(True))
    QgsApplication.taskManager().addTask(task)
    assert spin(lambda: ended)


def test_the_task_can_be_cancelled_by_the_user(job):
    assert JobTask("Train", job("good").state).flags() & QgsTask.Flag.CanCancel


def spin(condition, milliseconds=10_000):
    """Run the event loop until the condition is true."""
    clock = QElapsedTimer()
    clock.start()
    while not condition() and clock.elapsed() < milliseconds:
        QgsApplication.processEvents()
    return bool(condition())
