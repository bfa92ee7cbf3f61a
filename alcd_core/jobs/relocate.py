"""Parameters of ``relocate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, FurtherRasters


@dataclass(frozen=True)
class Relocate(FurtherRasters, CampaignParameters):
    """Point a campaign at rasters that were moved or renamed. If a date has several, name all of them, in their order.
    Tiles, labels and models stay as they are."""

    before: Optional[str] = parameter(
        "The orthophoto of the first date in its new place", Kind.RASTER, label="Before, new location"
    )
    after: Optional[str] = parameter(
        "The orthophoto of the second date in its new place", Kind.RASTER, label="After, new location"
    )


JOB = Job("relocate", "Point campaign at moved rasters", Relocate)
