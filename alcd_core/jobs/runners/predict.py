"""Runs ``predict``."""

from __future__ import annotations

from typing import Any

from ...learning.scoring import Scorer
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ..helpers.mapping import write_maps
from ..helpers.models import own_round, trained_model
from ..helpers.outputs import RASTER_ENDINGS, check_output, known_maps, note_map
from ..helpers.session import unlabelled_source, working_on
from ..predict import Predict


def run(parameters: Predict, reporter: Reporter) -> dict[str, Any]:
    """Map the whole grid."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "predict") as campaign:
        check_output(campaign, parameters.output, RASTER_ENDINGS)
        also_used = [parameters.output, *known_maps(campaign)]
        check_output(campaign, parameters.uncertainty, RASTER_ENDINGS, also_used)
        model = trained_model(campaign, parameters.model)
        scorer = Scorer(model, unlabelled_source(campaign, campaign.tiles()), device, choose_dtype(device))
        write_maps(campaign, scorer, parameters.output, parameters.uncertainty, reporter)
        own = own_round(campaign, model)
        note_map(campaign, None if own is None else own.round, parameters.output)
    maps = " and ".join(filter(None, (parameters.output, parameters.uncertainty)))
    return {
        "summary": f"{maps} written.\nNext: polygons {parameters.campaign} --output changes.gpkg",
        "campaign": parameters.campaign,
        "output": parameters.output,
        "uncertainty": parameters.uncertainty,
        "round": model.card.round,
    }
