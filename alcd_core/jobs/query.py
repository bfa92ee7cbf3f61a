"""Parameters of ``query``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, ComputingParameters, ModelParameters

ACQUISITIONS = {
    "variance": "Variance: where the members disagree most",
    "entropy": "Entropy: where all members together are least certain",
    "mutual-information": "Mutual information: where members are certain, each of something else",
    "change-probability": "Change probability: the tiles that are likeliest changed, to find what is left",
    "random": "Random: tiles drawn by chance, without scoring any",
}


@dataclass(frozen=True)
class Query(CampaignParameters, ModelParameters, ComputingParameters):
    """Score every unlabelled tile by how much the model would learn from it and mark the best ones to label next,
    with the polygons that the model would draw on them as proposals."""

    acquisition: str = parameter(
        "How informative a tile is",
        Kind.CHOICE,
        "variance",
        label="Acquisition",
        choices=ACQUISITIONS,
    )
    count: int = parameter(
        "Number of tiles to mark", Kind.INTEGER, 20, label="Number of tiles to query", minimum=1, maximum=100_000
    )


JOB = Job("query", "Query next tiles", Query)
