"""The canvas: colour and height of every pixel, with a margin around the image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MARGIN = 48
"""Pixels painted beyond the edge of the image, because objects there cast shadows into it."""


@dataclass(frozen=True)
class Canvas:
    """``colour``: reflectance, (height, width, 3) uint8. ``height``: above ground in cm, (height, width) int16."""

    colour: np.ndarray
    height: np.ndarray
    gsd: float

    def box(self, x: float, y: float, reach: float) -> tuple[slice, slice] | None:
        """Rows and columns within ``reach`` metres of a point in the image; None if they leave the canvas."""
        top, left = round((y - reach) / self.gsd) + MARGIN, round((x - reach) / self.gsd) + MARGIN
        side = int(2 * reach / self.gsd) + 2
        if top < 0 or left < 0 or top + side > self.height.shape[0] or left + side > self.height.shape[1]:
            return None
        return slice(top, top + side), slice(left, left + side)


def empty_canvas(size: int, gsd: float) -> Canvas:
    """A canvas for an image of ``size`` x ``size`` pixels."""
    side = size + 2 * MARGIN
    return Canvas(np.zeros((side, side, 3), np.uint8), np.zeros((side, side), np.int16), gsd)
