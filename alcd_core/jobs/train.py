"""Parameters of ``train``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import CampaignParameters, ComputingParameters, EncoderParameters, VariantParameters

METHODS = {
    "ensemble": "Ensemble: a network for each member, which takes as many times longer",
    "mcbn": "MCBN: one network, a sample of its batch statistics for each member",
}
PRESETS = {
    "fast": "Fast: what measures best per minute",
    "paper": "Paper: the settings of the publication",
}


@dataclass(frozen=True)
class Train(CampaignParameters, EncoderParameters, VariantParameters, ComputingParameters):
    """Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles.
    Started again after a cancel or a crash, it goes on at its last finished epoch."""

    method: str = parameter(
        "What the members are, whose disagreement shows where the network is unsure",
        Kind.CHOICE,
        "mcbn",
        label="Kind of members",
        choices=METHODS,
    )
    members: int = parameter(
        "Number of members", Kind.INTEGER, 5, label="Number of members", minimum=1, maximum=50, advanced=True
    )
    preset: str = parameter(
        "How the network is trained",
        Kind.CHOICE,
        "fast",
        label="Training preset",
        choices=PRESETS,
    )
    epochs: Optional[int] = parameter(
        "Passes over the labelled tiles; by default the preset's",
        Kind.INTEGER,
        label="Epochs",
        minimum=1,
        maximum=10_000,
        advanced=True,
    )
    learning_rate: Optional[float] = parameter(
        "Step size of Adam; by default the preset's",
        Kind.NUMBER,
        label="Learning rate",
        minimum=1e-8,
        maximum=1.0,
        advanced=True,
    )
    batch_size: Optional[int] = parameter(
        "Tiles a step; by default the preset's",
        Kind.INTEGER,
        label="Batch size",
        minimum=1,
        maximum=1024,
        advanced=True,
    )
    exchange_dates: bool = parameter(
        "See half of the tiles with their dates exchanged: examples of what was built then also teach what was torn "
        "down; takes several times the epochs",
        Kind.FLAG,
        False,
        label="Also learn with the dates exchanged",
        advanced=True,
    )
    start_from: Optional[str] = parameter(
        "Go on from a trained model: a campaign's folder, or one of its models/round-NNN",
        Kind.MODEL,
        label="Start from a trained model",
        advanced=True,
    )
    afresh: bool = parameter(
        "Start from the encoder's weights; without it the preset fast goes on from the last round's model, where there "
        "is one of the same kind, for half the epochs",
        Kind.FLAG,
        False,
        label="Start afresh",
        advanced=True,
    )


JOB = Job("train", "Train", Train)
