"""Parameters shared by several jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Kind, parameter, required


@dataclass(frozen=True)
class CampaignParameters:
    """An existing campaign."""

    campaign: str = required("Folder of the campaign (NAME.alcd)", Kind.CAMPAIGN, label="Campaign folder")


@dataclass(frozen=True)
class DeviceParameters:
    """Where to compute."""

    device: str = parameter(
        "Where to compute",
        Kind.CHOICE,
        "auto",
        label="Device",
        choices={
            "auto": "Automatic: a usable graphics card, else the processor",
            "cpu": "Processor (CPU)",
            "cuda": "NVIDIA graphics card (CUDA)",
        },
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
        label="Random seed",
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
        label="Trained model to use",
        advanced=True,
    )


@dataclass(frozen=True)
class VariantParameters:
    """Which variant of the network and of its members; by default the preset's."""

    fusion: Optional[str] = parameter(
        "How both dates' features are joined; by default that of the training's preset",
        Kind.CHOICE,
        label="Joining of both dates",
        choices={
            "difference": "Difference: of one to the other, which few labels teach better",
            "concatenation": "Concatenation: both dates side by side, as in the publication",
        },
        advanced=True,
    )
    orientations: Optional[str] = parameter(
        "How members see a tile; by default as the training's preset has it",
        Kind.CHOICE,
        label="Orientation of a tile",
        choices={
            "own": "Own: each member sees it turned or mirrored its own way",
            "same": "Same: all members see it as it is",
        },
        advanced=True,
    )


@dataclass(frozen=True)
class EncoderParameters:
    """Which encoder to build on."""

    encoder: str = parameter(
        "Encoder by its name in segmentation_models_pytorch", Kind.TEXT, "resnet34", label="Encoder", advanced=True
    )
    encoder_depth: int = parameter(
        "Stages of the encoder that are used",
        Kind.INTEGER,
        5,
        label="Encoder depth",
        minimum=3,
        maximum=5,
        advanced=True,
    )
    encoder_weights: str = parameter(
        "What the encoder starts from: imagenet, none, or a safetensors file",
        Kind.WEIGHTS,
        "imagenet",
        label="Encoder weights",
        advanced=True,
    )
    download: bool = parameter(
        "Allow the ImageNet weights to be downloaded where they are not on this machine yet",
        Kind.FLAG,
        False,
        label="Download the ImageNet weights if they are missing",
        advanced=True,
    )
