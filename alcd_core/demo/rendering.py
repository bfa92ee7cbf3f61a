"""Renders colours and heights as a photograph: sun, shadows, leaning roofs, haze, blur and noise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .canvas import MARGIN, Canvas

STRIP = 256
"""Rows rendered at once; also the height of the raster's blocks."""
GREATEST_SLOPE = 1.5


@dataclass(frozen=True)
class Exposure:
    """Light and sensor of one date.

    ``azimuth``: of the sun, radians clockwise from north; ``elevation``: radians above the horizon.
    ``skylight``: light in the shade as a share of sunlight, for red, green, blue. ``lean``: displacement of a roof to
    the right and down, metres per metre of height. ``gain``, ``haze`` (0 to 255): for red, green, blue. ``blur``:
    weight of the neighbouring pixels, 0 to 0.5. ``noise``: standard deviation in grey levels.
    """

    azimuth: float
    elevation: float
    skylight: tuple[float, float, float]
    lean: tuple[float, float]
    gain: tuple[float, float, float]
    gamma: float
    haze: tuple[float, float, float]
    blur: float
    noise: float


def exposures(rng: np.random.Generator) -> tuple[Exposure, Exposure]:
    """A summer morning with a sharp camera, and an early spring afternoon with low sun, haze and another camera."""
    before = Exposure(
        azimuth=np.radians(rng.uniform(120, 150)), elevation=np.radians(rng.uniform(52, 58)),
        skylight=(0.26, 0.30, 0.37), lean=(rng.uniform(-0.06, 0.06), rng.uniform(-0.06, 0.06)),
        gain=(1.02, 1.0, 0.96), gamma=1.0, haze=(6.0, 8.0, 12.0), blur=0.16, noise=2.0,
    )  # fmt: skip
    side = rng.choice([-1.0, 1.0])
    after = Exposure(
        azimuth=np.radians(rng.uniform(200, 235)), elevation=np.radians(rng.uniform(36, 42)),
        skylight=(0.30, 0.35, 0.42), lean=(side * rng.uniform(0.08, 0.13), rng.uniform(-0.10, 0.10)),
        gain=(0.90, 0.95, 1.0), gamma=0.86, haze=(14.0, 17.0, 22.0), blur=0.24, noise=3.2,
    )  # fmt: skip
    return before, after


def render(canvas: Canvas, exposure: Exposure, seed: tuple[int, ...]) -> Iterator[tuple[int, np.ndarray]]:
    """The photograph strip by strip: first row and pixels (3, rows, width) uint8. ``seed``: for the noise."""
    size = canvas.height.shape[0] - 2 * MARGIN
    for start in range(0, size, STRIP):
        rows = slice(start, min(start + STRIP, size) + 2 * MARGIN)
        height = canvas.height[rows]
        light = _sunlight(height, exposure, canvas.gsd)
        colour = canvas.colour[rows, MARGIN - 4 : size + MARGIN + 4]
        inner = slice(MARGIN - 4, -(MARGIN - 4))
        shifts = _leaning(height[inner, MARGIN - 4 : size + MARGIN + 4], exposure, canvas.gsd)
        rng = np.random.default_rng((*seed, start))
        picture = np.empty((3, rows.stop - rows.start - 2 * MARGIN, size), np.uint8)
        for band in range(3):
            lit = light[inner, MARGIN - 4 : size + MARGIN + 4]
            sky = exposure.skylight[band]
            radiance = colour[inner, :, band] * (sky + (1.0 - sky) * lit)
            for (down, right), moved in shifts:
                radiance = np.where(moved, np.roll(radiance, (down, right), (0, 1)), radiance)
            picture[band] = _sense(_blurred(radiance, exposure.blur)[4:-4, 4:-4], exposure, band, rng)
        yield start, picture


