"""Runs ``report``."""

from __future__ import annotations

import platform
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ... import __version__
from ...buildings.object_assessment import ObjectAssessment
from ...campaign.campaign import Campaign, open_campaign
from ...campaign.description import Description
from ...campaign.rounds import Round
from ...campaign.tiles import LABELLED, Tile
from ...errors import AlcdError, ModelError
from ...imagery.gdal_library import gdal, spatial_reference
from ...imagery.output_file import publish, writing
from ...imagery.vector import Reference
from ...network.card import ModelCard, load_card
from ...progress import Reporter
from ...report.comparisons import read_comparison
from ...report.figures import Closeup, Report
from ...report.maps import MapSources, closeup, map_figures, most_changed
from ...report.page import page
from ...report.pictures import brightness_limits, photographs, picture_grid
from ...service_file import raster_title
from ...temporary_files import scratch_folder
from ..helpers.object_assessment import assess_objects
from ..helpers.outputs import check_output, map_of
from ..helpers.session import aligned_pair, changed_tiles, reference_on_grid
from ..helpers.trained_ground import Areas, trained_on
from ..report import WriteReport

CLOSEUPS = 4
PAGE_ENDINGS = (".html", ".htm")


def run(parameters: WriteReport, reporter: Reporter) -> dict[str, Any]:
    """Collect figures and images, lay them out, write the page. Takes no lock: another job may be running."""
    campaign = open_campaign(Path(parameters.campaign), to_read=True)
    also_used = (parameters.reference, parameters.uncertainty, parameters.comparisons)
    check_output(campaign, parameters.output, PAGE_ENDINGS, also_used)
    reporter.progress(0.0, "Collecting the figures")
    areas, reference = (
        reference_on_grid(campaign, parameters.reference, reporter) if parameters.reference else (None, None)
    )
    comparison = read_comparison(parameters.comparisons) if parameters.comparisons else None
    tiles, rounds = campaign.tiles(), campaign.rounds()
    sources = _sources(campaign, rounds, parameters.uncertainty, areas)
    reporter.progress(0.2, "Drawing both dates")
    pair = aligned_pair(campaign)
    picture = picture_grid(campaign.description.grid)
    limits = brightness_limits(pair, picture_grid(campaign.description.grid, 400))
    before, after = photographs(pair, picture, limits)
    reporter.progress(0.5, "Drawing the maps")
    report = Report(
        title=campaign.description.name,
        grid=campaign.description.grid,
        picture=picture,
        before=before,
        after=after,
        tiles=tiles,
        rounds=rounds,
        all_changed=None if areas is None else len(changed_tiles(campaign, areas, reporter.part(0.5, 0.8))),
        maps=map_figures(sources, picture),
        closeups=_closeups(campaign, limits, sources, tiles),
        comparison=comparison,
        estimate=campaign.last_estimate(),
        objects=_objects(campaign, sources, reference, reporter.part(0.8, 0.9)),
        taken=(campaign.description.date_before, campaign.description.date_after),
        settings=_settings(campaign, rounds),
    )
    reporter.progress(0.9, "Writing the page")
    _write(parameters.output, page(report))
    return {
        "summary": f"{parameters.output} written.",
        "campaign": parameters.campaign,
        "output": parameters.output,
        **({} if reference is None else reference.account.as_result()),
    }


def _write(output: str, text: str) -> None:
    with scratch_folder(output) as folder, writing(output):
        (folder / "page.html").write_text(text, encoding="utf-8")
        publish(folder / "page.html", output)


def _sources(campaign: Campaign, rounds: list[Round], uncertainty: str | None, reference: Areas | None) -> MapSources:
    """The map of the latest round that has one, with its round and the ground its model has seen; the other sources."""
    for one in reversed(rounds):
        card = _card(campaign, one) if campaign.map_path(one) else None
        path = None if card is None else map_of(campaign, one, card)
        if card is not None and path is not None:
            return MapSources(path, one.round, uncertainty, reference, _seen(campaign, one, card))
    return MapSources(None, 0, uncertainty, reference)


