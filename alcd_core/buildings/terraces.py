"""Buildings that share walls: their outlines fitted as one arrangement of lines, so that shared walls stay shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import LinearRing, LineString, Polygon

from .main_direction import main_directions
from .walls import SLANTED, Wall, corners, fit_walls

OVERSHOOT = 3.0
"""Units by which the walls between buildings are lengthened to meet the others; what sticks out is dropped."""

SAME_LINE = 1.5
"""Parallel walls that meet and are closer than this, in units, are drawn in one line."""

FARTHEST = 4.0
"""Units that an outline with right angles may go beyond the pixels."""

SNAP = 1e-4
"""Corners are rounded to this fraction of a unit, or walls in one line would miss each other."""

MOST_DIRECTIONS = 4

IN_LINE = 0.01
"""Corners that change an area by less than the square of this, in units, are left out."""

PLAIN = 3.0
"""Factor of the prices of corners for an outline with few walls."""

FINENESS = 0.012
"""Intersection over union that more walls must add."""


def terraces(polygons: Sequence[Polygon]) -> list[list[int]]:
    """The indices of polygons that are connected by shared walls, a list for each terrace or single building."""
    leader = list(range(len(polygons)))

    def present(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    whole = np.array(polygons, dtype=object)
    one, other = shapely.STRtree(whole).query(whole, predicate="intersects")
    one, other = one[one < other], other[one < other]
    shared = shapely.length(shapely.intersection(shapely.boundary(whole[one]), shapely.boundary(whole[other])))
    for pair in zip(one[shared > 0].tolist(), other[shared > 0].tolist()):
        low, high = sorted(map(present, pair))
        leader[high] = low
    groups: dict[int, list[int]] = {}
    for index in range(len(polygons)):
        groups.setdefault(present(index), []).append(index)
    return list(groups.values())


def straight_walls(members: Sequence[Polygon]) -> list[LineString]:
    """The fitted walls of a terrace or a single building as lines: its outer rings, and the walls inside that two
    members share. ``members``: in units of a frame.
    """
    directions = main_directions(members)[:MOST_DIRECTIONS]
    block = shapely.union_all(list(members))
    rings = [ring for part in shapely.get_parts(block) for ring in (part.exterior, *part.interiors)]
    lines: list[LineString] = []
    known: list[Wall] = []
    for ring in sorted(rings, key=lambda ring: -ring.length):
        walls, line, directions = _drawn_ring(ring, directions, may_turn=not lines)
        lines.append(line)
        known += walls
    for line in _lines_between(members):
        if line.is_closed:
            lines.append(_drawn_ring(LinearRing(line), directions, may_turn=False)[1])
            continue
        walls, _ = fit_walls(shapely.get_coordinates(line), directions, is_ring=False)
        walls = [_in_line(wall, known) for wall in walls]
        known += walls
        start, end = _end(walls[0], walls[0].first), _end(walls[-1], walls[-1].last)
        lines.append(LineString([start, *corners(walls, False), end]))
    return lines


def areas_between(lines: Iterable[LineString]) -> np.ndarray:
    """The polygons that the lines enclose. Adjacent ones have the same corners along the line between them."""
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(list(lines), grid_size=SNAP))))
    return np.asarray(faces[shapely.area(faces) > 0])


def agreement(one: Polygon, other: Polygon) -> float:
    """Intersection over union; 0 if one of them is not valid."""
    if not (one.is_valid and other.is_valid):
        return 0.0
    shared = one.intersection(other).area
    return float(shared / (one.area + other.area - shared))


def owners(faces: np.ndarray, members: Sequence[Polygon | None]) -> np.ndarray:
    """The index of the member that covers most of each face; -1 where none covers half of it."""
    known = [number for number, member in enumerate(members) if member is not None]
    polygons = np.array([members[number] for number in known], dtype=object)
    face, member = shapely.STRtree(polygons).query(faces, predicate="intersects")
    shares = shapely.area(shapely.intersection(faces[face], polygons[member])) / shapely.area(faces[face])
    owner = np.full(len(faces), -1)
    order = np.argsort(shares, kind="stable")
    order = order[shares[order] > 0.5]  # of the shares of a face the largest comes last, and stays
    owner[face[order]] = np.array(known, int)[member[order]]
    return owner


def by_owner(faces: np.ndarray, owner: np.ndarray, count: int) -> list[Polygon | None]:
    """The faces of each owner as one polygon, without corners that nobody needs; None if there are none or they lie
    apart. What neighbours share stays shared."""
    joined = [shapely.union_all(faces[owner == number]) for number in range(count)]
    whole = [number for number, one in enumerate(joined) if isinstance(one, Polygon) and not one.is_empty]
    simple = shapely.coverage_simplify(np.array([joined[number] for number in whole], dtype=object), IN_LINE)
    result: list[Polygon | None] = [None] * count
    for number, polygon in zip(whole, simple):
        result[number] = polygon
    return result


def _drawn_ring(
    ring: LinearRing, directions: Sequence[float], may_turn: bool
) -> tuple[list[Wall], LineString, list[float]]:
    """The walls of a ring, the line along them, and their directions. Few walls are preferred to many if they agree
    about as well with the ring."""
    points, area = shapely.get_coordinates(ring), Polygon(ring)
    few, turned = fit_walls(points, directions, True, PLAIN, may_turn)
    many, turned_again = fit_walls(points, turned, True, 1.0, may_turn)
    plain, fine = _closed(few, ring, turned), _closed(many, ring, turned_again)
    is_near = area.buffer(FARTHEST).covers(plain)
    if is_near and agreement(Polygon(plain), area) >= agreement(Polygon(fine), area) - FINENESS:
        return few, plain, turned
    return many, fine, turned_again


def _lines_between(members: Sequence[Polygon]) -> list[LineString]:
    """The lines that two members share, in an order that does not depend on theirs."""
    found: list[LineString] = []
    whole = np.array(members, dtype=object)
    one, other = shapely.STRtree(whole).query(whole, predicate="intersects")
    for shared in shapely.intersection(shapely.boundary(whole[one]), shapely.boundary(whole[other]))[one < other]:
        parts = [part for part in shapely.get_parts(shared) if part.length > 0]
        merged = shapely.line_merge(shapely.MultiLineString(parts))
        found += [shapely.normalize(part) for part in shapely.get_parts(merged) if part.length > 0]
    return sorted(found, key=lambda line: (-line.length, line.bounds))


def _closed(walls: Sequence[Wall], ring: LinearRing, directions: Sequence[float]) -> LineString:
    """The ring of walls; a rectangle of the same area if the ring is too small to show its walls."""
    found = corners(walls, True) if len(walls) > 2 else _rectangle(ring, directions[0])
    return LineString([*found, found[0]])


def _rectangle(ring: LinearRing, direction: float) -> np.ndarray:
    """(4, 2): the corners of the rectangle with a ring's area and centre and its extent's proportions."""
    polygon = Polygon(ring)
    centre = shapely.get_coordinates(polygon.centroid)[0]
    cosine, sine = np.cos(direction), np.sin(direction)
    turn = np.array([[cosine, sine], [-sine, cosine]])
    width, height = np.ptp((shapely.get_coordinates(ring) - centre) @ turn.T, axis=0)
    scale = np.sqrt(polygon.area / (width * height)) / 2
    half = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) * scale
    return centre + half @ turn


def _in_line(wall: Wall, known: Sequence[Wall]) -> Wall:
    """The wall, moved into the line of a parallel one that it meets, if there is one."""
    across = np.array([-wall.along[1], wall.along[0]])
    near = [
        (abs(offset), number, offset)
        for number, other in enumerate(known)
        if other.direction == wall.direction != SLANTED
        and abs(offset := float(across @ (other.middle - wall.middle))) < SAME_LINE
        and LineString([other.first, other.last]).distance(LineString([wall.first, wall.last])) < OVERSHOOT
    ]
    return replace(wall, middle=wall.middle + across * min(near)[2]) if near else wall


def _end(wall: Wall, point: np.ndarray) -> np.ndarray:
    """The end of a wall near ``point``, lengthened."""
    place = float((point - wall.middle) @ wall.along)
    return wall.middle + wall.along * (place + np.copysign(OVERSHOOT, place))
