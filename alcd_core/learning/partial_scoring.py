"""Which tiles of a large pool to score, where scoring all of them would take too long."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from .scoring import TileScore, most_informative
from .seeds import generator

SCORING_STREAM = 4_000_007


def highest_count(count: int) -> int:
    """How many of ``count`` tiles to score are those that scored highest before: half of them."""
    return count // 2


def tiles_to_score(
    tile_ids: Sequence[int], count: int, highest: Sequence[int], unscored: Collection[int], seed: int, number: int
) -> list[int]:
    """``count`` tiles of a pool: the first of ``highest``, up to half, and others drawn at random.

    ``highest``: the tiles of the pool that the last query scored, the highest score first. ``unscored``: tiles without
    any score; they are drawn before all others, so that every tile gets its turn. ``number``: of the round; with the
    seed it decides the draw. Returns the tiles in ascending order: neighbours are read together.
    """
    pool = np.unique(np.asarray(tile_ids, np.int64))
    if count >= len(pool):
        return [int(tile) for tile in pool]
    first = np.asarray(highest[: highest_count(count)], np.int64)
    rest = np.setdiff1d(pool, first, assume_unique=True)
    new = np.isin(rest, np.fromiter(unscored, np.int64, len(unscored)))
    rng = generator(seed, SCORING_STREAM, number)
    drawn = np.concatenate([rng.permutation(rest[new]), rng.permutation(rest[~new])])[: count - len(first)]
    return [int(tile) for tile in np.sort(np.concatenate([first, drawn]))]


@dataclass
class ScoreHistory:
    """The scores that a simulated learner has given so far. ``latest``: those of its last query; ``scored``: all tiles
    that it ever scored."""

    latest: Sequence[TileScore] = ()
    scored: set[int] = field(default_factory=set)

    def add(self, scores: Sequence[TileScore]) -> None:
        """Keep the scores of a query."""
        self.latest = scores
        self.scored.update(tile.tile_id for tile in scores)

    def tiles_to_score(self, tile_ids: Sequence[int], count: int, seed: int, number: int) -> list[int]:
        """The tiles to score next. See the function of this name."""
        pool = set(tile_ids)
        known = [tile for tile in self.latest if tile.tile_id in pool]
        highest = [tile.tile_id for tile in most_informative(known, highest_count(count))]
        return tiles_to_score(tile_ids, count, highest, pool - self.scored, seed, number)
