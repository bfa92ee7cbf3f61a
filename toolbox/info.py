"""How a campaign stands."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Info(JobAlgorithm):
    NAME = "info"
    TAGS = later("campaign,state")
