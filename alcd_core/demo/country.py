"""Fields, hedges, forest and scrub."""

from __future__ import annotations

import math

import numpy as np

from .geometry import Point, Polygon, area, contains, extent, inset, long_angle, strip, subdivide
from .palette import CONIFER, CROPS, DECIDUOUS, HEDGE
from .scene import BOTH, Dates, Scene, Surface, Tree
from .settings import SceneSettings


def plant_fields(scene: Scene, district: Polygon, settings: SceneSettings, rng: np.random.Generator) -> None:
    """Fields of one crop each, often a different one at the second date, separated by tracks, hedges and lone trees."""
    fields, cuts = subdivide(district, rng.uniform(9_000, 26_000), rng)
    scene.surfaces.append(Surface(district, ("shore", "shore"), rng.uniform(0.9, 1.1)))
    for outline in fields:
        crop = str(rng.choice(CROPS))
        later = str(rng.choice(CROPS)) if rng.random() < settings.crop_change else crop
        angle = long_angle(outline)
        scene.surfaces.append(Surface(inset(outline, 1.0) or outline, (crop, later), rng.uniform(0.88, 1.12), angle))
        if rng.random() < 0.15:
            _patch_of_soil(scene, outline, rng)
        if "meadow" in (crop, later) and rng.random() < 0.5:
            scatter(scene, outline, area(outline) / 1500, (2.0, 4.5), rng)
    for start, end in cuts:
        kind = rng.random()
        if kind < 0.3:
            plant_hedge(scene, start, end, rng)
        elif kind < 0.6:
            scene.roads.append(Surface(strip(start, end, 3.0), ("gravel", "gravel"), rng.uniform(0.85, 1.0)))


def _patch_of_soil(scene: Scene, outline: Polygon, rng: np.random.Generator) -> None:
    """Bare or paved ground at one of the dates: a change that does not count."""
    angle, inner = long_angle(outline), inset(outline, 8.0)
    if not inner:
        return
    parts, _ = subdivide(inner, rng.uniform(400, 3000), rng, jitter=0.5)
    kinds = ("soil", "") if rng.random() < 0.4 else ("", str(rng.choice(["soil", "gravel", "paving"])))
    scene.surfaces.append(Surface(parts[rng.integers(len(parts))], kinds, rng.uniform(0.9, 1.1), angle))


def plant_forest(scene: Scene, district: Polygon, rng: np.random.Generator) -> None:
    """Dense trees, mostly of one kind; some parts have been felled by the second date."""
    scene.surfaces.append(Surface(district, ("forest", "forest"), rng.uniform(0.9, 1.1)))
    parts, _ = subdivide(district, 14_000, rng, jitter=0.4)
    for part in parts:
        felled = rng.random() < 0.12
        if felled:
            scene.surfaces.append(Surface(part, ("", "rough")))
        main = int(rng.choice([*DECIDUOUS, CONIFER]))
        for point in random_points(part, area(part) / 27.0, rng):
            kind = main if rng.random() < 0.8 else int(rng.choice(DECIDUOUS))
            radius = rng.uniform(2.2, 4.4) * (0.75 if kind == CONIFER else 1.0)
            dates = (True, bool(rng.random() < 0.05)) if felled else BOTH
            scene.trees.append(Tree(point, radius, rng.uniform(8.0, 13.0), kind, dates))


def plant_scrub(scene: Scene, district: Polygon, rng: np.random.Generator) -> None:
    """Rough grass with bushes and single trees."""
    scene.surfaces.append(Surface(district, ("rough", "rough"), rng.uniform(0.9, 1.1)))
    scatter(scene, district, area(district) / 160, (1.0, 3.6), rng)


def plant_copse(scene: Scene, district: Polygon, rng: np.random.Generator) -> None:
    """An orchard: fruit trees in rows."""
    scene.surfaces.append(Surface(district, ("orchard", "orchard"), rng.uniform(0.9, 1.1)))
    angle = long_angle(district)
    low, high = extent(district, angle)
    left, right = extent(district, angle + math.pi / 2)
    inner = inset(district, 6.0)
    for u in map(float, np.arange(low, high, 7.5)):
        for v in map(float, np.arange(left, right, 7.0)):
            point = _along(angle, u + rng.uniform(-0.6, 0.6), v + rng.uniform(-0.6, 0.6))
            if inner and rng.random() < 0.93 and contains(inner, [point]):
                scene.trees.append(
                    Tree(point, rng.uniform(1.3, 2.4), rng.uniform(3.0, 4.5), int(rng.choice(DECIDUOUS)))
                )


def plant_hedge(scene: Scene, start: Point, end: Point, rng: np.random.Generator, dates: Dates = BOTH) -> None:
    """A hedge of bushes along a segment, with trees in it."""
    length = math.dist(start, end)
    for along in map(float, np.arange(0.0, length, 1.9)):
        share = along / max(length, 1.0)
        point = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
        tall = rng.random() < 0.12
        radius = rng.uniform(2.2, 4.2) if tall else rng.uniform(1.0, 1.8)
        kind = int(rng.choice(DECIDUOUS)) if tall else HEDGE
        if rng.random() < 0.9:
            scene.trees.append(Tree(point, radius, radius * rng.uniform(1.4, 2.4), kind, dates))


def scatter(
    scene: Scene,
    outline: Polygon,
    count: float,
    radii: tuple[float, float],
    rng: np.random.Generator,
    dates: Dates = BOTH,
) -> None:
    """About ``count`` trees with radii in this range; a tenth of them exist at only one date."""
    for point in random_points(outline, count, rng):
        radius = rng.uniform(*radii)
        there = dates
        if rng.random() < 0.1 and dates == BOTH:
            there = (True, False) if rng.random() < 0.6 else (False, True)
        kind = int(rng.choice([*DECIDUOUS, CONIFER, HEDGE]))
        scene.trees.append(Tree(point, radius, radius * rng.uniform(1.5, 2.6), kind, there))


def random_points(outline: Polygon, count: float, rng: np.random.Generator) -> list[Point]:
    """About ``count`` points, distributed uniformly over a convex polygon."""
    xs, ys = zip(*outline)
    box = max((max(xs) - min(xs)) * (max(ys) - min(ys)), 1e-6)
    tries = int(rng.poisson(max(count, 0.0) * box / max(area(outline), 1e-6)))
    points = rng.uniform((min(xs), min(ys)), (max(xs), max(ys)), (tries, 2))
    keep = np.ones(tries, dtype=bool)
    turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, outline[1:] + outline[:1]))
    for a, b in zip(outline, outline[1:] + outline[:1]):
        side = (b[0] - a[0]) * (points[:, 1] - a[1]) - (b[1] - a[1]) * (points[:, 0] - a[0])
        keep &= side * turn >= 0
    return [(float(x), float(y)) for x, y in points[keep]]


def _along(angle: float, u: float, v: float) -> Point:
    return u * math.cos(angle) - v * math.sin(angle), u * math.sin(angle) + v * math.cos(angle)
