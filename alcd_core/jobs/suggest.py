"""Parameters of ``suggest``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, ClusterParameters, ComputingParameters, EncoderParameters


@dataclass(frozen=True)
class Suggest(CampaignParameters, EncoderParameters, ComputingParameters, ClusterParameters):
    """Mark the tiles to label first, when nothing is labelled yet: those whose two dates differ most in the encoder's
    features, or where the built-in network sees most change."""

    count: int = parameter(
        "Number of tiles to mark", Kind.INTEGER, 50, label="Number of tiles to suggest", minimum=1, maximum=100_000
    )


JOB = Job("suggest", "Suggest first tiles", Suggest)
