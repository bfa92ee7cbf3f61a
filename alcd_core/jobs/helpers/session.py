"""Shared first steps of most runners: lock and open the campaign, read its imagery as tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from ...campaign.campaign import Campaign, open_campaign
from ...campaign.database import kept_open
from ...campaign.lock import campaign_lock
from ...campaign.log import append_event
from ...campaign.tiles import HELD_OUT_SPLITS, LABELLED, TILE_CLASSES, Tile
from ...errors import CampaignError, InputError
from ...imagery.gdal_library import spatial_reference
from ...imagery.grid import Window
from ...imagery.ground import pixel_length
from ...imagery.pair import AlignedPair
from ...imagery.raster_tiles import RasterTiles, label_index
from ...imagery.vector import IGNORE_CLASS, Reference, read_reference
from ...learning.tile_class import tile_class
from ...learning.tiles import CHANGE, Cell
from ...progress import Reporter
from ...service_cache import limit_cache
from ...temporary_files import remove_abandoned_folders
from .rasters import raster_sources
from .trained_ground import Areas, ignored_tiles


@contextmanager
def working_on(folder: str, job: str) -> Iterator[Campaign]:
    """Open the campaign, lock it against other jobs, and remove or complete what killed ones left behind.

    The start and the end of the job are recorded in the campaign's log.
    """
    campaign = open_campaign(Path(folder))
    with campaign_lock(campaign.folder, job), kept_open(campaign.file):
        append_event(campaign.folder, "started", job=job)
        remove_abandoned_folders(campaign.folder / "maps")
        campaign.finish_query()
        limit_cache(campaign.folder)
        try:
            yield campaign
        except BaseException as error:
            append_event(campaign.folder, "stopped", job=job, reason=f"{type(error).__name__}: {error}")
            raise
        append_event(campaign.folder, "finished", job=job)


def aligned_pair(campaign: Campaign) -> AlignedPair:
    """Both dates of the campaign on its grid.

    Raises InputError if a raster has moved or is a different raster now, CampaignError if the grid's position or the
    area of interest is damaged.
    """
    _require_place(campaign)
    return AlignedPair(*raster_sources(campaign), campaign.description.grid, campaign.description.aoi_wkb)


def unlabelled_source(campaign: Campaign, windows: Mapping[int, Window]) -> RasterTiles:
    """Tiles of imagery by number, whose labels only mark the pixels that do not count."""
    return RasterTiles(aligned_pair(campaign), windows, ignored_areas(campaign))


def annotated_areas(campaign: Campaign) -> list[tuple[BaseGeometry, str]]:
    """The campaign's annotations and their classes. Raises CampaignError if one cannot be read."""
    try:
        return [(shapely.from_wkb(wkb), name) for wkb, name in campaign.annotations()]
    except shapely.errors.ShapelyError as error:
        raise _damaged(campaign, f"an annotation cannot be read ({error})") from error


def ignored_areas(campaign: Campaign) -> list[tuple[BaseGeometry, str]]:
    """The campaign's annotations of areas that do not count."""
    return [(area, name) for area, name in annotated_areas(campaign) if name == IGNORE_CLASS]


def reference_on_grid(campaign: Campaign, path: str, reporter: Reporter) -> tuple[Areas, Reference]:
    """A reference's polygons in the grid's CRS, with the areas that the campaign ignores; and the reference alone. The
    account of its features is also reported. Raises InputError."""
    reference = read_reference(path, campaign.description.grid)
    reference.account.report(reporter)
    return [*reference.polygons, *ignored_areas(campaign)], reference


def changed_tiles(campaign: Campaign, reference: list[tuple[BaseGeometry, str]], reporter: Reporter) -> set[int]:
    """The changed tiles that are not held out: labelled ones by their own class, the others by a reference in the
    grid's CRS."""
    index, grid = label_index(reference), campaign.description.grid
    changed, windows = set(), {}
    for tile in campaign.tiles():
        reporter.check()
        if tile.split in HELD_OUT_SPLITS:
            continue
        if tile.state == LABELLED and tile.tile_class is not None:
            changed |= {tile.tile_id} if tile.tile_class == "changed" else set()
        elif (index.rasterise(grid, tile.window) == CHANGE).any():
            windows[tile.tile_id] = tile.window
    source = RasterTiles(aligned_pair(campaign), windows, reference)  # its labels leave out pixels without data
    for done, number in enumerate(windows):
        reporter.progress(done / len(windows), "Counting changed tiles")
        if tile_class(source.read([number]).labels[0]) == "changed":
            changed.add(number)
    return changed


def reference_source(campaign: Campaign, windows: Mapping[int, Window], reference: Areas) -> RasterTiles:
    """Tiles of imagery by number, with the labels of a reference in the grid's CRS, to measure with."""
    return RasterTiles(aligned_pair(campaign), windows, reference)


def windows_of(tiles: Iterable[Tile]) -> dict[int, Window]:
    """The windows of tiles by number."""
    return {tile.tile_id: tile.window for tile in tiles}


def core_cells(campaign: Campaign, tiles: Iterable[Tile]) -> dict[int, Cell]:
    """The core cell of every tile, within the tile."""
    tiling = campaign.description.tiling
    return {tile.tile_id: tiling.core_cell(tile.row, tile.column).within(tile.window) for tile in tiles}


def training_source(campaign: Campaign, tiles: Iterable[Tile], held_out: Iterable[Tile]) -> RasterTiles:
    """Tiles of imagery to train on, with labels from the campaign's present annotations.

    Pixels shared with tiles of ``held_out`` have the label IGNORE: no loss is computed there.
    """
    areas = [*annotated_areas(campaign), *ignored_tiles(campaign.description.grid, held_out)]
    return RasterTiles(aligned_pair(campaign), windows_of(tiles), areas)


def class_counts(source: RasterTiles, tiles: Iterable[Tile]) -> dict[str, int]:
    """How many of these labelled tiles are changed, unchanged and ambiguous.

    The class of a tile is computed if the panel has not written it yet.
    """
    counts = dict.fromkeys(TILE_CLASSES, 0)
    for tile in tiles:
        counts[tile.tile_class or tile_class(source.read([tile.tile_id]).labels[0])] += 1
    return counts


def _require_place(campaign: Campaign) -> None:
    """Raise CampaignError if the grid has no valid position on the earth, or the area of interest is not an area."""
    grid, area = campaign.description.grid, campaign.description.aoi_wkb
    left, bottom, right, top = grid.bounds
    edges = np.array([grid.pixel_size, 0.0]), np.array([0.0, -grid.pixel_size])
    try:
        gsd = pixel_length(spatial_reference(grid.crs), (left + right) / 2, (bottom + top) / 2, *edges)
        parts = [] if area is None else shapely.get_parts(shapely.from_wkb(area))
    except (InputError, RuntimeError, shapely.errors.ShapelyError) as error:
        raise _damaged(campaign, f"its position cannot be read ({error})") from error
    if not grid.gsd / 2 < gsd < grid.gsd * 2:
        raise _damaged(campaign, f"at its position the pixels measure {gsd:g} m, not {grid.gsd:g} m")
    if not all(isinstance(part, Polygon) for part in parts):
        raise _damaged(campaign, "its area of interest is not a polygon")


def _damaged(campaign: Campaign, what: str) -> CampaignError:
    return CampaignError(
        f"The campaign {campaign.folder} is damaged: {what}.",
        "Restore campaign.gpkg from a backup, or create the campaign again from the same rasters.",
    )
