"""On which ground each outline lies: ground that is measured, or the reason why it is not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..imagery.grid import Window
from ..imagery.map_blocks import ProbabilityMap, blocks
from ..imagery.rasterise import PolygonIndex, rasterise
from ..imagery.vector import IGNORE_CLASS
from ..progress import Reporter

MEASURED, ELSEWHERE, NO_DATA, IGNORED, SEEN = range(5)
GROUNDS = ("measured", "outside the measured tiles", "without data", "to ignore", "trained on")
"""The ground's names, by number."""
MOSTLY = 0.5
"""Share of an outline's area that must be measured for it to count."""


class ObjectGround:
    """The ground of a probability map that is measured: the core cells of some tiles, without pixels that have no
    value, that are to be ignored, or that the model was trained on. These are the pixels that ``assess`` counts.

    ``cells``: windows of the map. ``areas``: polygons in the map's CRS with class "ignore" or "trained on".
    """

    def __init__(
        self, probability: ProbabilityMap, cells: Sequence[Window], areas: Sequence[tuple[BaseGeometry, str]]
    ) -> None:
        self._probability, self._grid = probability, probability.grid
        bounds = self._grid.window_bounds
        self._cells = PolygonIndex([(shapely.box(*bounds(cell)), 1) for cell in cells])
        grounds = [(area, IGNORED if name == IGNORE_CLASS else SEEN) for area, name in areas]
        self._areas = PolygonIndex(sorted(grounds, key=lambda one: -one[1]))  # ignored ground overrides the other

    def of(self, outlines: np.ndarray, reporter: Reporter) -> np.ndarray:
        """(N,) numbers of GROUNDS: MEASURED if at least half of the outline's area is; otherwise what most of the rest
        is. What lies off the map is ELSEWHERE. Only one block of pixels is held in memory."""
        areas = shapely.area(outlines) / self._grid.pixel_size**2
        pixels = self._pixels(outlines, reporter)
        counted = pixels.sum(axis=1)
        for index in np.flatnonzero(counted == 0):
            pixels[index, self._at(outlines[index])] = counted[index] = 1  # contains no pixel's centre
        pixels[:, ELSEWHERE] += np.maximum(np.rint(areas) - counted, 0).astype(np.int64)
        unmeasured = pixels.copy()
        unmeasured[:, MEASURED] = 0
        is_measured = pixels[:, MEASURED] >= MOSTLY * pixels.sum(axis=1)
        return np.where(is_measured, MEASURED, unmeasured.argmax(axis=1))

    def _pixels(self, outlines: np.ndarray, reporter: Reporter) -> np.ndarray:
        """(N, 5) number of pixels of each outline by ground."""
        counts = np.zeros((len(outlines), len(GROUNDS)), np.int64)
        tree, windows = shapely.STRtree(outlines), blocks(self._grid)
        for done, window in enumerate(windows):
            reporter.progress(done / len(windows), "Looking at the ground of the buildings")
            found = tree.query(shapely.box(*self._grid.window_bounds(window)))
            if len(found):
                ground = self._ground(window)
                for index in found:
                    counts[index] += self._count(outlines[index], ground, window)
        return counts

    def _count(self, outline: BaseGeometry, ground: np.ndarray, window: Window) -> np.ndarray:
        """(5,) number of an outline's pixels in a window by ground."""
        part = _overlap(self._window_of(outline), window)
        if not (part.width and part.height):  # it touches the window's edge
            return np.zeros(len(GROUNDS), np.int64)
        left, _, _, top = self._grid.window_bounds(part)
        geotransform = (left, self._grid.pixel_size, 0.0, top, 0.0, -self._grid.pixel_size)
        inside = rasterise([(outline, 1)], geotransform, (part.height, part.width)) > 0
        return np.bincount(ground[part.within(window)][inside], minlength=len(GROUNDS))

    def _ground(self, window: Window) -> np.ndarray:
        """(H, W) numbers of GROUNDS."""
        _, known = self._probability.read(window)
        ground = self._areas.rasterise(self._grid, window)  # MEASURED is 0
        is_here = self._cells.rasterise(self._grid, window) > 0
        return np.where(is_here, np.where(known, ground, NO_DATA), ELSEWHERE)

    def _at(self, outline: BaseGeometry) -> int:
        """The ground at a point in the outline."""
        point = shapely.point_on_surface(outline)
        window = _overlap(self._window_of(point), Window(0, 0, self._grid.width, self._grid.height))
        return int(self._ground(window)[0, 0]) if window.width and window.height else ELSEWHERE

    def _window_of(self, outline: BaseGeometry) -> Window:
        """The pixels that an outline's bounds touch, which may lie off the grid."""
        left, bottom, right, top = outline.bounds
        size = self._grid.pixel_size
        x, y = int(np.floor((left - self._grid.left) / size)), int(np.floor((self._grid.top - top) / size))
        right_x, bottom_y = (right - self._grid.left) / size, (self._grid.top - bottom) / size
        return Window(x, y, int(np.floor(right_x)) + 1 - x, int(np.floor(bottom_y)) + 1 - y)


def _overlap(one: Window, other: Window) -> Window:
    """What two windows share; without width or height if they share nothing."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right = min(one.x + one.width, other.x + other.width)
    bottom = min(one.y + one.height, other.y + other.height)
    return Window(x, y, max(right - x, 0), max(bottom - y, 0))
