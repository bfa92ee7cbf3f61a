"""Parameters of ``info``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class Info(CampaignParameters):
    """Show the state of a campaign: its rasters and grid, tiles by state, and the rounds so far."""


JOB = Job("info", "Describe campaign", Info)
