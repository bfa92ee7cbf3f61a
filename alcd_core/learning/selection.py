"""Selection of the tiles to label next from their scores."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..errors import InputError
from ..progress import Reporter
from .acquisition import COMPARING_MEMBERS
from .scoring import Scorer, TileScore, most_informative
from .seeds import generator

RANDOM_STREAM = 2_000_003

FIRST_MEMBERS = 2
"""So many of the members look at all tiles."""
SHORTLIST = 6
"""All members look at the top of their ranking, at so many tiles for one that is queried,"""
SHORTLIST_SHARE = 0.1
"""and at no less than this share of the pool: few tiles of a large one would hardly be more than two members' choice.
"""


def select_tiles(
    scorer: Scorer,
    tile_ids: Sequence[int],
    acquisition: str,
    count: int,
    reporter: Reporter | None = None,
) -> tuple[list[TileScore], list[int]]:
    """Score the tiles, and choose the ``count`` of highest score (Ruzicka et al. 2020, section III-C), highest first.

    Where it saves work, two members look at all tiles, and all M only at the ``SHORTLIST`` times ``count`` tiles of
    highest score (``SHORTLIST_SHARE`` of all where these are more), among which is chosen; the other tiles' scores are
    those of the two, brought to one scale.
    Returns the scores in the given order, and the chosen identifiers. Raises InputError, ModelError and Cancelled.
    """
    members = scorer.model.card.members
    wanted = max(SHORTLIST * count, math.ceil(SHORTLIST_SHARE * len(tile_ids)))
    if acquisition in COMPARING_MEMBERS and members == 1:
        raise InputError(
            f"The model in {scorer.model.folder} has a single member: there is no {acquisition} without others.",
            "Ask by entropy, or train with more members.",
        )
    reporter = reporter or Reporter()
    first_work, second_work, whole_work = FIRST_MEMBERS * len(tile_ids), members * wanted, members * len(tile_ids)
    if first_work + second_work >= whole_work:
        scores = scorer.score(tile_ids, acquisition, reporter=reporter)
        return scores, top(scores, count)
    turn = first_work / (first_work + second_work)
    first = scorer.score(tile_ids, acquisition, first_members=FIRST_MEMBERS, reporter=reporter.part(0.0, turn))
    second = scorer.score(top(first, wanted), acquisition, reporter=reporter.part(turn, 1.0))
    return on_one_scale(first, second), top(second, count)


def drawn_tiles(tile_ids: Sequence[int], count: int, seed: int) -> list[int]:
    """``count`` of the tiles (all where there are fewer), drawn without looking at them. With the same seed a smaller
    number gives the first ones of a larger."""
    order = generator(seed, RANDOM_STREAM).permutation(sorted(tile_ids))
    return [int(tile) for tile in order[:count]]


def top(scores: Sequence[TileScore], count: int) -> list[int]:
    """Identifiers of the ``count`` tiles of highest score, highest first."""
    return [tile.tile_id for tile in most_informative(scores, count)]


def on_one_scale(first: Sequence[TileScore], second: Sequence[TileScore]) -> list[TileScore]:
    """The ``second`` scores of some tiles in place of the ``first``, whose others are brought to the same scale.

    Fewer members differ less: the first scores are multiplied by what makes both means equal where both are known.
    """
    known = {tile.tile_id: tile for tile in second}
    before = sum(tile.score for tile in first if tile.tile_id in known)
    factor = sum(tile.score for tile in second) / before if before > 0 else 1.0
    return [known.get(tile.tile_id, tile._replace(score=factor * tile.score)) for tile in first]
