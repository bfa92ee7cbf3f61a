"""Scoring: a pure function of a model, a pair and a block of tiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from ..errors import InputError, ModelError
from ..network.members import Member
from ..network.model import TrainedModel
from ..progress import Reporter
from .acquisition import ACQUISITIONS, member_mean, pixel_uncertainty
from .batches import blocks, tensor_batch
from .prefetch import read_ahead
from .tiles import IGNORE, TileSource

BATCH_SIZES = {"cpu": 4, "cuda": 16}
"""Tiles at a time. On the CPU larger ones are slower: memory of more than 32 MB is taken anew for every layer."""


class TilePrediction(NamedTuple):
    """One tile: ``probability`` of change, the members' mean, and ``uncertainty``, both (H, W) float32; ``valid``;
    and its ``labels`` (H, W) uint8 as the source knows them."""

    tile_id: int
    probability: np.ndarray
    uncertainty: np.ndarray
    valid: np.ndarray
    labels: np.ndarray

    @property
    def counted(self) -> np.ndarray:
        """Pixels (H, W) bool that take part in scores, maps of the uncertainty and polygons: all but nodata and ignored
        ones."""
        return self.valid & (self.labels != IGNORE)


class TileScore(NamedTuple):
    """How much a tile is wanted, mostly its uncertainty, and the mean probability of change over the pixels that count
    (both 0 without any)."""

    tile_id: int
    score: float
    change_probability: float


def predict_tiles(
    model: TrainedModel,
    source: TileSource,
    tile_ids: Sequence[int],
    acquisition: str = "variance",
    *,
    device: torch.device,
    dtype: torch.dtype,
    first_members: int | None = None,
    batch_size: int | None = None,
    seed: int = 0,
    reporter: Reporter | None = None,
) -> Iterator[TilePrediction]:
    """Predict the tiles in the given order, a batch at a time; only a few batches are in memory.

    A tile's result does not depend on its batch: bit for bit in float32 on the CPU, within 1e-3 in bfloat16.
    ``first_members``: how many of the model's members see the tiles, the first ones; None for all.
    ``batch_size``: tiles at a time, None for what suits the device.
    ``seed`` matters to the acquisition ``random`` only. A thread reads ahead: until the iterator is exhausted or
    closed nobody else may read from the source. Raises InputError, ModelError and Cancelled.
    """
    reporter = reporter or Reporter()
    if acquisition not in ACQUISITIONS:
        raise InputError(f"There is no acquisition called {acquisition}.", f"Choose one of {', '.join(ACQUISITIONS)}.")
    if model.card.bands != source.bands:
        raise ModelError(
            f"The model in {model.folder} takes {model.card.bands} bands, the images have {source.bands}.",
            "Choose bands that correspond, or another model.",
        )
    members = model.members(device, dtype)[:first_members]
    batch_size = batch_size or BATCH_SIZES[device.type]
    requests = list(blocks(list(tile_ids), batch_size))
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / len(requests), f"Tile {index * batch_size + 1} of {len(tile_ids)}")
            probabilities = member_probabilities(members, batch.images, batch.valid)
            uncertainty = pixel_uncertainty(acquisition, probabilities, batch.tile_ids, seed).cpu().numpy()
            probability = member_mean(probabilities).cpu().numpy()
            valid, labels = batch.valid.numpy(), batch.labels.numpy().astype(np.uint8)
            for position, tile_id in enumerate(batch.tile_ids):
                yield TilePrediction(
                    tile_id, probability[position], uncertainty[position], valid[position], labels[position]
                )
    reporter.progress(1.0)


def score_tiles(
    model: TrainedModel,
    source: TileSource,
    tile_ids: Sequence[int],
    acquisition: str,
    *,
    device: torch.device,
    dtype: torch.dtype,
    first_members: int | None = None,
    batch_size: int | None = None,
    seed: int = 0,
    reporter: Reporter | None = None,
) -> list[TileScore]:
    """The tiles' scores in the given order. See ``predict_tiles`` for what they depend on and what is raised."""
    predictions = predict_tiles(
        model,
        source,
        tile_ids,
        acquisition,
        device=device,
        dtype=dtype,
        first_members=first_members,
        batch_size=batch_size,
        seed=seed,
        reporter=reporter,
    )
    return [tile_score(prediction) for prediction in predictions]


def tile_score(prediction: TilePrediction) -> TileScore:
    """A predicted tile's score and mean probability: means over its pixels that count (Ruzicka et al. 2020, III-C)."""
    uncertainty, probability = prediction.uncertainty[prediction.counted], prediction.probability[prediction.counted]
    return TileScore(prediction.tile_id, mean(uncertainty), mean(probability))


def mean(values: np.ndarray) -> float:
    """Mean of values (P,), 0 without any."""
    return float(values.mean(dtype=np.float64)) if values.size else 0.0


def most_informative(scores: Sequence[TileScore], count: int) -> list[TileScore]:
    """The ``count`` tiles of highest score, highest first; of equal ones the lower identifier first."""
    return sorted(scores, key=lambda tile: (-tile.score, tile.tile_id))[:count]


def member_probabilities(members: Sequence[Member], images: Tensor, valid: Tensor) -> Tensor:
    """Every member's probability of change (M, N, H, W) for images (2, N, C, H, W) valid where (N, H, W) says so."""
    return torch.stack([member(images, valid) for member in members])
