"""How a campaign stands."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Info(JobAlgorithm):
    NAME = "info"
    TAGS = ("campaign", "state")
