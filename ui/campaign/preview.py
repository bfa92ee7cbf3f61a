"""Previews a new campaign while the user is still choosing."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.process.job_thread import JobThread, Work
from ...bridge.worker_setup import job_process

PAUSE_MILLISECONDS = 400


class Preview(QObject):
    """Asks when the choice has been still for a moment; the answer to an earlier choice is never told.

    ``make_work``: from the job's name and values to what runs it (a worker process unless a test gives another).
    """

    started = pyqtSignal()
    ready = pyqtSignal(dict)  # the job's result
    failed = pyqtSignal(str, str)  # message, hint

    def __init__(
        self, parent: Optional[QObject] = None, make_work: Callable[[str, Mapping[str, Any]], Work] = job_process
    ) -> None:
        super().__init__(parent)
        self._make_work = make_work
        self._values: Optional[Dict[str, Any]] = None
        self._thread: Optional[JobThread] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._begin)

    def ask(self, values: Mapping[str, Any]) -> None:
        """Ask about these parameters; asking the same again does nothing."""
        if dict(values) == self._values:
            return
        self.forget()
        self._values = dict(values)
        self._timer.start()

    def forget(self) -> None:
        """Nobody wants the answer any more."""
        self._timer.stop()
        self._values = None
        if self._thread is not None:
            self._thread.cancel()
            self._thread = None

    def _begin(self) -> None:
        if self._values is None:
            return
        thread = self._thread = JobThread(self._make_work("preview", self._values))
        thread.succeeded.connect(lambda result: self._told(thread, self.ready.emit, result))
        thread.failed.connect(lambda message, hint: self._told(thread, self.failed.emit, message, hint))
        self.started.emit()
        thread.begin()

    def _told(self, thread: JobThread, tell: Callable[..., None], *content: Any) -> None:
        if thread is self._thread:
            self._thread = None
            tell(*content)
