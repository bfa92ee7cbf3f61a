"""What an audit says about a map: each figure with its formula, estimate and interval."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from . import estimators
from .intervals import Limits, count_limits, ratio_limits, total_limits

SMALLEST_CHANGE = 6.0
"""Square metres: a cell with less change counts as unchanged, as polygons below it are not proposed either."""

FEWEST_CHANGED = 10
"""With fewer changed cells seen, nothing is concluded from them about how much can change in a cell."""

TOTAL_FORMULA = "stratified total (Cochran 1977), Stringer's limits on hypergeometric ones"
RATIO_FORMULA = "combined ratio (Stehman 2014), limits of both totals combined (MOVER)"


@dataclass(frozen=True)
class Cells:
    """Areas in core cells, in square metres; arrays of one shape.

    ``valid``: that counts at all. ``change``: that changed by the labels. ``marked``: that the map marks.
    ``both``: that changed and is marked. ``smallest``: of change for a cell to count as changed.
    """

    valid: np.ndarray
    change: np.ndarray
    marked: np.ndarray
    both: np.ndarray
    smallest: np.ndarray

    def take(self, indices: np.ndarray) -> Cells:
        """The cells with these indices, in the indices' shape."""
        return Cells(*(getattr(self, name)[indices] for name in ("valid", "change", "marked", "both", "smallest")))

    @property
    def is_changed(self) -> np.ndarray:
        """Whether the cell is changed."""
        return np.asarray(self.change >= self.smallest)

    @property
    def is_marked(self) -> np.ndarray:
        """Whether the map shows the cell as changed."""
        return np.asarray(self.marked >= self.smallest)


Quantity = Callable[[Cells], np.ndarray]


@dataclass(frozen=True)
class Figure:
    """A total, or the share ``part`` / (``part`` + ``rest``). Both are quantities of a cell that are never negative.

    ``unit``: "cells" or "m2" of a total, "share" of a ratio. ``in_area``: whether it is made of areas.
    ``needs_map``: whether it says something about the map.
    """

    part: Quantity
    rest: Quantity | None
    unit: str
    in_area: bool
    needs_map: bool = True

    @property
    def formula(self) -> str:
        """The names of the estimator and of the interval."""
        return TOTAL_FORMULA if self.rest is None else RATIO_FORMULA

    def true_value(self, cells: Cells) -> float:
        """The figure of a whole population."""
        part = float(self.part(cells).sum())
        if self.rest is None:
            return part
        whole = part + float(self.rest(cells).sum())
        return part / whole if whole else 1.0


def _count(of: Callable[[Cells], np.ndarray]) -> Quantity:
    return lambda cells: of(cells).astype(float)


_hits = _count(lambda cells: cells.is_changed & cells.is_marked)
_missed = _count(lambda cells: cells.is_changed & ~cells.is_marked)
_false = _count(lambda cells: ~cells.is_changed & cells.is_marked)
_changed = _count(lambda cells: cells.is_changed)


def _both(cells: Cells) -> np.ndarray:
    return cells.both


def _omitted(cells: Cells) -> np.ndarray:
    return cells.change - cells.both


def _wrong(cells: Cells) -> np.ndarray:
    return cells.marked - cells.both


def _neither(cells: Cells) -> np.ndarray:
    return cells.valid - cells.change - cells.marked + cells.both


FIGURES = {
    "changed_cells": Figure(_changed, None, "cells", False, needs_map=False),
    "missed_cells": Figure(_missed, None, "cells", False),
    "completeness_cells": Figure(_hits, _missed, "share", False),
    "correctness_cells": Figure(_hits, _false, "share", False),
    "area_of_change": Figure(lambda cells: cells.change, None, "m2", True, needs_map=False),
    "missed_area": Figure(_omitted, None, "m2", True),
    "completeness_area": Figure(_both, _omitted, "share", True),
    "correctness_area": Figure(_both, _wrong, "share", True),
    "producers_unchanged": Figure(_neither, _wrong, "share", True),
    "users_unchanged": Figure(_neither, _omitted, "share", True),
    "overall_accuracy": Figure(
        lambda cells: _both(cells) + _neither(cells), lambda cells: _omitted(cells) + _wrong(cells), "share", True
    ),
}
"""Completeness by area is the producer's accuracy of change, correctness the user's accuracy."""

MATRIX: dict[tuple[str, str], Quantity] = {
    ("change", "change"): _both,
    ("change", "unchanged"): _wrong,
    ("unchanged", "change"): _omitted,
    ("unchanged", "unchanged"): _neither,
}
"""The error matrix: areas by class on the map and in the reference."""


@dataclass(frozen=True)
class Estimated:
    """A figure's estimate (None where it is not defined), standard error, limits and formula."""

    value: float | None
    standard_error: float | None
    low: float
    high: float
    formula: str
    unit: str


