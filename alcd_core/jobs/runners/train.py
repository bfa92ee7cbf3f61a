"""Runs ``train``."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ...campaign.campaign import Campaign
from ...campaign.rounds import Round
from ...campaign.tiles import LABELLED
from ...errors import InputError, ModelError
from ...learning.model_training import ModelPlan, forget_checkpoints, take_up, train_model
from ...learning.presets import GOES_ON, TrainingSettings, model_settings, training_settings
from ...network.encoder_weights import IMAGENET, NONE
from ...network.members import MEMBER_KINDS
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype, dtype_name
from ...progress import Reporter
from ..helpers.models import latest_model, named_model
from ..helpers.session import class_counts, labelled_source, working_on
from ..train import Train


def run(parameters: Train, reporter: Reporter) -> dict[str, Any]:
    """Train on what is labelled now; the model and its round are written when it is complete."""
    started = time.monotonic()
    device = choose_device(parameters.device)
    dtype = choose_dtype(device)
    with working_on(parameters.campaign, "train") as campaign:
        tiles = sorted(campaign.tiles(state=LABELLED, split="train"), key=lambda tile: tile.tile_id)
        if not tiles:
            raise InputError("No tile is labelled for training yet.", "Run suggest, then label the tiles it marked.")
        source = labelled_source(campaign, tiles)
        last = None if parameters.start_from else _last_round(parameters, campaign, source.tile_ids, reporter)
        start = named_model(Path(parameters.start_from)) if parameters.start_from else last
        settings = _settings(parameters, going_on=last is not None)
        counts = class_counts(source, tiles)
        rounds = campaign.rounds()
        if rounds and rounds[-1].model:
            forget_checkpoints(campaign.model_folder(rounds[-1]))  # a kill just after its round was written left them
        number = max((one.round for one in rounds), default=0) + 1
        folder = _free_folder(campaign, number)
        reporter.message(f"Round {number}: {len(tiles)} tiles, {device.type}, {dtype_name(dtype)}.")
        if last is not None:
            reporter.message(f"Training goes on from {last.folder.name}.")
        if start is not None and parameters.encoder_weights not in (IMAGENET, NONE):
            reporter.message(f"{parameters.encoder_weights} is not used: training begins with {start.folder.name}.")
        model = train_model(
            folder,
            source,
            [tile.tile_id for tile in tiles],
            settings,
            _plan(parameters, campaign, number, start),
            device=device,
            dtype=dtype,
            reporter=reporter,
            start_from=start,
        )
        seconds = time.monotonic() - started
        campaign.add_round(_round(campaign, model, counts, seconds))
        forget_checkpoints(folder)
    return _result(parameters, model, counts, seconds)


def _settings(parameters: Train, going_on: bool) -> TrainingSettings:
    return training_settings(
        parameters.preset,
        parameters.epochs,
        parameters.learning_rate,
        parameters.batch_size,
        parameters.exchange_dates,
        going_on,
    )


def _last_round(
    parameters: Train, campaign: Campaign, tile_ids: Iterable[int], reporter: Reporter
) -> TrainedModel | None:
    """The campaign's latest model, where training is to go on from it: a whole one of the kind that is wanted now.

    It must have learnt from none but the tiles that are trained on now: what it saw of a tile that was marked to test
    with since, or whose labels were taken back, would live on in its weights.
    """
    if parameters.afresh or parameters.preset not in GOES_ON:
        return None
    try:
        model = latest_model(campaign)
    except ModelError as error:
        reporter.message(f"Training starts afresh. {error.message}")
        return None
    fusion = model_settings(parameters.preset, parameters.fusion).fusion
    networks = MEMBER_KINDS[parameters.method].network_count(parameters.members)
    wanted = (parameters.encoder, parameters.encoder_depth, fusion, parameters.method, networks)
    if model is None or _kind(model) != wanted or not set(model.card.tile_ids) <= set(tile_ids):
        return None
    return model


def _kind(model: TrainedModel) -> tuple[str, int, str, str, int]:
    """Encoder, its depth, fusion, method and number of networks."""
    card = model.card
    return card.encoder, card.encoder_depth, card.fusion, card.method, len(card.losses)


def _free_folder(campaign: Campaign, number: int) -> Path:
    """Where the round's model goes. One that lies there already was finished, and its round could not be written."""
    folder = campaign.folder / "models" / f"round-{number:03}"
    if folder.exists():
        take_up(folder)
    return folder


def _plan(parameters: Train, campaign: Campaign, number: int, start: TrainedModel | None) -> ModelPlan:
    """What model to train. Unless the user chose a fusion, it is that of the model that training goes on from."""
    model = model_settings(parameters.preset, parameters.fusion, parameters.orientations)
    if start is not None and parameters.fusion is None:
        model = replace(model, fusion=start.card.fusion)
    return ModelPlan(
        mean=campaign.description.mean,
        std=campaign.description.std,
        gsd=campaign.description.grid.gsd,
        encoder=parameters.encoder,
        encoder_depth=parameters.encoder_depth,
        encoder_weights=parameters.encoder_weights,
        allow_download=parameters.download,
        fusion=model.fusion,
        method=parameters.method,
        members=parameters.members,
        orientations=model.orientations,
        round=number,
        seed=parameters.seed,
    )


def _round(campaign: Campaign, model: TrainedModel, counts: dict[str, int], seconds: float) -> Round:
    card = model.card
    return Round(
        round=card.round,
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        method=card.method,
        members=card.members,
        encoder=card.encoder,
        preset=str(card.settings["preset"]),
        labelled=len(card.tile_ids),
        loss=_final_loss(model),
        model=model.folder.relative_to(campaign.folder).as_posix(),
        seconds=seconds,
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        ambiguous=counts["ambiguous"],
    )


def _final_loss(model: TrainedModel) -> float:
    return sum(losses[-1] for losses in model.card.losses) / len(model.card.losses)


def _result(parameters: Train, model: TrainedModel, counts: dict[str, int], seconds: float) -> dict[str, Any]:
    words = ", ".join(f"{number} {name}" for name, number in counts.items())
    summary = (
        f"Round {model.card.round}: {model.card.method} of {model.card.members} trained on "
        f"{len(model.card.tile_ids)} tiles ({words}) in {seconds / 60:.1f} minutes; loss {_final_loss(model):.4f}.\n"
        f"Next: query {parameters.campaign}, or predict."
    )
    return {
        "summary": summary,
        "campaign": parameters.campaign,
        "round": model.card.round,
        "model": str(model.folder),
        "tiles": len(model.card.tile_ids),
        "loss": _final_loss(model),
        "seconds": seconds,
        **counts,
    }
