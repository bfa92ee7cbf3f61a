"""Plans the region: main roads divide it into districts, whose use depends on the distance to the towns."""

from __future__ import annotations

import math

import numpy as np

from .annexes import add_annexes
from .changes import rebuild
from .country import plant_copse, plant_fields, plant_forest, plant_scrub
from .geometry import Polygon, area, centre, contains, inset, strip, subdivide
from .large_buildings import build_blocks, build_halls
from .scene import BEFORE, Scene, Surface
from .settings import SceneSettings
from .village import build_houses

MAIN_ROAD_WIDTH = 8.0
DISTRICT_AREA = 70_000.0
OUTSIDE = 90.0
"""Metres planned beyond the edge of the image, because the plan is bent later."""


def plan_region(side: float, settings: SceneSettings, rng: np.random.Generator) -> Scene:
    """A region of ``side`` x ``side`` metres with everything in it, at both dates."""
    scene = Scene(side)
    whole = [
        (-OUTSIDE, -OUTSIDE),
        (side + OUTSIDE, -OUTSIDE),
        (side + OUTSIDE, side + OUTSIDE),
        (-OUTSIDE, side + OUTSIDE),
    ]
    districts, cuts = subdivide(_turned(whole, 0.06), min(DISTRICT_AREA, side * side / 6), rng, 0.22)
    for start, end in cuts:
        _lay_main_road(scene, start, end)
    for district, use in zip(districts, _uses(districts, side, settings, rng)):
        _use(scene, inset(district, MAIN_ROAD_WIDTH / 2 + 2.0), use, settings, rng)
    rebuild(scene, settings, rng)
    add_annexes(scene, settings.annexes, rng)
    return scene


def _turned(polygon: Polygon, slope: float) -> Polygon:
    middle = centre(polygon)
    return [(x - slope * (y - middle[1]), y + slope * (x - middle[0])) for x, y in polygon]


def _lay_main_road(scene: Scene, start: tuple[float, float], end: tuple[float, float]) -> None:
    scene.verges.append(Surface(strip(start, end, MAIN_ROAD_WIDTH + 3.0), ("shore", "shore")))
    scene.roads.append(Surface(strip(start, end, MAIN_ROAD_WIDTH), ("asphalt", "asphalt")))
    length = math.dist(start, end)
    for along in map(float, np.arange(4.0, length - 4.0, 12.0)):
        near, far = ((start[0] + s * (end[0] - start[0]) / length, start[1] + s * (end[1] - start[1]) / length)
                     for s in (along, along + 4.0))  # fmt: skip
        scene.details.append(Surface(strip(near, far, 0.5), ("marking", "marking")))


def _uses(districts: list[Polygon], side: float, settings: SceneSettings, rng: np.random.Generator) -> list[str]:
    """A use for every district: towns surrounded by industry, then fields; estates grow at the edges of the towns."""
    towns = [(side / 2 * rng.uniform(0.85, 1.15), side / 2 * rng.uniform(0.85, 1.15))]
    towns += [(rng.uniform(0.1, 0.9) * side, rng.uniform(0.1, 0.9) * side) for _ in range(settings.towns - 1)]
    radii = [side * share for share in (0.19, 0.13, 0.10)] + [side * 0.08] * settings.towns
    nearness = []
    for district in districts:
        x, y = centre(district)
        nearness.append(min(math.dist((x, y), town) / radius for town, radius in zip(towns, radii)))
    uses = []
    for near in nearness:
        if near < 1.0:
            uses.append("blocks" if rng.random() < 0.18 else "houses")
        else:
            uses.append(str(rng.choice(["fields", "forest", "scrub", "copse"], p=[0.68, 0.12, 0.11, 0.09])))
    # The districts closest to the towns become industry and estates, in random order.
    edge = [index for index in np.argsort(nearness) if nearness[index] >= 1.0]
    wanted = ["halls"] * settings.count(7, side)
    wanted += ["estate"] * settings.count(settings.estates, side)
    wanted += ["streets"] * settings.count(settings.street_estates, side)
    for index, use in zip(edge, rng.permutation(wanted)):
        uses[index] = str(use)
    return uses


def _use(scene: Scene, district: Polygon, use: str, settings: SceneSettings, rng: np.random.Generator) -> None:
    if not district or area(district) < 500.0:
        return
    if use == "houses":
        build_houses(scene, district, rng)
    elif use == "blocks":
        build_blocks(scene, district, rng)
    elif use == "halls":
        build_halls(scene, district, rng)
    elif use == "forest":
        plant_forest(scene, district, rng)
    elif use == "scrub":
        plant_scrub(scene, district, rng)
    elif use == "copse":
        plant_copse(scene, district, rng)
    else:
        plant_fields(scene, district, settings, rng)
    if use in ("estate", "streets"):
        _grow(scene, district, use, rng)


def _grow(scene: Scene, district: Polygon, use: str, rng: np.random.Generator) -> None:
    """An estate on a former field, new at the second date: houses with streets, or only streets on bare soil."""
    parts, _ = subdivide(district, 30_000.0, rng)
    site = inset(parts[0], 5.0)
    if not site:
        return
    scene.trees[:] = [tree for tree in scene.trees if not contains(site, [tree.middle])]
    build_houses(scene, site, rng, since_after=True, with_houses=use == "estate")
    scene.vehicles[:] = [car for car in scene.vehicles if car.date != BEFORE or not contains(site, [car.middle])]
