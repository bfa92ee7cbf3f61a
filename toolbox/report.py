"""A campaign on one page."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Report(JobAlgorithm):
    NAME = "report"
    TAGS = ("page", "html", "learning curve")
