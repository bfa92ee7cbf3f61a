"""Runs ``assess``."""

from __future__ import annotations

from typing import Any

import torch

from ...campaign.campaign import Campaign
from ...campaign.tiles import LABELLED, Tile
from ...imagery.confusion_map import write_four_colour_map
from ...imagery.map_blocks import ProbabilityMap, map_with_labels
from ...imagery.raster_tiles import RasterTiles
from ...learning.assessment import assess_tiles
from ...learning.metrics import Metrics, PixelScores
from ...learning.scoring import Scorer
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ...temporary_files import scratch_folder
from ..assess import Assess
from ..helpers.mapping import write_maps
from ..helpers.models import own_round, trained_model
from ..helpers.outputs import RASTER_ENDINGS, check_output, known_maps
from ..helpers.session import aligned_pair, reference_on_grid, working_on

FIGURES = {"auc": "AUC", "average_precision": "AP", "f1": "F1", "iou": "IoU", "ece": "ECE"}
Reference = list[tuple[Any, str]]


def run(parameters: Assess, reporter: Reporter) -> dict[str, Any]:
    """Measure on the test tiles, or the whole grid; draw the four-colour map where it is wanted."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "assess") as campaign:
        check_output(campaign, parameters.map, RASTER_ENDINGS, [parameters.reference, *known_maps(campaign)])
        model = trained_model(campaign, parameters.model)
        reference, account = reference_on_grid(campaign, parameters.reference, reporter)
        test_tiles = campaign.tiles(state=LABELLED, split="test")
        share = 0.3 if test_tiles and parameters.map else 1.0 if test_tiles else 0.0
        if test_tiles:
            scores = _score_tiles(campaign, model, test_tiles, reference, device, reporter.part(0.0, share))
        else:
            scores = PixelScores()
        if parameters.map or not test_tiles:
            whole_grid = None if test_tiles else scores
            _score_grid(whole_grid, campaign, model, parameters.map, reference, device, reporter.part(share, 1.0))
        metrics = scores.metrics()
        _note(campaign, model, metrics, bool(test_tiles))
    where = f"{len(test_tiles)} test tiles" if test_tiles else "the whole grid"
    return {
        "summary": _words(metrics, where, parameters.map),
        "campaign": parameters.campaign,
        "where": where,
        "map": parameters.map,
        **_figures(metrics),
        **account.as_result(),
    }


def _score_tiles(
    campaign: Campaign,
    model: TrainedModel,
    tiles: list[Tile],
    reference: Reference,
    device: torch.device,
    reporter: Reporter,
) -> PixelScores:
    source = RasterTiles(aligned_pair(campaign), {tile.tile_id: tile.window for tile in tiles}, reference)
    scorer = Scorer(model, source, device, choose_dtype(device))
    return assess_tiles(scorer, [tile.tile_id for tile in tiles], reporter)


def _score_grid(
    scores: PixelScores | None,
    campaign: Campaign,
    model: TrainedModel,
    map_path: str | None,
    reference: Reference,
    device: torch.device,
    reporter: Reporter,
) -> None:
    """Map the whole grid into a temporary file in the campaign's folder; count its pixels, draw the colours."""
    with scratch_folder(str(campaign.folder / "maps" / "probability.tif")) as folder:
        probability = str(folder / "probability.tif")
        write_maps(campaign, model, probability, None, device, reporter.part(0.0, 0.8))
        if scores is not None:
            for _, values, labels in map_with_labels(ProbabilityMap(probability), reference):
                reporter.check()
                scores.add(values, labels)
        if map_path is not None:
            write_four_colour_map(probability, reference, map_path, reporter=reporter.part(0.8, 1.0))


def _note(campaign: Campaign, model: TrainedModel, metrics: Metrics, on_test_tiles: bool) -> None:
    """Keep the figures with the round, for the learning curve, where they are the round's own on test tiles."""
    own = own_round(campaign, model)
    if own is not None and on_test_tiles:
        campaign.update_round(own.round, **_figures(metrics))


def _figures(metrics: Metrics) -> dict[str, float | None]:
    return {name: getattr(metrics, name) for name in FIGURES}


def _words(metrics: Metrics, where: str, map_path: str | None) -> str:
    figures = [
        f"{FIGURES[name]} {'not defined' if value is None else format(value, '.3f')}"
        for name, value in _figures(metrics).items()
    ]
    drawn = f"\n{map_path} written: green found, blue missed, red wrongly marked." if map_path else ""
    return f"On {where}: {', '.join(figures)}.{drawn}"
