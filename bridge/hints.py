"""Hints shared by several error messages."""

from __future__ import annotations

import sys

from ..alcd_core.errors import BUILT_IN_HINT, ENCODER_WEIGHTS_HINTS
from .texts import tr


def set_up() -> str:
    return tr("Set it up once in Settings > Options > ALCD.")


def repair() -> str:
    return tr("Repair the worker's environment in ALCD's settings.")


def repair_or_choose() -> str:
    return tr("Repair the worker's environment in ALCD's settings, or choose another Python.")


def name_another_python() -> str:
    return tr("In ALCD's settings, choose a Python 3.11 or newer that has GDAL (osgeo) and numpy.") + _where_on_a_mac()


def _where_on_a_mac() -> str:
    if sys.platform != "darwin":
        return ""
    return " " + tr("On a Mac, Homebrew (brew install gdal numpy) and conda-forge have such a Python.")


def foreign_libraries_refused() -> str:
    return (
        tr("macOS does not let QGIS's own Python load PyTorch, because QGIS's developers did not sign it.")
        + " "
        + name_another_python()
    )


def install_runtime() -> str:
    return tr("Install the latest Microsoft Visual C++ Redistributable (x64), then try again.")


def less_memory() -> str:
    return tr("Close other programs, or use a smaller batch size, fewer members or a smaller encoder.")


def see_log() -> str:
    return tr("See the last lines of its log.")


def choose_weights() -> str:
    return tr(
        "Choose other encoder weights in ALCD's settings, or choose the encoder that they belong to on the page "
        "Learn, under Advanced."
    )


def choose_built_in_network() -> str:
    return tr(
        "On the page Learn, under Advanced, leave Encoder and Encoder depth to Automatic and choose the preset Fast, "
        "or choose other encoder weights."
    )


def in_panel(hint: str) -> str:
    """A worker's hint for the panel: hints about command-line options are replaced."""
    if hint == BUILT_IN_HINT:
        return choose_built_in_network()
    return choose_weights() if hint in ENCODER_WEIGHTS_HINTS else hint


def fixable_in_settings(hint: str) -> bool:
    """Whether the hint refers the user to ALCD's page of QGIS's options."""
    in_settings = (
        set_up,
        repair,
        repair_or_choose,
        name_another_python,
        foreign_libraries_refused,
        choose_weights,
    )
    return hint in [one() for one in in_settings]
