"""Exact confidence limits for the number of tiles of a kind in a stratum (hypergeometric distribution)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

_IN_MEMORY = 1_000_000
"""Probabilities computed at once, so that memory does not grow with the square of the sample."""


@lru_cache(maxsize=4096)
def limits(tiles: int, drawn: int, most: int, error: float) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limits for the number of such tiles in the stratum, if 0, 1 ... ``most`` of the drawn are.

    ``tiles``: N_h; ``drawn``: n_h of them, without replacement; ``error``: of each limit, such as 0.025. A number is
    within the limits if neither as few nor as many hits have a probability of at most ``error`` (Buonaccorsi 1987,
    the finite population's Clopper-Pearson limits). While a tile is unseen, the limits leave open whether it is one:
    99 of 100 tiles without a hit do not prove that the last is none. Arrays (most + 1,) of integers.
    """
    hits = np.arange(most + 1)
    lower, upper = hits.copy(), tiles - drawn + hits
    # The probability of at most ``hits`` falls as the number rises, that of at least ``hits`` rises: bisection.
    lower = _first(lower, upper, lambda number: 1 - _distribution(tiles, drawn, number, hits - 1) > error)
    upper = _first(hits, upper + 1, lambda number: _distribution(tiles, drawn, number, hits) <= error) - 1
    possible = tiles - drawn + hits
    return np.clip(lower, hits, np.maximum(possible - 1, hits)), np.clip(upper, hits + 1, possible)


def _first(low: np.ndarray, high: np.ndarray, holds: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """The smallest numbers from ``low`` to ``high`` at which the condition holds; ``high`` if at none below it."""
    low, high = low.copy(), high.copy()
    while (low < high).any():
        middle = (low + high) // 2
        true = holds(middle)
        high = np.where(true, middle, high)
        low = np.where(true | (low >= high), low, middle + 1)
    return high


def _distribution(tiles: int, drawn: int, numbers: np.ndarray, hits: np.ndarray) -> np.ndarray:
    """Probability of at most ``hits`` (K,) among the drawn tiles if the stratum has ``numbers`` (K,) of them."""
    rows = max(1, _IN_MEMORY // (drawn + 1))
    parts = [slice(start, start + rows) for start in range(0, len(hits), rows)]
    return np.concatenate([_rows_of_distribution(tiles, drawn, numbers[part], hits[part]) for part in parts])


def _rows_of_distribution(tiles: int, drawn: int, numbers: np.ndarray, hits: np.ndarray) -> np.ndarray:
    """The probabilities follow from the ratio of each to the one before, so that no factorial is needed."""
    k = np.arange(drawn)
    number = np.minimum(numbers, tiles)[:, None].astype(float)
    falls, rises = (number - k) * (drawn - k), (k + 1) * (tiles - number - drawn + k + 1)
    possible = (falls > 0) & (rises > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        steps = np.where(possible, np.log(falls) - np.log(rises), 0.0)
    logarithms = np.concatenate([np.zeros((len(number), 1)), np.cumsum(steps, axis=1)], axis=1)
    every = np.arange(drawn + 1)
    inside = (every <= number) & (every >= drawn - (tiles - number))
    logarithms = np.where(inside, logarithms, -np.inf)
    weights = np.exp(logarithms - logarithms.max(axis=1, keepdims=True))
    running = np.cumsum(weights, axis=1) / weights.sum(axis=1, keepdims=True)
    found = np.take_along_axis(running, np.clip(hits, 0, drawn)[:, None], axis=1)[:, 0]
    return np.where(hits < 0, 0.0, found)
