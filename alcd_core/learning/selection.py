"""Selection: from the tiles' scores to those to label next. A new strategy is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from ..errors import InputError
from ..network.model import TrainedModel
from ..progress import Reporter
from .acquisition import COMPARING_MEMBERS
from .pooling import mean, peaks
from .scoring import TileScore, most_informative, score_tiles
from .seeds import generator
from .suggestion import spread_choice, tile_differences, usual_difference
from .tile_class import CHANGED_ABOVE
from .tiles import TileSource

DIVERSE_CANDIDATES = 3
"""The diverse tiles are taken from the top of the ranking, so many times as long as their number."""
DESCRIPTION_BATCH = 8
LAST_POWER = 100.0
"""Power of the last rounds' drawing: next to no noise."""
NOISE_STREAM = 6_000_003
FIRST_MEMBERS = 2
"""So many of the members look at all tiles."""
SHORTLIST = 6
"""All members look at the top of their ranking, at so many tiles for one that is asked for."""


@dataclass(frozen=True)
class Moment:
    """What a choice may draw on beside the scores. ``describe``: from tile identifiers to their descriptors in the
    eyes of the model, (T, C). ``chance``: for what is drawn. ``round``: of the model, 0 for the first."""

    describe: Callable[[Sequence[int]], np.ndarray]
    chance: np.random.Generator
    round: int


@dataclass(frozen=True)
class QueryStrategy:
    """How tiles are asked for: the pixels' acquisition function, how a tile's pixels become its score (from the
    uncertainties of its pixels that count, (P,), to a number), and how tiles are chosen by their scores.
    ``whole_pool``: whether the choice is among all tiles, never among a shortlist."""

    pixels: str
    pooling: Callable[[np.ndarray], float]
    choose: Callable[[Sequence[TileScore], int, Moment], list[int]]
    whole_pool: bool = False

    @property
    def compares_members(self) -> bool:
        """Whether it is zero everywhere for a single member."""
        return self.pixels in COMPARING_MEMBERS


def top(scores: Sequence[TileScore], count: int, _moment: Moment) -> list[int]:
    """The tiles of highest score (Ruzicka et al. 2020, section III-C)."""
    return [tile.tile_id for tile in most_informative(scores, count)]


def diverse(scores: Sequence[TileScore], count: int, moment: Moment) -> list[int]:
    """Tiles far apart in the model's own features, from the top of the ranking (top-K, then greedy k-centre)."""
    ids = [tile.tile_id for tile in most_informative(scores, DIVERSE_CANDIDATES * count)]
    if len(ids) <= count:
        return ids
    return [ids[index] for index in spread_choice(moment.describe(ids), count)]


def drawn(scores: Sequence[TileScore], count: int, moment: Moment) -> list[int]:
    """Tiles drawn in proportion to their scores (Kirsch et al. 2023, power acquisition)."""
    return top(noisy(scores, 1.0, moment.chance), count, moment)


