"""Parameters that several jobs have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Kind, parameter, required


@dataclass(frozen=True)
class CampaignParameters:
    """An existing campaign."""

    campaign: str = required("Folder of the campaign (NAME.alcd)", Kind.CAMPAIGN)


@dataclass(frozen=True)
class DeviceParameters:
    """Where to compute."""

    device: str = parameter(
        "Where to compute; auto takes a usable GPU, else the processor",
        Kind.CHOICE,
        "auto",
        choices=("auto", "cpu", "cuda"),
        advanced=True,
    )


@dataclass(frozen=True)
class ComputingParameters(DeviceParameters):
    """Where to compute, and by which chance."""

    seed: int = parameter(
        "The same seed gives the same tiles, weights and scores; bit for bit on the processor "
        "with the same number of threads",
        Kind.INTEGER,
        0,
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )


@dataclass(frozen=True)
class ModelParameters:
    """Which trained model to use."""

    model: Optional[str] = parameter(
        "Use what was learnt elsewhere: another campaign's folder, or one of its models/round-NNN; "
        "by default this campaign's latest model",
        Kind.MODEL,
        advanced=True,
    )


@dataclass(frozen=True)
class VariantParameters:
    """Which variant of the network and of its members; by default the preset's."""

    fusion: Optional[str] = parameter(
        "How both dates' features are joined: their difference, which few labels teach better, or side by side "
        "(concatenation); by default that of the training's preset",
        Kind.CHOICE,
        choices=("difference", "concatenation"),
        advanced=True,
    )
    orientations: Optional[str] = parameter(
        "Whether each member sees a tile turned or mirrored its own way, or all see the same; by default as the "
        "training's preset has it",
        Kind.CHOICE,
        choices=("own", "same"),
        advanced=True,
    )


@dataclass(frozen=True)
class EncoderParameters:
    """Which encoder to build on."""

    encoder: str = parameter("Encoder by its name in segmentation_models_pytorch", Kind.TEXT, "resnet34", advanced=True)
    encoder_depth: int = parameter(
        "Stages of the encoder that are used", Kind.INTEGER, 5, minimum=3, maximum=5, advanced=True
    )
    encoder_weights: str = parameter(
        "What the encoder starts from: imagenet, none, or a safetensors file", Kind.WEIGHTS, "imagenet", advanced=True
    )
    download: bool = parameter(
        "Allow the ImageNet weights to be downloaded where they are not on this machine yet",
        Kind.FLAG,
        False,
        advanced=True,
    )
