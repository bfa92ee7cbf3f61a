"""The objects of the region, at one or both dates; plan coordinates in metres, before bending."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from .geometry import Point, Polygon, moved, rectangle

BEFORE, AFTER = 0, 1
Dates = tuple[bool, bool]
"""Whether an object exists before and after."""
BOTH: Dates = (True, True)
SINCE_AFTER: Dates = (False, True)


@dataclass
class Surface:
    """An area of ground. ``kinds``: names in ``palette.GROUND`` before and after; empty if absent.

    ``tint``: brightness factor, about 1. ``angle``: direction of the furrows, radians.
    """

    outline: Polygon
    kinds: tuple[str, str]
    tint: float = 1.0
    angle: float = 0.0


@dataclass
class Part:
    """One rectangle of a building, relative to its middle and direction; metres.

    ``roof``: gable, hip or flat. ``eaves``: height of the walls. ``pitch``: rise of the roof per metre.
    """

    along: float
    across: float
    length: float
    width: float
    turned: bool
    roof: str
    eaves: float
    pitch: float


@dataclass
class Building:
    """A building of one or more parts. ``colours``: names in ``palette.ROOFS`` before and after.

    ``kind``: house, block (of flats) or hall. ``lights``: whether it has bands of roof lights. ``panels``: whether it
    has solar panels, by date. ``details``: seed for the chimneys, tiles and machines on the roof.
    ``annex_to``: number of the building that this is a part of, in the scene; None if it is a building of its own.
    """

    middle: Point
    angle: float
    parts: list[Part]
    kind: str
    colours: tuple[str, str]
    dates: Dates = BOTH
    lights: bool = False
    panels: Dates = (False, False)
    details: int = 0
    annex_to: int | None = None


@dataclass
class Vehicle:
    """A car or lorry; ``colour``: index in ``palette.CARS``; ``date``: BEFORE or AFTER."""

    middle: Point
    angle: float
    length: float
    width: float
    height: float
    colour: int
    date: int


@dataclass
class Tree:
    """A tree or bush; metres. ``kind``: index in ``palette.TREES``. ``dates``: when it exists."""

    middle: Point
    radius: float
    height: float
    kind: int
    dates: Dates = BOTH


@dataclass
class Scene:
    """The whole region; ``side``: side of its square, metres. Surfaces are in drawing order, bottom first."""

    side: float
    surfaces: list[Surface] = field(default_factory=list)
    verges: list[Surface] = field(default_factory=list)
    roads: list[Surface] = field(default_factory=list)
    details: list[Surface] = field(default_factory=list)
    buildings: list[Building] = field(default_factory=list)
    vehicles: list[Vehicle] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)


def part_corners(building: Building, part: Part) -> Polygon:
    """The four corners of one part of a building in the plan."""
    middle = moved(building.middle, building.angle, part.along, part.across)
    return rectangle(middle, building.angle + (math.pi / 2 if part.turned else 0.0), part.length, part.width)


def dated_kinds(kind: str, dates: Dates, later: str = "") -> tuple[str, str]:
    """The kinds of a surface that exists at these dates; ``later``: its kind at the second date, if different."""
    return (kind if dates[BEFORE] else "", (later or kind) if dates[AFTER] else "")
