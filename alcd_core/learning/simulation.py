"""Simulated active learning, with a reference as the oracle."""

from __future__ import annotations

import shutil
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from ..network.model import TrainedModel
from ..progress import Reporter
from .acquisition_names import RANDOM
from .labelled_tiles import LabelledTiles
from .learner import PREDICTED_CHANGE, SUPERVISED, Learner
from .model_training import ModelPlan, remove_checkpoints, train_model
from .partial_scoring import ScoreHistory
from .presets import TrainingSettings
from .scene_assessment import Assessment, assess_scenes
from .scoring import Scorer, mean
from .seeds import generator
from .selection import select_tiles
from .simulated_tiles import balanced_start, reserved_tiles, suggested_start, supervised_tiles
from .tile_class import CHANGED_ABOVE

DRAWING_STREAM = 9_000_003


@dataclass(frozen=True)
class Setting:
    """The setting that all learners of one table share. ``reserve``: one in so many tiles of the pool is never queried
    but measured. ``suggest``: whether the start is suggested without labels, or given. ``initial``: number of changed
    tiles at a given start, and of unchanged ones; a suggested start has as many in all. ``continuing``: training
    settings of a warm learner after the start; ``labels``: number of tiles labelled at the end; ``scored``: tiles that
    each query scores (None: all); ``members``: M of an ensemble or mcbn."""

    pool: LabelledTiles
    test: LabelledTiles
    plan: ModelPlan
    training: TrainingSettings
    continuing: TrainingSettings
    reserve: int
    suggest: bool
    initial: int
    labels: int
    scored: int | None
    members: int
    device: torch.device
    dtype: torch.dtype


@dataclass(frozen=True)
class SceneTiles:
    """Changed tiles of a scene that can be queried, and how many of them are labelled."""

    changed: int
    found: int


@dataclass(frozen=True)
class RoundResult:
    """The result of one round. Numbers of training tiles by class; ``found``: the share of the changed tiles that can
    be queried among them, 0 to 1; ``steps`` of the optimiser that each network took in all trainings so far;
    ``within``: metrics within the campaign, on the reserved tiles of the pool (None if none is reserved), and
    ``transfer``: on the test tiles; ``scene_tiles``: by scene of the pool; minutes spent on training and on scoring the
    pool."""

    round: int
    labels: int
    changed: int
    unchanged: int
    ambiguous: int
    found: float
    steps: int
    within: Assessment | None
    transfer: Assessment
    scene_tiles: Mapping[str, SceneTiles]
    training_minutes: float
    scoring_minutes: float


@dataclass(frozen=True)
class Trained:
    """A model, the minutes that its training took, and the steps of each of its networks."""

    model: TrainedModel
    minutes: float
    steps: int


