"""Shows the last failure in the panel, since QGIS's message bar hides warnings after a few seconds."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QFrame, QStyle, QWidget

from .messages import Failure, Messages


class FailureBox(QFrame):
    """Shows the last failure reported by ``messages`` until a job succeeds or the user dismisses it."""

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self.icon_label.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(size, size))
        self._failure: Optional[Failure] = None
        self.action_button.clicked.connect(self._run_action)
        self.dismiss_button.clicked.connect(messages.settle)
        messages.failed.connect(self._show_failure)
        messages.settled.connect(self._clear)
        self.hide()

    def _clear(self) -> None:
        self._failure = None
        self.hide()

    def _show_failure(self, failure: Failure) -> None:
        self._failure = failure
        self.heading_label.setText(failure.heading)
        self.text_label.setText(failure.text)
        self.action_button.setText(failure.button)
        self.action_button.setVisible(failure.action is not None)
        self.show()

    def _run_action(self) -> None:
        if self._failure is not None and self._failure.action is not None:
            self._failure.action()
