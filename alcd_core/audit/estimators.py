"""Estimates from a stratified sample: totals, and ratios of totals, with their standard errors.

Totals: Cochran 1977, section 5.3. Ratios: the combined ratio estimator with linearised variance, Cochran 1977, section
6.11, as Stehman 2014 (International Journal of Remote Sensing 35) uses it where strata are not map classes; with map
classes as strata it gives the estimates of Olofsson et al. 2013, 2014 (Remote Sensing of Environment 129, 148).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Estimate:
    """An estimate and its standard error, which is None if a stratum has a single drawn unit of several."""

    value: float
    standard_error: float | None


def total(samples: Sequence[np.ndarray], sizes: Sequence[float], finite: bool = True) -> Estimate:
    """The total of a quantity over all strata.

    ``samples``: the values (n_h,) drawn in each stratum; ``sizes``: its number of units N_h. ``finite``: whether the
    sample is a share of the population worth considering, 1 - n_h / N_h; publications on pixels leave this factor out.
    """
    value = sum(size * float(np.mean(sample)) for sample, size in zip(samples, sizes))
    return Estimate(value, _standard_error(samples, sizes, finite))


def ratio(
    parts: Sequence[np.ndarray],
    wholes: Sequence[np.ndarray],
    sizes: Sequence[float],
    known: tuple[float, float] = (0.0, 0.0),
    finite: bool = True,
) -> Estimate | None:
    """The ratio of two totals; None if the lower one is 0.

    ``known``: both totals of the units that need no estimate.
    """
    above = known[0] + total(parts, sizes).value
    below = known[1] + total(wholes, sizes).value
    if below == 0:
        return None
    value = above / below
    residuals = [part - value * whole for part, whole in zip(parts, wholes)]
    error = _standard_error(residuals, sizes, finite)
    return Estimate(value, None if error is None else error / below)


def _standard_error(samples: Sequence[np.ndarray], sizes: Sequence[float], finite: bool) -> float | None:
    """Of the estimated total. A stratum of which all units were drawn adds nothing; a single unit of several says
    nothing about the variance."""
    variance = 0.0
    for sample, size in zip(samples, sizes):
        drawn = len(sample)
        if drawn == 1 < size:
            return None
        if drawn > 1:
            left = 1 - drawn / size if finite else 1.0
            variance += size**2 * left * float(np.var(sample, ddof=1)) / drawn
    return float(np.sqrt(variance))
