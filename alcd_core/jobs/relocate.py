"""Parameters of ``relocate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class Relocate(CampaignParameters):
    """Point a campaign at orthophotos that were moved or renamed. Tiles, labels and models stay as they are."""

    before: Optional[str] = parameter(
        "Where the orthophoto of the first date is now", Kind.RASTER, label="Before, where it is now"
    )
    after: Optional[str] = parameter(
        "Where the orthophoto of the second date is now", Kind.RASTER, label="After, where it is now"
    )


JOB = Job("relocate", "Point campaign at moved rasters", Relocate)
