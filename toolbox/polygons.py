"""Change polygons."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Polygons(JobAlgorithm):
    NAME = "polygons"
    TAGS = later("vectorize,export")
    STYLES = (("output", "polygons"),)
