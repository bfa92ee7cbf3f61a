"""Chooses which buildings are built or torn down between the two dates."""

from __future__ import annotations

import numpy as np

from .geometry import Polygon, moved, rectangle
from .scene import BOTH, Building, Scene, Surface
from .settings import SceneSettings

BARE = ("soil", "gravel", "rough", "lawn", "paving")
"""Ground on a site before its building is built or after it is torn down."""


def rebuild(scene: Scene, settings: SceneSettings, rng: np.random.Generator) -> None:
    """Mark buildings of every kind as built or torn down, and add the bare ground that is there instead."""
    for kind, built, torn_down in (
        ("hall", settings.halls_built, settings.halls_torn_down),
        ("block", settings.blocks_built, settings.blocks_torn_down),
    ):
        counts = settings.count(built, scene.side), settings.count(torn_down, scene.side)
        _change(scene, _standing(scene, kind), *counts, rng)
    houses = _standing(scene, "house")
    counts = round(settings.houses_built * len(houses)), round(settings.houses_torn_down * len(houses))
    _change(scene, houses, *counts, rng)


def _standing(scene: Scene, kind: str) -> list[Building]:
    """Buildings of a kind that exist at both dates and are completely inside the image."""
    return [
        building
        for building in scene.buildings
        if building.kind == kind and building.dates == BOTH
        and all(30.0 < coordinate < scene.side - 30.0 for coordinate in building.middle)
    ]  # fmt: skip


def _change(scene: Scene, candidates: list[Building], built: int, torn_down: int, rng: np.random.Generator) -> None:
    chosen = rng.permutation(len(candidates))[: built + torn_down]
    for place, index in enumerate(chosen):
        building = candidates[index]
        new = place < built
        building.dates = (False, True) if new else (True, False)
        ground = str(rng.choice(BARE))
        around = str(rng.choice(["", "soil", "paving"]))
        kinds = (ground, around) if new else ("", ground)
        scene.details.append(Surface(_site(building), kinds, rng.uniform(0.9, 1.1), building.angle))


def _site(building: Building) -> Polygon:
    """The rectangle around all parts, with a margin of two metres."""
    corners = []
    for part in building.parts:
        length, width = (part.width, part.length) if part.turned else (part.length, part.width)
        corners += [(part.along + s * length / 2, part.across + t * width / 2) for s in (-1, 1) for t in (-1, 1)]
    along, across = zip(*corners)
    middle = moved(building.middle, building.angle, (min(along) + max(along)) / 2, (min(across) + max(across)) / 2)
    return rectangle(middle, building.angle, max(along) - min(along) + 4.0, max(across) - min(across) + 4.0)
