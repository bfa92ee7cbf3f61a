"""Runs a job in a QThread and turns its events into signals."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Callable, Optional, Protocol, Set

from qgis.PyQt.QtCore import QThread, pyqtSignal

from ..texts import tr
from .outcome import CANCELLED, CRASHED, FINISHED, Event, EventCallback, JobOutcome

STOP_MILLISECONDS = 10_000


class Work(Protocol):
    """The interface of work for a thread: ``WorkerProcess``, ``Installation``, ``EnvironmentCheck``, ``Removal``."""

    def run(self, on_event: EventCallback) -> JobOutcome: ...

    def cancel(self) -> None: ...

    def abandon(self) -> None: ...


@dataclass
class JobState:
    """The progress of a job; a plain Python object that may be read after the thread has ended."""

    cancel: Callable[[], None]
    fraction: float = 0.0
    ended: threading.Event = field(default_factory=threading.Event)
    finished: bool = False  # set before ``ended``


class JobThread(QThread):
    """Runs ``work`` and emits signals about it, which slots in the main thread receive there.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted, then QThread's own ``finished()``. Progress
    signals are rare enough for a window (see ``event_throttle``). ``outcome``: the whole outcome, after the end. A
    started thread keeps itself alive until it has ended; ``stop_all_threads`` ends the running ones when the plugin is
    unloaded.
    """

    progressed = pyqtSignal(float, str)  # fraction, message
    reported = pyqtSignal(dict)  # a metric or message event
    succeeded = pyqtSignal(dict)  # the result
    failed = pyqtSignal(str, str)  # message, hint
    cancelled = pyqtSignal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.outcome: Optional[JobOutcome] = None
        self.state = JobState(cancel=work.cancel)
        self.finished.connect(self._deregister)

    def begin(self) -> None:
        """Start the thread. Must be called in the main thread."""
        _running.add(self)
        self.start()

    def cancel(self) -> None:
        """Request the work to stop. Returns at once; ``cancelled`` follows."""
        self._work.cancel()

    def run(self) -> None:
        """Called by Qt, in the new thread."""
        try:
            self.outcome = self._work.run(self._emit_event)
        except Exception as error:  # noqa: BLE001 - an exception that leaves a QThread's run() aborts QGIS
            reason = f"{type(error).__name__}: {error}"
            message = tr("The job could not be supervised: {}").format(reason)
            self.outcome = JobOutcome(CRASHED, message=message, hint=tr("This is a bug in ALCD; please report it."))
        self.state.finished = self.outcome.finished
        self.state.ended.set()
        self._emit_outcome(self.outcome)

    def _emit_event(self, event: Event) -> None:
        if event["event"] == "progress":
            self.state.fraction = float(event["fraction"])
            self.progressed.emit(self.state.fraction, str(event.get("message", "")))
        else:
            self.reported.emit(event)

    def _emit_outcome(self, outcome: JobOutcome) -> None:
        if outcome.status == FINISHED:
            self.succeeded.emit(outcome.result)
        elif outcome.status == CANCELLED:
            self.cancelled.emit()
        else:
            self.failed.emit(outcome.message, outcome.hint)

    def _abandon(self) -> None:
        self._work.abandon()

    def _deregister(self) -> None:
        _running.discard(self)


# Qt aborts QGIS if the object of a running thread is deleted.
_running: Set[JobThread] = set()


def running_threads() -> Set[JobThread]:
    """The threads that were started and have not ended."""
    return set(_running)


def stop_all_threads(milliseconds: int = STOP_MILLISECONDS) -> None:
    """End all jobs and wait for them, when the plugin is unloaded or QGIS closes. Usually takes well under a second."""
    threads = running_threads()
    for thread in threads:
        thread._abandon()
    for thread in threads:
        thread.blockSignals(True)
        if thread.wait(milliseconds):
            _running.discard(thread)
