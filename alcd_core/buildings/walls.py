"""Straight walls fitted to an outline.

An outline is divided into walls so that the squared distances of its points from their walls plus a price for each
corner are as small as possible. Walls are parallel or perpendicular to the building's directions; a wall at any other
angle costs more. The best division is found by dynamic programming (Bellman 1961), from one end to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .main_direction import off_axis

CORNER = 6.0
"""Price of a right angle: a recess of about 3 by 3 units is kept, smaller ones are evened out."""

SLANTED_CORNER = 28.0
"""Price of any other corner: slanted walls are drawn where right angles fit badly."""

SLANTED = -1
"""Direction of a wall that is neither parallel nor perpendicular to one of the building's directions."""

NEARLY_PARALLEL = np.sin(np.radians(15.0))

SHORT = 4.0
"""Walls below this length in units show no direction."""

LARGEST_TURN = np.radians(10.0)
"""The directions are corrected by less than this."""


@dataclass(frozen=True)
class Wall:
    """A straight wall. ``direction``: index of its angle (two for each of the building's directions), or SLANTED;
    ``along``: unit vector; ``middle``: a point of it; ``first``, ``last``: the ends of the outline's part;
    ``length``: of that part."""

    direction: int
    along: np.ndarray
    middle: np.ndarray
    first: np.ndarray
    last: np.ndarray
    length: float


def fit_walls(
    points: np.ndarray, directions: Sequence[float], is_ring: bool, price: float = 1.0, may_turn: bool = False
) -> tuple[list[Wall], list[float]]:
    """The walls along an outline in the order of its points, and the directions that they have.

    ``points``: (N, 2) in units; a ring ends at its first point. ``directions``: as from ``main_directions``. ``price``:
    factor of the prices of corners; ``may_turn``: correct the directions to what the walls show.
    """
    origin = points[0]
    points = _from_farthest(points - origin) if is_ring else points - origin
    places, weights = _samples(points)
    sums = _sums(places, weights)
    parts = _division(sums, np.asarray(directions), price)
    if is_ring and len(parts) > 2 and parts[0][2] == parts[-1][2] != SLANTED:
        start = parts.pop()[0]
        parts[0] = (start, parts[0][1], parts[0][2])  # goes over the ring's start: its start is behind its end
    straight = _straightened(parts, sums, directions) if may_turn else list(directions)
    return [_wall(part, sums, places + origin, straight, origin) for part in parts], straight


def corners(walls: Sequence[Wall], is_ring: bool) -> np.ndarray:
    """(N, 2): where each wall meets the next; for a ring the last meets the first."""
    pairs = list(zip(walls, [*walls[1:], walls[0]] if is_ring else walls[1:]))
    return np.array([_corner(one, other) for one, other in pairs]).reshape(-1, 2)


def _from_farthest(ring: np.ndarray) -> np.ndarray:
    """The ring, starting at the point that is farthest from its centre: a corner of any shape."""
    points = ring[:-1]
    distances = np.round(((points - points.mean(axis=0)) ** 2).sum(axis=1), 6)
    start = np.lexsort((points[:, 1], points[:, 0], -distances))[0]
    points = np.roll(points, -start, axis=0)
    return np.concatenate([points, points[:1]])


