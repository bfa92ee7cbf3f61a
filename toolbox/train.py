"""Training."""

from __future__ import annotations

from .job_algorithm import JobAlgorithm


class Train(JobAlgorithm):
    NAME = "train"
    TAGS = ("neural network", "siamese", "mcbn", "ensemble")
