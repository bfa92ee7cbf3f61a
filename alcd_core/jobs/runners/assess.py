"""Runs ``assess``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from ...campaign.campaign import Campaign
from ...campaign.tiles import LABELLED, Tile
from ...errors import InputError
from ...imagery.confusion_map import write_confusion_map
from ...learning.assessment import assess_tiles, count_tile
from ...learning.metrics import Metrics, PixelScores
from ...learning.scoring import Scorer, TilePrediction
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ...temporary_files import scratch_folder
from ..assess import Assess
from ..helpers.mapping import write_maps
from ..helpers.models import own_round, trained_model
from ..helpers.outputs import RASTER_ENDINGS, check_output, known_maps
from ..helpers.session import core_cells, reference_on_grid, reference_source, working_on
from ..helpers.trained_ground import Areas, has_unseen_core, trained_on

FIGURES = {"auc": "AUC", "average_precision": "AP", "f1": "F1", "iou": "IoU", "ece": "ECE"}


def run(parameters: Assess, reporter: Reporter) -> dict[str, Any]:
    """Measure on the test tiles or the whole grid, without the ground trained on; draw the confusion map on request."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "assess") as campaign:
        check_output(campaign, parameters.map, RASTER_ENDINGS, [parameters.reference, *known_maps(campaign)])
        model = trained_model(campaign, parameters.model)
        ground = trained_on(model.folder, model.card, campaign.description.grid)
        polygons, account = reference_on_grid(campaign, parameters.reference, reporter)
        reference = [*polygons, *ground]
        test_tiles = campaign.tiles(state=LABELLED, split="test")
        tiles = test_tiles or campaign.tiles()
        if not has_unseen_core(campaign, tiles, ground):
            raise _nothing_to_measure(model)
        if parameters.map:
            scores = _measure_and_draw(campaign, model, tiles, reference, parameters.map, device, reporter)
        else:
            scorer = Scorer(model, reference_source(campaign, tiles, reference), device, choose_dtype(device))
            scores = _checked(assess_tiles(scorer, core_cells(campaign, tiles), reporter), model)
        metrics = scores.metrics()
        _record(campaign, model, metrics, bool(test_tiles))
    where = f"{len(test_tiles)} test tiles" if test_tiles else "the whole grid"
    return {
        "summary": _summary(scores, where, parameters.map),
        "campaign": parameters.campaign,
        "where": where,
        "map": parameters.map,
        "measured_pixels": metrics.changed_pixels + metrics.unchanged_pixels,
        "left_out_pixels": scores.left_out,
        **_figures(metrics),
        **account.as_result(),
    }


def _measure_and_draw(
    campaign: Campaign,
    model: TrainedModel,
    tiles: Sequence[Tile],
    reference: Areas,
    map_path: str,
    device: torch.device,
    reporter: Reporter,
) -> PixelScores:
    """Map the whole grid into a temporary file in the campaign's folder, count the tiles' pixels, draw the map."""
    scores, cells = PixelScores(), core_cells(campaign, tiles)

    def watch(tile: TilePrediction) -> None:
        count_tile(scores, tile, cells)

    with scratch_folder(str(campaign.folder / "maps" / "probability.tif")) as folder:
        probability = str(folder / "probability.tif")
        mapping = reporter.part(0.0, 0.8)
        write_maps(campaign, model, probability, None, device, mapping, reference=reference, watch=watch)
        _checked(scores, model)
        write_confusion_map(probability, reference, map_path, reporter=reporter.part(0.8, 1.0))
    return scores


def _checked(scores: PixelScores, model: TrainedModel) -> PixelScores:
    """The scores unchanged. Raises InputError if every pixel was left out."""
    metrics = scores.metrics()
    if scores.left_out and not metrics.changed_pixels + metrics.unchanged_pixels:
        raise _nothing_to_measure(model)
    return scores


def _nothing_to_measure(model: TrainedModel) -> InputError:
    return InputError(
        f"Nothing can be measured: {model.folder.name} was, or may have been, trained on all of this ground.",
        "Label test tiles and train afresh, or measure on another region.",
    )


def _record(campaign: Campaign, model: TrainedModel, metrics: Metrics, on_test_tiles: bool) -> None:
    """Store the figures with the round, for the learning curve, if the model is the round's and was measured on test
    tiles."""
    own = own_round(campaign, model)
    if own is not None and on_test_tiles:
        campaign.update_round(own.round, **_figures(metrics))


def _figures(metrics: Metrics) -> dict[str, float | None]:
    return {name: getattr(metrics, name) for name in FIGURES}


def _summary(scores: PixelScores, where: str, map_path: str | None) -> str:
    metrics = scores.metrics()
    figures = [
        f"{FIGURES[name]} {'not defined' if value is None else format(value, '.3f')}"
        for name, value in _figures(metrics).items()
    ]
    lines = [f"On {where}: {', '.join(figures)}."]
    if scores.left_out:
        share = scores.left_out / (scores.left_out + metrics.changed_pixels + metrics.unchanged_pixels)
        lines.append(
            f"Measured on {1 - share:.1%} of the pixels; the other {share:.1%} are left out because the model was "
            "trained on them."
        )
    if map_path:
        lines.append(f"{map_path} written: green = found, blue = missed, red = wrongly marked, empty = trained on.")
    return "\n".join(lines)
