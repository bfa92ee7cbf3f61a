"""Runs ``predict``."""

from __future__ import annotations

from typing import Any

from ...progress import Reporter
from ..helpers.computing import tile_scorer
from ..helpers.mapping import write_maps
from ..helpers.models import own_round, trained_model
from ..helpers.outputs import RASTER_ENDINGS, check_output, known_maps, note_map
from ..helpers.session import unlabelled_source, working_on
from ..predict import Predict


def run(parameters: Predict, reporter: Reporter) -> dict[str, Any]:
    """Map the whole grid."""
    with working_on(parameters.campaign, "predict") as campaign:
        check_output(campaign, parameters.output, RASTER_ENDINGS)
        also_used = [parameters.output, *known_maps(campaign)]
        check_output(campaign, parameters.uncertainty, RASTER_ENDINGS, also_used)
        model = trained_model(campaign, parameters.model)
        with tile_scorer(parameters, model, unlabelled_source(campaign, campaign.all_tiles()), reporter) as scorer:
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
