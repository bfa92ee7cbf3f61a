"""Asks what to start from if the ImageNet weights are not on this computer."""

from __future__ import annotations

import dataclasses
from typing import Any, Dict

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...alcd_core.network.start_model import START
from ...bridge.process.outcome import FAILED, JobOutcome
from ...bridge.settings import load_settings
from ...bridge.texts import tr

MARK = "downloading was not allowed"  # part of the worker's message


def lacks_weights(outcome: JobOutcome) -> bool:
    """Whether the job failed only because the user has not chosen yet."""
    return outcome.status == FAILED and MARK in outcome.message


def choose_weights(parent: QWidget) -> Dict[str, Any]:
    """Ask the user. Returns what the job needs in addition to start again, or nothing if the user cancels. The start
    model, once chosen, stays chosen in the settings."""
    text = tr(
        "The network starts from weights pretrained on ImageNet, which are not on this computer yet. "
        "Download them now (about 85 MB, once)? They are the better choice. Without an internet connection, start from "
        "the small network that comes with ALCD."
    )
    box = QMessageBox(QMessageBox.Icon.Question, "ALCD", text, QMessageBox.StandardButton.Cancel, parent)
    download = box.addButton(tr("Download"), QMessageBox.ButtonRole.AcceptRole)
    start = box.addButton(tr("Use ALCD's start model"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(download)
    box.exec()
    if box.clickedButton() is download:
        return {"download": True}
    if box.clickedButton() is start:
        dataclasses.replace(load_settings(), encoder_weights=START).save()
        return {"encoder_weights": START}
    return {}
