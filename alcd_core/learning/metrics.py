"""Pixel metrics (AUC, AP, F1, IoU, ECE) in constant memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .tiles import CHANGE, TRAINED_ON, UNCHANGED

LEVELS = 65_536
"""Probabilities are rounded to multiples of 1 / (LEVELS - 1)."""
THRESHOLD_LEVEL = LEVELS // 2
"""The lowest level that is 0.5 or more."""
CALIBRATION_BINS = 15


@dataclass(frozen=True)
class Metrics:
    """Quality metrics between 0 and 1. None if a metric is undefined, such as the AUC without any changed pixel.

    ``auc``: area under the ROC curve. ``average_precision``: sum_n (R_n - R_n-1) P_n over all thresholds.
    ``f1``, ``iou``: of change, at a probability of 0.5. ``ece``: expected calibration error (Guo et al. 2017, eq. 3)
    of the probability of change in 15 bins of equal width: the mean difference, weighted by number of pixels, between
    a bin's mean probability and its share of changed pixels.
    """

    auc: float | None
    average_precision: float | None
    f1: float | None
    iou: float | None
    ece: float | None
    changed_pixels: int
    unchanged_pixels: int


class PixelScores:
    """Histograms of the predicted probabilities of changed and unchanged pixels, filled tile by tile.

    ``left_out``: number of pixels excluded because the model was trained on them.
    """

    def __init__(self) -> None:
        self.left_out = 0
        self._changed = np.zeros(LEVELS, dtype=np.int64)
        self._unchanged = np.zeros(LEVELS, dtype=np.int64)

    def add(self, probability: np.ndarray, labels: np.ndarray) -> None:
        """Add pixels: probabilities of change (0 to 1) and labels (CHANGE, UNCHANGED; others do not count)."""
        self.left_out += int(np.count_nonzero(labels == TRAINED_ON))
        levels = np.rint(np.clip(probability, 0.0, 1.0).astype(np.float64) * (LEVELS - 1)).astype(np.int64)
        self._changed += np.bincount(levels[labels == CHANGE], minlength=LEVELS)
        self._unchanged += np.bincount(levels[labels == UNCHANGED], minlength=LEVELS)

    def include(self, other: PixelScores) -> None:
        """Add the pixels of another one."""
        self.left_out += other.left_out
        self._changed += other._changed
        self._unchanged += other._unchanged

    def metrics(self) -> Metrics:
        """The metrics of all pixels added so far."""
        changed, unchanged = int(self._changed.sum()), int(self._unchanged.sum())
        # True and false positives at every threshold, from the highest level down.
        true = np.cumsum(self._changed[::-1]).astype(np.float64)
        false = np.cumsum(self._unchanged[::-1]).astype(np.float64)
        hits = int(self._changed[THRESHOLD_LEVEL:].sum())
        alarms = int(self._unchanged[THRESHOLD_LEVEL:].sum())
        return Metrics(
            auc=_auc(true, false) if changed and unchanged else None,
            average_precision=_average_precision(true, false) if changed else None,
            f1=_ratio(2 * hits, changed + hits + alarms),
            iou=_ratio(hits, changed + alarms),
            ece=self._calibration_error() if changed + unchanged else None,
            changed_pixels=changed,
            unchanged_pixels=unchanged,
        )

    def _calibration_error(self) -> float:
        levels = np.arange(LEVELS)
        bins = np.minimum(levels * CALIBRATION_BINS // (LEVELS - 1), CALIBRATION_BINS - 1)
        pixels = self._changed + self._unchanged
        predicted = np.bincount(bins, weights=pixels * (levels / (LEVELS - 1)), minlength=CALIBRATION_BINS)
        observed = np.bincount(bins, weights=self._changed, minlength=CALIBRATION_BINS)
        return float(np.abs(predicted - observed).sum() / pixels.sum())


def _auc(true: np.ndarray, false: np.ndarray) -> float:
    """Area under the ROC curve by the trapezoidal rule: exact, with ties counting half."""
    heights = np.concatenate([[0.0], true]) / true[-1]
    widths = np.diff(np.concatenate([[0.0], false])) / false[-1]
    return float(np.sum(widths * (heights[1:] + heights[:-1]) / 2))


def _average_precision(true: np.ndarray, false: np.ndarray) -> float:
    precision = true / np.maximum(true + false, 1.0)
    gained = np.diff(np.concatenate([[0.0], true])) / true[-1]
    return float(np.sum(gained * precision))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
