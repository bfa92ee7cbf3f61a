"""Outlines with right angles, in the buildings' own main directions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from ..imagery.grid import Grid
from ..imagery.redrawing import Redrawing
from .frame import Frame, unit_length
from .terraces import FARTHEST, agreement, areas_between, by_owner, owners, straight_walls, terraces

LARGEST_CHANGE = 0.1
"""Share by which right angles may change a polygon's area."""

LEAST_AGREEMENT = 0.85
"""Intersection over union of an outline with right angles and that of the pixels."""

LEAST_RIGHT = 0.6
"""Share of an outline's length in walls with a right angle at one end at least; otherwise the building is slanted."""

SHORT_WALLS = 10.0
"""Mean length of walls in units below which an outline with many corners is a staircase along something else."""

MANY_CORNERS = 8

EXACT = np.sin(np.radians(0.5))
"""How exactly walls are at right angles."""

TOUCHING = 1e-3
"""Outlines that share less than this, in square units, touch without overlapping."""

RIGHT_ANGLES = "right angles"
NOT_RECTANGULAR = "curved or slanted"
TOO_DIFFERENT = "too different with right angles"
IN_THE_WAY = "would overlap a neighbour or itself"
OUTCOMES = (RIGHT_ANGLES, NOT_RECTANGULAR, TOO_DIFFERENT, IN_THE_WAY)


class Block:
    """A single building or a terrace, in units of a frame.

    ``outcome``: of each member, one of OUTCOMES; ``result``: its outline. ``members``: outlines of the pixels;
    ``simple``: the same with fewer corners.
    """

    def __init__(self, members: Sequence[Polygon], simple: Sequence[Polygon]) -> None:
        self._members, self._simple = list(members), list(simple)
        self._walls = straight_walls(members)
        faces = areas_between(self._walls)
        self._fitted = by_owner(faces, owners(faces, members), len(self._members))
        self.outcome = [_rectangular(*pair) for pair in zip(self._fitted, members)]
        self.result: list[Polygon] = []
        self._settle()

    def leave(self, member: int) -> None:
        """Let a member that is in the way keep its outline."""
        self.outcome[member] = IN_THE_WAY
        self._settle()

    def _settle(self) -> None:
        """Determine the outlines. Next to a member that keeps its own, the others end at that one's walls."""
        outcome = None
        while outcome != self.outcome:
            outcome = list(self.outcome)
            drawn = self._drawn([one != RIGHT_ANGLES for one in outcome])
            for number, (polygon, member) in enumerate(zip(drawn, self._members)):
                if outcome[number] == RIGHT_ANGLES:
                    self.outcome[number] = _usable(polygon, member)
        self.result = [new or own for new, own in zip(drawn, self._simple)]

    def _drawn(self, kept: Sequence[bool]) -> Sequence[Polygon | None]:
        """The outlines where some members keep theirs."""
        if all(kept):
            return self._simple
        if not any(kept):
            return self._fitted
        own = [polygon if keep else None for polygon, keep in zip(self._simple, kept)]
        faces = areas_between([*self._walls, *(polygon.boundary for polygon in own if polygon is not None)])
        by_own, by_fit, by_pixels = (owners(faces, some) for some in (own, self._fitted, self._simple))
        was_kept = np.array([*kept, False])  # the last for no owner, which has the index -1
        by_pixels = np.where(was_kept[by_pixels], -1, by_pixels)
        return by_owner(
            faces, np.where(by_own >= 0, by_own, np.where(was_kept[by_fit], by_pixels, by_fit)), len(self._simple)
        )


def right_angled(whole: Sequence[Polygon], simple: Sequence[Polygon], grid: Grid) -> tuple[list[Polygon], list[str]]:
    """Outlines with right angles where they fit, and the outcome of each: one of OUTCOMES.

    ``whole``: outlines of pixels that do not overlap, in the CRS of the grid; ``simple``: the same with fewer corners,
    which is what a polygon keeps if right angles do not fit. Walls shared by neighbours stay shared. The results do
    not overlap each other, and depend neither on the order of the polygons nor on where their rings start.
    """
    if not whole:
        return [], []
    frame = Frame(grid)
    pixels = [shapely.normalize(frame.from_crs(polygon)) for polygon in whole]
    fewer = [shapely.normalize(frame.from_crs(polygon)) for polygon in simple]
    groups = [sorted(one, key=lambda index: (pixels[index].bounds, pixels[index].area)) for one in terraces(pixels)]
    blocks = [Block([pixels[one] for one in group], [fewer[one] for one in group]) for group in groups]
    place = {index: (block, number) for block, group in zip(blocks, groups) for number, index in enumerate(group)}
    while True:
        results = [place[index][0].result[place[index][1]] for index in range(len(pixels))]
        outcomes = [place[index][0].outcome[place[index][1]] for index in range(len(pixels))]
        leaving = _in_the_way(results, pixels, [outcome == RIGHT_ANGLES for outcome in outcomes])
        if not leaving:
            break
        for index in leaving:
            block, number = place[index]
            block.leave(number)
    untouched = {one for group in groups if RIGHT_ANGLES not in (outcomes[index] for index in group) for one in group}
    return [simple[one] if one in untouched else frame.to_crs(results[one]) for one in range(len(pixels))], outcomes


