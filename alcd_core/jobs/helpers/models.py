"""The trained model that a job uses: one given by the user, or the campaign's latest."""

from __future__ import annotations

from pathlib import Path

from ...campaign.campaign import Campaign, open_campaign
from ...campaign.rounds import Round
from ...errors import ModelError
from ...network.model import TrainedModel, load_model


def trained_model(campaign: Campaign, given: str | None) -> TrainedModel:
    """The named model (a campaign's folder or a model's folder), or else the campaign's latest model.

    Raises ModelError if there is no model, or if it was trained on a different number of bands.
    """
    model = named_model(Path(given)) if given else load_model(_latest(campaign))
    bands = campaign.description.bands
    if model.card.bands != bands:
        raise ModelError(
            f"The model in {model.folder} was trained on {model.card.bands} bands, but the campaign has {bands}.",
            "Create the campaign from the same kinds of rasters, with matching --bands, or use another model.",
        )
    return model


def named_model(folder: Path) -> TrainedModel:
    """The model in a folder, or the latest model of the campaign in it. Raises ModelError if there is none."""
    is_campaign = (folder / "campaign.gpkg").is_file()
    return load_model(_latest(open_campaign(folder, to_read=True)) if is_campaign else folder)


def latest_model(campaign: Campaign) -> TrainedModel | None:
    """The campaign's latest model; None before the first. Raises ModelError if it is damaged."""
    return load_model(_latest(campaign)) if any(one.model for one in campaign.rounds()) else None


def _latest(campaign: Campaign) -> Path:
    trained = [one for one in campaign.rounds() if one.model]
    if not trained:
        raise ModelError(f"No model has been trained in {campaign.folder} yet.", "Run train first, or name a model.")
    return campaign.model_folder(trained[-1])


def own_round(campaign: Campaign, model: TrainedModel) -> Round | None:
    """The campaign's round that trained this model; None for a model from elsewhere."""
    folder = model.folder.resolve()
    rounds = [one for one in campaign.rounds() if one.model and campaign.model_folder(one).resolve() == folder]
    return rounds[-1] if rounds else None
