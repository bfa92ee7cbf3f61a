"""Tests of measuring the shift between two dates."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alcd_core.imagery.registration import phase_correlation


def texture(size: int = 96, seed: int = 0) -> np.ndarray:
    """Smooth noise: what aerial imagery looks like to a correlation."""
    chance = np.random.default_rng(seed)
    frequencies = np.hypot(*np.meshgrid(np.fft.fftfreq(size), np.fft.fftfreq(size)))
    spectrum = np.fft.fft2(chance.normal(size=(size, size))) / np.maximum(frequencies, 0.02)
    return np.fft.ifft2(spectrum).real


def moved(image: np.ndarray, x: float, y: float) -> np.ndarray:
    """The image moved by a fraction of a pixel, as a ring."""
    height, width = image.shape
    ramp = np.exp(-2j * np.pi * (np.fft.fftfreq(height)[:, None] * y + np.fft.fftfreq(width)[None] * x))
    return np.fft.ifft2(np.fft.fft2(image) * ramp).real


@settings(max_examples=25, deadline=None)
@given(st.floats(-6, 6), st.floats(-6, 6))
def test_a_known_shift_is_found_to_within_half_a_pixel(x, y):
    image = texture()
    found = phase_correlation(image, moved(image, x, y))
    assert found == pytest.approx((x, y), abs=0.5)


def test_another_brightness_and_noise_do_not_matter():
    image = texture(seed=2)
    after = 0.4 * moved(image, 3, -2) + 50 + np.random.default_rng(1).normal(0, 0.1 * image.std(), image.shape)
    assert phase_correlation(image, after) == pytest.approx((3, -2), abs=0.3)
