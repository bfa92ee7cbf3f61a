"""Tiles that are needed although they contain only a small part of the area of interest."""

from __future__ import annotations

import numpy as np
import shapely

from ..progress import Reporter
from .grid import Tiling
from .pair import AlignedPair
from .rasterise import PolygonIndex


def needed_border_tiles(
    pair: AlignedPair, tiling: Tiling, data: np.ndarray, kept: np.ndarray, reporter: Reporter
) -> np.ndarray:
    """The tiles that are needed in addition to the ``kept`` ones: (rows, columns) bool of the tiling.

    A tile is needed if its core cell contains a pixel of the area of interest that is valid on both dates; pixels in
    its margin belong to a neighbour's core cell. ``data``: valid share of every tile, 0 to 1.
    """
    area = shapely.from_wkb(pair.aoi_wkb)
    index = PolygonIndex([(part, 1) for part in shapely.get_parts(area)])
    needed = np.zeros_like(kept)
    candidates = _touched(pair, tiling, area) & ~kept & (data > 0)
    places = np.argwhere(candidates)
    for done, (row, column) in enumerate(places):
        reporter.progress(done / len(places), "Looking for small parts of the area of interest")
        cell = tiling.core_cell(int(row), int(column))
        if index.rasterise(pair.grid, cell).any():
            needed[row, column] = data[row, column] == 1 or pair.read(cell)[1].any()
    return needed


def _touched(pair: AlignedPair, tiling: Tiling, area: shapely.Geometry) -> np.ndarray:
    """(rows, columns) bool: the tiles that touch the area."""
    grid = pair.grid
    lefts = grid.left + np.array(tiling.column_offsets) * grid.pixel_size
    tops = grid.top - np.array(tiling.row_offsets) * grid.pixel_size
    side = tiling.tile_size * grid.pixel_size
    shapely.prepare(area)
    return np.array([shapely.intersects(area, shapely.box(lefts, top - side, lefts + side, top)) for top in tops])
