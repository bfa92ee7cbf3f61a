"""Parameters of ``query``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, ClusterParameters, ComputingParameters, ModelParameters

ACQUISITIONS = {
    "variance": "Variance: where the members disagree most",
    "entropy": "Entropy: where all members together are least certain",
    "mutual-information": "Mutual information: where each member is certain, but of different things",
    "change-probability": "Change probability: the tiles most likely to be changed, to find the remaining changes",
    "single-pass": "Single pass: where one member is least certain, in half of the time",
    "random": "Random: tiles drawn at random, without scoring",
}


@dataclass(frozen=True)
class Query(CampaignParameters, ModelParameters, ComputingParameters, ClusterParameters):
    """Score every unlabelled tile by how much the model would learn from it, and mark the best ones to label next,
    with the polygons that the model predicts there as proposals."""

    acquisition: str = parameter(
        "How to measure how informative a tile is",
        Kind.CHOICE,
        "single-pass",
        label="Acquisition",
        choices=ACQUISITIONS,
    )
    count: int = parameter(
        "Number of tiles to mark", Kind.INTEGER, 20, label="Number of tiles to query", minimum=1, maximum=100_000
    )


JOB = Job("query", "Query next tiles", Query)