def _sunlight(height: np.ndarray, exposure: Exposure, gsd: float) -> np.ndarray:
    """Sunlight at every pixel: 0 in the shade, 1 on level ground, up to 1.6 on slopes that face the sun; float32."""
    towards = np.sin(exposure.azimuth), -np.cos(exposure.azimuth)  # to the right, down
    slope_x, slope_y = _slope(height, 1, gsd), _slope(height, 0, gsd)
    horizontal = 1.0 / np.tan(exposure.elevation)
    light = 1.0 - horizontal * (np.float32(towards[0]) * slope_x + np.float32(towards[1]) * slope_y)
    light /= np.sqrt(1.0 + slope_x**2 + slope_y**2)
    np.clip(light, 0.0, 1.6, out=light)
    light[_shadow(height, towards, exposure.elevation, gsd)] = 0.0
    return light


def _slope(height: np.ndarray, axis: int, gsd: float) -> np.ndarray:
    """The gentler of the slopes to both neighbours (0 where they have opposite signs), so that walls do not count."""
    step = np.diff(height, axis=axis, append=np.take(height, [-1], axis)).astype(np.float32)
    step *= np.float32(0.01 / gsd)
    earlier = np.roll(step, 1, axis)
    slope = np.where(np.abs(step) < np.abs(earlier), step, earlier)
    slope[step * earlier < 0] = 0.0
    return np.clip(slope, -GREATEST_SLOPE, GREATEST_SLOPE)


def _shadow(height: np.ndarray, towards: tuple[float, float], elevation: float, gsd: float) -> np.ndarray:
    """Pixels (bool) where an object on the way to the sun is higher than the ray.

    Steps towards the sun one pixel at a time, as far as the margin allows, and compares heights.
    """
    rise = np.tan(elevation) * gsd * 100
    reach = min(MARGIN - 6, int(height.max() / rise) + 1)
    shadow = np.zeros(height.shape, dtype=bool)
    rows, columns = height.shape
    for step in range(1, reach + 1):
        right, down = round(step * towards[0]), round(step * towards[1])
        here = (slice(max(0, -down), rows - max(0, down)), slice(max(0, -right), columns - max(0, right)))
        there = (slice(max(0, down), rows + min(0, down)), slice(max(0, right), columns + min(0, right)))
        shadow[here] |= height[there] - height[here] > np.int16(step * rise)
    return shadow


def _leaning(height: np.ndarray, exposure: Exposure, gsd: float) -> list[tuple[tuple[int, int], np.ndarray]]:
    """Shifts (down, right) in pixels and the pixels covered by objects leaning over by that shift, lowest first."""
    amount = float(np.hypot(*exposure.lean))
    right, down = exposure.lean[0] / amount, exposure.lean[1] / amount
    moves = (height * np.float32(amount * 0.01 / gsd) + 0.5).astype(np.int16)
    found = []
    for pixels in range(1, int(moves.max(initial=0)) + 1):
        shift = (round(pixels * down), round(pixels * right))
        found.append((shift, np.roll(moves, shift, (0, 1)) >= pixels))
    return found


def _blurred(image: np.ndarray, weight: float) -> np.ndarray:
    """Every pixel mixed with its neighbours along each axis: 1 - ``weight`` of itself, ``weight`` / 2 of each side."""
    side = np.float32(weight / 2)
    across = image * np.float32(1 - weight)
    across[:, 1:-1] += side * (image[:, 2:] + image[:, :-2])
    down = across * np.float32(1 - weight)
    down[1:-1] += side * (across[2:] + across[:-2])
    return down


def _sense(radiance: np.ndarray, exposure: Exposure, band: int, rng: np.random.Generator) -> np.ndarray:
    """Haze, gain, tone curve and noise: uint8."""
    level = radiance * np.float32(exposure.gain[band] / 255) + np.float32(exposure.haze[band] / 255)
    np.power(np.maximum(level, 0), np.float32(exposure.gamma), out=level)
    level *= 255
    level += np.float32(exposure.noise) * rng.standard_normal(level.shape, dtype=np.float32)
    return np.clip(level, 0, 255).astype(np.uint8)
