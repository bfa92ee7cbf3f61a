"""Simulated active learning, with a reference as the oracle."""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from ..errors import InputError
from ..network.model import TrainedModel
from ..progress import Reporter
from .acquisition import RANDOM
from .assessment import assess_tiles
from .learner import PREDICTED_CHANGE, SUPERVISED, Learner
from .metrics import Metrics
from .model_training import ModelPlan, remove_checkpoints, train_model
from .presets import TrainingSettings
from .scoring import Scorer, mean
from .seeds import generator
from .selection import select_tiles
from .tile_class import CHANGED_ABOVE, tile_class
from .tiles import Cell, TileSource

START_STREAM = 7_000_003
SUPERVISED_STREAM = 8_000_003
DRAWING_STREAM = 9_000_003


@dataclass(frozen=True)
class LabelledTiles:
    """Tiles with known labels: a source, the class of every tile, and its core cell, on which it is assessed."""

    source: TileSource
    classes: dict[int, str]
    cells: Mapping[int, Cell]

    def of_class(self, name: str) -> list[int]:
        """Identifiers of the tiles of this class."""
        return [tile_id for tile_id, tile in self.classes.items() if tile == name]


@dataclass(frozen=True)
class Setting:
    """The setting that all learners of one table share. ``initial``: number of changed tiles at the start, and of
    unchanged ones; ``continuing``: training settings of a warm learner after the start; ``labels``: number of tiles
    labelled at the end; ``members``: M of an ensemble or mcbn."""

    pool: LabelledTiles
    test: LabelledTiles
    plan: ModelPlan
    training: TrainingSettings
    continuing: TrainingSettings
    initial: int
    labels: int
    members: int
    device: torch.device
    dtype: torch.dtype


@dataclass(frozen=True)
class RoundResult:
    """The result of one round. Numbers of training tiles by class; ``found``: the share of the pool's changed tiles
    among them, 0 to 1; ``metrics`` on the test tiles; minutes spent on training and on scoring the pool."""

    round: int
    labels: int
    changed: int
    unchanged: int
    ambiguous: int
    found: float
    metrics: Metrics
    training_minutes: float
    scoring_minutes: float


@dataclass(frozen=True)
class Trained:
    """A model and the minutes its training took."""

    model: TrainedModel
    minutes: float


@dataclass(frozen=True)
class SimulationSource:
    """Tiles and their normalisation for training: ``mean``, ``std``: (2, C), per date and band; ``gsd``: metres."""

    tiles: LabelledTiles
    mean: tuple[tuple[float, ...], ...]
    std: tuple[tuple[float, ...], ...]
    gsd: float


def labelled_tiles(source: TileSource, cells: Mapping[int, Cell], reporter: Reporter | None = None) -> LabelledTiles:
    """Read all labels of the source once to classify the tiles. ``cells``: core cells by tile identifier."""
    reporter = reporter or Reporter()
    classes = {}
    for done, tile_id in enumerate(source.tile_ids):
        reporter.progress(done / len(source.tile_ids), "Reading the reference")
        classes[int(tile_id)] = tile_class(source.read([tile_id]).labels[0])
    return LabelledTiles(source, classes, cells)


def balanced_start(pool: LabelledTiles, initial: int, seed: int) -> list[int]:
    """``initial`` changed and as many unchanged tiles, drawn with the seed. Raises InputError if there are fewer."""
    rng = generator(seed, START_STREAM)
    drawn = []
    for name in ("changed", "unchanged"):
        tiles = pool.of_class(name)
        if len(tiles) < initial:
            raise InputError(
                f"The pool has {len(tiles)} {name} tiles, but the start needs {initial}.", "Choose a smaller --initial."
            )
        drawn += [int(tile) for tile in rng.choice(tiles, initial, replace=False)]
    return drawn


