"""Parameters of ``demo``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .job import Job, Kind, parameter
from .shared_parameters import ComputingParameters, EncoderParameters


@dataclass(frozen=True)
class Demo(EncoderParameters, ComputingParameters):
    """From two orthophotos to change polygons in some minutes: creates a campaign, labels, trains and queries round by
    round with a reference as the analyst, maps, exports, assesses, and writes a report and a QGIS project.
    Makes its own imagery, unless before, after and reference are given."""

    output: str = parameter("Folder of all that the demo writes; must be new", Kind.FOLDER_OUTPUT, "alcd-demo")
    before: Optional[str] = parameter("Own orthophoto of the first date", Kind.RASTER)
    after: Optional[str] = parameter("Own orthophoto of the second date", Kind.RASTER)
    reference: Optional[str] = parameter("Polygons of everything that changed between them", Kind.VECTOR)
    rounds: int = parameter("Rounds of labelling and training", Kind.INTEGER, 3, minimum=1, maximum=100)
    count: int = parameter("Tiles to label a round", Kind.INTEGER, 15, minimum=2, maximum=10_000)
    known: int = parameter(
        "Changed tiles known before the start, as from building permits; labelled with the first round's",
        Kind.INTEGER,
        4,
        minimum=0,
        maximum=10_000,
        advanced=True,
    )
    seed: int = parameter(
        "The same seed gives the same region, tiles, weights and scores; bit for bit on the processor "
        "with the same number of threads",
        Kind.INTEGER,
        4,
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    )
    size: int = parameter(
        "Side of the region that is made", Kind.INTEGER, 6000, minimum=1024, maximum=20_000, unit="px", advanced=True
    )
    tile_size: int = parameter(
        "Side of a tile, a multiple of 32", Kind.INTEGER, 128, minimum=32, maximum=2048, unit="px", advanced=True
    )
    overlap: int = parameter("What neighbouring tiles share", Kind.INTEGER, 16, minimum=0, unit="px", advanced=True)
    gsd: Optional[float] = parameter(
        "Ground sampling distance; by default 1 m on the imagery made here, else the coarser raster's",
        Kind.NUMBER,
        minimum=0.001,
        maximum=1000,
        unit="m",
        advanced=True,
    )
    encoder: str = parameter("Encoder by its name in segmentation_models_pytorch", Kind.TEXT, "resnet18", advanced=True)
    encoder_depth: int = parameter(
        "Stages of the encoder that are used", Kind.INTEGER, 3, minimum=3, maximum=5, advanced=True
    )
    encoder_weights: str = parameter(
        "What the encoder starts from: imagenet, none, or a safetensors file", Kind.WEIGHTS, "none", advanced=True
    )
    members: int = parameter("Number of members", Kind.INTEGER, 2, minimum=2, maximum=50, advanced=True)
    epochs: int = parameter(
        "Passes over the labelled tiles", Kind.INTEGER, 40, minimum=1, maximum=10_000, advanced=True
    )
    learning_rate: float = parameter("Step size of Adam", Kind.NUMBER, 1e-3, minimum=1e-8, maximum=1.0, advanced=True)
    batch_size: int = parameter("Tiles a step", Kind.INTEGER, 4, minimum=1, maximum=1024, advanced=True)


JOB = Job("demo", "Demo", Demo)
