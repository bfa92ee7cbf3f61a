"""A job's mirror in QGIS's task manager: shows its progress and a button to cancel it."""

from __future__ import annotations

from qgis.core import QgsTask

from .job_thread import JobState

LOOK_SECONDS = 0.2


class JobTask(QgsTask):
    """Follows a ``JobState``. Nothing depends on it: it may wait in QGIS's queue for ever, and QGIS deletes it when it
    ends.

    So it looks at the state and nobody touches the task: ``QgsApplication.taskManager().addTask(JobTask(text,
    state))``.
    """

    def __init__(self, description: str, state: JobState) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._state = state

    def run(self) -> bool:
        """Called by QGIS, in a thread of its pool."""
        while not self._state.ended.wait(LOOK_SECONDS):
            self.setProgress(100.0 * self._state.fraction)
        return self._state.finished

    def cancel(self) -> None:
        """Called by QGIS when the user cancels the task, or closes QGIS."""
        self._state.cancel()
        super().cancel()
