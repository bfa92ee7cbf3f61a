"""Parameters of ``query``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

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


MANY_TILES = 200_000
"""In campaigns of this size and larger ones, scoring only some of the tiles is offered."""
OFFERED_SHARE = 0.5
"""The share of the tiles that is then offered."""


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
    score: Optional[int] = parameter(
        "How many tiles to score; by default all. Half of them are those that scored highest in the last query, the "
        "others are drawn at random, tiles without a score first. Only these can be queried; the others keep their "
        "earlier scores. For campaigns of hundreds of thousands of tiles",
        Kind.INTEGER,
        label="Tiles to score",
        minimum=1,
        maximum=100_000_000,
        advanced=True,
    )


def offered_score(tiles: int) -> Optional[int]:
    """How many tiles to offer a user to score, out of this number; None if scoring all of them does not take long."""
    return round(OFFERED_SHARE * tiles) if tiles >= MANY_TILES else None


JOB = Job("query", "Query next tiles", Query)
