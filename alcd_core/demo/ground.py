"""Draws the ground at one date: colour, patches, grain and furrows of every surface."""

from __future__ import annotations

import struct

import numpy as np
from osgeo import gdal, ogr, osr

from .canvas import MARGIN, Canvas
from .geometry import densified
from .palette import GROUND, Ground
from .projection import Projection
from .scene import Scene, Surface
from .texture import fractal_noise, tiled

STRIP = 256
LOCAL = 'LOCAL_CS["plan",UNIT["metre",1]]'
MEADOW = Surface([], ("meadow", "meadow"))
"""Ground without any other surface."""


def paint_ground(canvas: Canvas, scene: Scene, date: int, projection: Projection, rng: np.random.Generator) -> None:
    """Paint the ground of this date onto the canvas."""
    surfaces = [MEADOW]
    surfaces += [
        s
        for s in (*scene.surfaces, *scene.verges, *scene.roads, *scene.details)
        if s.kinds[date] and len(s.outline) > 2
    ]
    numbers = _rasterised(surfaces, canvas, projection)
    table = _table(surfaces, date)
    coarse, fine = fractal_noise(rng, 1024, 1.4), fractal_noise(rng, 640, 0.35, 0.8)
    height, width = numbers.shape
    columns = np.arange(width, dtype=np.float32) * np.float32(canvas.gsd)
    for start in range(0, height, STRIP):
        rows = slice(start, min(start + STRIP, height))
        number = numbers[rows]
        lines = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] * np.float32(canvas.gsd)
        waves = np.take(table["furrows"], number)
        furrowed = np.flatnonzero(waves)
        light = np.take(table["tint"], number)
        light += np.take(table["mottle"], number) * tiled(coarse, rows, width)
        light += np.take(table["grain"], number) * tiled(fine, rows, width)
        across = np.take(table["across_x"], number) * columns + np.take(table["across_y"], number) * lines
        wave = np.sin(across.ravel()[furrowed] + 0.8 * tiled(coarse, rows, width).ravel()[furrowed])
        light.ravel()[furrowed] += waves.ravel()[furrowed] * wave
        for band in range(3):
            canvas.colour[rows, :, band] = np.clip(np.take(table["colour"][:, band], number) * light, 0, 255)


def _rasterised(surfaces: list[Surface], canvas: Canvas, projection: Projection) -> np.ndarray:
    """The number of the topmost surface at every pixel: (height, width) uint16."""
    height, width = canvas.height.shape
    picture = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_UInt16)
    picture.SetGeoTransform((-MARGIN * canvas.gsd, canvas.gsd, 0.0, -MARGIN * canvas.gsd, 0.0, canvas.gsd))
    picture.SetProjection(LOCAL)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("surfaces", osr.SpatialReference(LOCAL), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, surface in enumerate(surfaces[1:], start=1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, number)
        feature.SetGeometryDirectly(
            ogr.CreateGeometryFromWkb(polygon_wkb(projection.points(densified(surface.outline))))
        )
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(picture, [1], layer, options=["ATTRIBUTE=number"])
    return picture.ReadAsArray()


def polygon_wkb(ring: np.ndarray) -> bytes:
    """Well-known binary of a polygon with one closed ring, (N, 2) float64."""
    return struct.pack("<BIII", 1, 3, 1, len(ring)) + np.ascontiguousarray(ring, dtype="<f8").tobytes()


def _table(surfaces: list[Surface], date: int) -> dict[str, np.ndarray]:
    """Properties of the surfaces by number, float32."""
    grounds = [GROUND[surface.kinds[date]] for surface in surfaces]
    tint = np.array([surface.tint for surface in surfaces], dtype=np.float32)
    angle = np.array([surface.angle + np.pi / 2 for surface in surfaces])
    frequency = np.array([2 * np.pi / ground.period for ground in grounds])
    return {
        "colour": np.array([_season(ground, date) for ground in grounds], dtype=np.float32),
        "tint": tint,
        "mottle": np.array([ground.mottle for ground in grounds], dtype=np.float32),
        "grain": np.array([ground.grain for ground in grounds], dtype=np.float32),
        "furrows": np.array([ground.furrows for ground in grounds], dtype=np.float32),
        "across_x": (np.cos(angle) * frequency).astype(np.float32),
        "across_y": (np.sin(angle) * frequency).astype(np.float32),
    }


def _season(ground: Ground, date: int) -> tuple[int, int, int]:
    return (ground.summer, ground.spring)[date]
