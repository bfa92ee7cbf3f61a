"""Does a building map of another place teach change on real orthophotos without a label?

python benchmarks/footprints_elsewhere.py POOL MAPPED --scene-size 1024 --scenes 0-1 0-2 --encoder-weights FILE \\
    --output ROWS.csv [--seed 0]

MAPPED is a folder some of whose scenes were built on bare land, so that their changes.gpkg is a map of nearly all
buildings of the second date there. Tiles of these scenes are paired with each other, both as of the second date: the
change between them is the difference of their footprints. Half of the tiles of POOL, real pairs, count as unchanged,
which nearly all of them are. Quality is measured on the other half, and the rows are those of ``footprint_pairs.py``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from footprint_pairs import COLUMNS, REDUCTION, rows
from trials import has_row, small_network, write_row

from alcd_core.jobs.runners.simulate import open_source
from alcd_core.learning.labelled_tiles import SimulationSource
from alcd_core.learning.tiles import CHANGE, IGNORE, UNCHANGED, TileBatch, TileSource
from alcd_core.progress import Reporter


@dataclass(frozen=True)
class PlacesOfOneDate:
    """Pairs as a source: first the real ones of the pool, then two places of the mapped scenes, both as of the second
    date. The first of these gets the brightness and contrast of the first date, as the network expects it.

    ``mean``, ``std``: (2, C), of each date and band of the pool.
    """

    pool: TileSource
    real: Sequence[int]
    mapped: TileSource
    places: Sequence[tuple[int, int]]
    mean: np.ndarray
    std: np.ndarray

    @property
    def tile_ids(self) -> Sequence[int]:
        return range(len(self.real) + len(self.places))

    @property
    def bands(self) -> int:
        return self.pool.bands

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        parts = [self._real(tile) if tile < len(self.real) else self._pair(tile) for tile in tile_ids]
        return TileBatch(
            np.concatenate([part.images for part in parts], axis=1),
            np.concatenate([part.valid for part in parts]),
            np.concatenate([part.labels for part in parts]),
            list(tile_ids),
        )

    def _real(self, tile: int) -> TileBatch:
        batch = self.pool.read([self.real[tile]])
        labels = np.where(batch.valid, UNCHANGED, IGNORE).astype(np.uint8)
        return TileBatch(batch.images.astype(np.float32), batch.valid, labels, [tile])

    def _pair(self, tile: int) -> TileBatch:
        first, second = (self.mapped.read([place]) for place in self.places[tile - len(self.real)])
        mean, std = self.mean[:, None, :, None, None], self.std[:, None, :, None, None]
        earlier = (first.images[1] - mean[1]) / std[1] * std[0] + mean[0]
        valid = first.valid & second.valid
        differs = (first.labels == CHANGE) != (second.labels == CHANGE)
        labels = np.where(valid, np.where(differs, CHANGE, UNCHANGED), IGNORE).astype(np.uint8)
        images = np.stack([earlier, second.images[1]]).astype(np.float32)
        return TileBatch(images, valid, labels, [tile])


def main() -> None:
    """Train the networks of one seed, and add their rows to the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("mapped", type=Path)
    parser.add_argument("--scene-size", type=int, required=True)
    parser.add_argument("--scenes", nargs="+", required=True)
    parser.add_argument("--encoder-weights", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if has_row(options.output, seed=str(options.seed)):
        return
    pool = open_source(options.pool, REDUCTION, Reporter())
    mapped = open_source(options.mapped, REDUCTION, Reporter(), options.scene_size)
    inside = tiles_of(mapped, options.scenes)
    plan = small_network(pool, options.encoder_weights, options.seed)

    def pairs(real: Sequence[int], rng: np.random.Generator) -> PlacesOfOneDate:
        places = [(int(one), int(two)) for one, two in (rng.choice(inside, 2, replace=False) for _ in real)]
        statistics = np.array(pool.mean, np.float32), np.array(pool.std, np.float32)
        return PlacesOfOneDate(pool.tiles.source, real, mapped.tiles.source, places, *statistics)

    with tempfile.TemporaryDirectory() as models:
        for row in rows(pool.tiles, pairs, plan, Path(models)):
            write_row(options.output, COLUMNS, (options.seed, *row))


def tiles_of(mapped: SimulationSource, scenes: Sequence[str]) -> list[int]:
    """The tiles that lie in one of the scenes."""
    return [tile for tile, ground in mapped.tiles.grounds.items() if {name for name, _ in ground.parts} <= set(scenes)]


if __name__ == "__main__":
    main()
