"""Confidence intervals that hold with few or no hits, and are never of zero width where something is unknown.

A drawn cell counts as many times as there are cells for each drawn one in its stratum. Divided by the largest such
weight, the cells' values are taints between 0 and 1, as in auditing, and Stringer's bound (1963; Bickel 1992,
International Statistical Review 60) gives limits for their total without an assumption on how they are distributed:
sorted from the largest, each is multiplied by the step between the exact limits (hypergeometric) for one hit fewer and
one more. Where all values are 0 or 1 and all weights are equal, these are the exact limits. Unequal strata only make
the sample's total vary less than the equal draws that the limits assume (Hoeffding 1956, Annals of Mathematical
Statistics 27).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .hypergeometric import limits

_HALVINGS = 50
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Limits:
    """An estimated total and its limits. Arrays of one shape."""

    estimate: np.ndarray
    low: np.ndarray
    high: np.ndarray


def total_limits(
    samples: Sequence[np.ndarray],
    sizes: Sequence[int],
    largest: np.ndarray,
    error: float,
    known: float | np.ndarray = 0.0,
) -> Limits:
    """Limits for the total over all strata.

    ``samples``: (..., n_h) values of the cells drawn in each stratum, not negative. ``sizes``: N_h. ``largest``: (...)
    the largest value of any cell. ``error``: of each limit, such as 0.025. ``known``: the total of the cells that need
    no estimate; strata of which all cells were drawn are added to it.
    """
    open_strata = [(one, size / one.shape[-1]) for one, size in zip(samples, sizes) if one.shape[-1] < size]
    known = known + sum(one.sum(axis=-1) for one, size in zip(samples, sizes) if one.shape[-1] == size)
    if not open_strata:
        exact = np.asarray(known, float)
        return Limits(exact, exact, exact)
    heaviest = max(weight for _, weight in open_strata)
    weighted = np.concatenate([sample * (weight / heaviest) for sample, weight in open_strata], axis=-1)
    taints = -np.sort(-weighted / np.asarray(largest)[..., None], axis=-1)
    drawn = taints.shape[-1]
    most = int((taints > 0).sum(axis=-1).max(initial=0))
    population = _equivalent_population(drawn * heaviest, drawn, len(open_strata))
    lower, upper = limits(population, drawn, most, error)
    hits, unit = taints[..., :most], largest * (drawn * heaviest / population)
    estimate = known + heaviest * weighted.sum(axis=-1)
    low = known + unit * (hits @ np.diff(lower).astype(float))
    high = known + unit * (upper[0] + hits @ np.diff(upper).astype(float))
    # What was seen is certain, and so is how much the unseen cells can hold.
    seen = known + sum(sample.sum(axis=-1) for sample, _ in open_strata)
    unseen = sum(round((weight - 1) * sample.shape[-1]) for sample, weight in open_strata)
    low, high = np.maximum(low, seen), np.minimum(high, seen + largest * unseen)
    return Limits(estimate, np.minimum(low, estimate), np.maximum(high, estimate))


def count_limits(samples: Sequence[np.ndarray], sizes: Sequence[int], error: float, known: float = 0.0) -> Limits:
    """``total_limits`` for a number of cells: the samples are 0 or 1, the limits whole numbers, rounded outwards."""
    found = total_limits(samples, sizes, np.ones(samples[0].shape[:-1]), error, known)
    return Limits(found.estimate, np.floor(found.low + _ROUNDING), np.ceil(found.high - _ROUNDING))


def _equivalent_population(cells: float, drawn: int, strata: int) -> int:
    """The number of cells of which a simple sample of this size varies as much as the strata's samples together.

    Drawing without replacement narrows a sample's total by (N - n) / (N - 1), but within strata only by (N_h - n_h) /
    (N_h - 1), which is noticeable in strata of a few cells.
    """
    narrowing = (cells - drawn) / (cells - strata)
    if strata == 1 or narrowing >= 1:
        return math.ceil(cells * strata - 1e-9)
    return math.ceil((drawn - narrowing) / (1 - narrowing) - 1e-9)


def ratio_limits(part: Limits, rest: Limits, correlation: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Limits for part / (part + rest).

    A ratio is within them if (1 - ratio) part - ratio rest can be zero, the limits of both combined as the sides of a
    triangle (MOVER: Zou, Huang and Zhang 2009, Computational Statistics & Data Analysis 53; Donner and Zou 2012,
    Statistics in Medicine 31). ``correlation``: between the two, of which only a negative one counts, since it widens
    the interval. 0 to 1 where there surely is neither part nor rest.
    """
    widening = -2 * np.minimum(correlation, 0.0)

    def combined(one: np.ndarray, two: np.ndarray) -> np.ndarray:
        return np.asarray(np.sqrt(one**2 + two**2 + widening * one * two))

    def lowest(ratio: np.ndarray) -> np.ndarray:
        value = (1 - ratio) * part.estimate - ratio * rest.estimate
        return value - combined((1 - ratio) * (part.estimate - part.low), ratio * (rest.high - rest.estimate))

    def highest(ratio: np.ndarray) -> np.ndarray:
        value = (1 - ratio) * part.estimate - ratio * rest.estimate
        return value + combined((1 - ratio) * (part.high - part.estimate), ratio * (rest.estimate - rest.low))

    low, high = _crossing(part.estimate.shape, lowest), _crossing(part.estimate.shape, highest)
    return low, np.where(part.high + rest.high > 0, high, 1.0)


def _crossing(shape: tuple[int, ...], function: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """The ratio from 0 to 1 above which the function is negative; it falls with the ratio."""
    low, high = np.zeros(shape), np.ones(shape)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        positive = function(middle) > 0
        low, high = np.where(positive, middle, low), np.where(positive, high, middle)
    return (low + high) / 2
