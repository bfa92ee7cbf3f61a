"""Selection of the tiles to label next, by their scores."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..progress import Reporter
from .acquisition_names import FIRST_MEMBER_ONLY, NEEDS_SEVERAL_MEMBERS
from .scoring import TileScore, TileScorer, TileScores, most_informative
from .seeds import generator

RANDOM_STREAM = 2_000_003

FIRST_MEMBERS = 2
"""Number of members that score all tiles."""
SHORTLIST = 6
"""All members then score a shortlist from the top of that ranking, with this many tiles per tile to query."""
SHORTLIST_SHARE = 0.1
"""Smallest size of the shortlist as a share of the pool: a shorter one from a large pool would leave the choice to the
first members."""


def select_tiles(
    scorer: TileScorer,
    tile_ids: Sequence[int],
    acquisition: str,
    count: int,
    reporter: Reporter | None = None,
) -> tuple[TileScores, list[int]]:
    """Score the tiles and choose the ``count`` with the highest scores (Ruzicka et al. 2020, section III-C).

    If it saves work, two members score all tiles, and all M members score only a shortlist: the ``SHORTLIST`` times
    ``count`` tiles with the highest scores, or ``SHORTLIST_SHARE`` of all tiles if that is more. The tiles are chosen
    from the shortlist; the other tiles keep the scores of the two members, rescaled to those of all. With
    ``single-pass`` the first member scores all tiles, and no other looks at them.
    Returns the scores in the given order and the chosen identifiers, highest score first. Raises InputError, ModelError
    and Cancelled.
    """
    members = scorer.model.card.members
    wanted = max(SHORTLIST * count, math.ceil(SHORTLIST_SHARE * len(tile_ids)))
    if acquisition in NEEDS_SEVERAL_MEMBERS and members == 1:
        raise InputError(
            f"The model in {scorer.model.folder} has a single member, but {acquisition} needs several.",
            "Query by entropy, or train with more members.",
        )
    reporter = reporter or Reporter()
    if acquisition == FIRST_MEMBER_ONLY:
        scores = scorer.score(tile_ids, acquisition, first_members=1, reporter=reporter)
        return scores, top(scores, count)
    first_work, second_work, whole_work = FIRST_MEMBERS * len(tile_ids), members * wanted, members * len(tile_ids)
    if first_work + second_work >= whole_work:
        scores = scorer.score(tile_ids, acquisition, reporter=reporter)
        return scores, top(scores, count)
    turn = first_work / (first_work + second_work)
    first = scorer.score(tile_ids, acquisition, first_members=FIRST_MEMBERS, reporter=reporter.part(0.0, turn))
    second = scorer.score(top(first, wanted), acquisition, reporter=reporter.part(turn, 1.0))
    return rescaled(first, second), top(second, count)


def random_tiles(tile_ids: Sequence[int], count: int, seed: int) -> list[int]:
    """``count`` tiles drawn at random (all if there are fewer). With the same seed, a smaller count gives the first
    tiles of a larger one."""
    order = generator(seed, RANDOM_STREAM).permutation(np.sort(np.asarray(tile_ids, np.int64)))
    return [int(tile) for tile in order[:count]]


def top(scores: Sequence[TileScore], count: int) -> list[int]:
    """Identifiers of the ``count`` tiles with the highest scores, highest first."""
    return [tile.tile_id for tile in most_informative(scores, count)]


def rescaled(first: Sequence[TileScore], second: Sequence[TileScore]) -> TileScores:
    """The ``first`` scores, replaced by the ``second`` scores for some tiles and rescaled to match them for the others.

    Fewer members differ less, so the first scores are multiplied by the factor that makes both means equal over the
    tiles that have both.
    """
    known = {tile.tile_id: tile for tile in second}
    before = sum(tile.score for tile in first if tile.tile_id in known)
    factor = sum(tile.score for tile in second) / before if before > 0 else 1.0
    return TileScores(known.get(tile.tile_id, tile._replace(score=factor * tile.score)) for tile in first)
