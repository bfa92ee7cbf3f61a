"""Rasters that were moved."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Relocate(JobAlgorithm):
    NAME = "relocate"
    TAGS = later("move,path")
