"""Messages in QGIS's message bar.

The bar's messages go by themselves, warnings too (QGIS 3.22: after some eight seconds); a failure stays in the panel.
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
from ...bridge.hints import in_panel, mended_in_settings
from ...bridge.process.outcome import CANCELLED, CRASHED, JobOutcome
from ...bridge.texts import tr
from ...bridge.worker_setup import data_folder

TITLE = "ALCD"
SECONDS = 8
MOST_LINES = 8
TASK = re.compile(r"ALCD: [a-z]+")  # what the panel calls its tasks


@dataclass(frozen=True)
class Failure:
    """What could not be done: ``heading`` names it, ``text`` says why and what to do; ``button`` runs ``action``."""

    heading: str
    text: str
    button: str = ""
    action: Optional[Callable[[], Any]] = None


class Messages(QObject):
    """Texts for the message bar of QGIS's window (``iface.messageBar()``), and for who keeps the last failure."""

    failed = pyqtSignal(object)  # a Failure
    settled = pyqtSignal()  # nothing that failed is of interest any more

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._passing: Optional[QgsMessageBarItem] = None  # the last one that goes by itself
        self._warnings: List[QgsMessageBarItem] = []  # until something succeeds
        iface.messageBar().widgetAdded.connect(self._drop_echo)

    def info(self, text: str) -> None:
        """Something that the user may want to know; goes by itself."""
        self._show(text, Qgis.MessageLevel.Info, SECONDS)

    def success(self, text: str) -> None:
        """What the user asked for is done; goes by itself."""
        self.settle()
        self._show(text, Qgis.MessageLevel.Success, SECONDS)

    def settle(self) -> None:
        """Something succeeded, or the user has read what failed: take it away."""
        bar = self._iface.messageBar()
        for item in set(self._warnings) & set(bar.items()):
            bar.popWidget(item)
        self._warnings = []
        self.settled.emit()

    def warning(self, text: str) -> None:
        """What the user wanted could not be done."""
        self._warn(Failure(tr("The action failed"), text))

    def error(self, error: Exception) -> None:
        """An ``AlcdError`` or WorkerError: what is wrong, and what to do."""
        self.problem(str(getattr(error, "message", error)), str(getattr(error, "hint", "")))

    def problem(self, message: str, hint: str = "", heading: str = "") -> None:
        """What could not be done, and what to do about it."""
        hint = in_panel(hint)
        text = f"{tr(message)} {tr(hint) if hint else ''}".strip()
        heading = heading or tr("The action failed")
        if mended_in_settings(hint):
            self._warn(Failure(heading, text, tr("Open settings"), self.open_settings))
        else:
            self._warn(Failure(heading, text))

    def outcome(self, job: str, outcome: JobOutcome) -> None:
        """How a job ended: a failure stays until the next success. A cancelled one needs no words."""
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
        """QGIS's options at ALCD's page."""
        self._iface.showOptionsDialog(currentPage="ALCD")

    def _drop_echo(self, *_: Any) -> None:
        """QGIS before 3.26 tells the end of a long task in a bar of its own, over ours."""
        bar = self._iface.messageBar()
        for item in bar.items():  # the signal brings a widget that does not know its text
            if TASK.fullmatch(item.text()):
                # Later: QGIS is still putting it on the screen.
                QTimer.singleShot(0, lambda item=item: bar.popWidget(item))

    def _show(
        self, text: str, level: Any, seconds: int, button: str = "", action: Optional[Callable[[], Any]] = None
    ) -> QgsMessageBarItem:
        bar = self._iface.messageBar()
        if self._passing is not None and self._passing in bar.items():
            bar.popWidget(self._passing)  # news takes the place of older news; warnings stay
        item = bar.createMessage(TITLE, text)
        item.setToolTip(text)
        if button and action is not None:
            way_out = QPushButton(button, item)
            way_out.clicked.connect(lambda: action())
            item.layout().addWidget(way_out)
        bar.pushWidget(item, level, seconds)
        QTimer.singleShot(0, lambda: show_all_lines(item))  # when it has its width
        if seconds:
            self._passing = item
        QgsMessageLog.logMessage(text, TITLE, level, notifyUser=False)
        return item


def show_all_lines(item: QgsMessageBarItem) -> None:
    """Make room for the whole text: QGIS's bar has two lines, and the rest is to be scrolled to."""
    if sip.isdeleted(item):
        return
    browser = item.findChild(QTextBrowser)
    if browser is None:
        return
    text = browser.document().clone()
    text.setTextWidth(browser.width())  # without the scroll bar that it has now
    most = MOST_LINES * browser.fontMetrics().lineSpacing() + 2 * text.documentMargin()
    height = 2 + min(text.size().height(), most)
    if height > browser.height():
        room = f"QTextEdit {{ min-height: {height:.0f}px; max-height: {height:.0f}px; }}"
        browser.setStyleSheet(f"{browser.styleSheet()} {room}")


def show_log() -> None:
    """The worker's log in the program that the system has for it; QGIS's log panel where there is none."""
    file: Path = data_folder() / "worker.log"
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        QgsApplication.messageLog().logMessage(str(file), TITLE, Qgis.MessageLevel.Info)
