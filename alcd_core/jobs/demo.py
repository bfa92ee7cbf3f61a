"""Parameters of ``demo``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import ComputingParameters, EncoderParameters


@dataclass(frozen=True)
class Demo(EncoderParameters, ComputingParameters):
    """From two orthophotos to change polygons in a few minutes: creates a campaign, labels, trains and queries round by
    round with a reference in place of the analyst, maps, exports, assesses, and writes a report and a QGIS project.
    Makes its own imagery unless before, after and reference are given."""

    output: str = parameter("Folder for everything that the demo writes; must be new", Kind.FOLDER_OUTPUT, "alcd-demo")
    before: Optional[str] = parameter("Your own orthophoto of the first date", Kind.RASTER)
    after: Optional[str] = parameter("Your own orthophoto of the second date", Kind.RASTER)
    reference: Optional[str] = parameter("Polygons of everything that changed between them", Kind.VECTOR)
    rounds: int = parameter("Rounds of labelling and training", Kind.INTEGER, 3, minimum=1, maximum=100)
    count: int = parameter("Tiles to label per round", Kind.INTEGER, 15, minimum=2, maximum=10_000)
    known: int = parameter(
        "Changed tiles that are known beforehand, for example from building permits; labelled in the first round",
        Kind.INTEGER,
        4,
        minimum=0,
        maximum=10_000,
        advanced=True,
    )
    seed: int = parameter(
        "The same seed gives the same region, tiles, weights and scores, bit for bit on the processor "
        "with the same number of threads",
        Kind.INTEGER,
        4,
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )
    size: int = parameter(
        "Side of the generated region", Kind.INTEGER, 6000, minimum=1024, maximum=20_000, unit="px", advanced=True
    )
    tile_size: int = parameter(
        "Side of a tile, a multiple of 32", Kind.INTEGER, 128, minimum=32, maximum=2048, unit="px", advanced=True
    )
    overlap: int = parameter("Overlap of neighbouring tiles", Kind.INTEGER, 16, minimum=0, unit="px", advanced=True)
    gsd: Optional[float] = parameter(
        "Ground sampling distance; by default 1 m for the demo's own imagery, otherwise the coarser raster's",
        Kind.NUMBER,
        minimum=0.001,
        maximum=1000,
        unit="m",
        advanced=True,
    )
    encoder: str = parameter("Name of the encoder in segmentation_models_pytorch", Kind.TEXT, "resnet18", advanced=True)
    encoder_depth: int = parameter(
        "Number of the encoder's stages to use", Kind.INTEGER, 3, minimum=3, maximum=5, advanced=True
    )
    encoder_weights: str = parameter(
        "Initial weights of the encoder: imagenet, none, or a safetensors file", Kind.WEIGHTS, "none", advanced=True
    )
    members: int = parameter("Number of members", Kind.INTEGER, 2, minimum=2, maximum=50, advanced=True)
    epochs: int = parameter(
        "Passes over the labelled tiles", Kind.INTEGER, 40, minimum=1, maximum=10_000, advanced=True
    )
    learning_rate: float = parameter("Step size of Adam", Kind.NUMBER, 1e-3, minimum=1e-8, maximum=1.0, advanced=True)
    batch_size: int = parameter("Tiles per training step", Kind.INTEGER, 4, minimum=1, maximum=1024, advanced=True)


JOB = Job("demo", "Demo", Demo)
