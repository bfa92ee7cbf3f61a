"""Returns the keyboard focus when a job ends: the button that started it was disabled meanwhile and lost the focus."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget


class FocusReturn(QObject):
    """Follows the jobs of a ``Session``. Create it before anything that disables buttons when a job starts.

    Once no further job follows, ``give`` is called with the widget that had the focus when the job was started from
    ``dock``, unless the user has moved the focus in the meantime.
    """

    def __init__(self, session: Any, dock: QWidget, give: Callable[[QWidget], Any]) -> None:
        super().__init__(dock)
        self._dock, self._give = dock, give
        self._start: Optional[QWidget] = None  # the widget that had the focus when the job was started
        self._left: Optional[QWidget] = None  # the widget that Qt moved it to when that was disabled
        self._returns = False
        session.job_started.connect(self._begin)
        session.job_ended.connect(self._end)

    def note(self) -> None:
        """Record that Qt, not the user, has moved the focus."""
        self._left = self._focus()

    def _begin(self, *_: Any) -> None:
        here = self._focus()
        if not self._returns:  # otherwise this is the next step of a round: keep the first step's widget
            self._start = here if here is not None and self._dock.isAncestorOf(here) else None
        self._returns = False
        QTimer.singleShot(0, self.note)

    def _end(self, *_: Any) -> None:
        self._returns = self._start is not None and self._focus() in (None, self._left, self._start)
        QTimer.singleShot(0, self._return)  # after the pages have shown the result

    def _return(self) -> None:
        if self._returns and self._start is not None:
            self._returns = False
            self._give(self._start)

    def _focus(self) -> Optional[QWidget]:
        """The widget with the focus in the dock's window, also while the window is inactive."""
        return self._dock.window().focusWidget()
