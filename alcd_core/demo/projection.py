"""Bends the straight plan into curved streets and shifts the second date slightly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .geometry import Point

BEND_WAVES = 5
BEND_METRES = 9.0
"""Largest shift by one wave; waves are 500 to 1,100 m long, so right angles stay nearly right."""


@dataclass(frozen=True)
class Waves:
    """A smooth shift of the plane, a sum of sines. ``direction``: (N, 2) radians/m; ``amplitude``: (N, 2) metres."""

    direction: np.ndarray
    phase: np.ndarray
    amplitude: np.ndarray
    offset: np.ndarray

    def shift(self, points: np.ndarray) -> np.ndarray:
        """The shift in metres at points (N, 2)."""
        return np.sin(points @ self.direction.T + self.phase) @ self.amplitude + self.offset


def random_waves(
    rng: np.random.Generator, count: int, amplitude: float, lengths: tuple[float, float], offset: float = 0.0
) -> Waves:
    """``count`` waves with amplitudes up to ``amplitude`` and lengths in this range, and a constant shift; metres."""
    angle = rng.uniform(0.0, 2 * np.pi, count)
    frequency = 2 * np.pi / rng.uniform(*lengths, count)
    direction = np.stack([np.cos(angle), np.sin(angle)], axis=1) * frequency[:, None]
    amplitudes = rng.uniform(-amplitude, amplitude, (count, 2))
    turn = rng.uniform(0.0, 2 * np.pi)
    return Waves(
        direction, rng.uniform(0, 2 * np.pi, count), amplitudes, offset * np.array([np.cos(turn), np.sin(turn)])
    )


@dataclass(frozen=True)
class Projection:
    """Converts plan coordinates to image coordinates of one date, in metres from the upper left corner."""

    waves: tuple[Waves, ...]

    def points(self, plan: np.ndarray) -> np.ndarray:
        """Image coordinates (N, 2) of plan coordinates (N, 2), metres."""
        return plan + sum(waves.shift(plan) for waves in self.waves)

    def place(self, middle: Point, angle: float) -> tuple[float, float, float]:
        """Position and direction in the image of a rigid object (a house, a car) in the plan: x, y, angle."""
        ahead = (middle[0] + np.cos(angle), middle[1] + np.sin(angle))
        here, there = self.points(np.asarray([middle, ahead]))
        return float(here[0]), float(here[1]), float(np.arctan2(there[1] - here[1], there[0] - here[0]))


def projections(rng: np.random.Generator, misregistration: float) -> tuple[Projection, Projection]:
    """The two dates' projections; they differ by about ``misregistration`` metres, smoothly from place to place."""
    bend = random_waves(rng, BEND_WAVES, BEND_METRES, (500.0, 1100.0))
    # Four waves with amplitudes uniform in +-a in x and y: root mean square a * sqrt(4 * 2 / 3 / 2) = 1.15 a.
    slip = random_waves(rng, 4, 0.7 * misregistration, (300.0, 1200.0), 0.6 * misregistration)
    return Projection((bend,)), Projection((bend, slip))
