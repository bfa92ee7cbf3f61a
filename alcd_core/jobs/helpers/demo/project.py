"""The demo's QGIS project, written by a child process because PyQGIS and torch must not share a process."""

from __future__ import annotations

import json
import os
import subprocess  # no shell, fixed arguments # nosec B404
import sys
from pathlib import Path
from typing import Any

from ....campaign.campaign import Campaign
from .loop import Imagery

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
PROGRAM = RESOURCES / "project.py"
INTERPRETERS = (sys.executable, "/usr/bin/python3")
NO_PYQGIS = 3
TIMEOUT = 120.0
"""Seconds."""


def write_project(campaign: Campaign, imagery: Imagery, polygons: Path, output: Path) -> str:
    """Write the project; returns a sentence that reports success or why the project was not written."""
    description = json.dumps(
        {"output": str(output), "title": campaign.description.name, "layers": _layers(campaign, imagery, polygons)}
    )
    problem = "PyQGIS is not installed on this machine"
    for interpreter in filter(_can_run, INTERPRETERS):
        status, last_line = _run(interpreter, description)
        if status == 0:
            return "QGIS project written."
        if status != NO_PYQGIS:
            problem = last_line
    return f"The QGIS project was not written: {problem}."


def _can_run(interpreter: str) -> bool:
    return PROGRAM.is_file() and os.access(interpreter, os.X_OK)


def _run(interpreter: str, description: str) -> tuple[int, str]:
    # Without these QGIS would write statistics files beside the rasters and would need a screen.
    environment = {**os.environ, "GDAL_PAM_ENABLED": "NO", "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell # nosec B603
            [interpreter, str(PROGRAM)], input=description, capture_output=True, text=True, env=environment,
            timeout=TIMEOUT,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    lines = done.stderr.strip().splitlines()
    return done.returncode, lines[-1] if lines else f"QGIS's Python exited with status {done.returncode}"


def _layers(campaign: Campaign, imagery: Imagery, polygons: Path) -> list[dict[str, Any]]:
    """The layers from top to bottom; the map opens on the extent of the last one."""
    maps, own = campaign.folder / "maps", str(campaign.file)
    return [
        _vector("Change polygons", str(polygons), "polygons", "Result"),
        _vector("Tiles by state", f"{own}|layername=tiles", "tiles_state", "Campaign", visible=False),
        _vector("Tiles by score", f"{own}|layername=tiles", "tiles_score", "Campaign", visible=False),
        _vector("Proposals", f"{own}|layername=proposals", "proposals", "Campaign", visible=False),
        _vector("Annotations", f"{own}|layername=annotations", "annotations", "Campaign", visible=False),
        _raster("Agreement with the truth", str(maps / "agreement.tif"), "assessment", "Maps"),
        _raster("Probability of change", str(maps / "probability.tif"), "probability", "Maps"),
        _raster("Uncertainty", str(maps / "uncertainty.tif"), "uncertainty", "Maps"),
        _vector("Truth", imagery.reference, "", "Imagery", visible=False),
        _raster("After", imagery.after, "", "Imagery", visible=True),
        _raster("Before", imagery.before, "", "Imagery", visible=True),
    ]


def _vector(name: str, source: str, style: str, group: str, visible: bool = True) -> dict[str, Any]:
    return {"name": name, "source": source, "vector": True, "style": _style(style), "group": group, "visible": visible}


def _raster(name: str, source: str, style: str, group: str, visible: bool = False) -> dict[str, Any]:
    return {"name": name, "source": source, "vector": False, "style": _style(style), "group": group, "visible": visible}


def _style(name: str) -> str:
    return str(RESOURCES / "styles" / f"{name}.qml") if name else ""
