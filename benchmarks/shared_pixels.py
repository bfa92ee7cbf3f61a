"""Share of test pixels that are trained on by way of overlapping neighbours: none, and how many without masks.

    python benchmarks/shared_pixels.py CAMPAIGN

A random fifth of the campaign's tiles are test tiles; 50, 200 and all of the others are training tiles. The labels that
training reads are counted. Nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.campaign.tiles import Tile
from alcd_core.imagery.grid import Window
from alcd_core.jobs.helpers.session import training_source
from alcd_core.learning.tiles import IGNORE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("campaign", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    campaign = open_campaign(options.campaign, to_read=True)
    known = campaign.tiles()
    tiles = [known[index] for index in np.random.default_rng(options.seed).permutation(len(known))]
    test, others = tiles[: len(tiles) // 5], tiles[len(tiles) // 5 :]
    print(f"{len(tiles)} tiles, {len(test)} of them test tiles. Test pixels trained on:")
    for count in (50, 200, len(others)):
        without, masked = (trained_share(campaign, others[:count], test, held_out) for held_out in ([], test))
        print(f"{count:5} training tiles: {masked:.2%} (without masks {without:.1%})", flush=True)


def trained_share(campaign: Campaign, tiles: Sequence[Tile], test: Sequence[Tile], held_out: Sequence[Tile]) -> float:
    """Share of the test tiles' pixels that have a label in the training data."""
    grid = campaign.description.grid
    whole = Window(0, 0, grid.width, grid.height)
    trained, tested = (np.zeros((grid.height, grid.width), bool) for _ in range(2))
    source = training_source(campaign, tiles, held_out)
    for tile in tiles:
        trained[tile.window.within(whole)] |= source.read([tile.tile_id]).labels[0] != IGNORE
    for tile in test:
        tested[tile.window.within(whole)] = True
    return float((trained & tested).sum() / tested.sum())


if __name__ == "__main__":
    main()
