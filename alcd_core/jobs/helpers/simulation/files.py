"""A simulation's tiles read from raster files."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ....errors import InputError
from ....imagery.alignment import common_grid
from ....imagery.radiometry import band_statistics
from ....imagery.raster import RasterSource, default_bands
from ....imagery.raster_tiles import RasterTiles
from ....imagery.vector import read_reference
from ....learning.labelled_tiles import SimulationSource, labelled_tiles
from ....progress import Reporter
from ...create import GridParameters
from ..planning import CampaignPlan, plan_campaign
from .packed_pool import OVERLAP, TILE_SIZE
from .scenes import read_scenes, tile_grounds

BEFORE, AFTER, REFERENCE = "before.tif", "after.tif", "changes.gpkg"


def open_files(folder: Path, reduction: int, scene_size: int | None, reporter: Reporter) -> SimulationSource:
    """The tiles of a folder's rasters, labelled by its reference. Raises InputError if anything is wrong with them."""
    scenes = read_scenes(folder, scene_size, TILE_SIZE - OVERLAP, reduction)
    plan = plan_files(folder, reduction, reporter.part(0.0, 0.4))
    source = reference_tiles(folder, plan, reporter)
    mean, std = band_statistics(plan.pair, plan.windows, reporter.part(0.4, 0.6))
    cells = [plan.tiling.core_cell(tile.row, tile.column) for tile in plan.windows.rows()]
    tiles = labelled_tiles(source, tile_grounds(list(plan.windows), cells, scenes), reporter.part(0.6, 1.0))
    return SimulationSource(tiles, _by_date(mean), _by_date(std), plan.grid.gsd)


def plan_files(folder: Path, reduction: int, reporter: Reporter) -> CampaignPlan:
    """The plan of a campaign on the folder's rasters; ``reduction`` pixels of the coarser one make one pixel."""
    for name in (BEFORE, AFTER, REFERENCE):
        if not (folder / name).is_file():
            raise InputError(f"{name} is missing in {folder}.", f"The folder needs {BEFORE}, {AFTER} and {REFERENCE}.")
    before, after = str(folder / BEFORE), str(folder / AFTER)
    bands = default_bands(before, after)
    own = common_grid([RasterSource(before, bands[0])], [RasterSource(after, bands[1])])
    parameters = GridParameters(
        before=before,
        after=after,
        gsd=own.gsd * reduction if reduction > 1 else None,
        tile_size=max(32, TILE_SIZE // reduction // 32 * 32),
        overlap=OVERLAP // reduction,
    )
    return plan_campaign(parameters, reporter)


def reference_tiles(folder: Path, plan: CampaignPlan, reporter: Reporter) -> RasterTiles:
    """The plan's tiles with labels from the folder's reference."""
    windows = dict(enumerate(plan.windows))
    reference = read_reference(str(folder / REFERENCE), plan.grid)
    reference.account.report(reporter)
    return RasterTiles(plan.pair, windows, reference.polygons)


def _by_date(figures: np.ndarray) -> tuple[tuple[float, ...], ...]:
    """Figures (2, C) as plain numbers: one tuple per date."""
    return tuple(tuple(map(float, bands)) for bands in figures)
