"""The progress bar of the running job, with the time left and a Cancel button."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ...alcd_core.jobs.registry import jobs
from ...bridge.texts import tr
from .figures import figure
from .time_left import TimeLeft, time_left_text

FIGURE = re.compile(r"\d+")


class JobBar(QWidget):
    """Follows the jobs of a ``Session``; hidden while none runs."""

    def __init__(self, session: Any, parent: QWidget) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._time = TimeLeft(time.monotonic())
        self.cancel_button.clicked.connect(self._cancel)
        session.job_started.connect(self._start)
        session.job_progressed.connect(self._progress)
        session.job_ended.connect(self._end)
        self.hide()

    def _start(self, name: str) -> None:
        self._time = TimeLeft(time.monotonic())
        self.title_label.setText(tr(jobs()[name].title))
        self.message_label.clear()
        self.time_label.clear()
        self.progress_bar.setValue(0)
        self.cancel_button.setEnabled(True)
        self.show()

    def _progress(self, fraction: float, message: str) -> None:
        self.progress_bar.setValue(round(1000 * fraction))
        if message:
            self.message_label.setText(worker_text(message))
        self.time_label.setText(time_left_text(self._time.seconds(fraction, time.monotonic())))

    def _end(self, *_: Any) -> None:
        if self._session.job is None:  # otherwise the next step of a round has already started
            self.hide()

    def _cancel(self) -> None:
        if self._session.job is not None:
            self.cancel_button.setEnabled(False)
            self.message_label.setText(tr("Cancelling…"))
            self._session.job.cancel()


def worker_text(message: str) -> str:
    """The worker's progress message in the user's language, with the worker's numbers."""
    known = {
        "Epoch {} of {}": tr("Epoch {} of {}"),
        "Tile {} of {}": tr("Tile {} of {}"),
        "Labelling {} tiles": tr("Labelling {} tiles"),
    }
    text = known.get(FIGURE.sub("{}", message))
    return tr(message) if text is None else text.format(*(figure(int(number)) for number in FIGURE.findall(message)))