class Simulation:
    """The learners of one seed. They all begin with the same tiles, and those of one method with the same model.

    ``folder``: a temporary folder for the initial models and a learner's latest one; the caller removes it.
    """

    def __init__(self, setting: Setting, seed: int, folder: Path) -> None:
        self.setting = setting
        self.seed = seed
        self.folder = folder
        self._starts: dict[str, Trained] = {}

    def run(self, learner: Learner, reporter: Reporter) -> Iterator[RoundResult]:
        """Learn round by round until enough tiles are labelled; yields one result per round, including the start.

        Raises InputError and Cancelled.
        """
        pool = self.setting.pool
        labelled = self._first_tiles(learner)
        trained, number = self._start(learner, labelled, reporter.part(0.0, 0.1)), 0
        while True:
            part = reporter.part(*self._span(learner, number))
            metrics = self._assess(trained.model, part.part(0.0, 0.1))
            wanted = min(learner.count, self.setting.labels - len(labelled), len(pool.classes) - len(labelled))
            if learner.method == SUPERVISED or wanted <= 0:
                yield self._result(number, labelled, metrics, trained.minutes, 0.0)
                return
            started = time.monotonic()
            chosen = self._query(learner, trained.model, labelled, wanted, number, part.part(0.1, 0.4))
            yield self._result(number, labelled, metrics, trained.minutes, _minutes_since(started))
            labelled, number, last = [*labelled, *chosen], number + 1, trained.model
            trained = self._train(learner, labelled, number, last, part.part(0.4, 1.0))
            if number > 1:  # other learners share the initial model
                shutil.rmtree(last.folder)

    def _first_tiles(self, learner: Learner) -> list[int]:
        pool = self.setting.pool
        if learner.method != SUPERVISED:
            return balanced_start(pool, self.setting.initial, self.seed)
        changed, unchanged = pool.of_class("changed"), pool.of_class("unchanged")
        drawn = generator(self.seed, SUPERVISED_STREAM).choice(
            unchanged, min(len(changed), len(unchanged)), replace=False
        )
        return [*changed, *map(int, drawn)]

    def _span(self, learner: Learner, number: int) -> tuple[float, float]:
        """The progress of the whole run at the start and at the end of the round, 0 to 1."""
        rounds = 1 + math.ceil((self.setting.labels - 2 * self.setting.initial) / learner.count)
        return min(1.0, 0.1 + 0.9 * number / rounds), min(1.0, 0.1 + 0.9 * (number + 1) / rounds)

    def _start(self, learner: Learner, labelled: Sequence[int], reporter: Reporter) -> Trained:
        """The initial model. Every learner of one method reports the minutes that its shared training took."""
        if learner.method not in self._starts:
            self._starts[learner.method] = self._train(learner, labelled, 0, None, reporter)
        return self._starts[learner.method]

    def _train(
        self, learner: Learner, labelled: Sequence[int], number: int, last: TrainedModel | None, reporter: Reporter
    ) -> Trained:
        setting, started = self.setting, time.monotonic()
        name = learner.method if number == 0 else f"{learner.name} by {learner.count}, round {number}"
        model = train_model(
            self.folder / name,
            setting.pool.source,
            sorted(labelled),
            setting.continuing if learner.warm and last else setting.training,
            replace(
                setting.plan,
                method=learner.member_kind,
                members=1 if learner.is_single else setting.members,
                seed=self.seed,
                round=number,
            ),
            device=setting.device,
            dtype=setting.dtype,
            reporter=reporter,
            start_from=last if learner.warm else None,
        )
        remove_checkpoints(model.folder)
        return Trained(model, _minutes_since(started))

    def _assess(self, model: TrainedModel, reporter: Reporter) -> Metrics:
        setting, test = self.setting, self.setting.test
        scorer = Scorer(model, test.source, setting.device, setting.dtype)
        return assess_tiles(scorer, test.cells, reporter).metrics()

    def _query(
        self,
        learner: Learner,
        model: TrainedModel,
        labelled: Sequence[int],
        count: int,
        number: int,
        reporter: Reporter,
    ) -> list[int]:
        """The tiles to label next."""
        setting = self.setting
        rest = sorted(set(setting.pool.classes) - set(labelled))
        if learner.acquisition == RANDOM:
            return self._drawn(rest, count, number)
        if learner.acquisition == PREDICTED_CHANGE:
            return self._drawn_among_predicted(model, rest, count, number, reporter)
        scorer = Scorer(model, setting.pool.source, setting.device, setting.dtype)
        return select_tiles(scorer, rest, learner.acquisition, count, reporter)[1]

    def _drawn(self, tile_ids: Sequence[int], count: int, number: int) -> list[int]:
        rng = generator(self.seed, DRAWING_STREAM, number)
        return [int(tile) for tile in rng.choice(tile_ids, min(count, len(tile_ids)), replace=False)]

    def _drawn_among_predicted(
        self, model: TrainedModel, rest: Sequence[int], count: int, number: int, reporter: Reporter
    ) -> list[int]:
        """Tiles drawn from those predicted to be changed, and from the others if these are too few."""
        scorer = Scorer(model, self.setting.pool.source, self.setting.device, self.setting.dtype)
        predicted = [
            tile.tile_id
            for tile in scorer.predict(rest, reporter=reporter)
            if mean(tile.probability[tile.counted] >= 0.5) > CHANGED_ABOVE
        ]
        chosen = self._drawn(predicted, count, number)
        others = sorted(set(rest) - set(predicted))
        return [*chosen, *self._drawn(others, count - len(chosen), number)]

    def _result(
        self, number: int, labelled: Sequence[int], metrics: Metrics, training: float, scoring: float
    ) -> RoundResult:
        pool = self.setting.pool
        classes = [pool.classes[tile] for tile in labelled]
        changed, unchanged = classes.count("changed"), classes.count("unchanged")
        return RoundResult(
            round=number,
            labels=len(labelled),
            changed=changed,
            unchanged=unchanged,
            ambiguous=len(labelled) - changed - unchanged,
            found=changed / max(1, len(pool.of_class("changed"))),
            metrics=metrics,
            training_minutes=training,
            scoring_minutes=scoring,
        )


def _minutes_since(started: float) -> float:
    return (time.monotonic() - started) / 60
