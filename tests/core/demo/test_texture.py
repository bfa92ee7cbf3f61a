"""Noise without seams."""

from __future__ import annotations

import numpy as np

from alcd_core.demo.texture import fractal_noise, tiled


def test_repeated_noise_has_no_seam() -> None:
    noise = fractal_noise(np.random.default_rng(0), 128, 1.4)
    inside = np.abs(np.diff(noise, axis=1)).mean()
    assert np.abs(noise[:, 0] - noise[:, -1]).mean() < 1.5 * inside
    assert abs(noise.mean()) < 0.1
    assert 0.8 < noise.std() < 1.1


def test_tiles_of_noise_cover_any_rows() -> None:
    noise = fractal_noise(np.random.default_rng(0), 64, 1.0)
    wide = np.tile(noise, (3, 4))
    assert np.array_equal(tiled(noise, slice(50, 140), 200), wide[50:140, :200])
