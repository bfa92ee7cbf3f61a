"""Parameters of ``label``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class Label(CampaignParameters):
    """Label tiles from existing polygons of change: pixels outside the polygons count as unchanged.
    Polygons whose field class has the value ignore mark areas to leave out."""

    reference: str = required("Polygons of everything that changed", Kind.VECTOR, label="Polygons of change")
    tiles: str = parameter(
        "Which tiles to label: queried, audit, all, or tile numbers as in 12,57",
        Kind.TEXT,
        "queried",
        label="Tiles to label",
    )
    split: str = parameter(
        "What to use the labels for",
        Kind.CHOICE,
        "train",
        label="Purpose of the labels",
        choices={
            "train": "Train: the network learns from them",
            "test": "Test: only for assessment, never for training",
        },
    )


JOB = Job("label", "Label tiles from polygons", Label)
