"""Shows what a job would do while the user fills in its form."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.process.job_thread import JobThread, Work
from ...bridge.worker_setup import job_process

PAUSE_MILLISECONDS = 400


class Preview(QObject):
    """Runs a job that changes nothing once the choices have not changed for a moment; outdated results are dropped.

    ``job``: its name. ``make_work``: turns the job's name and values into the work to run, by default a worker process.
    """

    started = pyqtSignal()
    ready = pyqtSignal(dict)  # the job's result
    failed = pyqtSignal(str, str)  # message, hint

    def __init__(
        self,
        job: str,
        parent: Optional[QObject] = None,
        make_work: Callable[[str, Mapping[str, Any]], Work] = job_process,
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._make_work = make_work
        self._values: Optional[Dict[str, Any]] = None
        self._thread: Optional[JobThread] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._begin)

    def request(self, values: Mapping[str, Any]) -> None:
        """Request a preview with these parameters; does nothing if they are the same as before."""
        if dict(values) == self._values:
            return
        self.cancel()
        self._values = dict(values)
        self._timer.start()

    def cancel(self) -> None:
        """Drop the pending request and cancel the running job."""
        self._timer.stop()
        self._values = None
        if self._thread is not None:
            self._thread.cancel()
            self._thread = None

    def _begin(self) -> None:
        if self._values is None:
            return
        thread = self._thread = JobThread(self._make_work(self._job, self._values))
        thread.succeeded.connect(lambda result: self._deliver(thread, self.ready.emit, result))
        thread.failed.connect(lambda message, hint: self._deliver(thread, self.failed.emit, message, hint))
        self.started.emit()
        thread.begin()

    def _deliver(self, thread: JobThread, emit: Callable[..., None], *content: Any) -> None:
        if thread is self._thread:
            self._thread = None
            emit(*content)
