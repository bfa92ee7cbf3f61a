"""Hints shared by several error messages."""

from __future__ import annotations

from ..alcd_core.errors import ENCODER_WEIGHTS_HINTS
from .texts import tr


def set_up() -> str:
    return tr("Set it up in Settings > Options > ALCD (about 5 GB, once).")


def repair() -> str:
    return tr("Repair the worker's environment in ALCD's settings.")


def repair_or_choose() -> str:
    return tr("Repair the worker's environment in ALCD's settings, or choose another Python.")


def name_another_python() -> str:
    return tr("Name a Python 3.11 or newer that has GDAL (osgeo) and numpy in ALCD's settings.")


def less_memory() -> str:
    return tr("Close other programs, or use a smaller batch size, fewer members or a smaller encoder.")


def see_log() -> str:
    return tr("The last lines of its log tell more.")


def choose_weights() -> str:
    return tr(
        "Choose other encoder weights in ALCD's settings, or on the page Learn, under Advanced, the encoder that "
        "they were made for."
    )


def in_panel(hint: str) -> str:
    """A worker's hint in the panel's words, where it speaks of the options of the command line."""
    return choose_weights() if hint in ENCODER_WEIGHTS_HINTS else hint


def mended_in_settings(hint: str) -> bool:
    """Whether it sends the user to ALCD's page of QGIS's options."""
    return hint in (set_up(), repair(), repair_or_choose(), name_another_python(), choose_weights())
