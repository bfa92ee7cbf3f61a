"""What does a network lack on other ground? Each scene of a test folder is predicted by networks that learnt from the
pool alone, from the pool and tiles of other folders or of other test scenes, and from a few tiles of the scene itself.

python benchmarks/unlike_ground.py POOL TEST --more FOLDER [FOLDER ...] --scene-size 1024 --encoder-weights FILE \\
    --output ROWS.csv [--seed 0]

The networks of a seed take equally many steps, half as many more where one is continued, and those of a scene are
measured on the same pixels: the ones that no added tile covers. The pool's tiles are all changed ones and as many
others. Rows are added to the file; what is in it is not computed again.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from trials import has_row, small_network, write_row

from alcd_core.jobs.runners.simulate import open_source
from alcd_core.learning.labelled_tiles import LabelledTiles
from alcd_core.learning.metrics import PixelScores
from alcd_core.learning.model_training import ModelPlan, train_model
from alcd_core.learning.presets import PRESETS, TrainingSettings, training_settings
from alcd_core.learning.scoring import Scorer
from alcd_core.learning.seeds import generator
from alcd_core.learning.simulated_tiles import supervised_tiles
from alcd_core.learning.tiles import TileBatch, TileSource
from alcd_core.network.model import TrainedModel
from alcd_core.network.precision import choose_dtype, dtype_name
from alcd_core.progress import Reporter

REDUCTION = 4
MOVED = 1_000_000
"""Added to the identifiers of a folder's tiles, so that they differ from another's."""
COLUMNS = (
    "seed", "scene", "trained_on", "labels", "precision",
    "changed_pixels", "auc", "average_precision", "f1", "iou", "ece",
)  # fmt: skip


@dataclass(frozen=True)
class Folders:
    """The tiles of several folders as one source: those of the first keep their identifiers, those of each other one
    are ``MOVED`` further up."""

    sources: Sequence[TileSource]

    @property
    def tile_ids(self) -> Sequence[int]:
        return [number * MOVED + tile for number, source in enumerate(self.sources) for tile in source.tile_ids]

    @property
    def bands(self) -> int:
        return self.sources[0].bands

    def read(self, tile_ids: Sequence[int]) -> TileBatch:
        parts = [self.sources[int(tile) // MOVED].read([int(tile) % MOVED]) for tile in tile_ids]
        return TileBatch(
            np.concatenate([part.images for part in parts], axis=1),
            np.concatenate([part.valid for part in parts]),
            np.concatenate([part.labels for part in parts]),
            list(tile_ids),
        )


@dataclass(frozen=True)
class Trial:
    """What all trainings share, and where their rows go."""

    pool: LabelledTiles
    test: LabelledTiles
    more: Mapping[str, LabelledTiles]
    plan: ModelPlan
    steps: int
    output: Path

    @property
    def source(self) -> Folders:
        return Folders([tiles.source for tiles in (self.pool, self.test, *self.more.values())])

    def train(self, tile_ids: Sequence[int], folder: Path, start: TrainedModel | None) -> TrainedModel:
        """A model of these tiles."""
        device = torch.device("cpu")
        return train_model(
            Path(tempfile.mkdtemp(dir=folder)) / "model",
            self.source,
            sorted(tile_ids),
            self.settings(continuing=start is not None),
            self.plan,
            device=device,
            dtype=choose_dtype(device),
            reporter=Reporter(),
            start_from=start,
        )

    def settings(self, continuing: bool) -> TrainingSettings:
        """As many steps as the trial has, or, when training continues, those of a round."""
        if continuing:
            return training_settings("fast", continuing=True)
        return replace(PRESETS["fast"], epochs=1, minimum_steps=self.steps)


def main() -> None:
    """Compute the rows of one seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("--more", type=Path, nargs="+", default=[], help="folders with tiles of other scenes")
    parser.add_argument("--scene-size", type=int, required=True)
    parser.add_argument("--encoder-weights", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    pool = open_source(options.pool, REDUCTION, Reporter())
    test = open_source(options.test, REDUCTION, Reporter(), options.scene_size).tiles
    more = {folder.name: open_source(folder, REDUCTION, Reporter()).tiles for folder in options.more}
    plan = small_network(pool, options.encoder_weights, options.seed)
    trial = Trial(pool.tiles, test, more, plan, options.steps, options.output)
    with tempfile.TemporaryDirectory() as folder:
        run_seed(trial, options.seed, Path(folder))


def run_seed(trial: Trial, seed: int, folder: Path) -> None:
    """Train the networks whose rows are missing, and add these."""
    known = supervised_tiles(trial.pool, list(trial.pool.classes), "supervised-equal", seed)
    common = {"the pool": known}
    for number, (name, folder_tiles) in enumerate(trial.more.items(), start=2):
        drawn = more_tiles(folder_tiles, generator(seed, 15_000_003))
        common[f"the pool and 20 tiles of {name}"] = [*known, *(number * MOVED + tile for tile in drawn)]
    trained = dict[str, TrainedModel]()
    for number, scene in enumerate(sorted({ground.scene for ground in trial.test.grounds.values()})):
        this, others = added_tiles(trial.test, scene, generator(seed, 15_000_003, number))
        rows = Rows(trial, seed, scene, {tile - MOVED for tile in [*this, *others]})
        for name, tiles in common.items():
            if not rows.has(name):
                trained[name] = trained.get(name) or trial.train(tiles, folder, None)
                rows.add(name, tiles, trained[name])
        for name, tiles, start in (
            ("the pool and 4 tiles of every other scene", [*known, *others], None),
            ("the pool and 4 tiles of this scene", [*known, *this], None),
            ("the pool, continued on 4 tiles of this scene", this, "the pool"),
            ("4 tiles of this scene", this, None),
        ):
            if not rows.has(name):
                if start:
                    trained[start] = trained.get(start) or trial.train(common[start], folder, None)
                rows.add(name, tiles, trial.train(tiles, folder, trained[start] if start else None))


def more_tiles(more: LabelledTiles, rng: np.random.Generator) -> list[int]:
    """Ten changed and ten unchanged tiles."""
    return [
        int(tile)
        for name in ("changed", "unchanged")
        for tile in rng.permutation(more.of_class(name, more.classes))[:10]
    ]


def added_tiles(test: LabelledTiles, scene: str, rng: np.random.Generator) -> tuple[list[int], list[int]]:
    """Four tiles of the scene, and four of each other one; half of them changed, as far as there are enough, and each
    within one scene."""
    others = sorted({ground.scene for ground in test.grounds.values()} - {scene})
    this = [MOVED + tile for tile in scene_tiles(test, scene, rng)]
    return this, [MOVED + tile for other in others for tile in scene_tiles(test, other, rng)]


def scene_tiles(test: LabelledTiles, scene: str, rng: np.random.Generator) -> list[int]:
    """Two changed tiles that lie in one scene, and two unchanged ones, or ambiguous ones where these are too few."""
    inside = [tile for tile, ground in test.grounds.items() if [name for name, _ in ground.parts] == [scene]]
    changed, unchanged, ambiguous = (
        [int(tile) for tile in rng.permutation(test.of_class(name, inside))]
        for name in ("changed", "unchanged", "ambiguous")
    )
    return changed[:2] + [*unchanged, *ambiguous][:2]


@dataclass(frozen=True)
class Rows:
    """The rows of a scene, all measured on its pixels that none of the ``covered`` tiles of the test folder covers."""

    trial: Trial
    seed: int
    scene: str
    covered: set[int]

    def has(self, name: str) -> bool:
        """Whether the file has the row."""
        return has_row(self.trial.output, seed=str(self.seed), scene=self.scene, trained_on=name)

    def add(self, name: str, labelled: Sequence[int], model: TrainedModel) -> None:
        """Measure a model and add its row to the file."""
        test, device = self.trial.test, torch.device("cpu")
        inside = [tile for tile, ground in test.grounds.items() if self.scene in dict(ground.parts)]
        scores = PixelScores()
        for tile in Scorer(model, test.source, device, choose_dtype(device)).predict(inside):
            labels = test.own_labels(tile, self.covered - {tile.tile_id})
            for name_of, cell in test.grounds[tile.tile_id].parts:
                if name_of == self.scene and tile.tile_id not in self.covered:
                    scores.add(tile.probability[cell], labels[cell])
        metrics = scores.metrics()
        precision = dtype_name(choose_dtype(device))
        row = [self.seed, self.scene, name, len(labelled), precision, metrics.changed_pixels]
        row += [metrics.auc, metrics.average_precision, metrics.f1, metrics.iou, metrics.ece]
        write_row(self.trial.output, COLUMNS, row)


if __name__ == "__main__":
    main()
