"""Training."""

from __future__ import annotations

from ..bridge.texts import later
from .job_algorithm import JobAlgorithm


class Train(JobAlgorithm):
    NAME = "train"
    TAGS = later("neural network,siamese,mcbn,ensemble")
