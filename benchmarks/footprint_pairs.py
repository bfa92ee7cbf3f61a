"""Does a building map of one date teach change without a label?

python benchmarks/footprint_pairs.py FOLDER --encoder-weights FILE --output ROWS.csv [--seed 0]

No real imagery with a map of all buildings is at hand, so this paints a region and its map of the first date (15 % of
the footprints displaced). Tiles of different places are paired with each other: the change between them is the
difference of their footprints. Real pairs count as unchanged, which nearly all of them are. Half of the tiles of the
region take part in such pairs; quality is measured on the core cells of the others, against the true changes.

Each row is the network that learnt from pairs, or the one that learnt from 20 labelled tiles: those that ``suggest``
chooses with the encoder's weights, or those in which the first network sees most change, with and without its weights.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from trials import has_row, small_network, write_row

from alcd_core.demo.orthophotos import make_orthophotos
from alcd_core.jobs.runners.simulate import open_source
from alcd_core.learning.labelled_tiles import LabelledTiles, SimulationSource
from alcd_core.learning.model_training import ModelPlan, train_model
from alcd_core.learning.presets import PRESETS
from alcd_core.learning.scene_assessment import assess_scenes
from alcd_core.learning.scoring import Scorer, most_informative
from alcd_core.learning.seeds import generator
from alcd_core.learning.simulated_tiles import suggested_start
from alcd_core.learning.tiles import CHANGE, IGNORE, UNCHANGED, TileBatch, TileSource
from alcd_core.network.model import TrainedModel
from alcd_core.network.precision import choose_dtype
from alcd_core.progress import Reporter

PairsOf = Callable[[Sequence[int], np.random.Generator], TileSource]
REDUCTION = 4
FIRST = 20
PAIR_STEPS, LABEL_STEPS = 400, 200
DEVICE = torch.device("cpu")
COLUMNS = (
    "seed",
    "network",
    "first_tiles",
    "changed_tiles",
    "changed_found",
    "labels",
    "steps",
    "auc",
    "average_precision",
)


@dataclass(frozen=True)
class FootprintPairs:
    """Pairs of tiles as a source: the first date of one tile and the second date of another, or of the same.

    ``buildings``: the tiles, labelled by the building map. ``places``: the two tiles of every pair. Identifiers are 0
    to P - 1.
    """

    buildings: TileSource
    places: Sequence[tuple[int, int]]

    @property
    def tile_ids(self) -> Sequence[int]:
        return range(len(self.places))

    @property
    def bands(self) -> int:
        return self.buildings.bands

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        places = [self.places[tile] for tile in tile_ids]
        first, second = (self.buildings.read([place[date] for place in places]) for date in (0, 1))
        valid = first.valid & second.valid
        differs = (first.labels == CHANGE) != (second.labels == CHANGE)
        labels = np.where(valid, np.where(differs, CHANGE, UNCHANGED), IGNORE).astype(np.uint8)
        return TileBatch(np.stack([first.images[0], second.images[1]]), valid, labels, list(tile_ids))


def main() -> None:
    """Paint the region of one seed, train the networks, and add their rows to the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="for the painted regions, which are kept")
    parser.add_argument("--encoder-weights", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--size", type=int, default=6000, help="side of the region in pixels of 0.5 m")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if has_row(options.output, seed=str(options.seed)):
        return
    truth, buildings = painted_region(options.folder / f"region-{options.seed}", options.size, options.seed)
    plan = small_network(truth, options.encoder_weights, options.seed)
    with tempfile.TemporaryDirectory() as models:
        for row in rows(truth.tiles, partial(footprint_pairs, buildings.tiles.source), plan, Path(models)):
            write_row(options.output, COLUMNS, (options.seed, *row))


def painted_region(folder: Path, size: int, seed: int) -> tuple[SimulationSource, SimulationSource]:
    """The region's tiles with the true changes as labels, and with the buildings of the first date."""
    if not folder.is_dir():
        unfinished = folder.with_name(f".{folder.name}")
        make_orthophotos(unfinished / "truth", seed, size)
        (unfinished / "map").mkdir()
        for name in ("before.tif", "after.tif"):
            shutil.copy(unfinished / "truth" / name, unfinished / "map" / name)
        (unfinished / "truth" / "truth.gpkg").rename(unfinished / "truth" / "changes.gpkg")
        (unfinished / "truth" / "buildings.gpkg").rename(unfinished / "map" / "changes.gpkg")
        unfinished.rename(folder)
    truth, buildings = (open_source(folder / name, REDUCTION, Reporter()) for name in ("truth", "map"))
    return truth, buildings


def rows(truth: LabelledTiles, pairs_of: PairsOf, plan: ModelPlan, folder: Path) -> Iterator[Sequence[object]]:
    """Train the networks, in turn, and measure them. ``pairs_of``: the pairs to learn from, by half of the tiles."""
    rng = generator(plan.seed, 16_000_003)
    order = [int(tile) for tile in rng.permutation(list(truth.classes))]
    paired, measured = order[: len(order) // 2], order[len(order) // 2 :]
    changed = truth.of_class("changed", paired)
    pairs = pairs_of(paired, rng)
    by_pairs = train(folder / "pairs", pairs, pairs.tile_ids, PAIR_STEPS, plan, None)
    first_tiles = {"suggest": suggested(truth, paired, plan), "by the pairs": most_changed(by_pairs, truth, paired)}
    found = {name: len(set(tiles) & set(changed)) for name, tiles in first_tiles.items()}
    quality = measure(by_pairs, truth, measured, paired)
    yield "pairs", "by the pairs", len(changed), found["by the pairs"], 0, PAIR_STEPS, *quality
    for name, tiles in first_tiles.items():
        for network, start, before in (("encoder weights", None, 0), ("pairs", by_pairs, PAIR_STEPS)):
            facts = f"{network}, then labels", name, len(changed), found[name], FIRST, before + LABEL_STEPS
            if not found[name]:  # nothing to learn change from
                yield *facts, None, None
                continue
            model = train(folder / f"{network} {name}", truth.source, sorted(tiles), LABEL_STEPS, plan, start)
            yield *facts, *measure(model, truth, measured, paired)


def suggested(truth: LabelledTiles, among: Sequence[int], plan: ModelPlan) -> list[int]:
    """The tiles that ``suggest`` chooses."""
    return suggested_start(truth, among, FIRST, plan, DEVICE, choose_dtype(DEVICE), Reporter())


def most_changed(model: TrainedModel, truth: LabelledTiles, among: Sequence[int]) -> list[int]:
    """The tiles in which the model sees most change."""
    scores = Scorer(model, truth.source, DEVICE, choose_dtype(DEVICE)).score(sorted(among), "change-probability")
    return [tile.tile_id for tile in most_informative(list(scores), FIRST)]


def measure(
    model: TrainedModel, truth: LabelledTiles, measured: Sequence[int], paired: Sequence[int]
) -> tuple[float | None, float | None]:
    """AUC and AP on tiles that no pair contains, without the pixels that one of these covers."""
    scorer = Scorer(model, truth.source, DEVICE, choose_dtype(DEVICE))
    whole = assess_scenes(scorer, truth, measured, paired, Reporter()).whole
    return whole.auc, whole.average_precision


def footprint_pairs(buildings: TileSource, tiles: Sequence[int], rng: np.random.Generator) -> FootprintPairs:
    """Every tile with itself, and with another one."""
    real = [(tile, tile) for tile in tiles]
    others = [(tile, int(rng.choice([other for other in tiles if other != tile]))) for tile in tiles]
    return FootprintPairs(buildings, [*real, *others])


def train(
    folder: Path,
    source: TileSource,
    tile_ids: Sequence[int],
    steps: int,
    plan: ModelPlan,
    start: TrainedModel | None,
) -> TrainedModel:
    """A model of five MCBN members, after so many steps or a few more."""
    settings = replace(PRESETS["fast"], epochs=1, minimum_steps=steps)
    return train_model(
        folder,
        source,
        tile_ids,
        settings,
        plan,
        device=DEVICE,
        dtype=choose_dtype(DEVICE),
        reporter=Reporter(),
        start_from=start,
    )


if __name__ == "__main__":
    main()
