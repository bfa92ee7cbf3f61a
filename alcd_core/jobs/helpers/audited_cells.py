"""Measures the change in core cells: by the campaign's annotations and on a probability map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ...audit.figures import SMALLEST_CHANGE, Cells
from ...campaign.campaign import Campaign
from ...campaign.tiles import Tile
from ...imagery.grid import Window
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.raster_tiles import label_index
from ...learning.tiles import CHANGE, IGNORE
from ...progress import Reporter
from .session import aligned_pair, annotated_areas


def measured_cells(
    campaign: Campaign, tiles: Sequence[Tile], probability: ProbabilityMap | None, threshold: float, reporter: Reporter
) -> Cells:
    """The cells of these tiles, in their order; nothing is marked without a map.

    Ground without data on the map (without a map: in the imagery) and ignored areas do not count. One cell is in
    memory at a time.
    """
    grid, tiling = campaign.description.grid, campaign.description.tiling
    index = label_index(annotated_areas(campaign))
    read = _validity(campaign) if probability is None else probability.read
    counts = np.zeros((4, len(tiles)))
    for done, tile in enumerate(tiles):
        reporter.progress(done / len(tiles), f"Measuring {len(tiles):,} tiles")
        window = tiling.core_cell(tile.row, tile.column)
        labels = index.rasterise(grid, window)
        values, known = read(window)
        valid = known & (labels != IGNORE)
        change, marked = valid & (labels == CHANGE), valid & (values >= threshold)
        counts[:, done] = valid.sum(), change.sum(), marked.sum(), (change & marked).sum()
    valid_area, change_area, marked_area, both = counts * grid.gsd**2
    smallest = max(SMALLEST_CHANGE, grid.gsd**2)
    return Cells(valid_area, change_area, marked_area, both, np.full(len(tiles), smallest))


def _validity(campaign: Campaign) -> Callable[[Window], tuple[np.ndarray, np.ndarray]]:
    """In place of a map's ``read``: probability 0 everywhere, known where both dates have data."""
    pair = aligned_pair(campaign)

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        valid = pair.read(window)[1]
        return np.zeros(valid.shape, np.float32), valid

    return read