def _samples(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places (N, 2) along an outline at distances of at most one unit, and the length that each stands for."""
    steps = np.diff(points, axis=0)
    lengths = np.hypot(*steps.T)
    counts = np.maximum(np.ceil(lengths - 1e-6), 1).astype(int)
    edges = np.repeat(np.arange(len(steps)), counts)
    number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    shares = (number + 0.5) / counts[edges]
    return points[edges] + steps[edges] * shares[:, None], (lengths / counts)[edges]


def _sums(places: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(N + 1, 6): sums of w, wx, wy, wxx, wxy, wyy over the first n places."""
    x, y = places.T
    terms = np.stack([weights, weights * x, weights * y, weights * x * x, weights * x * y, weights * y * y], axis=1)
    return np.concatenate([np.zeros((1, 6)), np.cumsum(terms, axis=0)])


def _spread(totals: np.ndarray) -> np.ndarray:
    """(N, 3): sums of squares xx, xy, yy about the mean, of ``totals`` (N, 6)."""
    w, x, y, xx, xy, yy = totals.T
    return np.stack([xx - x * x / w, xy - x * y / w, yy - y * y / w], axis=1)


def _division(sums: np.ndarray, directions: np.ndarray, price: float) -> list[tuple[int, int, int]]:
    """The best division into walls: start, end and direction of each."""
    angles = np.stack([directions, directions + np.pi / 2], axis=1).ravel()
    sine, cosine = np.sin(angles), np.cos(angles)
    across = np.stack([sine * sine, -2 * sine * cosine, cosine * cosine])  # (3, 2D): squared distance from a line
    prices = price * _prices(len(angles) + 1)
    count, kinds = len(sums) - 1, len(angles) + 1
    begins, previous = np.zeros((count + 1, kinds), int), np.zeros((count + 1, kinds), int)
    cheapest = np.zeros((count + 1, kinds))  # up to each place, with the corner to a wall of each kind
    cheapest[0, -1] = price * SLANTED_CORNER  # or a single wall would always be a slanted one
    open_starts = np.array([0])
    for end in range(1, count + 1):
        spread = _spread(sums[end] - sums[open_starts])
        half, tilt = (spread[:, 0] + spread[:, 2]) / 2, (spread[:, 0] - spread[:, 2]) / 2
        costs = np.empty((len(open_starts), kinds))
        costs[:, :-1] = spread @ across
        costs[:, -1] = half - np.hypot(tilt, spread[:, 1])
        costs += cheapest[open_starts]
        chosen = costs.argmin(axis=0)
        best = costs[chosen, np.arange(kinds)]
        begins[end] = open_starts[chosen]
        change = best[:, None] + prices
        previous[end] = change.argmin(axis=0)
        cheapest[end] = change.min(axis=0)
        hopeful = costs.min(axis=1) <= best.min() + price * SLANTED_CORNER
        open_starts = np.append(open_starts[hopeful], end)
    parts, end, kind = [], count, int(best.argmin())
    while end > 0:
        start = int(begins[end, kind])
        parts.append((start, end, kind if kind < kinds - 1 else SLANTED))
        end, kind = start, int(previous[start, kind])
    return parts[::-1]


def _prices(kinds: int) -> np.ndarray:
    """(kinds, kinds): price of a corner between two kinds of walls. The last kind is a slanted wall."""
    prices = np.full((kinds, kinds), SLANTED_CORNER)
    for kind in range(kinds - 1):
        prices[kind, kind] = np.inf
        prices[kind, kind ^ 1] = CORNER
    return prices


def _straightened(parts: Sequence[tuple[int, int, int]], sums: np.ndarray, directions: Sequence[float]) -> list[float]:
    """The directions, corrected to what the walls along them show; long walls count most."""
    turns, weights = np.zeros(len(directions)), np.full(len(directions), 1e-9)
    for start, end, kind in parts:
        totals = _totals(sums, start, end)
        if kind == SLANTED or totals[0] < SHORT:
            continue
        turn = float(off_axis(_angle(totals) - directions[kind // 2]))
        if abs(turn) < LARGEST_TURN:
            turns[kind // 2] += turn * totals[0] ** 3
            weights[kind // 2] += totals[0] ** 3
    return list(directions + turns / weights)


def _totals(sums: np.ndarray, start: int, end: int) -> np.ndarray:
    """(6,): sums over a part, which may go over the ring's start."""
    return sums[end] - sums[start] + (sums[-1] if end <= start else 0.0)


def _angle(totals: np.ndarray) -> float:
    """The angle of the line that fits a part best."""
    xx, xy, yy = _spread(totals[None])[0]
    return float(np.arctan2(2 * xy, xx - yy) / 2)


def _wall(
    part: tuple[int, int, int], sums: np.ndarray, places: np.ndarray, directions: Sequence[float], origin: np.ndarray
) -> Wall:
    start, end, kind = part
    totals = _totals(sums, start, end)
    angle = _angle(totals) if kind == SLANTED else directions[kind // 2] + (kind % 2) * np.pi / 2
    along = np.array([np.cos(angle), np.sin(angle)])
    return Wall(kind, along, origin + totals[1:3] / totals[0], places[start], places[end - 1], float(totals[0]))


def _corner(one: Wall, other: Wall) -> np.ndarray:
    """Where two walls meet; if they are nearly parallel, the foot of the outline's point between them."""
    crossing = one.along[0] * other.along[1] - one.along[1] * other.along[0]
    if abs(crossing) < NEARLY_PARALLEL:
        between = (one.last + other.first) / 2
        wall = one if one.direction != SLANTED else other
        return wall.middle + wall.along * ((between - wall.middle) @ wall.along)
    gap = other.middle - one.middle
    return one.middle + one.along * ((gap[0] * other.along[1] - gap[1] * other.along[0]) / crossing)
