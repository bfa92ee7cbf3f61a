"""Parameters of ``estimate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class Estimate(CampaignParameters):
    """Estimate from the labelled audit tiles how much changed in the whole region, how complete and how correct the map
    is, and how much it still misses, each with its confidence interval."""

    map: Optional[str] = parameter(
        "Probability map to check; by default the latest round's", Kind.RASTER, label="Probability map"
    )
    confidence: float = parameter(
        "Probability with which each interval contains the true value",
        Kind.NUMBER,
        0.95,
        label="Confidence",
        minimum=0.5,
        maximum=0.999,
    )
    threshold: float = parameter(
        "Pixels with at least this probability are change",
        Kind.NUMBER,
        0.5,
        label="Probability threshold",
        minimum=0.01,
        maximum=0.99,
        advanced=True,
    )
    output: Optional[str] = parameter("JSON file with all figures", Kind.FILE_OUTPUT, label="Figures (.json)")


JOB = Job("estimate", "Estimate completeness", Estimate)
