"""The baseline without learning: a threshold on the difference between the two dates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def plain_difference(images: np.ndarray, mean: Sequence[Sequence[float]], std: Sequence[Sequence[float]]) -> np.ndarray:
    """How much the dates differ, (N, H, W) float32 from 0 to 1, for images (2, N, C, H, W).

    Every date and band is standardised first (``mean``, ``std``: (2, C)), so that different light has no effect.
    The result is d / (1 + d) of the mean absolute difference d, which preserves the order and stays below 1.
    """
    centre = np.asarray(mean, dtype=np.float32)[:, None, :, None, None]
    spread = np.asarray(std, dtype=np.float32)[:, None, :, None, None]
    before, after = (images.astype(np.float32) - centre) / spread
    difference = np.abs(before - after).mean(axis=1)
    return difference / (1.0 + difference)
