"""The map that an audit checks, and whether the audit may check it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import shapely

from ...campaign.audits import Audit
from ...campaign.campaign import Campaign
from ...campaign.rounds import Round
from ...campaign.tiles import Tile
from ...errors import AlcdError, InputError
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.raster_tiles import label_index
from ...imagery.rasterise import PolygonIndex
from ...network.card import ModelCard, load_card
from ...progress import Reporter
from .outputs import map_of
from .trained_ground import trained_on

MOST_TRAINED = 0.5
"""Before the draw: a core cell of which the model has seen more, outside of this campaign's training tiles, was trained
on. After it, none may be seen."""


def audited_map(
    campaign: Campaign, given: str | None, audit: Audit, drawn: Sequence[Tile], reporter: Reporter
) -> tuple[ProbabilityMap | None, int | None]:
    """The given map, or else that of the latest round, and its round; None if there is none yet. A map that no model
    of this campaign made has no round.

    Raises InputError if it is a map of another region, or its model was trained on the audit's tiles.
    """
    cards = _cards(campaign)
    if given is None:
        path = next((found for one, card in reversed(cards) if (found := map_of(campaign, one, card))), None)
        if path is None:
            reporter.message("The campaign has no map yet, so only the amount of change is estimated.")
            return None, None
    else:
        path = given
    probability = ProbabilityMap(path)
    _require_same_grid(campaign, probability)
    made_by = [(one, card) for one, card in cards if card.identity == probability.model]
    if not made_by:
        return probability, None
    one, card = made_by[-1]
    earlier = {tile_id for known, its_card in cards if known.round <= one.round for tile_id in its_card.tile_ids}
    _require_not_trained_on(campaign, one, card, earlier, audit, drawn, reporter)
    return probability, one.round


def _cards(campaign: Campaign) -> list[tuple[Round, ModelCard]]:
    """The rounds whose models can be read, with their cards."""
    found = []
    for one in campaign.rounds():
        try:
            found.append((one, load_card(campaign.model_folder(one))))
        except AlcdError:
            continue  # a model that was deleted has no map that could be checked against it
    return found


def _require_same_grid(campaign: Campaign, probability: ProbabilityMap) -> None:
    grid, known = campaign.description.grid, probability.grid
    same_place = max(abs(known.left - grid.left), abs(known.top - grid.top)) < grid.pixel_size / 100
    same_pixels = abs(known.pixel_size - grid.pixel_size) < grid.pixel_size / 1000
    if not (same_place and same_pixels and (known.width, known.height) == (grid.width, grid.height)):
        raise InputError(
            f"{probability.path} is not a map of this campaign: it does not lie on the campaign's grid.",
            "Give a map that predict made in this campaign.",
        )


def _require_not_trained_on(
    campaign: Campaign,
    one: Round,
    card: ModelCard,
    trained_tiles: Collection[int],
    audit: Audit,
    drawn: Sequence[Tile],
    reporter: Reporter,
) -> None:
    """Raise InputError if the model learnt the labels of drawn tiles, here or in another campaign. What a model from
    before the draw has seen of them in other training tiles is only reported. ``trained_tiles``: of the campaign's
    rounds up to ``one``."""
    grid, tiling = campaign.description.grid, campaign.description.tiling
    ground = label_index(trained_on(Path(campaign.model_folder(one)), card, grid))
    own_tiles = campaign.tiles(tile_ids=trained_tiles)
    own = PolygonIndex([(shapely.box(*grid.window_bounds(tile.window)), 1) for tile in own_tiles])
    trained, shared = 0, 0
    for tile in drawn:
        cell = tiling.core_cell(tile.row, tile.column)
        seen = ground.rasterise(grid, cell) > 0
        elsewhere = seen & (own.rasterise(grid, cell) == 0)
        is_seen = seen.any() if one.round > audit.round else elsewhere.mean() > MOST_TRAINED
        trained += tile.tile_id in trained_tiles or bool(is_seen)
        shared += bool(seen.any())
    if trained:
        raise InputError(
            f"Audit {audit.audit} cannot check this map: the model of round {one.round} was trained on {trained} of its"
            " tiles.",
            "Draw a new audit, or give the map of an earlier round.",
        )
    if shared:
        reporter.message(
            f"The model of round {one.round} has seen parts of {shared} of the audit's tiles, where they overlap tiles"
            " that were labelled before the draw. To leave these out, train again and make a new map."
        )