def in_words(outcomes: Mapping[str, int]) -> str:
    """A sentence that says how many outlines got right angles, and how many did not and why."""
    kept = {outcome: outcomes.get(outcome, 0) for outcome in OUTCOMES[1:]}
    sentence = f"{outcomes.get(RIGHT_ANGLES, 0):,} outlines have right angles"
    if not any(kept.values()):
        return f"{sentence}."
    reasons = ", ".join(f"{count:,} {outcome}" for outcome, count in kept.items() if count)
    return f"{sentence}, {sum(kept.values()):,} stay as they are ({reasons})."


REDRAWING = Redrawing(right_angled, lambda grid: 2 * FARTHEST * unit_length(grid))


def _rectangular(polygon: Polygon | None, pixels: Polygon) -> str:
    """RIGHT_ANGLES, or NOT_RECTANGULAR if a building's walls mostly meet at other angles, if it is rather an ellipse,
    or if it would be drawn as a staircase."""
    if polygon is None:
        return IN_THE_WAY
    corners = shapely.get_num_coordinates(polygon) - 1 - len(polygon.interiors)
    is_staircase = corners > MANY_CORNERS and polygon.length < SHORT_WALLS * corners
    is_round = agreement(_ellipse(pixels), pixels) > agreement(polygon, pixels)
    return NOT_RECTANGULAR if is_staircase or is_round or _right_share(polygon) < LEAST_RIGHT else RIGHT_ANGLES


def _usable(polygon: Polygon | None, pixels: Polygon) -> str:
    """RIGHT_ANGLES, or what is wrong with an outline."""
    if polygon is None or not polygon.boundary.is_simple:
        return IN_THE_WAY
    change = abs(polygon.area - pixels.area) / pixels.area
    if change > LARGEST_CHANGE or agreement(polygon, pixels) < LEAST_AGREEMENT:
        return TOO_DIFFERENT
    return RIGHT_ANGLES if pixels.buffer(FARTHEST).covers(polygon) else TOO_DIFFERENT


def _right_share(polygon: Polygon) -> float:
    """Share of the outline's length in walls with a right angle at one end at least."""
    right = total = 0.0
    for ring in (polygon.exterior, *polygon.interiors):
        walls = np.diff(shapely.get_coordinates(ring), axis=0)
        lengths = np.hypot(*walls.T)
        walls = walls / lengths[:, None]
        is_right = np.abs((walls * np.roll(walls, -1, axis=0)).sum(axis=1)) < EXACT  # with the next wall
        right += lengths[is_right | np.roll(is_right, 1)].sum()
        total += lengths.sum()
    return right / total


def _ellipse(pixels: Polygon) -> Polygon:
    """The ellipse with the area, the centre and the second moments of an outline."""
    points = shapely.get_coordinates(pixels.exterior)
    points = points - points.mean(axis=0)
    here, there = points[:-1], points[1:]
    cross = here[:, 0] * there[:, 1] - here[:, 1] * there[:, 0]
    area = cross.sum() / 2
    centre = ((here + there) * cross[:, None]).sum(axis=0) / (6 * area)
    both = here + there  # of a triangle with the origin: integral of x x^T is cross/24 (aa^T + bb^T + (a+b)(a+b)^T)
    moments = sum(np.einsum("n,ni,nj->ij", cross, one, one) for one in (here, there, both)) / (24 * area)
    values, axes = np.linalg.eigh(moments - np.outer(centre, centre))
    radii = np.sqrt(np.maximum(values, 1e-12))
    radii *= np.sqrt(abs(area) / (np.pi * radii.prod()))
    turns = np.linspace(0.0, 2 * np.pi, 65)[:-1]
    ring = np.stack([np.cos(turns), np.sin(turns)], axis=1) * radii @ axes.T
    middle = shapely.get_coordinates(pixels.exterior).mean(axis=0) + centre
    return Polygon(ring + middle)


def _in_the_way(results: Sequence[Polygon], pixels: Sequence[Polygon], movable: Sequence[bool]) -> set[int]:
    """Of each two results that overlap, the smaller one that can keep its own outline instead."""
    polygons = np.array(results, dtype=object)
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    one, other = one[one < other], other[one < other]
    overlapping = shapely.area(shapely.intersection(polygons[one], polygons[other])) > TOUCHING
    leaving = set()
    for pair in zip(one[overlapping].tolist(), other[overlapping].tolist()):
        candidates = [index for index in pair if movable[index]]
        if candidates:
            leaving.add(min(candidates, key=lambda index: (pixels[index].area, pixels[index].bounds)))
    return leaving
