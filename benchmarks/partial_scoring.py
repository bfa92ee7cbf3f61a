"""How well a query that scores only some of the tiles chooses those that it would choose of all.

python benchmarks/partial_scoring.py CAMPAIGN

CAMPAIGN has two rounds. Its tiles that neither model was trained on are scored by both, and queries are replayed with
many seeds: the first one with the scores of the first model, of tiles drawn at random; the second one with those of the
second model, of the tiles that `query --score` would choose after the first. Prints the share of the N tiles with the
highest scores of all that are among those scored; and the sum of the N chosen scores as a share of the highest
possible sum.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from alcd_core.campaign.campaign import open_campaign
from alcd_core.jobs.helpers.session import unlabelled_source, windows_of
from alcd_core.learning.partial_scoring import ScoreHistory
from alcd_core.learning.scoring import Scorer, TileScore, TileScores
from alcd_core.network.model import load_model

WANTED, SHARES, SEEDS = (10, 30), (1 / 2, 1 / 4, 1 / 10), 200
Scores = dict[int, TileScore]


def main() -> None:
    """Print one line for every N and every share of the tiles that is scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("campaign", type=Path)
    options = parser.parse_args()
    first, second = scores_of_two_rounds(options.campaign)
    print(f"{len(first)} tiles")
    for wanted in WANTED:
        for share in SHARES:
            count = round(share * len(first))
            replayed = np.array([replay(first, second, wanted, count, seed) for seed in range(SEEDS)])
            kept_1, score_1, kept_2, score_2 = replayed.mean(axis=0)
            print(
                f"{wanted} of {count} scored: first query {kept_1:.2f} kept, score {score_1:.3f};"
                f" second query {kept_2:.2f} kept, score {score_2:.3f}",
                flush=True,
            )


def scores_of_two_rounds(folder: Path) -> tuple[Scores, Scores]:
    """The scores of the tiles that no model of the first two rounds was trained on, by the models of both."""
    campaign = open_campaign(folder, to_read=True)
    models = [load_model(campaign.model_folder(one)) for one in campaign.rounds()[:2]]
    trained = {tile for model in models for tile in model.card.tile_ids}
    tiles = [tile for tile in campaign.tiles() if tile.tile_id not in trained]
    source = unlabelled_source(campaign, windows_of(tiles))
    first, second = (
        Scorer(model, source, torch.device("cpu"), torch.float32).score(
            [tile.tile_id for tile in tiles], "single-pass", first_members=1
        )
        for model in models
    )
    return by_tile(first), by_tile(second)


def by_tile(scores: TileScores) -> Scores:
    """The scores by tile."""
    return {tile.tile_id: tile for tile in scores}


def replay(first: Scores, second: Scores, wanted: int, count: int, seed: int) -> list[float]:
    """What two queries keep of the choice: share and score of the first, and of the second."""
    history, figures = ScoreHistory(), []
    for number, scores in enumerate((first, second)):
        scored = history.tiles_to_score(list(scores), count, seed, number)
        history.add([scores[tile] for tile in scored])
        figures += kept(scores, scored, wanted)
    return figures


def kept(scores: Scores, scored: list[int], wanted: int) -> list[float]:
    """The share of the best tiles of all that are among the scored ones; and how close the chosen scores come."""
    best = sorted(scores, key=lambda tile: -scores[tile].score)[:wanted]
    chosen = sorted(scored, key=lambda tile: -scores[tile].score)[:wanted]
    reached = sum(scores[tile].score for tile in chosen) / sum(scores[tile].score for tile in best)
    return [len(set(best) & set(scored)) / wanted, reached]


if __name__ == "__main__":
    main()
