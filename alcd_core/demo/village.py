"""Residential districts: streets, parcels, houses, gardens and drives."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np

from .country import plant_hedge, random_points, scatter
from .geometry import Point, Polygon, area, centre, contains, extent, inset, moved, rectangle, subdivide
from .palette import HOUSE_ROOFS
from .scene import (
    AFTER,
    BEFORE,
    BOTH,
    SINCE_AFTER,
    Building,
    Dates,
    Part,
    Scene,
    Surface,
    Tree,
    dated_kinds,
    part_corners,
)
from .streets import STREET_WIDTH, lay_street, parcels, park


def build_houses(
    scene: Scene, district: Polygon, rng: np.random.Generator, since_after: bool = False, with_houses: bool = True
) -> None:
    """Streets, parcels and detached or terraced houses. ``since_after``: everything is new at the second date."""
    dates = SINCE_AFTER if since_after else BOTH
    ground = "soil" if since_after else "lawn"
    scene.surfaces.append(Surface(district, dated_kinds(ground, dates)))
    sites, streets = subdivide(district, rng.uniform(4_000, 6_000), rng)
    for start, end in streets:
        lay_street(scene, start, end, dates, rng)
    style = str(rng.choice(["detached", "detached", "detached", "terraced"]))
    palette = [str(name) for name in rng.choice(HOUSE_ROOFS, 3)]
    for site in sites:
        inner = inset(site, STREET_WIDTH / 2 + 2.0)
        if not inner:
            continue
        if not with_houses:
            _leave_bare(scene, inner, rng)
            continue
        for parcel, angle, outward in parcels(inner, 9.0 if style == "terraced" else rng.uniform(17, 23)):
            _furnish_parcel(scene, parcel, angle, outward, style, palette, dates, rng)


def _furnish_parcel(
    scene: Scene,
    parcel: Polygon,
    angle: float,
    outward: float,
    style: str,
    palette: list[str],
    dates: Dates,
    rng: np.random.Generator,
) -> None:
    fresh = dates == SINCE_AFTER
    garden = (
        str(rng.choice(["soil", "lawn", "rough"])) if fresh else str(rng.choice(["lawn", "lawn", "meadow", "rough"]))
    )
    later = "soil" if not fresh and rng.random() < 0.04 else garden
    scene.surfaces.append(
        Surface(inset(parcel, 0.3) or parcel, dated_kinds(garden, dates, later), rng.uniform(0.85, 1.15), angle)
    )
    house = None if rng.random() < 0.07 else _house(parcel, angle, outward, style, palette, dates, rng)
    if house is None:
        scatter(scene, parcel, area(parcel) / 90, (1.2, 3.5), rng, dates)
        return
    scene.buildings.append(house)
    depth = extent(parcel, outward)[1] - house.middle[0] * math.cos(outward) - house.middle[1] * math.sin(outward)
    side = rng.choice([-1.0, 1.0]) * house.parts[0].length * 0.3
    gate = moved(moved(house.middle, outward, depth / 2 + 2.0), angle, side)
    drive = str(rng.choice(["paving", "gravel", "pavement", "asphalt"]))
    now = "paving" if rng.random() < 0.08 else drive
    scene.details.append(
        Surface(rectangle(gate, outward, depth + 2.0, rng.uniform(2.8, 5.0)), dated_kinds(drive, dates, now))
    )
    terrace = moved(house.middle, outward, -house.parts[0].width / 2 - 1.5)
    scene.details.append(Surface(rectangle(terrace, angle, rng.uniform(4, 8), 3.5), dated_kinds("paving", dates)))
    for date in (BEFORE, AFTER):
        if dates[date] and rng.random() < 0.45:
            park(scene, moved(gate, outward, rng.uniform(-1, 2)), outward, date, rng)
    if style != "terraced":
        _fill_garden(scene, parcel, house, angle, outward, dates, rng)


def _fill_garden(
    scene: Scene, parcel: Polygon, house: Building, angle: float, outward: float, dates: Dates, rng: np.random.Generator
) -> None:
    """Trees, a hedge, sometimes a pool (covered or open) behind the house. Only young trees in new gardens."""
    fresh = dates == SINCE_AFTER
    back = moved(house.middle, outward, -rng.uniform(11, 15))
    pool = rectangle(moved(back, angle, rng.uniform(-4, 4)), angle + rng.choice([0.0, 1.57]), rng.uniform(6, 9), 4.0)
    if rng.random() < 0.14 and contains(parcel, pool):
        kinds = [("pool", "pool_cover"), ("pool", "pool"), ("", "pool"), ("pool_cover", "pool"), ("pool", "")]
        before, after = kinds[rng.integers(len(kinds))]
        scene.details.append(Surface(pool, ("" if fresh else before, after)))
    clearance = math.hypot(house.parts[0].length, house.parts[0].width) / 2
    radii = (0.7, 1.3) if fresh else (1.0, 3.6)
    for point in random_points(inset(parcel, 1.0) or parcel, area(parcel) / (300 if fresh else 110), rng):
        if math.dist(point, house.middle) > clearance + 1.0:
            there = dates
            if not fresh and rng.random() < 0.12:
                there = (True, False) if rng.random() < 0.6 else (False, True)
            radius = rng.uniform(*radii)
            scene.trees.append(Tree(point, radius, radius * rng.uniform(1.5, 2.6), int(rng.integers(5)), there))
    if rng.random() < 0.4 and not fresh:
        start, end = min(zip(parcel, parcel[1:] + parcel[:1]), key=lambda edge: _outwardness(edge, outward))
        plant_hedge(scene, start, end, rng, dates)


def _outwardness(edge: tuple[Point, Point], outward: float) -> float:
    return (edge[0][0] + edge[1][0]) * math.cos(outward) + (edge[0][1] + edge[1][1]) * math.sin(outward)


def _house(
    parcel: Polygon,
    angle: float,
    outward: float,
    style: str,
    palette: list[str],
    dates: Dates,
    rng: np.random.Generator,
) -> Optional[Building]:
    """A house near the street that fits the parcel, or None."""
    buildable = inset(parcel, 0.05 if style == "terraced" else 2.2)
    if not buildable:
        return None
    if style == "terraced":
        low, high = extent(parcel, angle)
        length, width, roof, turned = high - low, 10.5, "gable", 0.0
    else:
        length, width = rng.uniform(10.5, 15.0), rng.uniform(8.0, 10.5)
        roof = str(rng.choice(["gable", "gable", "hip", "hip", "flat"], p=[0.3, 0.25, 0.2, 0.13, 0.12]))
        turned = math.pi / 2 if rng.random() < 0.25 else 0.0
    pitch, eaves = rng.uniform(0.45, 0.9), rng.uniform(3.2, 5.5)
    parts = [Part(0.0, 0.0, length, width, False, roof, eaves, pitch)]
    if style == "detached" and rng.random() < 0.4:
        reach, narrow = rng.uniform(3.5, 6.0), rng.uniform(5.5, 7.0)
        shift = rng.choice([-1.0, 1.0]) * (length - narrow) / 2
        side = rng.choice([-1.0, 1.0]) * (width + reach) / 4
        parts.append(Part(shift, side, width / 2 + reach, narrow, True, roof, eaves - 0.2, pitch))
    front = extent(buildable, outward)[1]
    colours, details, panels = _roof_colours(palette, roof, rng), int(rng.integers(1 << 30)), _panels(rng)
    direction = angle + turned + rng.normal(0.0, 0.02 if style == "detached" else 0.0)
    # Try the whole house near the street, then further back, then without its wing.
    for setback, wings in ((rng.uniform(1.0, 4.0), 1), (5.0, 1), (8.0, 1), (2.0, 0), (5.0, 0), (8.0, 0)):
        kept = parts[: 1 + wings]
        middle = centre(buildable)
        along = front - setback - (length if turned else width) / 2 - 2.5 * (len(kept) - 1)
        middle = moved(middle, outward, along - middle[0] * math.cos(outward) - middle[1] * math.sin(outward))
        house = Building(middle, direction, kept, "house", colours, dates, False, panels, details)
        corners = [corner for part in kept for corner in part_corners(house, part)]
        if contains(buildable, corners) or (style == "terraced" and contains(parcel, [middle])):
            return house
    return None


def _panels(rng: np.random.Generator) -> Dates:
    chance = rng.random()
    return (chance < 0.06, chance < 0.13)


def _roof_colours(palette: list[str], roof: str, rng: np.random.Generator) -> tuple[str, str]:
    first = str(rng.choice(["gravel_roof", "bitumen"])) if roof == "flat" else str(rng.choice(palette))
    second = str(rng.choice(HOUSE_ROOFS)) if roof != "flat" and rng.random() < 0.03 else first
    return first, second


def _leave_bare(scene: Scene, site: Polygon, rng: np.random.Generator) -> None:
    """Building land without houses yet: soil, rough grass, gravel and a few parked vehicles."""
    for parcel, angle, _ in parcels(site, 21.0):
        kind = str(rng.choice(["soil", "soil", "rough", "gravel"]))
        scene.surfaces.append(Surface(inset(parcel, 0.5) or parcel, ("", kind), rng.uniform(0.85, 1.1), angle))
        if rng.random() < 0.2:
            park(scene, centre(parcel), angle, AFTER, rng)
