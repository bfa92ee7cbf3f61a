"""Draws trees from a small set of crowns."""

from __future__ import annotations

import numpy as np

from .canvas import MARGIN, Canvas
from .palette import TREES
from .projection import Projection
from .scene import AFTER, Scene
from .texture import fractal_noise

SHAPES = 12
RADIUS_STEP = 0.5


def paint_trees(canvas: Canvas, scene: Scene, date: int, projection: Projection, rng: np.random.Generator) -> None:
    """All trees of this date; deciduous trees are partly bare at the second."""
    trees = [tree for tree in scene.trees if tree.dates[date]]
    if not trees:
        return
    crowns = _Crowns(canvas.gsd, rng)
    places = projection.points(np.array([tree.middle for tree in trees])) / canvas.gsd + MARGIN
    shapes = rng.integers(SHAPES, size=len(trees))
    brightness = rng.normal(1.0, 0.10, len(trees))
    for tree, (x, y), shape, light in zip(trees, places, shapes, brightness):
        kind = TREES[tree.kind]
        bare = kind.bare if date == AFTER else 0.0
        dome, texture = crowns.get(tree.radius, int(shape), kind.pointed, bare)
        half = dome.shape[0] // 2
        top, left = int(y) - half, int(x) - half
        rows, columns = slice(top, top + dome.shape[0]), slice(left, left + dome.shape[0])
        if top < 0 or left < 0 or rows.stop > canvas.height.shape[0] or columns.stop > canvas.height.shape[1]:
            continue
        height = (dome * (tree.height * 100)).astype(np.int16)
        ground = canvas.height[rows, columns]
        higher = height > ground
        colour = np.asarray(kind.spring if date == AFTER else kind.summer, dtype=np.float32) * np.float32(light)
        canvas.colour[rows, columns][higher] = np.minimum(colour * texture[higher][:, None], 255).astype(np.uint8)
        np.maximum(ground, height, out=ground)


class _Crowns:
    """Crowns by radius, shape and kind: share of the tree's height and brightness, both (side, side) float32."""

    def __init__(self, gsd: float, rng: np.random.Generator) -> None:
        self._gsd = gsd
        self._bumps = fractal_noise(rng, 512, 0.8, 1.2)
        self._twigs = fractal_noise(rng, 512, 0.3, 0.6)
        self._made: dict[tuple[int, int, bool, float], tuple[np.ndarray, np.ndarray]] = {}

    def get(self, radius: float, shape: int, pointed: bool, bare: float) -> tuple[np.ndarray, np.ndarray]:
        key = (max(1, round(radius / RADIUS_STEP)), shape, pointed, bare)
        if key not in self._made:
            self._made[key] = self._make(key[0] * RADIUS_STEP / self._gsd, shape, pointed, bare)
        return self._made[key]

    def _make(self, radius: float, shape: int, pointed: bool, bare: float) -> tuple[np.ndarray, np.ndarray]:
        half = int(radius * 1.3) + 1
        side = 2 * half + 1
        offset = 37 * shape % (512 - side)
        bumps = self._bumps[offset : offset + side, offset // 2 : offset // 2 + side]
        twigs = self._twigs[offset : offset + side, offset // 2 : offset // 2 + side]
        rows, columns = np.mgrid[-half : half + 1, -half : half + 1].astype(np.float32)
        distance = np.hypot(rows, columns) / radius * (1.0 + 0.13 * bumps)
        inside = np.clip(1.0 - distance if pointed else 1.0 - distance**2, 0.0, 1.0)
        dome = (0.25 + 0.75 * inside if pointed else 0.45 + 0.55 * np.sqrt(inside)) + 0.06 * bumps
        present = inside > 0
        if bare > 0:
            present &= twigs > np.quantile(twigs, bare * 0.9)
            dome = dome * 0.9
        dome = np.where(present, np.maximum(dome, 0.05), 0.0).astype(np.float32)
        return dome, np.clip(1.0 + 0.16 * twigs + 0.10 * bumps, 0.5, 1.6).astype(np.float32)
