"""Parameters shared by several jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from ..initial_weights import BUILT_IN, BUILT_IN_DEPTH, BUILT_IN_ENCODER
from .job import Kind, parameter, required

STANDARD_ENCODER = "resnet34", 5


@dataclass(frozen=True)
class CampaignParameters:
    """An existing campaign."""

    campaign: str = required("Folder of the campaign (NAME.alcd)", Kind.CAMPAIGN, label="Campaign folder")


@dataclass(frozen=True)
class FurtherRasters:
    """Rasters whose bands follow those of the orthophotos ``before`` and ``after``, which a job with these has too."""

    more_before: Optional[Tuple[str, ...]] = parameter(
        "Further rasters of the first date, such as infrared or heights: all their bands follow those of the "
        "orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order",
        Kind.RASTERS,
        label="More rasters before",
        advanced=True,
        continues="before",
    )
    more_after: Optional[Tuple[str, ...]] = parameter(
        "Further rasters of the second date, such as infrared or heights: all their bands follow those of the "
        "orthophoto, and their own nodata values and masks apply. As many for both dates, in the same order",
        Kind.RASTERS,
        label="More rasters after",
        advanced=True,
        continues="after",
    )

    def rasters(self, date: str) -> Tuple[str, ...]:
        """All rasters of "before" or "after", the orthophoto first; none if it was not given."""
        first, more = getattr(self, date), getattr(self, f"more_{date}")
        return (first, *(more or ())) if first else ()


@dataclass(frozen=True)
class DeviceParameters:
    """Where to compute."""

    device: str = parameter(
        "Where to compute",
        Kind.CHOICE,
        "auto",
        label="Device",
        choices={
            "auto": "Automatic: a usable graphics card, or else the processor",
            "cpu": "Processor (CPU)",
            "cuda": "NVIDIA graphics card (CUDA)",
            "mps": "Apple GPU (MPS)",
        },
        advanced=True,
    )


@dataclass(frozen=True)
class ComputingParameters(DeviceParameters):
    """Where to compute, and the random seed."""

    seed: int = parameter(
        "The same seed gives the same tiles, weights and scores, bit for bit on the processor "
        "with the same number of threads",
        Kind.INTEGER,
        0,
        label="Random seed",
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )


@dataclass(frozen=True)
class EncryptionParameters:
    """How the connections of a Dask cluster are encrypted."""

    tls_ca_file: Optional[str] = parameter(
        "TLS for the cluster: the certificate of the authority (PEM)", Kind.FILE, label="TLS authority", advanced=True
    )
    tls_cert: Optional[str] = parameter(
        "TLS for the cluster: the certificate of this computer (PEM)", Kind.FILE, label="TLS certificate", advanced=True
    )
    tls_key: Optional[str] = parameter(
        "TLS for the cluster: the private key of this computer (PEM)", Kind.FILE, label="TLS key", advanced=True
    )
    allow_unencrypted: bool = parameter(
        "Connect to the cluster without encryption, which allows anyone on the network to run programs on all its "
        "computers",
        Kind.FLAG,
        False,
        label="Allow unencrypted connections",
        advanced=True,
    )


@dataclass(frozen=True)
class ClusterParameters(DeviceParameters, EncryptionParameters):
    """Which other processes or machines to compute on; by default this process alone."""

    scheduler: Optional[str] = parameter(
        "Compute on the workers of a Dask cluster: the address of its scheduler, such as tls://HOST:8786",
        Kind.TEXT,
        label="Dask scheduler",
        advanced=True,
    )
    local_workers: Optional[int] = parameter(
        "Compute in this many processes of this computer, with one thread or one graphics card each",
        Kind.INTEGER,
        label="Processes of this computer",
        minimum=1,
        maximum=256,
        advanced=True,
    )


@dataclass(frozen=True)
class ModelParameters:
    """Which trained model to use."""

    model: Optional[str] = parameter(
        "A model trained elsewhere: another campaign's folder, or one of its models/round-NNN; "
        "by default this campaign's latest model",
        Kind.MODEL,
        label="Trained model to use",
        advanced=True,
    )


@dataclass(frozen=True)
class VariantParameters:
    """Which variant of the network and of its members to use; by default the preset's."""

    fusion: Optional[str] = parameter(
        "How the features of the two dates are combined; by default as in the training preset",
        Kind.CHOICE,
        label="Combining the dates",
        choices={
            "difference": "Difference between the dates: fewer weights to train",
            "concatenation": "Concatenation: both dates side by side, as in the publication",
        },
        advanced=True,
    )
    orientations: Optional[str] = parameter(
        "How members see a tile; by default as in the training preset",
        Kind.CHOICE,
        label="Orientation of tiles",
        choices={
            "own": "Own: each member sees the tile rotated or mirrored in a different way",
            "same": "Same: all members see the tile as it is",
        },
        advanced=True,
    )


@dataclass(frozen=True)
class EncoderParameters:
    """Which encoder to use."""

    encoder: Optional[str] = parameter(
        "Name of the encoder in segmentation_models_pytorch; by default resnet34, or that of the built-in network",
        Kind.TEXT,
        label="Encoder",
        advanced=True,
    )
    encoder_depth: Optional[int] = parameter(
        "Number of the encoder's stages to use; by default 5, or that of the built-in network",
        Kind.INTEGER,
        label="Encoder depth",
        minimum=3,
        maximum=5,
        advanced=True,
    )
    encoder_weights: str = parameter(
        "Initial weights: imagenet, built-in (a complete small network that comes with ALCD), none, or a safetensors "
        "file",
        Kind.WEIGHTS,
        "imagenet",
        label="Encoder weights",
        advanced=True,
    )
    download: bool = parameter(
        "Allow the ImageNet weights to be downloaded if they are not on this machine yet",
        Kind.FLAG,
        False,
        label="Download the ImageNet weights if they are missing",
        advanced=True,
    )

    def network(self) -> Tuple[str, int]:
        """Name and depth of the encoder."""
        built_in = self.encoder_weights == BUILT_IN
        name, depth = (BUILT_IN_ENCODER, BUILT_IN_DEPTH) if built_in else STANDARD_ENCODER
        return self.encoder or name, self.encoder_depth or depth
