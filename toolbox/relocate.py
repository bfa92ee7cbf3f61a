"""Rasters that were moved."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Relocate(JobAlgorithm):
    NAME = "relocate"
    TAGS = ("move", "path")
