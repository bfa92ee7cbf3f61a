"""Runs ``query``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from ...campaign.annotations import Proposal
from ...campaign.campaign import Campaign
from ...errors import InputError
from ...imagery.grid import Window
from ...imagery.pixel_polygons import proposal_polygons
from ...learning.acquisition import RANDOM
from ...learning.scoring import TileScore, TileScorer
from ...learning.selection import random_tiles, select_tiles
from ...progress import Reporter
from ..helpers.computing import tile_scorer
from ..helpers.models import own_round, trained_model
from ..helpers.session import unlabelled_source, working_on
from ..query import Query

PROPOSAL_THRESHOLD = 0.5


def run(parameters: Query, reporter: Reporter) -> dict[str, Any]:
    """Score the pool, then write scores, queried tiles and proposals at once. Random tiles are drawn without scores."""
    with working_on(parameters.campaign, "query") as campaign:
        model = trained_model(campaign, parameters.model)
        pool = campaign.open_tiles()
        if not pool:
            raise InputError("All tiles are already labelled or skipped.", "There is nothing left to query.")
        source = unlabelled_source(campaign, pool)
        with tile_scorer(parameters, model, source, reporter) as scorer:
            scores, chosen = _chosen(parameters, scorer, pool.tile_ids, reporter.part(0.0, 0.9))
            proposals = _proposals(campaign, scorer, pool, chosen, reporter.part(0.9, 1.0))
        own = own_round(campaign, model)
        queried = campaign.write_query(
            max((one.round for one in campaign.rounds()), default=0),
            {tile.tile_id: (tile.score, tile.change_probability) for tile in scores},
            chosen,
            proposals,
            parameters.acquisition,
            queried_by=None if own is None else own.round,
        )
    return {
        "summary": _summary(parameters, len(scores), len(queried), len(proposals)),
        "campaign": parameters.campaign,
        "scored": len(scores),
        "queried": queried,
        "proposals": len(proposals),
    }


def _chosen(
    parameters: Query, scorer: TileScorer, pool: Sequence[int], reporter: Reporter
) -> tuple[list[TileScore], list[int]]:
    """The scores of the pool, and the tiles to label next.

    Random tiles need no scores: computing them would take hours and decide nothing. Those of the last query stay valid.
    """
    if parameters.acquisition == RANDOM:
        return [], random_tiles(pool, parameters.count, parameters.seed)
    return select_tiles(scorer, pool, parameters.acquisition, parameters.count, reporter)


def _summary(parameters: Query, scored: int, queried: int, proposals: int) -> str:
    scores = "No tiles scored" if parameters.acquisition == RANDOM else f"{scored:,} tiles scored"
    return (
        f"{scores}; {queried:,} to label next by {parameters.acquisition}, with {proposals:,} proposed polygons.\n"
        "Next: label them, then train again."
    )


def _proposals(
    campaign: Campaign,
    scorer: TileScorer,
    windows: Mapping[int, Window],
    tile_ids: Sequence[int],
    reporter: Reporter,
) -> list[Proposal]:
    """The polygons that the model predicts in the queried tiles."""
    grid = campaign.description.grid
    return [
        Proposal(tile.tile_id, shapely.to_wkb(polygon), mean)
        for tile in scorer.predict(tile_ids, reporter=reporter)
        for polygon, mean in proposal_polygons(
            np.where(tile.counted, tile.probability, 0.0), grid, windows[tile.tile_id], PROPOSAL_THRESHOLD
        )
    ]
