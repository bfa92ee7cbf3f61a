"""First tiles to label, marked in the campaign."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Suggest(JobAlgorithm):
    NAME = "suggest"
    TAGS = later("sampling")
