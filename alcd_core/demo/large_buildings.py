"""Blocks of flats and industrial buildings with their car parks."""

from __future__ import annotations

import math

import numpy as np

from .country import scatter
from .geometry import Point, Polygon, area, contains, extent, inset, long_angle, moved, rectangle, subdivide
from .palette import BLOCK_ROOFS, HALL_ROOFS
from .scene import AFTER, BEFORE, BOTH, Building, Part, Scene, Surface, part_corners
from .streets import STREET_WIDTH, lay_street, park


def build_blocks(scene: Scene, district: Polygon, rng: np.random.Generator) -> None:
    """Blocks of flats on lawns, each with a car park."""
    scene.surfaces.append(Surface(district, ("lawn", "lawn"), rng.uniform(0.9, 1.1)))
    sites, streets = subdivide(district, 6_500, rng)
    for start, end in streets:
        lay_street(scene, start, end, BOTH, rng)
    for site in sites:
        _place_large(scene, inset(site, STREET_WIDTH / 2 + 3.0), "block", rng)


def build_halls(scene: Scene, district: Polygon, rng: np.random.Generator) -> None:
    """Halls and warehouses in paved yards with lorries and car parks."""
    scene.surfaces.append(Surface(district, ("rough", "rough"), rng.uniform(0.9, 1.1)))
    sites, streets = subdivide(district, 9_000, rng)
    for start, end in streets:
        lay_street(scene, start, end, BOTH, rng)
    for site in sites:
        _place_large(scene, inset(site, STREET_WIDTH / 2 + 3.0), "hall", rng)


def _place_large(scene: Scene, site: Polygon, kind: str, rng: np.random.Generator) -> None:
    """One large building on the far side of its site, with a car park on the near side."""
    if not site:
        return
    angle = long_angle(site)
    low, high = extent(site, angle)
    left, right = extent(site, angle + math.pi / 2)
    if kind == "hall":
        yard = str(rng.choice(["asphalt", "pavement", "gravel"]))
        later = "new_asphalt" if rng.random() < 0.12 else yard
        scene.surfaces.append(Surface(inset(site, 2.0) or site, (yard, later), rng.uniform(0.9, 1.1)))
    for length, width in ((0.85, 0.55), (0.7, 0.5), (0.55, 0.45), (0.4, 0.4)):
        long_side = min((high - low) * length, 85.0)
        short_side = min((right - left) * width, 45.0) if kind == "hall" else rng.uniform(12.0, 15.0)
        middle = moved((0.0, 0.0), angle, (low + high) / 2, left + 3.0 + short_side / 2 + 0.06 * (right - left))
        building = Building(middle, angle, _large_parts(long_side, short_side, kind, rng), kind, ("grey", "grey"))
        if contains(site, [corner for part in building.parts for corner in part_corners(building, part)]):
            break
    else:
        return
    roofs = HALL_ROOFS if kind == "hall" else BLOCK_ROOFS
    colour = str(
        rng.choice(roofs if building.parts[0].roof == "flat" or kind == "hall" else ("red", "orange", "slate"))
    )
    building.colours, building.details = (colour, colour), int(rng.integers(1 << 30))
    building.lights = kind == "hall" and rng.random() < 0.6
    building.panels = (False, kind == "hall" and rng.random() < 0.15)
    scene.buildings.append(building)
    room = right - (left + 3.0 + short_side + 0.06 * (right - left))
    lot = moved((0.0, 0.0), angle, (low + high) / 2, right - room / 2)
    _lay_car_park(scene, site, lot, angle, (high - low) * 0.7, min(room - 8.0, 34.0), rng)
    if kind == "block":
        scatter(scene, site, area(site) / 350, (1.5, 3.8), rng)


def _large_parts(length: float, width: float, kind: str, rng: np.random.Generator) -> list[Part]:
    if kind == "hall":
        roof = str(rng.choice(["flat", "gable"]))
        parts = [Part(0.0, 0.0, length, width, False, roof, rng.uniform(6.0, 9.5), 0.14)]
        if rng.random() < 0.5:
            office = rng.uniform(8.0, 12.0)
            parts.append(
                Part(length * 0.3, width / 2 + office / 2 - 0.5, length * 0.3, office, False, "flat", 4.5, 0.0)
            )
        return parts
    roof = str(rng.choice(["flat", "flat", "hip", "gable"]))
    return [Part(0.0, 0.0, length, width, False, roof, rng.uniform(8.0, 13.0), 0.5)]


def _lay_car_park(
    scene: Scene, site: Polygon, lot: Point, angle: float, length: float, depth: float, rng: np.random.Generator
) -> None:
    """Rows of marked bays, with different cars at the two dates."""
    outline = rectangle(lot, angle, length, depth)
    if depth < 10.0 or not contains(site, outline):
        return
    scene.details.append(Surface(outline, ("asphalt", "asphalt"), rng.uniform(0.9, 1.05)))
    filled = rng.uniform(0.1, 0.8, 2)
    for row in map(float, np.arange(-depth / 2 + 2.8, depth / 2 - 2.0, 8.4)):
        for bay in map(float, np.arange(-length / 2 + 1.5, length / 2 - 1.5, 2.6)):
            line = rectangle(moved(lot, angle, bay - 1.3, row), angle, 0.35, 4.6)
            scene.details.append(Surface(line, ("marking", "marking"), 0.85))
            for date in (BEFORE, AFTER):
                if rng.random() < filled[date]:
                    park(scene, moved(lot, angle, bay, row), angle + math.pi / 2, date, rng)
