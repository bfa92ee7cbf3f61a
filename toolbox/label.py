"""Labels from polygons that exist."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Label(JobAlgorithm):
    NAME = "label"
    TAGS = ("annotation", "reference")
