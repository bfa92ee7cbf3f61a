"""A way to draw finished outlines again, with right angles for example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon

from .grid import Grid


@dataclass(frozen=True)
class Redrawing:
    """A way to draw finished outlines again.

    ``redraw``: takes outlines of pixels in the grid's CRS, the same with fewer corners, and the grid; returns new
    outlines and the outcome of each in words. ``reach``: how far apart outlines of a grid must be, in pixels, not to
    affect each other.
    """

    redraw: Callable[[Sequence[Polygon], Sequence[Polygon], Grid], tuple[list[Polygon], list[str]]]
    reach: Callable[[Grid], float]