def _seen(campaign: Campaign, one: Round, card: ModelCard) -> Areas:
    """The ground that a round's model has seen. A damaged card does not stop the report: it counts as everything."""
    grid = campaign.description.grid
    try:
        return trained_on(campaign.model_folder(one), card, grid)
    except ModelError:
        return trained_on(campaign.folder, replace(card, ground=None), grid)


def _objects(
    campaign: Campaign, sources: MapSources, reference: Reference | None, reporter: Reporter
) -> ObjectAssessment | None:
    """The map's accuracy in buildings, if there are a map and a reference."""
    if sources.probability is None or reference is None:
        return None
    return assess_objects(campaign, sources.probability, reference, list(sources.trained_on), reporter)


def _closeups(campaign: Campaign, limits: np.ndarray, sources: MapSources, tiles: list[Tile]) -> list[Closeup]:
    if sources.probability is None:
        return []
    grid = campaign.description.grid
    places = [
        (tile.row, tile.column, tile.window) for tile in tiles if not (tile.state == LABELLED and tile.split == "train")
    ]
    chosen = most_changed(sources.probability, grid, picture_grid(grid), places, CLOSEUPS)
    pair = aligned_pair(campaign)
    return [closeup(pair, limits, sources, grid, window) for window in chosen]


def _settings(campaign: Campaign, rounds: list[Round]) -> dict[str, str]:
    description = campaign.description
    grid, size = description.grid, description.tile_size * description.grid.gsd
    rows = {
        "Campaign": f"{description.name}, created {description.created}",
        "Before": _raster_words(description, "before"),
        "After": _raster_words(description, "after"),
        "Grid": f"{grid.width:,} × {grid.height:,} pixels of {grid.gsd:.3g} m, {spatial_reference(grid.crs).GetName()}",
        "Tiles": f"{description.tile_size} px ({size:.3g} m), overlap {description.overlap} px",
    }
    card = _latest_card(campaign, rounds)
    if card is not None:
        rows |= _card_rows(card)
    versions = {"ALCD": __version__, "GDAL": gdal.__version__, "Python": platform.python_version()}
    rows["Versions"] = ", ".join(f"{name} {version}" for name, version in versions.items())
    return rows


def _raster_words(description: Description, date: str) -> str:
    taken = description.taken(date)
    files = [f"{raster_title(raster.path)}, bands {_listed(raster.bands)}" for raster in description.rasters(date)]
    words = "; ".join(files)
    return f"{words}, {taken}" if taken else words


def _card_rows(card: ModelCard) -> dict[str, str]:
    settings = card.settings
    return {
        "Network": f"{card.encoder} to depth {card.encoder_depth}, starting from {card.encoder_weights}",
        "Members": f"{card.members} by {card.method}",
        "Training": f"{settings.get('epochs')} epochs, learning rate {settings.get('learning_rate')}, "
        f"{settings.get('batch_size')} tiles per step, {settings.get('schedule')}, weight of change "
        f"{settings.get('change_weight')}",
        "Seed": str(card.seed),
        "Computed": f"on {card.device} in {card.precision} with {card.threads} threads, {card.created}",
        "Trained with": ", ".join(f"{name} {version}" for name, version in card.versions.items()),
    }


def _latest_card(campaign: Campaign, rounds: list[Round]) -> ModelCard | None:
    """The card of the latest model; None if there is no model yet."""
    trained = [one for one in rounds if one.model]
    return _card(campaign, trained[-1]) if trained else None


def _card(campaign: Campaign, one: Round) -> ModelCard | None:
    """The card of a round's model; None if it was deleted or is damaged, which does not stop the report."""
    try:
        return load_card(campaign.model_folder(one))
    except AlcdError:
        return None


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
