"""Extends buildings, or takes a part of them away, between the two dates."""

from __future__ import annotations

import numpy as np

from .geometry import Polygon, contains, overlap
from .scene import BOTH, Building, Dates, Part, Scene, Surface, part_corners

OVERLAP = 0.2
"""How far an annex reaches into its building, metres: so that both together have one outline."""
CLEARANCE = 2.5
"""Least distance to roads and other buildings, metres."""
SIDES = ((1, 0), (-1, 0), (1, 1), (-1, 1))
"""Where an annex may be: the way along an axis of the building, and whether across its length."""


def add_annexes(scene: Scene, count: int, rng: np.random.Generator) -> None:
    """Give ``count`` buildings that stand at both dates an annex at one of the dates, by turns before and after; fewer
    if there is no room."""
    standing = [
        number
        for number, building in enumerate(scene.buildings)
        if building.dates == BOTH and all(30.0 < coordinate < scene.side - 30.0 for coordinate in building.middle)
    ]
    for number in rng.permutation(standing):
        if count == 0:
            return
        dates = (False, True) if count % 2 else (True, False)
        annex = _annex(scene, int(number), dates, rng)
        if annex is not None:
            scene.buildings.append(annex)
            outline = part_corners(annex, annex.parts[0])
            bare = ("lawn", "") if dates[1] else ("", "soil")
            scene.details.append(Surface(outline, bare, 1.0, annex.angle))
            scene.trees = [tree for tree in scene.trees if not contains(outline, [tree.middle])]
            count -= 1


def _annex(scene: Scene, number: int, dates: Dates, rng: np.random.Generator) -> Building | None:
    """An annex to a building, where there is room for one. It has the building's own middle and direction, so that
    both stay together in the image."""
    main = scene.buildings[number]
    body = main.parts[0]
    shallow, deep = (9.0, 14.0) if main.kind != "house" else (6.0, 9.0)
    for way, turned in rng.permutation(SIDES):
        depth, share = rng.uniform(shallow, deep), rng.uniform(0.7, 1.0)
        reach = way * (depth / 2 - OVERLAP)
        if turned:  # beside the long side
            place = (body.along, body.across + reach + way * body.width / 2, depth, share * body.length)
        else:
            place = (body.along + reach + way * body.length / 2, body.across, depth, share * body.width)
        part = Part(*place, bool(turned), "flat", body.eaves * rng.uniform(0.6, 0.9), 0.0)
        annex = Building(main.middle, main.angle, [part], main.kind, main.colours, dates)
        annex.details, annex.annex_to = int(rng.integers(1 << 30)), number
        if _is_free(scene, number, part_corners(annex, part)):
            return annex
    return None


def _is_free(scene: Scene, number: int, place: Polygon) -> bool:
    """Whether nothing but the building itself, and no road, is within the clearance of a convex outline."""
    taken = [road.outline for road in scene.roads]
    for index, building in enumerate(scene.buildings):
        # Other parts of the building itself: an annex beside them would fill a corner, which is fine, but not on them.
        parts = building.parts[1:] if index == number else building.parts
        taken += [part_corners(building, part) for part in parts]
    return not any(overlap(place, outline, CLEARANCE) for outline in taken if len(outline) > 2)
