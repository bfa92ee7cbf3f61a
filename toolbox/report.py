"""A campaign on one page."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Report(JobAlgorithm):
    NAME = "report"
    TAGS = later("page,html,learning curve")
