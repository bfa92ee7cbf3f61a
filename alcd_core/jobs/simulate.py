"""Parameters of ``simulate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from .job import Job, Kind, parameter, required
from .query import ACQUISITIONS
from .shared_parameters import ComputingParameters, EncoderParameters, VariantParameters
from .train import METHODS, PRESETS

SIMULATED_METHODS = {
    **METHODS,
    "single": "Single: one network without members",
    "supervised": "Supervised: MCBN on all changed tiles and as many unchanged ones, trained once",
    "supervised-equal": "Supervised, equal steps: the same with as many training steps as all rounds together",
    "all-equal": "All tiles, equal steps: MCBN on every tile with as many training steps as all rounds together",
}
SIMULATED_ACQUISITIONS = {
    **ACQUISITIONS,
    "predicted-change": "Predicted change: tiles drawn at random from those predicted to be changed",
}


@dataclass(frozen=True)
class Simulate(EncoderParameters, VariantParameters, ComputingParameters):
    """Simulate active learning with a reference layer in place of the analyst: how good is the network after how many
    labels, by method and acquisition? It is measured within the campaign, on tiles of the pool that are kept aside, and
    on other ground. All learners of a run start with the same tiles. Results are added to a table run by run, so the
    job can be stopped and started again. Without method and acquisition, it computes the publication's table and a
    harder baseline."""

    pool: str = required(
        "Folder with before.tif, after.tif and changes.gpkg to learn from, or a packed pool",
        Kind.FOLDER,
        label="Folder to learn from",
    )
    test: str = required(
        "Folder of the same kind to test on; shares no pixel with the pool", Kind.FOLDER, label="Folder to test on"
    )
    output: str = required("Folder for the table and the figures", Kind.FOLDER_OUTPUT, label="Table and figures")
    method: Optional[Tuple[str, ...]] = parameter(
        "Methods to simulate",
        Kind.CHOICES,
        label="Methods",
        choices=SIMULATED_METHODS,
    )
    acquisition: Optional[Tuple[str, ...]] = parameter(
        "How tiles are queried; each is combined with each method",
        Kind.CHOICES,
        label="Acquisitions",
        choices=SIMULATED_ACQUISITIONS,
    )
    preset: str = parameter(
        "Size of the simulation",
        Kind.CHOICE,
        "quick",
        label="Preset",
        choices={
            "quick": "Quick: for hundreds of tiles, at a quarter of the resolution",
            "paper": "Paper: as in the publication, for thousands of tiles",
        },
    )
    runs: int = parameter(
        "Number of runs, each with a different seed", Kind.INTEGER, 1, label="Number of runs", minimum=1, maximum=1000
    )
    rounds: Optional[int] = parameter(
        "Rounds after the start; by default 3 with quick, 9 with paper",
        Kind.INTEGER,
        label="Number of rounds",
        minimum=0,
        maximum=10_000,
    )
    count: Optional[int] = parameter(
        "Tiles to label per round; by default 10 with quick, 100 with paper",
        Kind.INTEGER,
        label="Tiles to label per round",
        minimum=1,
        maximum=100_000,
    )
    initial: Optional[int] = parameter(
        "Changed tiles at the start, and as many unchanged ones; a suggested start has as many in all; by default 5 "
        "with quick, 25 with paper",
        Kind.INTEGER,
        label="Changed tiles at the start",
        minimum=1,
        maximum=100_000,
    )
    start: str = parameter(
        "How the first tiles are chosen",
        Kind.CHOICE,
        "given",
        label="Start",
        choices={
            "given": "Given: changed and unchanged tiles drawn from the reference, as in the publication",
            "suggest": "Suggest: by the job suggest, without labels, as an analyst would begin",
        },
    )
    reserve: int = parameter(
        "One tile in so many is never queried: the network is measured there. Each seed keeps another part aside; 0 "
        "keeps none",
        Kind.INTEGER,
        5,
        label="Tiles kept aside: one in",
        minimum=0,
        maximum=100,
        advanced=True,
    )
    scene_size: Optional[int] = parameter(
        "Side of a scene in the folder to test on, where whole scenes lie side by side; by default it is one scene, "
        "unless it has a file blocks.csv",
        Kind.INTEGER,
        label="Side of a scene to test on",
        unit="px",
        minimum=32,
        maximum=1_000_000,
        advanced=True,
    )
    score: Optional[int] = parameter(
        "How many tiles each query scores, chosen as by the job query; by default all",
        Kind.INTEGER,
        label="Tiles to score",
        minimum=1,
        maximum=100_000_000,
        advanced=True,
    )
    members: int = parameter(
        "Number of members", Kind.INTEGER, 5, label="Number of members", minimum=1, maximum=50, advanced=True
    )
    training: Optional[str] = parameter(
        "Preset of the training; by default fast with quick, paper with paper",
        Kind.CHOICE,
        label="Training preset",
        choices=PRESETS,
        advanced=True,
    )
    epochs: Optional[int] = parameter(
        "Passes over the labelled tiles; by default the training's",
        Kind.INTEGER,
        label="Epochs",
        minimum=1,
        maximum=10_000,
        advanced=True,
    )
    learning_rate: Optional[float] = parameter(
        "Step size of Adam; by default the training's",
        Kind.NUMBER,
        label="Learning rate",
        minimum=1e-8,
        maximum=1.0,
        advanced=True,
    )
    warm_start: bool = parameter(
        "Warm start: continue from the previous round's weights instead of the encoder's, for half the epochs",
        Kind.FLAG,
        False,
        label="Start each round from the previous round's weights",
        advanced=True,
    )
    reduction: Optional[int] = parameter(
        "Reduce the resolution by this factor: so many pixels of the coarser raster become one, along each side; "
        "tiles shrink with it; "
        "by default 4 with quick, 1 with paper",
        Kind.INTEGER,
        label="Reduction of the resolution",
        minimum=1,
        maximum=8,
        advanced=True,
    )


JOB = Job("simulate", "Simulate active learning", Simulate)
