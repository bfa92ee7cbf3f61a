"""Pooling: from the values of a tile's pixels to one number of the tile."""

from __future__ import annotations

import numpy as np

PEAK_SHARE = 0.05


def mean(values: np.ndarray) -> float:
    """Mean of values (P,): a tile's score in Ruzicka et al. 2020, section III-C. 0 without any."""
    return float(values.mean(dtype=np.float64)) if values.size else 0.0


def peaks(values: np.ndarray) -> float:
    """Mean over the highest twentieth of values (P,): what is small but very uncertain does not drown in the tile."""
    count = min(values.size, max(1, round(PEAK_SHARE * values.size)))
    return mean(np.partition(values, values.size - count)[values.size - count :]) if count else 0.0
