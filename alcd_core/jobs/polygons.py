"""Parameters of ``polygons``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters, DeviceParameters


@dataclass(frozen=True)
class Polygons(CampaignParameters, DeviceParameters):
    """Export polygons of change from the latest model's probability map, which is computed if it does not exist yet.
    With a map of the buildings before, each polygon is built, torn_down or altered, and a second layer says which of
    these buildings are still there."""

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
    buildings: Optional[str] = parameter(
        "Polygons of the buildings at the date before: each change polygon gets a kind, and the layer buildings says "
        "of each building whether it is still there",
        Kind.VECTOR,
        label="Building map before",
    )
    building_id: Optional[str] = parameter(
        "Field with the ids of the buildings; by default the features' own ids",
        Kind.FIELD,
        label="Field of the ids",
        layer="buildings",
    )
    tolerance: Optional[float] = parameter(
        "Differences between buildings and orthophotos up to this width do not count; by default measured",
        Kind.NUMBER,
        label="Tolerance of the building map",
        minimum=0.0,
        maximum=20.0,
        unit="m",
        advanced=True,
    )
    table: Optional[str] = parameter(
        "Also write a table with a row for each change polygon (.csv)", Kind.TABLE_OUTPUT, label="Change table"
    )


JOB = Job("polygons", "Export change polygons", Polygons)
