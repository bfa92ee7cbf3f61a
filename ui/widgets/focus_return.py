"""The keyboard comes back when a job ends: the button that started it was grey meanwhile, and lost the focus."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget


class FocusReturn(QObject):
    """Follows the jobs of a ``Session``. Make it before what makes buttons grey when a job starts.

    ``give`` is called with what had the focus when the job was started from ``dock``, once no job follows; not where
    the user has gone elsewhere meanwhile.
    """

    def __init__(self, session: Any, dock: QWidget, give: Callable[[QWidget], Any]) -> None:
        super().__init__(dock)
        self._dock, self._give = dock, give
        self._start: Optional[QWidget] = None  # what had the focus when the job was started
        self._left: Optional[QWidget] = None  # what Qt gave it to when that became grey
        self._returns = False
        session.job_started.connect(self._begin)
        session.job_ended.connect(self._end)

    def note(self) -> None:
        """The focus is where Qt has put it, not the user."""
        self._left = self._focus()

    def _begin(self, *_: Any) -> None:
        here = self._focus()
        if not self._returns:  # else it is the next step of a round: what started the first one counts
            self._start = here if here is not None and self._dock.isAncestorOf(here) else None
        self._returns = False
        QTimer.singleShot(0, self.note)

    def _end(self, *_: Any) -> None:
        self._returns = self._start is not None and self._focus() in (None, self._left, self._start)
        QTimer.singleShot(0, self._return)  # when the pages have shown what the job brought

    def _return(self) -> None:
        if self._returns and self._start is not None:
            self._returns = False
            self._give(self._start)

    def _focus(self) -> Optional[QWidget]:
        """What has the focus in the dock's window, or will have it when the window is active again."""
        return self._dock.window().focusWidget()
