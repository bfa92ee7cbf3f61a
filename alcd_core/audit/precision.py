"""What an audit of a certain size will tell, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .intervals import count_limits, ratio_limits
from .sample import Stratum


@dataclass(frozen=True)
class Precision:
    """``completeness_points``: half the width of the interval for completeness in cells, in percentage points, if the
    model's guess holds; None if it expects no change at all. ``expected_changed``: its guess of the changed tiles in
    the strata. ``missed_at_most_if_none``: the upper limit for the missed tiles if the audit finds none."""

    completeness_points: float | None
    expected_changed: float
    missed_at_most_if_none: int


def expected_precision(strata: Sequence[Stratum], known_changed: int, confidence: float = 0.95) -> Precision:
    """The precision to expect of a draw; ``known_changed``: tiles labelled as changed, all found.

    The model's guess: a tile is changed with its stratum's mean chance, and the map shows a changed tile with that
    chance too. The rounded numbers of tiles that the sample would then hold go through the estimate's own formulas.
    """
    error = (1 - confidence) / 2
    sizes = [one.tiles for one in strata]
    none = [np.zeros(one.drawn) for one in strata]
    at_most = count_limits(none, sizes, error).high
    expected = sum(one.tiles * one.chance for one in strata)
    found = [_hits(one.drawn, one.drawn * one.chance**2) for one in strata]
    missed = [_hits(one.drawn, one.drawn * one.chance * (1 - one.chance)) for one in strata]
    part = count_limits(found, sizes, error, float(known_changed))
    rest = count_limits(missed, sizes, error)
    if part.estimate + rest.estimate == 0:
        return Precision(None, float(expected), int(at_most))
    low, high = ratio_limits(part, rest, np.zeros(()))
    return Precision(50 * float(high - low), float(expected), int(at_most))


def _hits(drawn: int, expected: float) -> np.ndarray:
    """A sample (drawn,) with the rounded number of hits."""
    return (np.arange(drawn) < round(expected)).astype(float)
