"""The job that makes the tutorial's imagery, and the settings that it proposes for a campaign on it.

The hand-over: ``example.json`` beside the imagery names, for each job, the parameters that suit so small a town:
``{"create": {"tile_size": 128, ...}, "suggest": {...}, "train": {...}, "query": {...}}``. The job's result carries the
same as ``settings``, and the paths of what it made as ``before``, ``after`` and ``truth``. Whoever opens a campaign
calls ``proposed_settings`` with the path of one of its rasters, so the proposal outlives the session, wherever the
campaign lies. The values replace the jobs' own defaults and those of QGIS's options; the user may still change them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict

from .job import Job, Kind, parameter, required

FILE_NAME = "example.json"
ENCODER = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none"}
"""Painted towns have no camera's colours to recognise: a small encoder learns them from nothing, without a download."""
SETTINGS: Dict[str, Dict[str, Any]] = {
    "create": {"tile_size": 128, "overlap": 16},
    "suggest": {**ENCODER},
    "train": {**ENCODER, "members": 2, "epochs": 20, "learning_rate": 1e-3},
    "query": {"count": 12},
}
"""What a campaign on the example should use, by job and parameter."""


@dataclass(frozen=True)
class Example:
    """Paint a small town before and after some years of building, to learn ALCD on: before.tif, after.tif, and
    truth.gpkg, which holds what really changed. A campaign made from them in the panel uses settings that suit
    the town; the file example.json beside them lists those."""

    folder: str = required("Folder of the example; must be new", Kind.NEW_FOLDER, label="New folder")
    size: int = parameter(
        "Side of the region", Kind.INTEGER, 1500, label="Side of the region", minimum=512, maximum=20_000, unit="px"
    )
    seed: int = parameter(
        "The same seed gives the same town", Kind.INTEGER, 3, label="Random seed", minimum=0, maximum=2**31 - 1
    )


JOB = Job("example", "Make example imagery", Example)


def proposed_settings(raster: str) -> Dict[str, Dict[str, Any]]:
    """What the example of which this raster is a part proposes, by job and parameter; empty where it is no example's.

    Of the file only what the example itself may propose is taken, in the same type; its bounds are the jobs' to check.
    """
    try:
        found = json.loads(Path(raster).with_name(FILE_NAME).read_text(encoding="utf-8"))
        return {
            job: {name: found[job][name] for name in values if type(found[job][name]) is type(values[name])}
            for job, values in SETTINGS.items()
        }
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
