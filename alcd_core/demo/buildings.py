"""Draws buildings and vehicles: roof shape, tiles, chimneys, roof lights, solar panels."""

from __future__ import annotations

import math

import numpy as np

from .canvas import MARGIN, Canvas
from .geometry import moved
from .palette import CARS, CHIMNEY, PANELS, ROOF_LIGHTS, ROOFS, Colour
from .projection import Projection
from .scene import Building, Part, Scene

FLAT_RIM = 0.7
"""Width of the raised edge of a flat roof, metres."""


def paint_buildings(canvas: Canvas, scene: Scene, date: int, projection: Projection) -> None:
    """All buildings and vehicles of this date."""
    for building in scene.buildings:
        if building.dates[date]:
            _paint_building(canvas, building, date, projection)
    for vehicle in scene.vehicles:
        if vehicle.date == date:
            x, y, angle = projection.place(vehicle.middle, vehicle.angle)
            _paint_vehicle(canvas, x, y, angle, vehicle.length, vehicle.width, vehicle.height, CARS[vehicle.colour])


def _paint_building(canvas: Canvas, building: Building, date: int, projection: Projection) -> None:
    x, y, angle = projection.place(building.middle, building.angle)
    rng = np.random.default_rng(building.details)
    colour = np.asarray(ROOFS[building.colours[date]], dtype=np.float32) * rng.uniform(0.88, 1.12)
    for part in building.parts:
        middle = moved((x, y), angle, part.along, part.across)
        turned = angle + (math.pi / 2 if part.turned else 0.0)
        _paint_part(canvas, middle, turned, part, building, colour, date, rng)


def _paint_part(
    canvas: Canvas,
    middle: tuple[float, float],
    angle: float,
    part: Part,
    building: Building,
    colour: np.ndarray,
    date: int,
    rng: np.random.Generator,
) -> None:
    box = canvas.box(*middle, math.hypot(part.length, part.width) / 2 + 0.5)
    if box is None:
        return
    u, v = _own_coordinates(canvas, box, middle, angle)
    edge_u, edge_v = part.length / 2 - np.abs(u), part.width / 2 - np.abs(v)
    height = _roof_height(part, edge_u, edge_v, v)
    shown = (edge_u >= 0) & (edge_v >= 0) & (height * 100 > canvas.height[box])
    if not shown.any():
        return
    # Rows of tiles or metal sheets: the brightness varies every 0.9 m down the roof and every 2.5 m along it.
    rows = rng.normal(0.0, 0.035, 256)[np.floor(v / 0.9).astype(int) % 256]
    bays = rng.normal(0.0, 0.02, 256)[np.floor(u / 2.5).astype(int) % 256]
    texture = 1.0 + rows + bays + rng.normal(0.0, 0.03, u.shape)
    paint = colour * texture[..., None].astype(np.float32)
    if part.roof == "flat":
        paint[np.minimum(edge_u, edge_v) < FLAT_RIM] *= 1.16
        _machines(height, paint, u, v, part, rng)
    elif building.kind == "house":
        _chimney(height, paint, u, v, part, rng)
    if building.lights and part.length > 25.0:
        paint[(np.mod(u, 7.0) < 1.6) & (edge_v > 2.5) & (edge_u > 2.0) & (np.abs(v) > 1.2)] = ROOF_LIGHTS
    if building.panels[date]:
        reach = part.length * 0.36
        paint[(np.abs(u) < reach) & (v > 1.0) & (edge_v > 1.0)] = PANELS
    canvas.colour[box][shown] = np.clip(paint[shown], 0, 255)
    canvas.height[box][shown] = height[shown] * 100


def _own_coordinates(
    canvas: Canvas, box: tuple[slice, slice], middle: tuple[float, float], angle: float
) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of the pixel centres of a box in metres, along and across an object."""
    rows = (np.arange(box[0].start, box[0].stop) - MARGIN + 0.5) * canvas.gsd - middle[1]
    columns = (np.arange(box[1].start, box[1].stop) - MARGIN + 0.5) * canvas.gsd - middle[0]
    cosine, sine = math.cos(angle), math.sin(angle)
    return columns[None, :] * cosine + rows[:, None] * sine, rows[:, None] * cosine - columns[None, :] * sine


def _roof_height(part: Part, edge_u: np.ndarray, edge_v: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Metres above ground, from the distances to the edges."""
    if part.roof == "gable":
        return part.eaves + part.pitch * edge_v
    if part.roof == "hip":
        return part.eaves + part.pitch * np.minimum(edge_u, edge_v)
    return part.eaves + 0.5 * (np.minimum(edge_u, edge_v) < FLAT_RIM) + 0.0 * v


def _machines(
    height: np.ndarray, paint: np.ndarray, u: np.ndarray, v: np.ndarray, part: Part, rng: np.random.Generator
) -> None:
    """Ventilation units and stairwell heads on a flat roof."""
    for _ in range(int(rng.poisson(part.length * part.width / 220.0))):
        at_u, at_v = rng.uniform(-0.42, 0.42) * part.length, rng.uniform(-0.38, 0.38) * part.width
        box = (np.abs(u - at_u) < rng.uniform(0.6, 1.8)) & (np.abs(v - at_v) < rng.uniform(0.6, 1.4))
        height[box] += rng.uniform(0.8, 2.2)
        paint[box] = rng.uniform(110, 220)


def _chimney(
    height: np.ndarray, paint: np.ndarray, u: np.ndarray, v: np.ndarray, part: Part, rng: np.random.Generator
) -> None:
    at_u, at_v = rng.uniform(-0.3, 0.3) * part.length, rng.uniform(-0.15, 0.15) * part.width
    box = (np.abs(u - at_u) < 0.55) & (np.abs(v - at_v) < 0.55)
    height[box] += 1.3
    paint[box] = CHIMNEY
    if rng.random() < 0.35:
        skylight = (np.abs(u + at_u) < 0.6) & (np.abs(v - 0.25 * part.width) < 0.7)
        paint[skylight] = (70, 80, 96)


def _paint_vehicle(
    canvas: Canvas, x: float, y: float, angle: float, length: float, width: float, height: float, colour: Colour
) -> None:
    box = canvas.box(x, y, length / 2 + 0.5)
    if box is None:
        return
    u, v = _own_coordinates(canvas, box, (x, y), angle)
    body = (np.abs(u) < length / 2) & (np.abs(v) < width / 2 + 0.1)
    windscreen = body & (np.abs(u - 0.7) < 0.45)
    canvas.colour[box][body] = colour
    canvas.colour[box][windscreen] = np.asarray(colour) // 3 + 12
    canvas.height[box][body] = height * 100
