"""Estimates the shift between the two dates from sample windows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Reporter
from .grid import Windows
from .pair import AlignedPair

MAXIMUM_WINDOWS = 25
MINIMUM_VALID = 0.9
"""Windows with fewer valid pixels are left out: the outline of the data would be matched, not its content."""


@dataclass(frozen=True)
class Shift:
    """Median shift of the after image relative to the before image, in pixels: ``x`` to the right, ``y`` down.

    ``spread``: median absolute deviation of the sample windows from it, in pixels; a large value means that the shift
    varies across the region, or that the images are too different to measure it. ``places``: number of windows.
    """

    x: float
    y: float
    spread: float
    places: int


def measured_shift(pair: AlignedPair, windows: Windows, reporter: Reporter | None = None) -> Shift | None:
    """The shift between the orthophotos of both dates; None if no window has enough valid pixels."""
    reporter = reporter or Reporter()
    chosen = np.unique(np.linspace(0, len(windows) - 1, min(MAXIMUM_WINDOWS, len(windows))).round().astype(int))
    shifts = []
    for done, index in enumerate(chosen):
        reporter.progress(done / len(chosen), "Comparing both dates")
        images, valid = pair.read(windows[index])
        if valid.mean() >= MINIMUM_VALID:
            before, after = images[:, : pair.photo_bands].astype(np.float64).mean(axis=1)
            shifts.append(phase_correlation(before, after))
    if not shifts:
        return None
    x, y = np.median(shifts, axis=0)
    spread = np.median(np.hypot(*(np.array(shifts) - (x, y)).T))
    return Shift(float(x), float(y), float(spread), len(shifts))


def phase_correlation(before: np.ndarray, after: np.ndarray) -> tuple[float, float]:
    """Shift (x, y) in pixels of ``after`` relative to ``before``, both (H, W); subpixel, by a parabola at the peak.

    Kuglin and Hines 1975; a Hann window suppresses the edges.
    """
    height, width = before.shape
    taper = np.outer(np.hanning(height), np.hanning(width))
    spectra = [np.fft.fft2((image - image.mean()) * taper) for image in (before, after)]
    cross = spectra[1] * np.conj(spectra[0])
    surface = np.fft.ifft2(cross / np.maximum(np.abs(cross), 1e-12)).real
    y, x = (int(place) for place in np.unravel_index(np.argmax(surface), surface.shape))
    column, row = surface[:, x], surface[y]
    return _signed(x + _peak_offset(row, x), width), _signed(y + _peak_offset(column, y), height)


def _peak_offset(line: np.ndarray, peak: int) -> float:
    """Offset, -0.5 to 0.5, of the vertex of the parabola through a peak and its neighbours; the line is cyclic."""
    left, top, right = line[peak - 1], line[peak], line[(peak + 1) % len(line)]
    curvature = left - 2 * top + right
    return float(np.clip((left - right) / (2 * curvature), -0.5, 0.5)) if curvature < 0 else 0.0


def _signed(position: float, length: int) -> float:
    return position - length if position > length / 2 else position
