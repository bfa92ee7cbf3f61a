"""Shows a job in QGIS's task manager."""

from __future__ import annotations

from qgis.core import QgsTask

from .job_thread import JobState

LOOK_SECONDS = 0.2


def _flags() -> QgsTask.Flags:
    """The panel reports how a job ended, so QGIS need not report it as well (it can be silenced since 3.26)."""
    silent = getattr(QgsTask.Flag, "Silent", None)
    return QgsTask.Flag.CanCancel | silent if silent is not None else QgsTask.Flags(QgsTask.Flag.CanCancel)


class JobTask(QgsTask):
    """Follows a ``JobState``. Nothing may depend on it, because it may wait in QGIS's queue forever, and QGIS deletes
    it when it ends.

    So the task reads the state, and no code accesses the task after
    ``QgsApplication.taskManager().addTask(JobTask(text, state))``.
    """

    def __init__(self, description: str, state: JobState) -> None:
        super().__init__(description, _flags())
        self._state = state

    def run(self) -> bool:
        """Called by QGIS in a thread of its pool."""
        while not self._state.ended.wait(LOOK_SECONDS):
            self.setProgress(100.0 * self._state.fraction)
        return self._state.finished

    def cancel(self) -> None:
        """Called by QGIS when the user cancels the task, or closes QGIS."""
        self._state.cancel()
        super().cancel()