class Simulation:
    """The learners of one seed. They all begin with the same tiles, and those of one method with the same model.

    ``folder``: a temporary folder for the initial models and a learner's latest one; the caller removes it.
    """

    def __init__(self, setting: Setting, seed: int, folder: Path) -> None:
        self.setting = setting
        self.seed = seed
        self.folder = folder
        self.reserved = reserved_tiles(setting.pool, setting.reserve, seed)
        self.queryable = frozenset(setting.pool.classes).difference(self.reserved)
        self._first: list[int] = []
        self._starts: dict[str, Trained] = {}

    def run(self, learner: Learner, reporter: Reporter) -> Iterator[RoundResult]:
        """Learn round by round until enough tiles are labelled; yields one result per round, including the start.

        Raises InputError and Cancelled.
        """
        labelled = self._first_tiles(learner, reporter.part(0.0, 0.02))
        trained, number, steps = self._start(learner, labelled, reporter.part(0.02, 0.1)), 0, 0
        history = ScoreHistory()
        while True:
            part, steps = reporter.part(*self._span(learner, number)), steps + trained.steps
            within = self._within(trained.model, part.part(0.0, 0.05))
            transfer = self._transfer(trained.model, part.part(0.05, 0.1))
            wanted = min(learner.count, self.setting.labels - len(labelled), len(self.queryable) - len(labelled))
            started = time.monotonic()
            chosen, scoring = list[int](), 0.0
            if not learner.is_bound and wanted > 0:
                chosen = self._query(learner, trained.model, labelled, wanted, number, history, part.part(0.1, 0.4))
                scoring = _minutes_since(started)
            yield self._result(number, labelled, steps, within, transfer, (trained.minutes, scoring))
            if not chosen:
                return
            labelled, number, last = [*labelled, *chosen], number + 1, trained.model
            trained = self._train(learner, labelled, number, last, part.part(0.4, 1.0))
            if number > 1:  # other learners share the initial model
                shutil.rmtree(last.folder)

    def _first_tiles(self, learner: Learner, reporter: Reporter) -> list[int]:
        setting = self.setting
        if learner.is_bound:
            return supervised_tiles(setting.pool, self.queryable, learner.method, self.seed)
        if not self._first and setting.suggest:
            plan = replace(setting.plan, seed=self.seed)
            self._first = suggested_start(
                setting.pool, self.queryable, 2 * setting.initial, plan, setting.device, setting.dtype, reporter
            )
        elif not self._first:
            self._first = balanced_start(setting.pool, self.queryable, setting.initial, self.seed)
        return self._first

    def _span(self, learner: Learner, number: int) -> tuple[float, float]:
        """The progress of the whole run at the start and at the end of the round, 0 to 1."""
        rounds = len(self._round_sizes(learner))
        return min(1.0, 0.1 + 0.9 * number / rounds), min(1.0, 0.1 + 0.9 * (number + 1) / rounds)

    def _round_sizes(self, learner: Learner) -> list[int]:
        """Number of labelled tiles in every round of a learner that queries."""
        sizes, last = [2 * self.setting.initial], min(self.setting.labels, len(self.queryable))
        while sizes[-1] < last:
            sizes.append(min(sizes[-1] + learner.count, last))
        return sizes

    def _settings(self, learner: Learner, number: int) -> TrainingSettings:
        """The settings of a round's training."""
        setting = self.setting
        if learner.is_bound and learner.method != SUPERVISED:
            later = setting.continuing if learner.warm else setting.training
            first, *others = self._round_sizes(learner)
            steps = setting.training.steps_for(first) + sum(map(later.steps_for, others))
            return replace(setting.training, epochs=1, minimum_steps=steps)
        return setting.continuing if learner.warm and number else setting.training

    def _start(self, learner: Learner, labelled: Sequence[int], reporter: Reporter) -> Trained:
        """The initial model. Every learner of one method reports the minutes that its shared training took."""
        if learner.method not in self._starts:
            self._starts[learner.method] = self._train(learner, labelled, 0, None, reporter)
        return self._starts[learner.method]

    def _train(
        self, learner: Learner, labelled: Sequence[int], number: int, last: TrainedModel | None, reporter: Reporter
    ) -> Trained:
        setting, started = self.setting, time.monotonic()
        settings = self._settings(learner, number)
        name = learner.method if number == 0 else f"{learner.name} by {learner.count}, round {number}"
        model = train_model(
            self.folder / name,
            setting.pool.source,
            sorted(labelled),
            settings,
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
        return Trained(model, _minutes_since(started), settings.steps_for(len(labelled)))

    def _within(self, model: TrainedModel, reporter: Reporter) -> Assessment | None:
        """Quality on the reserved tiles, without the pixels that a tile covers which can be queried."""
        if not self.reserved:
            return None
        pool = self.setting.pool
        return assess_scenes(self._scorer(model, pool), pool, self.reserved, self.queryable, reporter)

    def _transfer(self, model: TrainedModel, reporter: Reporter) -> Assessment:
        test = self.setting.test
        return assess_scenes(self._scorer(model, test), test, list(test.classes), (), reporter)

    def _scorer(self, model: TrainedModel, tiles: LabelledTiles) -> Scorer:
        return Scorer(model, tiles.source, self.setting.device, self.setting.dtype)

    def _query(
        self,
        learner: Learner,
        model: TrainedModel,
        labelled: Sequence[int],
        count: int,
        number: int,
        history: ScoreHistory,
        reporter: Reporter,
    ) -> list[int]:
        """The tiles to label next."""
        rest = sorted(self.queryable.difference(labelled))
        if learner.acquisition == RANDOM:
            return self._drawn(rest, count, number)
        if learner.acquisition == PREDICTED_CHANGE:
            return self._drawn_among_predicted(model, rest, count, number, reporter)
        if self.setting.scored is not None:
            rest = history.tiles_to_score(rest, self.setting.scored, self.seed, number)
        scorer = self._scorer(model, self.setting.pool)
        scores, chosen = select_tiles(scorer, rest, learner.acquisition, count, reporter)
        history.add(scores)
        return chosen

    def _drawn(self, tile_ids: Sequence[int], count: int, number: int) -> list[int]:
        rng = generator(self.seed, DRAWING_STREAM, number)
        return [int(tile) for tile in rng.choice(tile_ids, min(count, len(tile_ids)), replace=False)]

    def _drawn_among_predicted(
        self, model: TrainedModel, rest: Sequence[int], count: int, number: int, reporter: Reporter
    ) -> list[int]:
        """Tiles drawn from those predicted to be changed, and from the others if these are too few."""
        scorer = self._scorer(model, self.setting.pool)
        predicted = [
            tile.tile_id
            for tile in scorer.predict(rest, reporter=reporter)
            if mean(tile.probability[tile.counted] >= 0.5) > CHANGED_ABOVE
        ]
        chosen = self._drawn(predicted, count, number)
        others = sorted(set(rest) - set(predicted))
        return [*chosen, *self._drawn(others, count - len(chosen), number)]

    def _result(
        self,
        number: int,
        labelled: Sequence[int],
        steps: int,
        within: Assessment | None,
        transfer: Assessment,
        minutes: tuple[float, float],
    ) -> RoundResult:
        pool, known = self.setting.pool, set(labelled)
        changed, unchanged = (len(pool.of_class(name, known)) for name in ("changed", "unchanged"))
        return RoundResult(
            round=number,
            labels=len(labelled),
            changed=changed,
            unchanged=unchanged,
            ambiguous=len(labelled) - changed - unchanged,
            found=changed / max(1, len(pool.of_class("changed", self.queryable))),
            steps=steps,
            within=within,
            transfer=transfer,
            scene_tiles=self._scene_tiles(known),
            training_minutes=minutes[0],
            scoring_minutes=minutes[1],
        )

    def _scene_tiles(self, labelled: Collection[int]) -> dict[str, SceneTiles]:
        pool = self.setting.pool
        tiles: dict[str, list[int]] = {}
        for tile in pool.of_class("changed", self.queryable):
            tiles.setdefault(pool.grounds[tile].scene, []).append(tile)
        return {
            scene: SceneTiles(len(own), sum(tile in labelled for tile in own)) for scene, own in sorted(tiles.items())
        }


def _minutes_since(started: float) -> float:
    return (time.monotonic() - started) / 60
