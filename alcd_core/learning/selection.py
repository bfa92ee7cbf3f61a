"""Selection: from the tiles' scores to those to label next. A new strategy is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from ..network.model import TrainedModel
from ..progress import Reporter
from .pooling import mean, peaks
from .scoring import TileScore, most_informative, score_tiles
from .suggestion import change_descriptors, spread_choice, tile_differences
from .tiles import TileSource

DIVERSE_CANDIDATES = 3
"""The diverse tiles are taken from the top of the ranking, so many times as long as their number."""
DESCRIPTION_BATCH = 8
FIRST_MEMBERS = 2
"""So many of the members look at all tiles."""
SHORTLIST = 6
"""All members look at the top of their ranking, at so many tiles for one that is asked for."""

Describe = Callable[[Sequence[int]], np.ndarray]
"""From tile identifiers to their descriptors in the eyes of the model: (T, C)."""


@dataclass(frozen=True)
class QueryStrategy:
    """How tiles are asked for: the pixels' acquisition function, how a tile's pixels become its score (from the
    uncertainties of its valid pixels, (P,), to a number), and how tiles are chosen by their scores."""

    pixels: str
    pooling: Callable[[np.ndarray], float]
    choose: Callable[[Sequence[TileScore], int, Describe], list[int]]


def top(scores: Sequence[TileScore], count: int, _describe: Describe) -> list[int]:
    """The tiles of highest score (Ruzicka et al. 2020, section III-C)."""
    return [tile.tile_id for tile in most_informative(scores, count)]


def diverse(scores: Sequence[TileScore], count: int, describe: Describe) -> list[int]:
    """Tiles far apart in the model's own features, from the top of the ranking (top-K, then greedy k-centre)."""
    ids = [tile.tile_id for tile in most_informative(scores, DIVERSE_CANDIDATES * count)]
    if len(ids) <= count:
        return ids
    return [ids[index] for index in spread_choice(describe(ids), count)]


QUERY_STRATEGIES: dict[str, QueryStrategy] = {
    "variance": QueryStrategy("variance", mean, top),
    "entropy": QueryStrategy("entropy", mean, top),
    "mutual-information": QueryStrategy("mutual-information", mean, top),
    "variance-peaks": QueryStrategy("variance", peaks, top),
    "variance-diverse": QueryStrategy("variance", mean, diverse),
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
    Returns the scores in the given order, and the chosen identifiers. ``seed`` matters to ``random`` only. Raises
    InputError, ModelError and Cancelled.
    """
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
        return change_descriptors(tile_differences(network, source, ids, device, dtype, DESCRIPTION_BATCH, part))

    members, wanted = model.card.members, SHORTLIST * count
    first_work, second_work, whole_work = FIRST_MEMBERS * len(tile_ids), members * wanted, members * len(tile_ids)
    if first_work + second_work >= whole_work:
        scores = scored(tile_ids, reporter=reporter.part(0.0, 0.9))
        return scores, strategy.choose(scores, count, describe)
    turn = 0.9 * first_work / (first_work + second_work)
    first = scored(tile_ids, first_members=FIRST_MEMBERS, reporter=reporter.part(0.0, turn))
    shortlist = [tile.tile_id for tile in most_informative(first, wanted)]
    second = scored(shortlist, reporter=reporter.part(turn, 0.9))
    return on_one_scale(first, second), strategy.choose(second, count, describe)


def on_one_scale(first: Sequence[TileScore], second: Sequence[TileScore]) -> list[TileScore]:
    """The ``second`` scores of some tiles in place of the ``first``, whose others are brought to the same scale.

    Fewer members differ less: the first scores are multiplied by what makes both means equal where both are known.
    """
    known = {tile.tile_id: tile for tile in second}
    before = sum(tile.score for tile in first if tile.tile_id in known)
    factor = sum(tile.score for tile in second) / before if before > 0 else 1.0
    return [known.get(tile.tile_id, tile._replace(score=factor * tile.score)) for tile in first]
