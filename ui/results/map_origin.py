"""Finds out which of a campaign's models made a map. Maps store the identity of their model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional

from ...alcd_core.errors import AlcdError
from ...bridge.texts import tr
from ..session.campaign_layers import CampaignLayers
from ..session.opinions import map_maker

# Same as in alcd_core's model and card, which need torch; a test checks that they are equal.
CARD_FILE = "card.json"

NAMED = "alcd/named"  # custom property of a map layer: the name that was set here


@dataclass(frozen=True)
class MapOrigin:
    """``round``: the round whose model made the map; None if unknown. ``is_latest``: whether the campaign has no newer
    model. ``is_foreign``: whether the model does not belong to the campaign."""

    round: Optional[int]
    is_latest: bool
    is_foreign: bool


def origin_of(path: str, campaign: Any) -> MapOrigin:
    """The origin of the map at ``path``; unknown for maps of the first versions, which do not store it.

    Raises CampaignError if the campaign's rounds cannot be read.
    """
    maker = map_maker(path)
    if not maker:
        return MapOrigin(None, is_latest=False, is_foreign=False)
    trained = [one for one in campaign.rounds() if one.model]
    made = [one.round for one in trained if _identity(campaign, one) == maker]
    if not made:
        return MapOrigin(None, is_latest=False, is_foreign=True)
    return MapOrigin(made[-1], is_latest=made[-1] == trained[-1].round, is_foreign=False)


def map_titles() -> Dict[str, str]:
    """Layer names of the maps by role, while their origin is unknown."""
    return {"probability": tr("Probability of change"), "uncertainty": tr("Uncertainty")}


def name_maps(layers: CampaignLayers, campaign: Any) -> List[str]:
    """Rename the campaign's maps in the project after their round; names that the user gave stay.

    Maps made with a model of another campaign are released; returns their file names. Raises CampaignError.
    """
    foreign = []
    for role, title in map_titles().items():
        layer = layers.layer(role)
        if layer is None:
            continue
        origin = origin_of(layer.source(), campaign)
        if origin.is_foreign:
            layers.release(role)
            foreign.append(Path(layer.source()).name)
        elif layer.name() == layer.customProperty(NAMED, title):
            layer.setName(map_name(title, origin))
            layer.setCustomProperty(NAMED, layer.name())
    return foreign


def map_name(title: str, origin: MapOrigin) -> str:
    """The name of the map's layer."""
    if origin.round is None:
        return title
    if origin.is_latest:
        return tr("{}, round {}").format(title, origin.round)
    return tr("{}, round {} (not the latest model)").format(title, origin.round)


def _identity(campaign: Any, one: Any) -> str:
    """The identity of a round's model; empty if its card is missing or damaged."""
    try:
        card = json.loads((Path(campaign.model_folder(one)) / CARD_FILE).read_text("utf-8"))
        return hashlib.sha256("".join(sorted(card["files"].values())).encode()).hexdigest()[:16]
    except (AlcdError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
