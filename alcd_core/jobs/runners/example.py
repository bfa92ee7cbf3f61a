"""Runs ``example``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ...demo.orthophotos import make_orthophotos
from ...demo.settings import SceneSettings
from ...progress import Reporter
from ..example import FILE_NAME, SETTINGS, Example
from ..helpers.new_folder import new_folder

TOWN = SceneSettings(houses_torn_down=0.05, annexes=8)
"""A town with enough of each kind of change."""


def run(parameters: Example, reporter: Reporter) -> dict[str, Any]:
    """Write imagery, truth and proposed settings to a hidden folder, which is renamed once it is complete."""
    folder = Path(parameters.folder).absolute()
    with new_folder(folder) as hidden:
        paths = make_orthophotos(hidden, parameters.seed, parameters.size, reporter, TOWN)
        (hidden / FILE_NAME).write_text(json.dumps(SETTINGS, indent=2) + "\n", encoding="utf-8")
        reporter.check()
    before, after, truth, buildings = (str(folder / path.name) for path in paths)
    return {
        "summary": f"{before}, {after}, {truth} and {buildings}: {parameters.size} x {parameters.size} pixels.",
        "before": before,
        "after": after,
        "truth": truth,
        "buildings": buildings,
        "settings": SETTINGS,
    }
