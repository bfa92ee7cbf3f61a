"""Runs ``polygons``."""

from __future__ import annotations

from typing import Any

import torch

from ...buildings.right_angles import REDRAWING, in_words
from ...campaign.campaign import Campaign
from ...imagery.polygons import refuse_other_layers, write_change_polygons
from ...network.model import TrainedModel
from ...network.precision import choose_device
from ...progress import Reporter
from ..helpers.mapping import write_maps
from ..helpers.models import trained_model
from ..helpers.outputs import VECTOR_ENDINGS, check_output, map_of, note_map
from ..helpers.session import ignored_areas, working_on
from ..polygons import Polygons


def run(parameters: Polygons, reporter: Reporter) -> dict[str, Any]:
    """Convert the latest model's map into polygons; the map is computed first if it is missing."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "polygons") as campaign:
        check_output(campaign, parameters.output, VECTOR_ENDINGS)
        refuse_other_layers(parameters.output)
        model = trained_model(campaign, None)
        probability = _probability_map(campaign, model, device, reporter.part(0.0, 0.8))
        summary = write_change_polygons(
            probability,
            parameters.output,
            threshold=parameters.threshold,
            minimum_area=parameters.min_area,
            simplify=parameters.simplify,
            round_number=model.card.round,
            ignore=[geometry for geometry, _ in ignored_areas(campaign)],
            redrawing=REDRAWING if parameters.right_angles else None,
            reporter=reporter.part(0.8, 1.0),
        )
    written = f"{parameters.output}: {summary.count:,} change polygons, {summary.total_area:,.0f} m2 in all."
    return {
        "summary": written + (f" {in_words(summary.outcomes)}" if parameters.right_angles else ""),
        "campaign": parameters.campaign,
        "output": parameters.output,
        "polygons": summary.count,
        "area_m2": summary.total_area,
        **({"outlines": dict(summary.outcomes)} if parameters.right_angles else {}),
    }


def _probability_map(campaign: Campaign, model: TrainedModel, device: torch.device, reporter: Reporter) -> str:
    """The path of the latest model's map, which is computed into the campaign's folder if it is missing."""
    latest = next(one for one in reversed(campaign.rounds()) if one.model)
    known = map_of(campaign, latest, model.card)
    if known is not None:
        return known
    path = str(campaign.folder / "maps" / f"probability-round-{latest.round:03}.tif")
    reporter.message("The latest model's map is missing: predicting first.")
    write_maps(campaign, model, path, None, device, reporter)
    note_map(campaign, latest.round, path)
    return path