def stratified(scores: Sequence[TileScore], count: int, moment: Moment) -> list[int]:
    """Half of the tiles among those predicted to be changed, half among the others; drawn in proportion to a power of
    their scores that grows from 1 to 100 in the first rounds (after ClaSP PE, arXiv 2601.13677)."""
    tiles = noisy(scores, min(10.0**moment.round, LAST_POWER), moment.chance)
    changed = top([tile for tile in tiles if tile.change_probability > CHANGED_ABOVE], (count + 1) // 2, moment)
    return [*changed, *top([tile for tile in tiles if tile.tile_id not in changed], count - len(changed), moment)]


def noisy(scores: Sequence[TileScore], power: float, chance: np.random.Generator) -> list[TileScore]:
    """The logarithms of scores with Gumbel noise: the highest of them are a draw in proportion to score ** power."""
    values = np.array([tile.score for tile in scores], np.float64)
    logarithms = np.log(np.maximum(values, np.finfo(np.float64).tiny))
    keys = logarithms + chance.gumbel(size=len(scores)) / power
    return [tile._replace(score=float(key)) for tile, key in zip(scores, keys)]


QUERY_STRATEGIES: dict[str, QueryStrategy] = {
    "variance": QueryStrategy("variance", mean, top),
    "entropy": QueryStrategy("entropy", mean, top),
    "mutual-information": QueryStrategy("mutual-information", mean, top),
    "variance-peaks": QueryStrategy("variance", peaks, top),
    "variance-diverse": QueryStrategy("variance", mean, diverse),
    "variance-drawn": QueryStrategy("variance", mean, drawn, whole_pool=True),
    "entropy-stratified": QueryStrategy("entropy", mean, stratified, whole_pool=True),
    "change-probability": QueryStrategy("change-probability", mean, top),
    "random": QueryStrategy("random", mean, top),
}


def select_tiles(
    model: TrainedModel,
    source: TileSource,
    tile_ids: Sequence[int],
    strategy: QueryStrategy,
    count: int,
    *,
    device: torch.device,
    dtype: torch.dtype,
    seed: int = 0,
    reporter: Reporter | None = None,
) -> tuple[list[TileScore], list[int]]:
    """Score the tiles, and choose ``count`` of them to label next, the first one most wanted.

    Where it saves work, two members look at all tiles, and all M only at the ``SHORTLIST`` times ``count`` tiles of
    highest score, among which is chosen; the other tiles' scores are those of the two, brought to one scale.
    Returns the scores in the given order, and the chosen identifiers. ``seed`` matters where chance plays a
    part. Raises InputError, ModelError and Cancelled.
    """
    if strategy.compares_members and model.card.members == 1:
        raise InputError(
            f"The model in {model.folder} has a single member: there is no {strategy.pixels} without others.",
            "Ask by entropy, or train with more members.",
        )
    reporter = reporter or Reporter()
    scored = partial(
        score_tiles,
        model,
        source,
        acquisition=strategy.pixels,
        pooling=strategy.pooling,
        device=device,
        dtype=dtype,
        seed=seed,
    )

    def describe(ids: Sequence[int]) -> np.ndarray:
        network, part = model.network(0), reporter.part(0.9, 1.0)
        differences = list(
            tile_differences(
                network, source, ids, device=device, dtype=dtype, batch_size=DESCRIPTION_BATCH, reporter=part
            )
        )
        usual = usual_difference(differences)
        return np.stack([usual.descriptor(difference) for difference in differences])

    moment = Moment(describe, generator(seed, NOISE_STREAM, model.card.round), model.card.round)
    members, wanted = model.card.members, SHORTLIST * count
    first_work, second_work, whole_work = FIRST_MEMBERS * len(tile_ids), members * wanted, members * len(tile_ids)
    if strategy.whole_pool or first_work + second_work >= whole_work:
        scores = scored(tile_ids, reporter=reporter.part(0.0, 0.9))
        return scores, strategy.choose(scores, count, moment)
    turn = 0.9 * first_work / (first_work + second_work)
    first = scored(tile_ids, first_members=FIRST_MEMBERS, reporter=reporter.part(0.0, turn))
    shortlist = [tile.tile_id for tile in most_informative(first, wanted)]
    second = scored(shortlist, reporter=reporter.part(turn, 0.9))
    return on_one_scale(first, second), strategy.choose(second, count, moment)


def on_one_scale(first: Sequence[TileScore], second: Sequence[TileScore]) -> list[TileScore]:
    """The ``second`` scores of some tiles in place of the ``first``, whose others are brought to the same scale.

    Fewer members differ less: the first scores are multiplied by what makes both means equal where both are known.
    """
    known = {tile.tile_id: tile for tile in second}
    before = sum(tile.score for tile in first if tile.tile_id in known)
    factor = sum(tile.score for tile in second) / before if before > 0 else 1.0
    return [known.get(tile.tile_id, tile._replace(score=factor * tile.score)) for tile in first]
