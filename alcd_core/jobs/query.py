"""The job that queries the tiles to label next."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, ComputingParameters, ModelParameters

ACQUISITIONS = ("variance", "entropy", "mutual-information", "change-probability", "random")


@dataclass(frozen=True)
class Query(CampaignParameters, ModelParameters, ComputingParameters):
    """Score every unlabelled tile by how much the model would learn from it and mark the best ones to label next,
    with the polygons that the model would draw on them as proposals."""

    acquisition: str = parameter(
        "How informative a tile is; change-probability: the tiles that are likeliest changed, to find what is left; "
        "random: tiles drawn by chance, without scoring any",
        Kind.CHOICE,
        "variance",
        choices=ACQUISITIONS,
    )
    count: int = parameter("Number of tiles to mark", Kind.INTEGER, 100, minimum=1, maximum=100_000)


JOB = Job("query", "Query next tiles", Query)
