"""Maps of the whole grid, shared by predict, polygons and assess."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from ...campaign.campaign import Campaign
from ...imagery.map_writer import BlendedMap
from ...learning.scoring import TilePrediction, TileScorer
from ...progress import Reporter


def write_maps(
    campaign: Campaign,
    scorer: TileScorer,
    probability_path: str,
    uncertainty_path: str | None,
    reporter: Reporter,
    *,
    watch: Callable[[TilePrediction], None] | None = None,
) -> None:
    """Predict every tile, row by row, and blend the tiles into COGs.

    ``scorer``: of all tiles of the campaign. ``watch``: called with every tile. The files appear when both are
    complete. Raises InputError, ModelError and Cancelled.
    """
    tiles = campaign.all_tiles()
    order = sorted(tiles, key=tiles.place)
    grid, tiling = campaign.description.grid, campaign.description.tiling
    predictions = scorer.predict(order, reporter=reporter.part(0.0, 0.95))
    turn = 0.975 if uncertainty_path else 1.0
    own = scorer.model.card.identity
    first, second = reporter.part(0.95, turn), reporter.part(turn, 1.0)
    with ExitStack() as maps:
        probability = maps.enter_context(BlendedMap(grid, tiling, probability_path, model=own, reporter=first))
        uncertainty = (
            maps.enter_context(
                BlendedMap(grid, tiling, uncertainty_path, band="uncertainty", step=None, model=own, reporter=second)
            )
            if uncertainty_path
            else None
        )
        for tile in predictions:
            if watch is not None:
                watch(tile)
            row, column = tiles.place(tile.tile_id)
            probability.add(row, column, tile.probability, tile.valid)
            if uncertainty is not None:
                uncertainty.add(row, column, tile.uncertainty, tile.counted)
        for one in filter(None, (probability, uncertainty)):
            one.finish()
