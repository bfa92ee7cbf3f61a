"""Runs ``train``."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import Any

from ...campaign.campaign import Campaign
from ...campaign.rounds import Round
from ...campaign.tiles import LABELLED, Tile
from ...errors import InputError, ModelError
from ...imagery.raster_tiles import RasterTiles
from ...initial_weights import WORDS
from ...learning.model_training import (
    ModelPlan,
    NetworkTrainings,
    TrainedNetwork,
    remove_checkpoints,
    reopen_training,
    train_in_turn,
    train_model,
)
from ...learning.presets import WARM_START_PRESETS, TrainingSettings, model_settings, training_settings
from ...network.model import TrainedModel
from ...network.model_kinds import MEMBER_PARTS
from ...network.precision import choose_device, choose_dtype, dtype_name
from ...progress import Reporter
from ..helpers.computing import crew, uses_cluster
from ..helpers.models import latest_model, named_model
from ..helpers.session import class_counts, training_source, working_on
from ..helpers.trained_ground import (
    held_out_share,
    held_out_tiles,
    seen_tiles,
    trainable_tiles,
    trained_on,
    training_ground,
)
from ..train import Train


def run(parameters: Train, reporter: Reporter) -> dict[str, Any]:
    """Train on the present labels; the model and its round are written when training is complete."""
    started = time.monotonic()
    device = choose_device("cpu" if uses_cluster(parameters) else parameters.device)
    dtype = choose_dtype(device)
    with working_on(parameters.campaign, "train") as campaign:
        labelled = sorted(campaign.tiles(state=LABELLED, split="train"), key=lambda tile: tile.tile_id)
        held_out = held_out_tiles(campaign)
        tiles = _training_tiles(campaign, labelled, held_out, reporter)
        source = training_source(campaign, tiles, held_out)
        last = None if parameters.start_from else _last_round(parameters, campaign, labelled, held_out, reporter)
        start = _named_start(parameters.start_from, campaign, held_out) if parameters.start_from else last
        settings = _settings(parameters, continuing=last is not None)
        counts = class_counts(source, tiles)
        rounds = campaign.rounds()
        if rounds and rounds[-1].model:
            remove_checkpoints(campaign.model_folder(rounds[-1]))  # a kill just after its round was written left them
        number = max((one.round for one in rounds), default=0) + 1
        folder = _free_folder(campaign, number)
        where = "a cluster" if uses_cluster(parameters) else f"{device.type}, {dtype_name(dtype)}"
        reporter.message(f"Round {number}: {len(tiles)} tiles, {where}.")
        if last is not None:
            reporter.message(f"Training continues from {last.folder.name}.")
        if start is not None and parameters.encoder_weights not in WORDS:
            reporter.message(f"{parameters.encoder_weights} is not used: training starts from {start.folder.name}.")
        model = train_model(
            folder,
            source,
            [tile.tile_id for tile in tiles],
            settings,
            replace(
                _plan(parameters, campaign, number, start),
                ground=training_ground(
                    campaign.description.grid, tiles, held_out, None if start is None else (start.folder, start.card)
                ),
            ),
            device=device,
            dtype=dtype,
            reporter=reporter,
            start_from=start,
            train=_training(parameters, source, reporter),
        )
        seconds = time.monotonic() - started
        campaign.add_round(_round(campaign, model, counts, seconds))
        remove_checkpoints(folder)
    return _result(parameters, model, counts, seconds)


def _training(
    parameters: Train, source: RasterTiles, reporter: Reporter
) -> Callable[[NetworkTrainings], list[TrainedNetwork]]:
    """What trains the networks: this process, or the workers of a cluster."""
    if not uses_cluster(parameters):
        return train_in_turn
    from ...cluster.training import train_on

    return partial(train_on, lambda tiles, trainings: crew(parameters, tiles, trainings, reporter), source)


def _training_tiles(
    campaign: Campaign, labelled: Sequence[Tile], held_out: Sequence[Tile], reporter: Reporter
) -> list[Tile]:
    """The tiles to train on.

    Pixels shared with held-out tiles are masked; tiles with hardly any other pixels are left out. Raises InputError if
    no tile remains.
    """
    if not labelled:
        raise InputError("No tile is labelled for training yet.", "Run suggest, then label the tiles it marked.")
    grid = campaign.description.grid
    tiles = trainable_tiles(grid, labelled, held_out)
    if not tiles:
        raise InputError("All tiles labelled for training lie within test or audit tiles.", "Label tiles elsewhere.")
    if len(tiles) < len(labelled):
        reporter.message(f"{len(labelled) - len(tiles)} tiles lie within test or audit tiles and are not trained on.")
    shared = held_out_share(grid, tiles, held_out)
    if shared:
        reporter.message(f"{shared:.1%} of the labelled ground also lies in test or audit tiles and is not trained on.")
    return tiles


def _settings(parameters: Train, continuing: bool) -> TrainingSettings:
    return training_settings(
        parameters.preset,
        parameters.epochs,
        parameters.learning_rate,
        parameters.batch_size,
        parameters.exchange_dates,
        continuing,
    )


def _last_round(
    parameters: Train, campaign: Campaign, labelled: Sequence[Tile], held_out: Sequence[Tile], reporter: Reporter
) -> TrainedModel | None:
    """The campaign's latest model if training can continue from it: it is complete and of the same kind; else None.

    It must not have seen any pixel of a test tile, and must have been trained only on tiles that are still labelled:
    its weights would carry over what it learnt from others.
    """
    if parameters.afresh or parameters.preset not in WARM_START_PRESETS:
        return None
    try:
        model = latest_model(campaign)
        seen = [] if model is None else _seen(campaign, model, held_out)
    except ModelError as error:
        reporter.message(f"Training starts afresh. {error.message}")
        return None
    fusion = model_settings(parameters.preset, parameters.fusion).fusion
    networks = MEMBER_PARTS[parameters.method].network_count(parameters.members)
    wanted = (*_encoder(parameters, model), fusion, parameters.method, networks)
    if model is None or _kind(model) != wanted:
        return None
    if not set(model.card.tile_ids) <= {tile.tile_id for tile in labelled}:
        reporter.message(
            f"Training starts afresh: {model.folder.name} was trained on tiles that are no longer labelled."
        )
        return None
    if seen:
        reporter.message(f"Training starts afresh: {model.folder.name} {_leak_words(seen)}.")
        return None
    return model


def _named_start(name: str, campaign: Campaign, held_out: Sequence[Tile]) -> TrainedModel:
    """The model that the user wants to start from. Raises ModelError if it has seen a pixel of a test tile."""
    model = named_model(Path(name))
    seen = _seen(campaign, model, held_out)
    if seen:
        raise ModelError(
            f"Training cannot start from {model.folder}: it {_leak_words(seen)}. "
            "Measurements on these tiles would be meaningless.",
            "Start from another model, or leave out --start-from.",
        )
    return model


def _seen(campaign: Campaign, model: TrainedModel, tiles: Sequence[Tile]) -> list[Tile]:
    """The tiles of which the model was trained on at least one pixel."""
    grid = campaign.description.grid
    return seen_tiles(grid, tiles, trained_on(model.folder, model.card, grid))


def _leak_words(tiles: Sequence[Tile]) -> str:
    numbers = ", ".join(str(tile.tile_id) for tile in tiles[:5]) + (" ..." if len(tiles) > 5 else "")
    return f"was, or may have been, trained on ground of {len(tiles)} test or audit tiles ({numbers})"


def _kind(model: TrainedModel) -> tuple[str, int, str, str, int]:
    """Encoder, its depth, fusion, method and number of networks."""
    card = model.card
    return card.encoder, card.encoder_depth, card.fusion, card.method, len(card.losses)


def _free_folder(campaign: Campaign, number: int) -> Path:
    """The folder for the round's model.

    If it exists already, a job finished the model but was stopped before it wrote the round.
    """
    folder = campaign.folder / "models" / f"round-{number:03}"
    if folder.exists():
        reopen_training(folder)
    return folder


def _plan(parameters: Train, campaign: Campaign, number: int, start: TrainedModel | None) -> ModelPlan:
    """The model to train. What the user did not choose is as in the model that training continues from."""
    encoder, depth = _encoder(parameters, start)
    model = model_settings(parameters.preset, parameters.fusion, parameters.orientations)
    if start is not None and parameters.fusion is None:
        model = replace(model, fusion=start.card.fusion)
    return ModelPlan(
        mean=campaign.description.mean,
        std=campaign.description.std,
        gsd=campaign.description.grid.gsd,
        encoder=encoder,
        encoder_depth=depth,
        encoder_weights=parameters.encoder_weights,
        allow_download=parameters.download,
        fusion=model.fusion,
        method=parameters.method,
        members=parameters.members,
        orientations=model.orientations,
        round=number,
        seed=parameters.seed,
    )


def _encoder(parameters: Train, start: TrainedModel | None) -> tuple[str, int]:
    """Name and depth of the encoder."""
    if start is None:
        return parameters.network()
    return parameters.encoder or start.card.encoder, parameters.encoder_depth or start.card.encoder_depth


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
