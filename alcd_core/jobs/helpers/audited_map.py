"""The map that an audit checks, and whether the audit may check it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...campaign.audits import Audit
from ...campaign.campaign import Campaign
from ...campaign.rounds import Round
from ...campaign.tiles import Tile
from ...errors import AlcdError, InputError
from ...imagery.map_blocks import ProbabilityMap
from ...imagery.raster_tiles import label_index
from ...network.card import ModelCard
from ...network.model import load_card
from ...progress import Reporter
from .outputs import map_of
from .trained_ground import trained_on


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
    _require_not_trained_on(campaign, one, card, audit, drawn)
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
    campaign: Campaign, one: Round, card: ModelCard, audit: Audit, drawn: Sequence[Tile]
) -> None:
    """A model of an earlier round than the draw was not made with the audit's labels, whatever ground it has seen."""
    if one.round <= audit.round:
        return
    grid, tiling = campaign.description.grid, campaign.description.tiling
    ground = label_index(trained_on(Path(campaign.model_folder(one)), card, grid))
    seen = sum(ground.rasterise(grid, tiling.core_cell(tile.row, tile.column)).any() for tile in drawn)
    if seen:
        raise InputError(
            f"Audit {audit.audit} cannot check this map: the model of round {one.round} was trained on ground of {seen}"
            " of its tiles.",
            "Draw a new audit, or give the map of an earlier round.",
        )
