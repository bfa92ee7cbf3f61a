"""What most runners begin with: the campaign locked and opened, its imagery as tiles. Does without torch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from ...campaign.campaign import Campaign, open_campaign
from ...campaign.database import kept_open
from ...campaign.description import DATES
from ...campaign.lock import campaign_lock
from ...campaign.log import append_event
from ...campaign.tiles import TILE_CLASSES, Tile
from ...imagery.pair import AlignedPair
from ...imagery.raster import RasterSource
from ...imagery.raster_tiles import RasterTiles
from ...imagery.vector import IGNORE_CLASS, read_reference
from ...learning.tile_class import tile_class
from ...leftovers import sweep_leftovers


@contextmanager
def working_on(folder: str, job: str) -> Iterator[Campaign]:
    """The campaign, kept from other jobs, without what killed ones left; beginning and end are noted in its log."""
    campaign = open_campaign(Path(folder))
    with campaign_lock(campaign.folder, job), kept_open(campaign.file):
        append_event(campaign.folder, "started", job=job)
        sweep_leftovers(campaign.folder / "maps")
        try:
            yield campaign
        except BaseException as error:
            append_event(campaign.folder, "stopped", job=job, reason=f"{type(error).__name__}: {error}")
            raise
        append_event(campaign.folder, "finished", job=job)


def aligned_pair(campaign: Campaign) -> AlignedPair:
    """Both dates of the campaign on its grid. Raises InputError where a raster has moved."""
    before, after = (
        RasterSource(campaign.raster_path(date), campaign.description.raster(date).bands) for date in DATES
    )
    return AlignedPair(before, after, campaign.description.grid, campaign.description.aoi_wkb)


def unlabelled_source(campaign: Campaign, tiles: Iterable[Tile]) -> RasterTiles:
    """Tiles of imagery, whose labels say no more than which pixels do not count."""
    return RasterTiles(aligned_pair(campaign), {tile.tile_id: tile.window for tile in tiles}, ignored_areas(campaign))


def ignored_areas(campaign: Campaign) -> list[tuple[BaseGeometry, str]]:
    """The campaign's annotations of what is not to count, to be burnt with others."""
    return [(shapely.from_wkb(wkb), name) for wkb, name in campaign.annotations() if name == IGNORE_CLASS]


def reference_on_grid(campaign: Campaign, path: str) -> list[tuple[BaseGeometry, str]]:
    """A reference's polygons in the grid's CRS, and what is not to count by the campaign itself. Raises InputError."""
    return [*read_reference(path, campaign.description.grid.crs), *ignored_areas(campaign)]


def labelled_source(campaign: Campaign, tiles: Iterable[Tile]) -> RasterTiles:
    """Tiles of imagery with the labels that the campaign's annotations give them now."""
    annotations = [(shapely.from_wkb(wkb), name) for wkb, name in campaign.annotations()]
    return RasterTiles(aligned_pair(campaign), {tile.tile_id: tile.window for tile in tiles}, annotations)


def class_counts(source: RasterTiles, tiles: Iterable[Tile]) -> dict[str, int]:
    """How many of these labelled tiles are changed, unchanged and ambiguous; the desk may not have said yet."""
    counts = dict.fromkeys(TILE_CLASSES, 0)
    for tile in tiles:
        counts[tile.tile_class or tile_class(source.read([tile.tile_id]).labels[0])] += 1
    return counts
