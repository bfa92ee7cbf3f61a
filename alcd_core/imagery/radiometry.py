"""Mean and standard deviation of each band and date, for normalising the network's input."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from ..progress import Reporter
from .grid import Windows
from .pair import AlignedPair

MAXIMUM_WINDOWS = 64


def band_statistics(
    pair: AlignedPair, windows: Windows, reporter: Reporter | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation (2, C) float64 of every date and band, over the valid pixels of a sample.

    The sample is at most 64 of the windows, evenly spread and deterministic. A constant band gets the deviation 1.
    Raises InputError if no pixel of the sample is valid.
    """
    reporter = reporter or Reporter()
    chosen = np.unique(np.linspace(0, len(windows) - 1, min(MAXIMUM_WINDOWS, len(windows))).round().astype(int))
    count, mean, squares = 0, np.zeros((2, pair.bands)), np.zeros((2, pair.bands))
    for done, index in enumerate(chosen):
        reporter.progress(done / len(chosen), "Measuring brightness")
        images, valid = pair.read(windows[index])
        pixels = images[:, :, valid].astype(np.float64)
        if pixels.shape[2] == 0:
            continue
        # Merges two samples without cancellation: Chan, Golub, LeVeque 1983, eq. 1.5.
        new_count, new_mean = pixels.shape[2], pixels.mean(axis=2)
        difference, total = new_mean - mean, count + new_count
        squares += pixels.var(axis=2) * new_count + difference**2 * count * new_count / total
        mean += difference * new_count / total
        count = total
    if count == 0:
        raise InputError("No pixel is valid in both rasters.", "Check nodata, masks and the AOI.")
    deviation = np.sqrt(squares / count)
    return mean, np.where(deviation > 0, deviation, 1.0)
