"""Messages in QGIS's message bar.

The bar hides its messages after a while, even warnings (QGIS 3.22: about eight seconds); failures stay in the panel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, List, Optional

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.gui import QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from ...alcd_core.jobs.registry import jobs
from ...bridge.hints import fixable_in_settings, in_panel
from ...bridge.process.outcome import CANCELLED, CRASHED, JobOutcome
from ...bridge.texts import tr
from ...bridge.worker_setup import data_folder

TITLE = "ALCD"
SECONDS = 8
MOST_LINES = 8
TASK = re.compile(r"ALCD: [a-z]+")  # the panel's names for its tasks


@dataclass(frozen=True)
class Failure:
    """A failure: ``heading`` names it, ``text`` gives the reason and what to do; ``button`` runs ``action``."""

    heading: str
    text: str
    button: str = ""
    action: Optional[Callable[[], Any]] = None


class Messages(QObject):
    """Shows messages in the message bar of QGIS's window and emits the failures."""

    failed = pyqtSignal(object)  # a Failure
    settled = pyqtSignal()  # the failures no longer matter

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._temporary: Optional[QgsMessageBarItem] = None  # the last one that disappears by itself
        self._warnings: List[QgsMessageBarItem] = []  # until something succeeds
        iface.messageBar().widgetAdded.connect(self._remove_qgis_notice)

    def info(self, text: str) -> None:
        """Show information; disappears by itself."""
        self._show(text, Qgis.MessageLevel.Info, SECONDS)

    def success(self, text: str) -> None:
        """Report success; disappears by itself."""
        self.settle()
        self._show(text, Qgis.MessageLevel.Success, SECONDS)

    def settle(self) -> None:
        """Remove the warnings: something succeeded, or the user dismissed them."""
        bar = self._iface.messageBar()
        for item in set(self._warnings) & set(bar.items()):
            bar.popWidget(item)
        self._warnings = []
        self.settled.emit()

    def warning(self, text: str) -> None:
        """Report that an action failed."""
        self._warn(Failure(tr("The action failed"), text))

    def error(self, error: Exception) -> None:
        """Report an ``AlcdError``: what is wrong, and what to do."""
        self.problem(str(getattr(error, "message", error)), str(getattr(error, "hint", "")))

    def problem(self, message: str, hint: str = "", heading: str = "") -> None:
        """Report a problem, and what to do about it."""
        hint = in_panel(hint)
        text = f"{tr(message)} {tr(hint) if hint else ''}".strip()
        heading = heading or tr("The action failed")
        if fixable_in_settings(hint):
            self._warn(Failure(heading, text, tr("Open settings"), self.open_settings))
        else:
            self._warn(Failure(heading, text))

    def outcome(self, job: str, outcome: JobOutcome) -> None:
        """Report how a job ended: a failure stays until the next success; a cancelled job needs no message."""
        if outcome.finished:
            self.settle()
        elif outcome.status != CANCELLED:
            self._failure(tr("{} failed").format(tr(jobs()[job].title)), outcome)

    def _failure(self, heading: str, outcome: JobOutcome) -> None:
        if outcome.log_tail:
            QgsMessageLog.logMessage(outcome.log_tail, TITLE, Qgis.MessageLevel.Info, notifyUser=False)
        if outcome.status == CRASHED:
            text = f"{tr(outcome.message)} {tr(outcome.hint)}"
            self._warn(Failure(heading, text, tr("Show log"), show_log))
        else:
            self.problem(outcome.message, outcome.hint, heading)

    def _warn(self, failure: Failure) -> None:
        if all(item.text() != failure.text for item in self._iface.messageBar().items()):
            item = self._show(failure.text, Qgis.MessageLevel.Warning, 0, failure.button, failure.action)
            self._warnings.append(item)
        self.failed.emit(failure)

    def open_settings(self) -> None:
        """Open ALCD's page of QGIS's options."""
        self._iface.showOptionsDialog(currentPage="ALCD")

    def _remove_qgis_notice(self, *_: Any) -> None:
        """Remove the notice that QGIS before 3.26 shows over ours when a long task ends."""
        bar = self._iface.messageBar()
        for item in bar.items():  # the widget in the signal does not provide its text
            if TASK.fullmatch(item.text()):
                # Deferred: QGIS is still adding it.
                QTimer.singleShot(0, lambda item=item: bar.popWidget(item))

    def _show(
        self, text: str, level: Any, seconds: int, button: str = "", action: Optional[Callable[[], Any]] = None
    ) -> QgsMessageBarItem:
        bar = self._iface.messageBar()
        if self._temporary is not None and self._temporary in bar.items():
            bar.popWidget(self._temporary)  # replaces the previous message; warnings stay
        item = bar.createMessage(TITLE, text)
        item.setToolTip(text)
        if button and action is not None:
            action_button = QPushButton(button, item)
            action_button.clicked.connect(lambda: action())
            item.layout().addWidget(action_button)
        bar.pushWidget(item, level, seconds)
        QTimer.singleShot(0, lambda: show_all_lines(item))  # once its width is known
        if seconds:
            self._temporary = item
        QgsMessageLog.logMessage(text, TITLE, level, notifyUser=False)
        return item


def show_all_lines(item: QgsMessageBarItem) -> None:
    """Enlarge the item to show its whole text: by default QGIS shows two lines and a scroll bar."""
    if sip.isdeleted(item):
        return
    browser = item.findChild(QTextBrowser)
    if browser is None:
        return
    text = browser.document().clone()
    text.setTextWidth(browser.width())  # without the current scroll bar
    most = MOST_LINES * browser.fontMetrics().lineSpacing() + 2 * text.documentMargin()
    height = 2 + min(text.size().height(), most)
    if height > browser.height():
        room = f"QTextEdit {{ min-height: {height:.0f}px; max-height: {height:.0f}px; }}"
        browser.setStyleSheet(f"{browser.styleSheet()} {room}")


def show_log() -> None:
    """Open the worker's log in the system's default program, or name the file in QGIS's log panel if there is none."""
    file: Path = data_folder() / "worker.log"
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        QgsApplication.messageLog().logMessage(str(file), TITLE, Qgis.MessageLevel.Info)
