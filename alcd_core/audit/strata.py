"""Strata of tiles by their change probability, and how many tiles to draw from each."""

from __future__ import annotations

import numpy as np

MOST_STRATA = 5
SMALLEST_STRATUM = 30
"""At least this many tiles are drawn from the lowest stratum, and no stratum is formed with fewer."""
_CLASSES = 200
_LEAST_SPREAD = 0.1
"""Standard deviation assumed of every stratum at least, since a model's probabilities can be wrong."""
_EVEN_SHARE = 0.9
"""This share of the sample is spread evenly over the strata, so that no drawn tile stands for many more tiles than in
a simple random sample: a missed change in a stratum that was thought to be empty weighs that much, and decides the
width of the intervals where change is rare."""
_TYPICAL_CHANGE = 0.03
"""A tile with this mean probability is as likely changed as not: the share from which a tile counts as changed."""


def form_strata(probabilities: np.ndarray) -> np.ndarray:
    """(N,) numbers of the strata, from 1 for the lowest; (N,) change probabilities, NaN where a tile has no score.

    The limits are set by the cumulative square root of the frequency (Dalenius and Hodges 1959; Cochran 1977,
    section 5A.7). Tiles without a score are a stratum of their own, the last; if no tile has one, all are one stratum.
    """
    scored = np.isfinite(probabilities)
    numbers = np.zeros(len(probabilities), np.int64)
    if scored.any():
        limits = _limits(probabilities[scored])
        numbers[scored] = _without_gaps(np.searchsorted(limits, probabilities[scored], side="right"))
    numbers[~scored] = numbers.max(initial=0) + 1
    return numbers


def _limits(values: np.ndarray) -> np.ndarray:
    """Limits between at most MOST_STRATA strata; equal values are never parted.

    The values' logarithms are divided into classes: most tiles have a probability close to 0, where the rule would not
    see any difference otherwise.
    """
    count = min(MOST_STRATA, max(1, len(values) // SMALLEST_STRATUM))
    logarithms = np.log(np.clip(values, 1e-6, None))
    frequencies, edges = np.histogram(logarithms, _CLASSES)
    running = np.cumsum(np.sqrt(frequencies))
    steps = running[-1] * np.arange(1, count) / count
    inner = edges[1 + np.searchsorted(running, steps)]
    return np.unique(np.exp(inner))


def _without_gaps(numbers: np.ndarray) -> np.ndarray:
    """The numbers from 1 without gaps, strata with fewer than SMALLEST_STRATUM tiles joined with the one below."""
    present, sizes = np.unique(numbers, return_counts=True)
    joined = np.zeros(len(present), np.int64)
    number, size = 1, 0
    for index, tiles in enumerate(sizes):
        if index and size >= SMALLEST_STRATUM and sizes[index:].sum() >= SMALLEST_STRATUM:
            number, size = number + 1, 0
        joined[index], size = number, size + tiles
    return joined[np.searchsorted(present, numbers)]


def chance_of_change(probabilities: np.ndarray) -> np.ndarray:
    """A rough chance (0 to 1) that a tile with this mean change probability is changed; 0.1 without a score.

    It only decides how many tiles are drawn from each stratum; the estimates do not depend on it.
    """
    known = np.where(np.isfinite(probabilities), probabilities, 0.1 * _TYPICAL_CHANGE / 0.9)
    return np.asarray(known / (known + _TYPICAL_CHANGE))


def allocate(sizes: np.ndarray, chances: np.ndarray, count: int) -> np.ndarray:
    """How many tiles to draw from each stratum, (H,) integers with the sum ``count``.

    ``sizes``: (H,) tiles of each stratum, the lowest first; ``chances``: (H,) mean chance of change. Neyman's
    allocation (Cochran 1977, section 5.5) by ``sizes * sqrt(chances (1 - chances))``, with at least SMALLEST_STRATUM in
    the lowest stratum and two in each of the others, if there are as many and ``count`` suffices.
    """
    count = min(count, int(sizes.sum()))
    spreads = np.maximum(np.sqrt(chances * (1 - chances)), _LEAST_SPREAD)
    others = [2] * (len(sizes) - 1)
    for smallest, share in (
        ([SMALLEST_STRATUM, *others], _EVEN_SHARE),
        ([SMALLEST_STRATUM, *others], 0.75),
        ([SMALLEST_STRATUM, *others], 0.5),
        ([2, *others], _EVEN_SHARE),
        ([1] * len(sizes), 0.5),
    ):
        even = np.floor(share * count * sizes / sizes.sum()).astype(np.int64)
        least = np.minimum(sizes, np.maximum(even, smallest))
        if least.sum() <= count:
            return _shares(sizes * spreads, sizes, least, count)
    return _shares(sizes * spreads, sizes, np.zeros_like(sizes), count)


def _shares(weights: np.ndarray, sizes: np.ndarray, least: np.ndarray, count: int) -> np.ndarray:
    """Integers with the sum ``count``, in proportion to the weights as far as ``least`` and ``sizes`` allow.

    The next tile goes to the stratum that lacks most: exact, and the strata are few.
    """
    drawn = np.minimum(np.maximum(least, np.floor(weights / weights.sum() * count).astype(np.int64)), sizes)
    while drawn.sum() > count:
        above = np.where(drawn > least, drawn / weights, -np.inf)
        if not np.isfinite(above).any():
            above = drawn / weights
        drawn[np.argmax(above)] -= 1
    while drawn.sum() < count:
        below = np.where(drawn < sizes, drawn / weights, np.inf)
        drawn[np.argmin(below)] += 1
    return np.asarray(drawn, np.int64)
