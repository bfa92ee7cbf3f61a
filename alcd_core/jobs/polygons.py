"""Parameters of ``polygons``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters, DeviceParameters


@dataclass(frozen=True)
class Polygons(CampaignParameters, DeviceParameters):
    """Export polygons of change from the latest model's probability map, which is computed if it does not exist yet."""

    output: str = required("Change polygons (.gpkg or .geojson)", Kind.VECTOR_OUTPUT, label="Change polygons")
    threshold: float = parameter(
        "Pixels with at least this probability are change",
        Kind.NUMBER,
        0.5,
        label="Probability threshold",
        minimum=0.01,
        maximum=0.99,
    )
    min_area: float = parameter(
        "Smaller polygons are left out", Kind.NUMBER, 0.0, label="Minimum area", minimum=0.0, unit="m2"
    )
    simplify: Optional[float] = parameter(
        "Tolerance for simplifying the outlines; by default one pixel; 0 keeps the pixel edges",
        Kind.NUMBER,
        label="Simplification of outlines",
        minimum=0.0,
        unit="m",
        advanced=True,
    )
    right_angles: bool = parameter(
        "Draw buildings with right angles in their own main direction; walls shared by neighbours stay shared. An "
        "outline that right angles do not fit, of a curved or slanted building for example, stays as it is",
        Kind.FLAG,
        False,
        label="Right angles",
    )


JOB = Job("polygons", "Export change polygons", Polygons)
