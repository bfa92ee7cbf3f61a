"""Noise that tiles seamlessly."""

from __future__ import annotations

import numpy as np


def fractal_noise(rng: np.random.Generator, size: int, falloff: float, finest: float = 2.0) -> np.ndarray:
    """Random patches of all sizes down to ``finest`` pixels: (size, size) float32, periodic, mean 0, deviation 1.

    Amplitudes are proportional to the frequency to the power of -``falloff``: 0 is even grain, 1.5 smooth clouds.
    """
    spectrum = np.fft.rfft2(rng.standard_normal((size, size)))
    frequency = np.hypot(np.fft.fftfreq(size, 1.0)[:, None], np.fft.rfftfreq(size, 1.0)[None, :])
    frequency[0, 0] = np.inf
    spectrum *= np.maximum(frequency, 3.0 / size) ** -falloff * np.exp(-((frequency * finest) ** 2))
    noise = np.fft.irfft2(spectrum, s=(size, size))
    return np.clip((noise - noise.mean()) / noise.std(), -2.5, 2.5).astype(np.float32)


def tiled(noise: np.ndarray, rows: slice, width: int) -> np.ndarray:
    """The given rows of an image that is covered with copies of ``noise``: (rows, width)."""
    size = noise.shape[0]
    lines = noise[np.arange(rows.start, rows.stop) % size]
    return np.tile(lines, (1, -(-width // size)))[:, :width]