def estimate(
    sampled: Sequence[Cells], sizes: Sequence[int], known: Cells, confidence: float, with_map: bool
) -> dict[str, Estimated]:
    """Every figure, from the cells (n_h,) drawn in strata of these sizes, and the cells that are known.

    ``confidence``: of the intervals, such as 0.95. ``with_map``: whether a map was measured too.
    """
    chosen = {name: figure for name, figure in FIGURES.items() if with_map or not figure.needs_map}
    both = intervals(sampled, sizes, known, confidence, chosen)
    result = {}
    for name, figure in chosen.items():
        value = _value(figure, sampled, sizes, known)
        low, high = (float(limit) for limit in both[name])
        result[name] = Estimated(
            None if value is None else value.value,
            None if value is None else value.standard_error,
            low,
            high,
            figure.formula,
            figure.unit,
        )
    return result


def error_matrix(sampled: Sequence[Cells], sizes: Sequence[int], known: Cells) -> dict[str, dict[str, float]]:
    """Estimated areas in square metres: the map's class, then the reference's."""
    matrix: dict[str, dict[str, float]] = {"change": {}, "unchanged": {}}
    for (row, column), quantity in MATRIX.items():
        sample = [quantity(one) for one in sampled]
        matrix[row][column] = float(quantity(known).sum()) + estimators.total(sample, sizes).value
    return matrix


def _value(figure: Figure, sampled: Sequence[Cells], sizes: Sequence[int], known: Cells) -> estimators.Estimate | None:
    parts = [figure.part(one) for one in sampled]
    mine = float(figure.part(known).sum())
    if figure.rest is None:
        found = estimators.total(parts, sizes)
        return estimators.Estimate(found.value + mine, found.standard_error)
    rest = figure.rest
    wholes = [part + rest(one) for part, one in zip(parts, sampled)]
    return estimators.ratio(parts, wholes, sizes, (mine, mine + float(rest(known).sum())))


def intervals(
    sampled: Sequence[Cells],
    sizes: Sequence[int],
    known: Cells | None,
    confidence: float,
    figures: Mapping[str, Figure] = FIGURES,
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Lower and upper limit of each figure, for samples of shape (..., n_h) from strata of these sizes.

    ``known``: the cells that are not sampled but known.
    """
    error = (1 - confidence) / 2
    result = {}
    for name, figure in figures.items():
        part = _limits(figure, figure.part, sampled, sizes, known, error)
        if figure.rest is None:
            result[name] = part.low, part.high
        else:
            rest = _limits(figure, figure.rest, sampled, sizes, known, error)
            parts = np.concatenate([figure.part(one) for one in sampled], axis=-1)
            rests = np.concatenate([figure.rest(one) for one in sampled], axis=-1)
            result[name] = ratio_limits(part, rest, _correlation(parts, rests))
    return result


def _limits(
    figure: Figure,
    quantity: Quantity,
    sampled: Sequence[Cells],
    sizes: Sequence[int],
    known: Cells | None,
    error: float,
) -> Limits:
    values = [quantity(one) for one in sampled]
    mine = 0.0 if known is None else float(quantity(known).sum())
    if not figure.in_area:
        return count_limits(values, sizes, error, mine)
    # Of unchanged ground a cell holds more: nearly all of it.
    most = np.max([_most(value) for value in values], axis=0)
    return total_limits(values, sizes, np.maximum(_fullest(sampled, known), most), error, mine)


def _fullest(sampled: Sequence[Cells], known: Cells | None) -> np.ndarray:
    """What a cell can hold at most (...,): twice the largest area that changed, or is marked, in any cell that was
    looked at, but no more than a whole cell. A whole cell if too few changed cells were seen to tell.
    """
    every = [*sampled] if known is None else [*sampled, known]
    seen = np.max([_most(np.maximum(one.change, one.marked)) for one in every], axis=0)
    changed = sum(one.is_changed.sum(axis=-1) for one in every)
    whole = np.maximum(np.max([_most(one.valid) for one in sampled], axis=0), 1.0)
    return np.where(changed >= FEWEST_CHANGED, np.minimum(2 * seen, whole), whole)


def _most(values: np.ndarray) -> np.ndarray:
    """The largest of the values (..., n); 0 if there are none."""
    return np.asarray(values.max(axis=-1, initial=0.0))


def _correlation(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Correlation (...,) of two quantities (..., n) of the same cells; 0 where one is constant."""
    first = one - one.mean(axis=-1, keepdims=True)
    second = other - other.mean(axis=-1, keepdims=True)
    spread = np.sqrt((first**2).sum(axis=-1) * (second**2).sum(axis=-1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(spread > 0, (first * second).sum(axis=-1) / spread, 0.0)
