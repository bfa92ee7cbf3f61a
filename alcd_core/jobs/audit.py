"""Parameters of ``audit``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters


@dataclass(frozen=True)
class DrawAudit(CampaignParameters):
    """Draw tiles by chance, to be labelled without seeing what the model thinks of them. They are never trained on, and
    the job estimate concludes from them how complete the map of the whole region is."""

    count: int = parameter(
        "Number of tiles to draw", Kind.INTEGER, 100, label="Number of tiles to draw", minimum=10, maximum=3_000
    )
    seed: int = parameter(
        "The same seed draws the same tiles",
        Kind.INTEGER,
        0,
        label="Random seed",
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )
    preview: bool = parameter(
        "Only report what an audit of this size would tell; draw nothing",
        Kind.FLAG,
        False,
        label="Only show what this number of tiles would tell",
    )
    release: bool = parameter(
        "Draw nothing; end the last audit instead and open its tiles to training: no later map can be checked with it",
        Kind.FLAG,
        False,
        label="Open the last audit's tiles to training",
        advanced=True,
    )


JOB = Job("audit", "Draw audit", DrawAudit)
