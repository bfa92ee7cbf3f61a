"""Paths of icons, styles, help and models."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def icon(name: str) -> QIcon:
    """The icon of that name, or ALCD's own icon if there is none."""
    file = RESOURCES / "icons" / f"{name}.svg"
    return QIcon(str(file if file.is_file() else RESOURCES / "icons" / "alcd.svg"))


def style_file(name: str) -> str:
    """Path of a layer style."""
    return str(RESOURCES / "styles" / f"{name}.qml")


def help_address(job: str) -> str:
    """Address of the help section about the job."""
    return (RESOURCES / "help" / "toolbox.html").as_uri() + f"#{job}"
