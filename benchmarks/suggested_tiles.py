"""How many of the tiles that are suggested first are changed.

python benchmarks/suggested_tiles.py FOLDER [FOLDER ...] --encoder-weights FILE [--reduction 4] [--count 20]

Each folder has before.tif, after.tif and changes.gpkg. Prints the number of its tiles, of changed ones among them, and
of changed ones among those that ``suggest`` chooses with the encoder ResNet18 up to layer3.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from trials import small_network

from alcd_core.jobs.runners.simulate import open_source
from alcd_core.learning.labelled_tiles import SimulationSource
from alcd_core.learning.simulated_tiles import suggested_start
from alcd_core.network.precision import choose_dtype
from alcd_core.progress import Reporter


def main() -> None:
    """Print one line per folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--encoder-weights", required=True)
    parser.add_argument("--reduction", type=int, default=4)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    for folder in options.folders:
        pool = open_source(folder, options.reduction, Reporter())
        chosen = suggested(pool, options.count, options.encoder_weights, options.seed)
        names = list(pool.tiles.classes.values())
        found = sum(pool.tiles.classes[tile] == "changed" for tile in chosen)
        print(
            f"{folder.name}: {len(names)} tiles, {names.count('changed')} changed; {found} of {len(chosen)} suggested"
        )


def suggested(pool: SimulationSource, count: int, weights: str, seed: int) -> list[int]:
    """The tiles that ``suggest`` chooses from all of the pool."""
    plan = small_network(pool, weights, seed)
    device = torch.device("cpu")
    everything = list(pool.tiles.classes)
    return suggested_start(pool.tiles, everything, count, plan, device, choose_dtype(device), Reporter())


if __name__ == "__main__":
    main()
