"""Runs ``query``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
import torch

from ...campaign.annotations import Proposal
from ...campaign.campaign import Campaign
from ...campaign.tiles import QUERIED, UNLABELLED
from ...errors import InputError
from ...imagery.pixel_polygons import proposal_polygons
from ...imagery.raster_tiles import RasterTiles
from ...learning.scoring import predict_tiles
from ...learning.selection import select_tiles
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ..query import Query
from .models import own_round, trained_model
from .session import unlabelled_source, working_on

PROPOSAL_THRESHOLD = 0.5


def run(parameters: Query, reporter: Reporter) -> dict[str, Any]:
    """Score the pool, then write scores, queried tiles and proposals at once."""
    device = choose_device(parameters.device)
    with working_on(parameters.campaign, "query") as campaign:
        model = trained_model(campaign, parameters.model)
        pool = [*campaign.tiles(state=QUERIED), *campaign.tiles(state=UNLABELLED)]
        if not pool:
            raise InputError("Every tile is labelled or skipped already.", "There is nothing left to query.")
        source = unlabelled_source(campaign, pool)
        scores, chosen = select_tiles(
            model,
            source,
            sorted(tile.tile_id for tile in pool),
            parameters.acquisition,
            parameters.count,
            seed=parameters.seed,
            device=device,
            dtype=choose_dtype(device),
            reporter=reporter.part(0.0, 0.9),
        )
        own = own_round(campaign, model)
        proposals = _proposals(campaign, model, source, chosen, device, reporter.part(0.9, 1.0))
        asked = campaign.write_query(
            max((one.round for one in campaign.rounds()), default=0),
            {tile.tile_id: (tile.score, tile.change_probability) for tile in scores},
            chosen,
            proposals,
            parameters.acquisition,
            asked_by=None if own is None else own.round,
        )
    summary = (
        f"{len(scores):,} tiles scored by {parameters.acquisition}; {len(asked)} to label next, "
        f"with {len(proposals)} proposed polygons.\nNext: label them, then train again."
    )
    return {
        "summary": summary,
        "campaign": parameters.campaign,
        "scored": len(scores),
        "queried": asked,
        "proposals": len(proposals),
    }


def _proposals(
    campaign: Campaign,
    model: TrainedModel,
    source: RasterTiles,
    tile_ids: Sequence[int],
    device: torch.device,
    reporter: Reporter,
) -> list[Proposal]:
    """What the model would draw on the queried tiles."""
    predictions = predict_tiles(model, source, tile_ids, device=device, dtype=choose_dtype(device), reporter=reporter)
    grid = campaign.description.grid
    return [
        Proposal(tile.tile_id, shapely.to_wkb(polygon), mean)
        for tile in predictions
        for polygon, mean in proposal_polygons(
            np.where(tile.counted, tile.probability, 0.0), grid, source.windows[tile.tile_id], PROPOSAL_THRESHOLD
        )
    ]
