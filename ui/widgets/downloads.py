"""Asks for consent before ImageNet weights are downloaded."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...bridge.process.outcome import FAILED, JobOutcome
from ...bridge.texts import tr

MARK = "downloading was not allowed"  # part of the worker's message


def wants_download(outcome: JobOutcome) -> bool:
    """Whether the job failed only because the user has not agreed to the download yet."""
    return outcome.status == FAILED and MARK in outcome.message


def may_download(parent: QWidget) -> bool:
    """Ask the user."""
    text = tr(
        "The network starts from weights pretrained on ImageNet, which are not on this computer yet. "
        "Download them now (about 85 MB, once)?"
    )
    buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    answer = QMessageBox.question(parent, "ALCD", text, buttons, QMessageBox.StandardButton.Yes)
    return answer == QMessageBox.StandardButton.Yes
