"""Labels from polygons that exist."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Label(JobAlgorithm):
    NAME = "label"
    TAGS = later("annotation,reference")
