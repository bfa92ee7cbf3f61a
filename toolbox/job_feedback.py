"""Passes a job's events on to a Processing dialog."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QThread


class JobFeedback:
    """A callback for each event, in the thread of the algorithm."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._message = ""

    def is_cancelled(self) -> bool:
        """Whether the user has cancelled; called several times per second in the thread of the algorithm.

        QGIS's batch dialog runs algorithms in the GUI thread. There its Cancel button only works if events are
        processed, even while the worker is silent.
        """
        application = QCoreApplication.instance()
        if application is not None and application.thread() == QThread.currentThread():
            QCoreApplication.processEvents()
        return bool(self._feedback.isCanceled())

    def __call__(self, event: Dict[str, Any]) -> None:
        kind = event["event"]
        if kind == "progress":
            self._progress(100 * event["fraction"], str(event.get("message", "")))
        elif kind == "message":
            self._feedback.pushInfo(str(event.get("message", "")))
        elif kind == "metric":
            self._feedback.pushDebugInfo(metric_words(event))

    def _progress(self, percent: float, message: str) -> None:
        self._feedback.setProgress(percent)
        if message and message != self._message:
            self._message = message
            self._feedback.setProgressText(message)


def metric_words(event: Dict[str, Any]) -> str:
    """A metric in one line: ``loss 0.31 (epoch 4, member 0)``."""
    context = ", ".join(f"{name} {value}" for name, value in event.items() if name not in ("event", "name", "value"))
    value = event.get("value")
    number = f"{value:.4g}" if isinstance(value, (int, float)) else str(value)
    return f"{event.get('name')} {number}" + (f" ({context})" if context else "")
