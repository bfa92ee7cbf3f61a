"""How well cheaper first scores of the tiles find those that all members together are least sure of.

python benchmarks/first_look.py CAMPAIGN [--model CAMPAIGN/models/round-001]

Uses the campaign's tiles that the model was not trained on. Prints the share of the N tiles with the highest variance
(all members, whole tiles) that are among the first K of a cheaper ranking; and the sum of the scores of the best N of
these K as a share of the highest possible sum. K includes 6 N, the shortlist of a query.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from alcd_core.campaign.campaign import open_campaign
from alcd_core.jobs.helpers.models import trained_model
from alcd_core.jobs.helpers.session import unlabelled_source, windows_of
from alcd_core.learning.acquisition import entropy, variance
from alcd_core.learning.batches import blocks, tensor_batch
from alcd_core.learning.scoring import member_probabilities
from alcd_core.learning.selection import SHORTLIST
from alcd_core.network.members import Member

WHOLE = "all members"
WANTED = (10, 30, 100)
LISTED = (1 / 20, 1 / 10, 1 / 5, 3 / 10)
"""Shares of all tiles that a first look may shortlist."""


def main() -> None:
    """Print one line per kind of first look."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("campaign", type=Path)
    parser.add_argument("--model", help="folder of a campaign or a model")
    options = parser.parse_args()
    campaign = open_campaign(options.campaign, to_read=True)
    model = trained_model(campaign, options.model)
    tiles = [tile for tile in campaign.tiles() if tile.tile_id not in model.card.tile_ids]
    source = unlabelled_source(campaign, windows_of(tiles))
    members = model.members(torch.device("cpu"), torch.bfloat16)
    scores: dict[str, list[float]] = {}
    for ids in blocks([tile.tile_id for tile in tiles], 4):
        batch = tensor_batch(source.read(ids))
        for name, values in looks(members, batch.images, batch.valid).items():
            scores.setdefault(name, []).extend(values)
    compare({name: np.array(values) for name, values in scores.items()})


def looks(members: Sequence[Member], images: Tensor, valid: Tensor) -> dict[str, list[float]]:
    """The tiles' scores by every kind of look at images (2, N, C, H, W) with validity mask (N, H, W)."""
    probabilities = member_probabilities(members, images, valid)
    height, width = valid.shape[1:]
    inner = (..., slice(height // 4, height - height // 4), slice(width // 4, width - width // 4))
    window = member_probabilities(members, images[inner].contiguous(), valid[inner].contiguous())
    coarse = torch.stack([avg_pool2d(date.float(), 2) for date in images]).to(images.dtype)
    halved = member_probabilities(members, coarse, valid[..., ::2, ::2].contiguous())
    return {
        WHOLE: means(variance(probabilities)),
        "two members": means(variance(probabilities[:2])),
        "one member's entropy": means(entropy(probabilities[:1])),
        "half the resolution": means(variance(halved)),
        "the tile's inner quarter": means(variance(window)),
    }


def means(values: Tensor) -> list[float]:
    """Mean over the pixels of every tile, (N, H, W) to N numbers."""
    return [float(value) for value in values.flatten(1).mean(dim=1)]


def compare(scores: dict[str, np.ndarray]) -> None:
    """Print the share of the most informative tiles among the first of every look."""
    ranking = {name: np.argsort(-values, kind="stable") for name, values in scores.items()}
    tiles = len(ranking[WHOLE])
    for name, order in ranking.items():
        shares = []
        for wanted in WANTED:
            best = scores[WHOLE][ranking[WHOLE][:wanted]].sum()
            for listed in (SHORTLIST * wanted, *(max(wanted, round(share * tiles)) for share in LISTED)):
                kept = np.isin(ranking[WHOLE][:wanted], order[:listed]).mean()
                reached = np.sort(scores[WHOLE][order[:listed]])[::-1][:wanted].sum() / best
                shares.append(f"{kept:.2f} of {wanted} in {listed} (score {reached:.3f})")
        print(f"{name}: {', '.join(shares)}")


if __name__ == "__main__":
    main()
