"""Runs ``assess``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from ...buildings.object_assessment import ObjectAssessment
from ...buildings.object_layer import is_replaceable, write_objects
from ...campaign.campaign import Campaign
from ...campaign.tiles import Tile
from ...errors import InputError
from ...imagery.change_layers import refuse_other_layers
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
from ..helpers.object_assessment import assess_objects, measured_tiles
from ..helpers.outputs import RASTER_ENDINGS, check_output, known_maps, map_of
from ..helpers.session import core_cells, reference_on_grid, reference_source, windows_of, working_on
from ..helpers.styles import object_style
from ..helpers.trained_ground import Areas, has_unseen_core, trained_on

FIGURES = {"auc": "AUC", "average_precision": "AP", "f1": "F1", "iou": "IoU", "ece": "ECE"}


def run(parameters: Assess, reporter: Reporter) -> dict[str, Any]:
    """Measure on the test tiles or the whole grid, without the ground trained on; on request also count buildings,
    write them as a layer, and draw the confusion map."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "assess") as campaign:
        _check_outputs(campaign, parameters)
        model = trained_model(campaign, parameters.model)
        ground = trained_on(model.folder, model.card, campaign.description.grid)
        polygons, reference = reference_on_grid(campaign, parameters.reference, reporter)
        areas = [*polygons, *ground]
        tiles, are_test_tiles = measured_tiles(campaign)
        if not has_unseen_core(campaign, tiles, ground):
            raise _nothing_to_measure(model)
        objects = None
        with scratch_folder(str(campaign.folder / "maps" / "probability.tif")) as folder:
            probability = _map(campaign, model, parameters, folder)
            scores = _measure(campaign, model, tiles, areas, probability, device, reporter.part(0.0, 0.7))
            if parameters.objects or parameters.objects_layer:
                objects = assess_objects(campaign, probability, reference, ground, reporter.part(0.7, 0.9))
            if parameters.map:
                write_confusion_map(probability, areas, parameters.map, reporter=reporter.part(0.9, 1.0))
        if objects is not None and parameters.objects_layer:
            write_objects(objects, campaign.description.grid.crs, parameters.objects_layer, object_style(), reporter)
        metrics = scores.metrics()
        _record(campaign, model, metrics, are_test_tiles)
    where = f"{len(tiles)} test tiles" if are_test_tiles else "the whole grid"
    return {
        "summary": _summary(scores, where, objects, parameters),
        "campaign": parameters.campaign,
        "where": where,
        "map": parameters.map,
        "measured_pixels": metrics.changed_pixels + metrics.unchanged_pixels,
        "left_out_pixels": scores.left_out,
        **_figures(metrics),
        **({} if objects is None else {"objects": objects.as_result(), "objects_layer": parameters.objects_layer}),
        **reference.account.as_result(),
    }


def _check_outputs(campaign: Campaign, parameters: Assess) -> None:
    check_output(campaign, parameters.map, RASTER_ENDINGS, [parameters.reference, *known_maps(campaign)])
    check_output(campaign, parameters.objects_layer, (".gpkg",), [parameters.reference])
    if parameters.objects_layer:
        refuse_other_layers(parameters.objects_layer, is_replaceable)


def _map(campaign: Campaign, model: TrainedModel, parameters: Assess, folder: Path) -> str:
    """The path of the map of the whole grid: the one that the model's round has if that will do, otherwise a new one
    in ``folder``. Empty if no map is needed."""
    new = str(folder / "probability.tif")
    if parameters.map:
        return new
    if not (parameters.objects or parameters.objects_layer):
        return ""
    own = own_round(campaign, model)
    return (None if own is None else map_of(campaign, own, model.card)) or new


def _measure(
    campaign: Campaign,
    model: TrainedModel,
    tiles: Sequence[Tile],
    reference: Areas,
    probability: str,
    device: torch.device,
    reporter: Reporter,
) -> PixelScores:
    """Count the tiles' pixels; if the map ``probability`` does not exist yet, map the whole grid meanwhile."""
    scores, cells = PixelScores(), core_cells(campaign, tiles)

    def watch(tile: TilePrediction) -> None:
        count_tile(scores, tile, cells)

    if probability and not Path(probability).exists():
        every = Scorer(model, reference_source(campaign, campaign.all_tiles(), reference), device, choose_dtype(device))
        write_maps(campaign, every, probability, None, reporter, watch=watch)
    else:
        scorer = Scorer(model, reference_source(campaign, windows_of(tiles), reference), device, choose_dtype(device))
        scores = assess_tiles(scorer, cells, reporter)
    return _checked(scores, model)


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


def _summary(scores: PixelScores, where: str, objects: ObjectAssessment | None, parameters: Assess) -> str:
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
    if objects is not None:
        lines += objects.sentences()
    if parameters.objects_layer:
        lines.append(f"{parameters.objects_layer} written.")
    if parameters.map:
        lines.append(
            f"{parameters.map} written: green = found, blue = missed, red = wrongly marked, empty = trained on."
        )
    return "\n".join(lines)
