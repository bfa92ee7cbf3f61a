"""Parameters of ``train``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import (
    CampaignParameters,
    ClusterParameters,
    ComputingParameters,
    EncoderParameters,
    VariantParameters,
)

METHODS = {
    "ensemble": "Ensemble: one network per member; a little better, takes as many times longer as there are members",
    "mcbn": "MCBN: one network, with a sample of its batch statistics for each member",
}
PRESETS = {
    "fast": "Fast: for tens to hundreds of labelled tiles",
    "paper": "Paper: the settings of the publication",
}


@dataclass(frozen=True)
class Train(CampaignParameters, EncoderParameters, VariantParameters, ComputingParameters, ClusterParameters):
    """Train a Siamese U-Net, or an ensemble of them, on the campaign's labelled tiles.
    Started again after a cancellation or a crash, it resumes from its last finished epoch."""

    method: str = parameter(
        "How the members are made, whose disagreement shows where the network is unsure",
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
        "Tiles per training step; by default the preset's",
        Kind.INTEGER,
        label="Batch size",
        minimum=1,
        maximum=1024,
        advanced=True,
    )
    exchange_dates: bool = parameter(
        "Show half of the tiles with their dates exchanged, so that examples of new buildings also teach what "
        "demolished buildings look like; needs several times as many epochs",
        Kind.FLAG,
        False,
        label="Also learn with the dates exchanged",
        advanced=True,
    )
    start_from: Optional[str] = parameter(
        "Continue from a trained model: a campaign's folder, or one of its models/round-NNN",
        Kind.MODEL,
        label="Start from a trained model",
        advanced=True,
    )
    afresh: bool = parameter(
        "Start from the encoder's weights; otherwise the preset fast continues from the last round's model, if there "
        "is one of the same kind, for half the epochs",
        Kind.FLAG,
        False,
        label="Start afresh",
        advanced=True,
    )


JOB = Job("train", "Train", Train)
