"""Change polygons."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Polygons(JobAlgorithm):
    NAME = "polygons"
    TAGS = ("vectorize", "export")
    STYLES = (("output", "polygons"),)
