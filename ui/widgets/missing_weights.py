"""Asks what to start from if the ImageNet weights are not on this computer."""

from __future__ import annotations

import dataclasses
from typing import Any, Dict, Mapping

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...alcd_core.initial_weights import BUILT_IN, BUILT_IN_DEPTH, BUILT_IN_ENCODER
from ...bridge.process.outcome import FAILED, JobOutcome
from ...bridge.settings import load_settings
from ...bridge.texts import tr

MARKS = ("downloading was not allowed", "could not be downloaded")  # parts of the worker's messages


def lacks_weights(outcome: JobOutcome) -> bool:
    """Whether the job failed only because of the ImageNet weights."""
    return outcome.status == FAILED and any(mark in outcome.message for mark in MARKS)


def choose_weights(parent: QWidget, outcome: JobOutcome, values: Mapping[str, Any]) -> Dict[str, Any]:
    """Ask the user. ``values``: the job's. Returns what it needs besides to start again, or nothing if the user
    cancels. The built-in network, once chosen, stays chosen in the settings."""
    question = tr(
        "Download them now (about 85 MB, once)? They are the better choice. Without an internet connection you can "
        "start from the small network that comes with ALCD."
    )
    text = f"{outcome.message} {question}"
    box = QMessageBox(QMessageBox.Icon.Question, "ALCD", text, QMessageBox.StandardButton.Cancel, parent)
    download = box.addButton(tr("Download"), QMessageBox.ButtonRole.AcceptRole)
    built_in = box.addButton(tr("Use the built-in network"), QMessageBox.ButtonRole.AcceptRole)
    built_in.setEnabled(_built_in_fits(values))
    box.setDefaultButton(download)
    box.exec()
    if box.clickedButton() is download:
        return {"download": True}
    if box.clickedButton() is built_in:
        dataclasses.replace(load_settings(), encoder_weights=BUILT_IN).save()
        return {"encoder_weights": BUILT_IN}
    return {}


def _built_in_fits(values: Mapping[str, Any]) -> bool:
    return (
        values.get("encoder") in (None, BUILT_IN_ENCODER)
        and values.get("encoder_depth") in (None, BUILT_IN_DEPTH)
        and values.get("preset") != "paper"
    )
