"""Baselines of the demo, measured on the same test tiles: no learning, and random tiles."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ....campaign.campaign import Campaign
from ....campaign.tiles import HELD_OUT_SPLITS, LABELLED
from ....demo.plain_difference import plain_difference
from ....imagery.vector import read_reference
from ....learning.metrics import PixelScores
from ....progress import Reporter
from ....report.figures import Comparison, Measure
from ...demo import Demo
from ..session import core_cells, reference_source, windows_of
from .loop import Imagery, label, new_campaign, train_and_assess, training_tiles

RANDOM_STREAM = 5_000_003


def compare(
    parameters: Demo, campaign: Campaign, imagery: Imagery, made_here: bool, folder: Path, reporter: Reporter
) -> Comparison:
    """Measure both baselines beside the campaign's last round. ``folder``: for the campaign with random tiles."""
    labels = len(training_tiles(campaign))
    difference = difference_precision(campaign, imagery, reporter.part(0.0, 0.1))
    random = random_precision(parameters, campaign, imagery, made_here, folder, reporter.part(0.1, 1.0))
    tests = len(campaign.tiles(state=LABELLED, split="test"))
    text = (
        f"Per pixel on the same {tests} test tiles, which none of them was trained on. Both trainings use the same "
        f"settings and start from the same {parameters.count} labelled tiles, {_start_words(parameters)}."
    )
    return Comparison(
        text,
        [
            Measure("Tiles queried by ALCD", f"{labels} labels", campaign.rounds()[-1].average_precision, own=True),
            Measure("Random tiles", f"{labels} labels", random),
            Measure("Difference between the dates", "a threshold, no labels", difference),
        ],
    )


def difference_precision(campaign: Campaign, imagery: Imagery, reporter: Reporter) -> float | None:
    """Average precision of the plain difference on the test tiles."""
    tiles = campaign.tiles(state=LABELLED, split="test")
    description = campaign.description
    reference = read_reference(imagery.reference, description.grid).polygons
    source = reference_source(campaign, windows_of(tiles), reference)
    scores, cells = PixelScores(), core_cells(campaign, tiles)
    for done, tile in enumerate(tiles):
        reporter.progress(done / len(tiles), "Comparing with the plain difference")
        batch = source.read([tile.tile_id])
        difference = plain_difference(batch.images, description.mean, description.std)
        scores.add(difference[0][cells[tile.tile_id]], batch.labels[0][cells[tile.tile_id]])
    return scores.metrics().average_precision


def random_precision(
    parameters: Demo, campaign: Campaign, imagery: Imagery, made_here: bool, folder: Path, reporter: Reporter
) -> float | None:
    """Average precision after the same start and then random tiles, as many as the campaign queried."""
    reporter.message("For comparison: the same training on random tiles.")
    trained = training_tiles(campaign)
    first = [tile.tile_id for tile in trained if tile.round_labelled == 0]
    pool = {tile.tile_id for tile in campaign.tiles() if tile.split not in HELD_OUT_SPLITS} - set(first)
    chance = np.random.default_rng((parameters.seed, RANDOM_STREAM))
    drawn = [int(tile) for tile in chance.choice(sorted(pool), len(trained) - len(first), replace=False)]
    other = new_campaign(parameters, folder, imagery, made_here, reporter.part(0.0, 0.1))
    label(other, imagery, first + drawn, "train", reporter.part(0.1, 0.15))
    figures = train_and_assess(parameters, other, imagery, reporter.part(0.15, 1.0))
    precision: float | None = figures["average_precision"]
    return precision


def _start_words(parameters: Demo) -> str:
    return f"including up to {parameters.known} known changes" if parameters.known else "chosen before any training"
