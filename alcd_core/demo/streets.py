"""Streets with parked cars, and the parcels along them."""

from __future__ import annotations

import math

import numpy as np

from .geometry import Point, Polygon, area, centre, clip, extent, long_angle, moved, strip
from .palette import CARS
from .scene import AFTER, BEFORE, BOTH, SINCE_AFTER, Dates, Scene, Surface, Vehicle

STREET_WIDTH = 5.5


def lay_street(scene: Scene, start: Point, end: Point, dates: Dates, rng: np.random.Generator) -> None:
    """A street with pavements and parked cars."""
    new = "new_asphalt" if dates == SINCE_AFTER or rng.random() < 0.1 else "asphalt"
    old = "asphalt" if dates == BOTH else ""
    scene.verges.append(Surface(strip(start, end, STREET_WIDTH + 3.0), ("pavement" if old else "", "pavement")))
    scene.roads.append(Surface(strip(start, end, STREET_WIDTH), (old, new), rng.uniform(0.92, 1.08)))
    length, angle = math.dist(start, end), math.atan2(end[1] - start[1], end[0] - start[0])
    for date in (BEFORE, AFTER):
        for _ in range(int(rng.poisson(length / 45.0)) if dates[date] else 0):
            side = rng.choice([-1.0, 1.0])
            spot = moved(start, angle, rng.uniform(0.05, 0.95) * length, side * 1.7)
            park(scene, spot, angle, date, rng)


def park(scene: Scene, spot: Point, angle: float, date: int, rng: np.random.Generator) -> None:
    """Park one car."""
    turned = angle + rng.normal(0.0, 0.03)
    colour = int(rng.integers(len(CARS)))
    scene.vehicles.append(Vehicle(spot, turned, rng.uniform(4.0, 4.8), rng.uniform(1.7, 1.95), 1.5, colour, date))


def parcels(site: Polygon, frontage: float) -> list[tuple[Polygon, float, float]]:
    """Parcels in one row or two back-to-back rows: outline, direction of the street, direction towards the street."""
    angle = long_angle(site)
    low, high = extent(site, angle)
    left, right = extent(site, angle + math.pi / 2)
    middle = centre(site)
    normal = (-math.sin(angle), math.cos(angle))
    rows = [(site, angle + math.pi / 2)]
    if right - left > 33.0:
        half = moved((0.0, 0.0), angle, 0.0, (left + right) / 2)
        rows = [
            (clip(site, half, normal), angle + math.pi / 2),
            (clip(site, half, (-normal[0], -normal[1])), angle - math.pi / 2),
        ]
    count = max(1, round((high - low) / frontage))
    edges = np.linspace(low, high, count + 1)
    found = []
    for row, outward in rows:
        for start, end in zip(edges[:-1], edges[1:]):
            near, far = moved((0.0, 0.0), angle, start), moved((0.0, 0.0), angle, end)
            along = (math.cos(angle), math.sin(angle))
            piece = clip(row, near, along) if row else []
            piece = clip(piece, far, (-along[0], -along[1])) if piece else []
            if piece and area(piece) > 120.0 and math.dist(centre(piece), middle) < 400.0:
                found.append((piece, angle, outward))
    return found
