"""Active learning with a reference as the analyst, measured."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Simulate(JobAlgorithm):
    NAME = "simulate"
    TAGS = later("experiment,benchmark")
