"""Convex polygons of the plan: cutting, shrinking, rectangles; metres, x to the right, y down."""

from __future__ import annotations

import math

import numpy as np

Point = tuple[float, float]
Polygon = list[Point]


def clip(polygon: Polygon, point: Point, normal: Point) -> Polygon:
    """The part of a convex polygon on the side of the line through ``point`` to which ``normal`` points, or []."""
    kept: Polygon = []
    sides = [(x - point[0]) * normal[0] + (y - point[1]) * normal[1] for x, y in polygon]
    for index, (corner, side) in enumerate(zip(polygon, sides)):
        following, next_side = polygon[(index + 1) % len(polygon)], sides[(index + 1) % len(polygon)]
        if side >= 0:
            kept.append(corner)
        if (side >= 0) != (next_side >= 0):
            share = side / (side - next_side)
            kept.append(
                (corner[0] + share * (following[0] - corner[0]), corner[1] + share * (following[1] - corner[1]))
            )
    return kept if len(kept) >= 3 else []


def chord(polygon: Polygon, point: Point, direction: Point) -> tuple[Point, Point]:
    """Where the line through ``point``, which crosses the convex polygon, enters and leaves it."""
    half = clip(polygon, point, (-direction[1], direction[0]))
    on_line = sorted(half, key=lambda p: abs((p[0] - point[0]) * direction[1] - (p[1] - point[1]) * direction[0]))
    return on_line[0], on_line[1]


def area(polygon: Polygon) -> float:
    """Area in square metres."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, polygon[1:] + polygon[:1]))) / 2


def centre(polygon: Polygon) -> Point:
    """Mean of the corners."""
    return sum(x for x, _ in polygon) / len(polygon), sum(y for _, y in polygon) / len(polygon)


def inset(polygon: Polygon, distance: float) -> Polygon:
    """A convex polygon shrunk by ``distance`` metres on every side (empty if nothing is left)."""
    middle = centre(polygon)
    shrunk = polygon
    for a, b in zip(polygon, polygon[1:] + polygon[:1]):
        length = math.dist(a, b)
        if length < 1e-6:
            continue
        normal = ((a[1] - b[1]) / length, (b[0] - a[0]) / length)
        if (middle[0] - a[0]) * normal[0] + (middle[1] - a[1]) * normal[1] < 0:
            normal = (-normal[0], -normal[1])
        shrunk = clip(shrunk, (a[0] + distance * normal[0], a[1] + distance * normal[1]), normal)
        if not shrunk:
            return []
    return shrunk


def contains(polygon: Polygon, points: list[Point]) -> bool:
    """Whether all points lie in the convex polygon."""
    for a, b in zip(polygon, polygon[1:] + polygon[:1]):
        middle = centre(polygon)
        inner = (b[0] - a[0]) * (middle[1] - a[1]) - (b[1] - a[1]) * (middle[0] - a[0])
        if any(((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) * inner < 0 for x, y in points):
            return False
    return True


def overlap(one: Polygon, other: Polygon, clearance: float = 0.0) -> bool:
    """Whether two convex polygons come within ``clearance`` metres of each other, measured across their edges."""
    for polygon in (one, other):
        for a, b in zip(polygon, polygon[1:] + polygon[:1]):
            if math.dist(a, b) < 1e-6:
                continue
            normal = math.atan2(b[1] - a[1], b[0] - a[0]) + math.pi / 2
            (low, high), (other_low, other_high) = extent(one, normal), extent(other, normal)
            if low > other_high + clearance or other_low > high + clearance:
                return False
    return True


def long_angle(polygon: Polygon) -> float:
    """Direction of the longest edge in radians."""
    a, b = max(zip(polygon, polygon[1:] + polygon[:1]), key=lambda edge: math.dist(*edge))
    return math.atan2(b[1] - a[1], b[0] - a[0])


def extent(polygon: Polygon, angle: float) -> tuple[float, float]:
    """Smallest and largest coordinate of the corners along the direction ``angle``."""
    along = [x * math.cos(angle) + y * math.sin(angle) for x, y in polygon]
    return min(along), max(along)


def moved(point: Point, angle: float, along: float, across: float = 0.0) -> Point:
    """The point ``along`` metres from ``point`` in direction ``angle``, and ``across`` metres to the right."""
    cosine, sine = math.cos(angle), math.sin(angle)
    return point[0] + along * cosine - across * sine, point[1] + along * sine + across * cosine


def rectangle(middle: Point, angle: float, length: float, width: float) -> Polygon:
    """Corners of a rectangle whose ``length`` lies in direction ``angle``."""
    half, side = length / 2, width / 2
    return [moved(middle, angle, u, v) for u, v in ((-half, -side), (half, -side), (half, side), (-half, side))]


def strip(start: Point, end: Point, width: float) -> Polygon:
    """A band ``width`` wide around a segment, longer than it by half the width at both ends."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return rectangle(middle, angle, math.dist(start, end) + width, width)


def densified(polygon: Polygon, step: float = 12.0) -> np.ndarray:
    """The closed outline of the polygon with a vertex at least every ``step`` metres: (N, 2) float64."""
    pieces = []
    for a, b in zip(polygon, polygon[1:] + polygon[:1]):
        count = max(1, math.ceil(math.dist(a, b) / step))
        share = np.arange(count)[:, None] / count
        pieces.append(np.asarray(a) + share * (np.asarray(b) - np.asarray(a)))
    pieces.append(np.asarray([polygon[0]], dtype=float))
    return np.concatenate(pieces)


def subdivide(
    polygon: Polygon, target: float, rng: np.random.Generator, jitter: float = 0.12
) -> tuple[list[Polygon], list[tuple[Point, Point]]]:
    """Cut a convex polygon across its long side repeatedly until the parts have about ``target`` square metres.

    ``jitter``: how far the cuts deviate from a right angle, radians. Returns the parts and the cuts.
    """
    if area(polygon) < target * rng.uniform(0.8, 1.7):
        return [polygon], []
    angle = long_angle(polygon)
    low, high = extent(polygon, angle)
    side_low, side_high = extent(polygon, angle + math.pi / 2)
    if side_high - side_low > high - low:
        angle, low, high = angle + math.pi / 2, side_low, side_high
    middle = centre(polygon)
    shift = (low + high) / 2 + rng.uniform(-0.1, 0.1) * (high - low)
    shift -= middle[0] * math.cos(angle) + middle[1] * math.sin(angle)
    turned = angle + rng.uniform(-jitter, jitter)
    point = moved(middle, angle, shift)
    normal = (math.cos(turned), math.sin(turned))
    halves = clip(polygon, point, normal), clip(polygon, point, (-normal[0], -normal[1]))
    if not all(halves):
        return [polygon], []
    cuts = [chord(polygon, point, (-normal[1], normal[0]))]
    parts: list[Polygon] = []
    for half in halves:
        half_parts, half_cuts = subdivide(half, target, rng, jitter)
        parts += half_parts
        cuts += half_cuts
    return parts, cuts
