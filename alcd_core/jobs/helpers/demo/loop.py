"""The demo's active-learning loop, with the reference as the oracle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ....campaign.campaign import Campaign, open_campaign
from ....campaign.tiles import LABELLED, UNLABELLED, Tile
from ....errors import InputError
from ....imagery.vector import read_reference
from ....initial_weights import NONE
from ....learning.selection import random_tiles
from ....progress import Reporter
from ...demo import Demo
from ...registry import jobs, runner
from ..session import changed_tiles

TEST_BLOCK = 3
"""Side of a block of test tiles, in tiles. Blocks keep most buildings from lying in test and other tiles at once."""
KNOWN_STREAM = 4_000_003


@dataclass(frozen=True)
class Imagery:
    """Paths of both dates and of the polygons of everything that changed."""

    before: str
    after: str
    reference: str


def start(name: str, reporter: Reporter, **values: Any) -> dict[str, Any]:
    """Run another job, as the command line would."""
    job = jobs()[name]
    return runner(job)(job.parse(values), reporter)


def new_campaign(parameters: Demo, folder: Path, imagery: Imagery, made_here: bool, reporter: Reporter) -> Campaign:
    """Create a campaign and label its test tiles, no pixel of which is trained on."""
    gsd = 1.0 if parameters.gsd is None and made_here else parameters.gsd
    start(
        "create", reporter.part(0.0, 0.6), campaign=str(folder), before=imagery.before, after=imagery.after, gsd=gsd,
        tile_size=parameters.tile_size, overlap=parameters.overlap,
    )  # fmt: skip
    campaign = open_campaign(folder)
    label(campaign, imagery, test_tiles(campaign.tiles()), "test", reporter.part(0.6, 1.0))
    return campaign


def label(campaign: Campaign, imagery: Imagery, tile_ids: list[int], split: str, reporter: Reporter) -> None:
    """Label these tiles from the reference."""
    tiles = ",".join(map(str, tile_ids))
    start("label", reporter, campaign=str(campaign.folder), reference=imagery.reference, tiles=tiles, split=split)


def test_tiles(tiles: list[Tile]) -> list[int]:
    """A third of the tiles, in blocks spread over the region."""
    chosen = [tile.tile_id for tile in tiles if (tile.row // TEST_BLOCK + tile.column // TEST_BLOCK) % 3 == 0]
    if not 0 < len(chosen) < len(tiles):
        raise InputError(
            f"{len(tiles)} tiles are too few for a demo.", "Use larger orthophotos or a smaller tile size."
        )
    return chosen


def learn(parameters: Demo, campaign: Campaign, imagery: Imagery, reporter: Reporter) -> None:
    """Choose the first tiles, then label, train, assess and query round by round. A map is drawn right after the first
    round, and the tiles of the last query are left for the user to label."""
    folder = str(campaign.folder)
    reference = read_reference(imagery.reference, campaign.description.grid).polygons
    changed = changed_tiles(campaign, reference, reporter.part(0.0, 0.005))
    known = _known(parameters, changed)
    if known:
        label(campaign, imagery, known, "train", reporter.part(0.005, 0.01))
    _choose_first(parameters, campaign, parameters.count - len(known), reporter.part(0.01, 0.05))
    for number in range(1, parameters.rounds + 1):
        part = reporter.part(*(0.05 + 0.95 * _done(rounds, parameters.rounds) for rounds in (number - 1, number)))
        start("label", part.part(0.0, 0.02), campaign=folder, reference=imagery.reference)
        figures = train_and_assess(parameters, campaign, imagery, part.part(0.02, 0.8))
        reporter.message(_round_words(campaign, number, figures, len(changed)))
        if number == 1:
            draw_maps(parameters, campaign, part.part(0.8, 0.85))
            reporter.message(f"A first map to look at: {probability_map(campaign)}")
        if not campaign.tiles(state=UNLABELLED):
            reporter.message("All tiles are labelled.")
            break
        start(
            "query", part.part(0.85, 1.0), campaign=folder, count=parameters.count, device=parameters.device,
            seed=parameters.seed,
        )  # fmt: skip


def _choose_first(parameters: Demo, campaign: Campaign, count: int, reporter: Reporter) -> None:
    """Query the first tiles besides the known ones: as ``suggest`` does, or at random if the encoder has no trained
    weights, since it finds no change in the demo's imagery then."""
    if parameters.encoder_weights == NONE:
        campaign.mark_suggested(random_tiles(campaign.open_tiles().tile_ids, count, parameters.seed))
    else:
        start(
            "suggest", reporter, campaign=str(campaign.folder), count=count, encoder=parameters.encoder,
            encoder_depth=parameters.encoder_depth, encoder_weights=parameters.encoder_weights,
            download=parameters.download, device=parameters.device, seed=parameters.seed,
        )  # fmt: skip
    reporter.message(f"{parameters.count - count} changed tiles are known; {count} more tiles are chosen.")


