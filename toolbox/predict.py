"""Maps of the probability of change."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Predict(JobAlgorithm):
    NAME = "predict"
    TAGS = ("probability", "uncertainty", "map")
    STYLES = (("output", "probability"), ("uncertainty", "uncertainty"))
