"""Parameters of ``predict``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter, required
from .shared_parameters import CampaignParameters, ClusterParameters, ModelParameters


@dataclass(frozen=True)
class Predict(CampaignParameters, ModelParameters, ClusterParameters):
    """Map the probability of change over the whole grid as a cloud-optimised GeoTIFF; overlapping tiles are blended."""

    output: str = required(
        "Raster of the probability of change (0 to 1)", Kind.RASTER_OUTPUT, label="Probability of change"
    )
    uncertainty: Optional[str] = parameter(
        "Raster of the members' variance (0 to 0.25)", Kind.RASTER_OUTPUT, label="Uncertainty"
    )


JOB = Job("predict", "Predict probability of change", Predict)
