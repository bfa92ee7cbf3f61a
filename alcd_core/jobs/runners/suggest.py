"""Runs ``suggest``."""

from __future__ import annotations

from typing import Any

import torch

from ...errors import InputError
from ...imagery.raster_tiles import RasterTiles
from ...initial_weights import NONE
from ...learning.suggestion import measure_for, most_different, suggest_tiles
from ...network.encoder_weights import load_encoder_weights
from ...network.precision import choose_device, choose_dtype
from ...network.siamese import SiameseUNet
from ...progress import Reporter
from ..helpers.computing import crew, uses_cluster
from ..helpers.session import unlabelled_source, working_on
from ..suggest import Suggest


def run(parameters: Suggest, reporter: Reporter) -> dict[str, Any]:
    """Compare both dates, tile by tile, and mark the tiles to label first."""
    with working_on(parameters.campaign, "suggest") as campaign:
        tiles = campaign.open_tiles()
        if not tiles:
            raise InputError("All tiles are already labelled or skipped.", "There is nothing left to suggest.")
        torch.manual_seed(parameters.seed)  # for random encoder weights
        description = campaign.description
        network = SiameseUNet(*parameters.network(), description.bands)
        load_encoder_weights(network, parameters.encoder_weights, parameters.download)
        network.set_normalisation(torch.tensor(description.mean), torch.tensor(description.std))
        chosen = _chosen(parameters, network, unlabelled_source(campaign, tiles), reporter)
        queried = campaign.mark_suggested(chosen)
    lines = [f"{len(queried)} tiles to label first: {_first_numbers(queried)}."]
    if parameters.encoder_weights == NONE:
        lines.append(
            "The encoder has random weights. On real orthophotos with little change its choice was no better than "
            "chance, and that of the built-in network far better."
        )
    summary = "\n".join([*lines, "Next: label them, then train."])
    return {"summary": summary, "campaign": parameters.campaign, "queried": queried}


def _chosen(parameters: Suggest, network: SiameseUNet, source: RasterTiles, reporter: Reporter) -> list[int]:
    ids = sorted(source.tile_ids)
    measure = measure_for(parameters.encoder_weights)
    if uses_cluster(parameters) and parameters.count < len(ids):
        from ...cluster.suggestion import differences_on
        from ...cluster.weights import network_file

        with crew(parameters, source, network_file(network), reporter) as workers:
            return most_different(differences_on(workers, source, ids, measure, reporter), parameters.count)
    device = choose_device(parameters.device)
    return suggest_tiles(
        network, source, ids, parameters.count, measure, device=device, dtype=choose_dtype(device), reporter=reporter
    )


def _first_numbers(tile_ids: list[int], shown: int = 10) -> str:
    names = ", ".join(map(str, tile_ids[:shown]))
    return f"{names} ..." if len(tile_ids) > shown else names
