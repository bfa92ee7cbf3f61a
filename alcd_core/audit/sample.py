"""Drawing an audit: a stratified sample of tiles by chance, in a shuffled order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .strata import allocate, chance_of_change, form_strata


@dataclass(frozen=True)
class Stratum:
    """One stratum of a draw.

    ``lowest``, ``highest``: change probability of its tiles, None without scores. ``tiles``: N_h. ``drawn``: n_h.
    ``chance``: mean chance of change expected from the scores.
    """

    number: int
    lowest: float | None
    highest: float | None
    tiles: int
    drawn: int
    chance: float

    @property
    def inclusion_probability(self) -> float:
        """The probability of each of its tiles to be drawn."""
        return self.drawn / self.tiles


@dataclass(frozen=True)
class Draw:
    """A sample: its strata, and (tile, stratum) of the drawn tiles in the order to label them."""

    strata: tuple[Stratum, ...]
    tiles: tuple[tuple[int, int], ...]


def draw_sample(tile_ids: Sequence[int], probabilities: Sequence[float | None], count: int, seed: int) -> Draw:
    """Draw ``count`` of these tiles, or all if there are fewer. The same arguments give the same sample.

    ``probabilities``: change probability of each tile by the last scores, 0 to 1; None or NaN without a score.
    """
    order = np.argsort(np.asarray(tile_ids))
    numbers = np.asarray(tile_ids, np.int64)[order]
    known = np.asarray(probabilities, float)[order]
    membership, chances = form_strata(known), chance_of_change(known)
    present, sizes = np.unique(membership, return_counts=True)
    means = np.array([chances[membership == stratum].mean() for stratum in present])
    drawn = allocate(sizes, means, count)
    generator = np.random.default_rng(seed)
    chosen: list[tuple[int, int]] = []
    for stratum, wanted in zip(present.tolist(), drawn.tolist()):
        taken = generator.choice(numbers[membership == stratum], wanted, replace=False)
        chosen += [(tile, stratum) for tile in taken.tolist()]
    strata = tuple(
        Stratum(stratum, *_range(known[membership == stratum]), size, wanted, mean)
        for stratum, size, wanted, mean in zip(present.tolist(), sizes.tolist(), drawn.tolist(), means.tolist())
    )
    return Draw(strata, tuple(chosen[index] for index in generator.permutation(len(chosen))))


def _range(values: np.ndarray) -> tuple[float | None, float | None]:
    return (float(values.min()), float(values.max())) if np.isfinite(values).all() else (None, None)
