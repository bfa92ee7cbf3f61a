"""Runs ``query``."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from ...campaign.annotations import Proposal
from ...campaign.campaign import Campaign
from ...errors import InputError
from ...imagery.grid import Window
from ...imagery.pixel_polygons import proposal_polygons
from ...learning.acquisition_names import RANDOM
from ...learning.partial_scoring import highest_count, tiles_to_score
from ...learning.scoring import TileScorer, TileScores
from ...learning.selection import random_tiles, select_tiles
from ...progress import Reporter
from ..helpers.computing import tile_scorer
from ..helpers.models import own_round, trained_model
from ..helpers.session import unlabelled_source, working_on
from ..query import Query, offered_score

PROPOSAL_THRESHOLD = 0.5


def run(parameters: Query, reporter: Reporter) -> dict[str, Any]:
    """Score the pool, then write scores, queried tiles and proposals at once. Random tiles are drawn without scores."""
    with working_on(parameters.campaign, "query") as campaign:
        model = trained_model(campaign, parameters.model)
        pool = campaign.open_tiles()
        if not pool:
            raise InputError("All tiles are already labelled or skipped.", "There is nothing left to query.")
        number = max((one.round for one in campaign.rounds()), default=0)
        candidates = _candidates(campaign, parameters, pool.tile_ids, number)
        source = unlabelled_source(campaign, pool)
        with tile_scorer(parameters, model, source, reporter) as scorer:
            started = time.monotonic()
            scores, chosen = _chosen(parameters, scorer, candidates, reporter.part(0.0, 0.9))
            seconds = time.monotonic() - started
            proposals = _proposals(campaign, scorer, pool, chosen, reporter.part(0.9, 1.0))
        own = own_round(campaign, model)
        queried = campaign.write_query(
            number,
            scores,
            chosen,
            proposals,
            parameters.acquisition,
            queried_by=None if own is None else own.round,
            pool=len(pool),
            seconds=seconds,
        )
    return {
        "summary": "\n".join(
            [
                _summary(parameters, len(scores), len(queried), len(proposals)),
                *_on_scores(len(scores), len(pool), seconds),
                "Next: label them, then train again.",
            ]
        ),
        "campaign": parameters.campaign,
        "scored": len(scores),
        "tiles": len(pool),
        "queried": queried,
        "proposals": len(proposals),
    }


def _candidates(campaign: Campaign, parameters: Query, pool: Sequence[int], number: int) -> Sequence[int]:
    """The tiles to choose from: the whole pool, or those to score of it."""
    wanted = parameters.score
    if wanted is None or parameters.acquisition == RANDOM:
        return pool
    if wanted < min(parameters.count, len(pool)):
        raise InputError(
            f"Of {wanted:,} scored tiles, {parameters.count:,} cannot be queried.", "Score more tiles, or query fewer."
        )
    highest, unscored = campaign.score_ranking(highest_count(wanted))
    return tiles_to_score(pool, wanted, highest, unscored, parameters.seed, number)


def _chosen(
    parameters: Query, scorer: TileScorer, pool: Sequence[int], reporter: Reporter
) -> tuple[TileScores, list[int]]:
    """The scores of the pool, and the tiles to label next.

    Random tiles need no scores: computing them would take hours and decide nothing. Those of the last query stay valid.
    """
    if parameters.acquisition == RANDOM:
        return TileScores(), random_tiles(pool, parameters.count, parameters.seed)
    return select_tiles(scorer, pool, parameters.acquisition, parameters.count, reporter)


def _summary(parameters: Query, scored: int, queried: int, proposals: int) -> str:
    scores = "No tiles scored" if parameters.acquisition == RANDOM else f"{scored:,} tiles scored"
    return f"{scores}; {queried:,} to label next by {parameters.acquisition}, with {proposals:,} proposed polygons."


def _on_scores(scored: int, tiles: int, seconds: float) -> list[str]:
    """What was not scored, or what scoring less would have saved."""
    offered = offered_score(tiles)
    if 0 < scored < tiles:
        return [f"The other {tiles - scored:,} tiles keep the scores of earlier queries, or have none."]
    if scored and offered:
        minutes = seconds / 60
        return [
            f"Scoring them took {minutes:,.0f} minutes; with --score {offered} it would take about"
            f" {minutes * offered / scored:,.0f}."
        ]
    return []


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