def train_and_assess(parameters: Demo, campaign: Campaign, imagery: Imagery, reporter: Reporter) -> dict[str, Any]:
    """Train on the labelled tiles and measure on the test tiles; returns the result of assess."""
    folder = str(campaign.folder)
    start(
        "train", reporter.part(0.0, 0.9), campaign=folder, method="mcbn", members=parameters.members,
        encoder=parameters.encoder, encoder_depth=parameters.encoder_depth,
        encoder_weights=parameters.encoder_weights, download=parameters.download, epochs=parameters.epochs,
        learning_rate=parameters.learning_rate, batch_size=parameters.batch_size, device=parameters.device,
        exchange_dates=True, afresh=True, seed=parameters.seed,
    )  # fmt: skip
    return start(
        "assess", reporter.part(0.9, 1.0), campaign=folder, reference=imagery.reference, device=parameters.device
    )


def draw_maps(parameters: Demo, campaign: Campaign, reporter: Reporter) -> None:
    """Map the whole region with the latest model; replaces the maps of an earlier one."""
    start(
        "predict", reporter, campaign=str(campaign.folder), output=str(probability_map(campaign)),
        uncertainty=str(uncertainty_map(campaign)), device=parameters.device,
    )  # fmt: skip


def probability_map(campaign: Campaign) -> Path:
    """Path of the map of the probability of change."""
    return campaign.folder / "maps" / "probability.tif"


def uncertainty_map(campaign: Campaign) -> Path:
    """Path of the map of the members' disagreement."""
    return campaign.folder / "maps" / "uncertainty.tif"


def training_tiles(campaign: Campaign) -> list[Tile]:
    """The tiles that were labelled for training."""
    return campaign.tiles(state=LABELLED, split="train")


def _known(parameters: Demo, changed: set[int]) -> list[int]:
    """A few of the changed tiles, drawn by the seed. At least one tile of the first round is left to suggest."""
    if not changed:
        raise InputError(
            "According to the reference no tile has changed enough to learn from (3 % of its pixels).",
            "Use a reference with more changes, or a smaller tile size.",
        )
    count = min(parameters.known, len(changed), parameters.count - 1)
    chance = np.random.default_rng((parameters.seed, KNOWN_STREAM))
    return sorted(int(tile) for tile in chance.choice(sorted(changed), count, replace=False))


def _done(rounds: int, of: int) -> float:
    """Share of the rounds' work that so many of them are: each learns from more tiles than the one before."""
    return rounds * (rounds + 3) / (of * (of + 3))


def _round_words(campaign: Campaign, number: int, figures: dict[str, Any], all_changed: int) -> str:
    tiles = training_tiles(campaign)
    found = sum(tile.tile_class == "changed" for tile in tiles)
    shares = {"AP": figures["average_precision"], "AUC": figures["auc"]}
    quality = ", ".join(f"{name} {'not defined' if x is None else format(x, '.3f')}" for name, x in shares.items())
    return f"Round {number}: {len(tiles)} tiles labelled, {found} of {all_changed} changed tiles found, {quality}."
