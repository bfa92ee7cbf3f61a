"""Parameters of ``label``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class Label(CampaignParameters):
    """Label tiles from existing polygons of change, or from two states of a building map: pixels outside the polygons
    count as unchanged. Polygons whose field class has the value ignore mark areas to leave out."""

    reference: Optional[str] = parameter("Polygons of everything that changed", Kind.VECTOR, label="Polygons of change")
    buildings_before: Optional[str] = parameter(
        "Instead of polygons of change: the building map as of the before date",
        Kind.VECTOR,
        label="Buildings before",
    )
    buildings_after: Optional[str] = parameter(
        "The building map as of the after date", Kind.VECTOR, label="Buildings after"
    )
    tolerance: Optional[float] = parameter(
        "Differences between the two building maps that are nowhere wider do not count; by default 1.5 m",
        Kind.NUMBER,
        label="Tolerance between the building maps",
        minimum=0.0,
        maximum=100.0,
        unit="m",
        advanced=True,
    )
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
