"""Parameters of ``assess``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters, DeviceParameters, ModelParameters


@dataclass(frozen=True)
class Assess(CampaignParameters, ModelParameters, DeviceParameters):
    """Measure AUC, average precision, F1, IoU and calibration error against a reference layer: on the test tiles,
    or on the whole grid if there are no test tiles. Each pixel counts once; pixels that the model was trained on do
    not count."""

    reference: str = required("Polygons of everything that changed", Kind.VECTOR, label="Reference polygons")
    objects: bool = parameter(
        "Also count whole buildings: which were found, missed and wrongly marked, by size",
        Kind.FLAG,
        False,
        label="Count buildings",
    )
    objects_layer: Optional[str] = parameter(
        "Layer of the buildings that were found and missed and of the polygons that are false (.gpkg); "
        "also counts buildings",
        Kind.VECTOR_OUTPUT,
        label="Buildings found, missed and false",
    )
    map: Optional[str] = parameter(
        "Raster of true and false positives and negatives in four colours; empty where the model was trained",
        Kind.RASTER_OUTPUT,
        label="Confusion map",
    )


JOB = Job("assess", "Assess against a reference", Assess)
