"""What most runners begin with: the campaign locked and opened, its imagery as tiles, its model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import shapely

from ...campaign.campaign import Campaign, open_campaign
from ...campaign.description import DATES
from ...campaign.lock import campaign_lock
from ...campaign.log import append_event
from ...campaign.tiles import TILE_CLASSES, Tile
from ...errors import ModelError
from ...imagery.pair import AlignedPair
from ...imagery.raster import RasterSource
from ...imagery.raster_tiles import RasterTiles
from ...learning.tile_class import tile_class
from ...network.model import TrainedModel, load_model


@contextmanager
def working_on(folder: str, job: str) -> Iterator[Campaign]:
    """The campaign, kept from other jobs; beginning and end are noted in its log."""
    campaign = open_campaign(Path(folder))
    with campaign_lock(campaign.folder, job):
        append_event(campaign.folder, "started", job=job)
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
    """Tiles of imagery alone."""
    return RasterTiles(aligned_pair(campaign), {tile.tile_id: tile.window for tile in tiles})


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


def trained_model(campaign: Campaign, given: str | None) -> TrainedModel:
    """The model that was named (a campaign's folder or a model's), else the campaign's latest.

    Raises ModelError where there is none, or where it was trained on another number of bands.
    """
    model = named_model(Path(given)) if given else load_model(_latest(campaign))
    bands = len(campaign.description.before.bands)
    if model.card.bands != bands:
        raise ModelError(
            f"The model in {model.folder} was trained on {model.card.bands} bands, the campaign has {bands}.",
            "Create the campaign with --bands that match, or use another model.",
        )
    return model


def named_model(folder: Path) -> TrainedModel:
    """The model in a folder, or the latest one of the campaign in it. Raises ModelError where there is none."""
    is_campaign = (folder / "campaign.gpkg").is_file()
    return load_model(_latest(open_campaign(folder)) if is_campaign else folder)


def _latest(campaign: Campaign) -> Path:
    trained = [one for one in campaign.rounds() if one.model]
    if not trained:
        raise ModelError(f"Nothing has been trained in {campaign.folder} yet.", "Run train first, or name a model.")
    return campaign.model_folder(trained[-1])
