"""Which of a campaign's models made a map. Maps carry the identity of their model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional

from osgeo import gdal

from ...alcd_core.errors import AlcdError
from ...bridge.texts import tr
from ..session.campaign_layers import CampaignLayers

# As in alcd_core's map_writer, model and card, which need numpy or torch; a test holds them equal.
MODEL_TAG = "ALCD_MODEL"
CARD_FILE = "card.json"

NAMED = "alcd/named"  # custom property of a map's layer: the name that it was given here


@dataclass(frozen=True)
class MapOrigin:
    """``round``: whose model made the map; None where that is not known. ``is_latest``: whether the campaign has none
    that is newer. ``is_foreign``: whether the model is none of the campaign's."""

    round: Optional[int]
    is_latest: bool
    is_foreign: bool


def origin_of(path: str, campaign: Any) -> MapOrigin:
    """Who made the map at ``path``. Maps of the first versions do not say: they count as nobody's.

    Raises CampaignError where the campaign's rounds cannot be read.
    """
    maker = _maker(path)
    if not maker:
        return MapOrigin(None, is_latest=False, is_foreign=False)
    trained = [one for one in campaign.rounds() if one.model]
    made = [one.round for one in trained if _identity(campaign, one) == maker]
    if not made:
        return MapOrigin(None, is_latest=False, is_foreign=True)
    return MapOrigin(made[-1], is_latest=made[-1] == trained[-1].round, is_foreign=False)


def map_titles() -> Dict[str, str]:
    """What a layer of each of the maps is called, before anything is known of it; by role."""
    return {"probability": tr("Probability of change"), "uncertainty": tr("Uncertainty")}


def name_maps(layers: CampaignLayers, campaign: Any) -> List[str]:
    """Give the campaign's maps in the project names that say who made them; names of the user's own stay.

    Lets go of those that another campaign's model made, and returns their files' names. Raises CampaignError.
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
    """What the map's layer is called."""
    if origin.round is None:
        return title
    if origin.is_latest:
        return tr("{}, round {}").format(title, origin.round)
    return tr("{}, round {} (not the latest model)").format(title, origin.round)


def _maker(path: str) -> str:
    try:
        dataset = gdal.Open(path)
    except RuntimeError:  # where another plugin has made GDAL raise
        return ""
    return (dataset.GetMetadataItem(MODEL_TAG) or "") if dataset is not None else ""


def _identity(campaign: Any, one: Any) -> str:
    """The identity of a round's model; empty where its card is gone or damaged."""
    try:
        card = json.loads((Path(campaign.model_folder(one)) / CARD_FILE).read_text("utf-8"))
        return hashlib.sha256("".join(sorted(card["files"].values())).encode()).hexdigest()[:16]
    except (AlcdError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
