"""Maps of the probability of change."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Predict(JobAlgorithm):
    NAME = "predict"
    TAGS = later("probability,uncertainty,map")
    STYLES = (("output", "probability"), ("uncertainty", "uncertainty"))
