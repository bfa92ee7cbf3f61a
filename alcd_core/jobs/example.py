"""The job that makes the tutorial's imagery, and the settings that it proposes for a campaign on it.

``example.json`` beside the imagery holds, for each job, the parameters that suit such a small town:
``{"create": {"tile_size": 128, ...}, "suggest": {...}, "train": {...}, "query": {...}}``. The job's result contains the
same values as ``settings``, and the paths of the files it made as ``before``, ``after``, ``truth`` and ``buildings``.
Code that opens a campaign calls ``proposed_settings`` with the path of one of its rasters, so the proposal outlives the
session and does not depend on where the campaign is. The values replace the jobs' defaults and those of QGIS's options;
the user may still change them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict

from .job import Job, Kind, parameter, required

FILE_NAME = "example.json"
ENCODER = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none"}
"""Generated imagery has none of the colours of a real camera, so ImageNet weights are no use, and the built-in network
has seen such towns before: a small encoder learns it from scratch, without a download."""
SETTINGS: Dict[str, Dict[str, Any]] = {
    "create": {"tile_size": 128, "overlap": 16},
    "suggest": {**ENCODER},
    "train": {**ENCODER, "members": 2, "epochs": 20, "learning_rate": 1e-3},
    "query": {"count": 12},
}
"""The settings for a campaign on the example, by job and parameter."""


@dataclass(frozen=True)
class Example:
    """Generate imagery of a small town before and after some years of building, to learn ALCD with: before.tif,
    after.tif, truth.gpkg, which contains the real changes, and buildings.gpkg, the building map as of the first date.
    A campaign created from them in the panel uses settings that suit the town; the file example.json beside them lists
    these settings."""

    folder: str = required("Folder for the example; must be new", Kind.NEW_FOLDER, label="New folder")
    size: int = parameter(
        "Side of the region", Kind.INTEGER, 1500, label="Side of the region", minimum=512, maximum=20_000, unit="px"
    )
    seed: int = parameter(
        "The same seed gives the same town", Kind.INTEGER, 3, label="Random seed", minimum=0, maximum=2**31 - 1
    )


JOB = Job("example", "Make example imagery", Example)


def proposed_settings(raster: str) -> Dict[str, Dict[str, Any]]:
    """The settings proposed by the example that this raster belongs to, by job and parameter; empty for other rasters.

    Only the parameters in ``SETTINGS`` are read from the file, if they have the same type; the jobs check their bounds.
    """
    try:
        found = json.loads(Path(raster).with_name(FILE_NAME).read_text(encoding="utf-8"))
        return {
            job: {name: found[job][name] for name in values if type(found[job][name]) is type(values[name])}
            for job, values in SETTINGS.items()
        }
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
