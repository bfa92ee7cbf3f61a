"""Scoring of tiles with a model, per pixel and as one number per tile."""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, overload

import numpy as np
import torch
from torch import Tensor

from ..errors import ModelError
from ..network.members import Member
from ..network.model import TrainedModel
from ..progress import Reporter
from .acquisition import member_mean, pixel_uncertainty, require_acquisition
from .batches import blocks, tensor_batch
from .prefetch import read_ahead
from .tiles import IGNORE, TileSource

BATCH_SIZES = {"cpu": 4, "cuda": 16, "mps": 8}
"""Tiles per batch. Larger batches are slower on the CPU: more than 32 MB is allocated anew for every layer."""


class TilePrediction(NamedTuple):
    """One tile: ``probability`` of change (the members' mean) and ``uncertainty``, both (H, W) float32; ``valid``
    (H, W) bool; and the source's ``labels`` (H, W) uint8."""

    tile_id: int
    probability: np.ndarray
    uncertainty: np.ndarray
    valid: np.ndarray
    labels: np.ndarray

    @property
    def counted(self) -> np.ndarray:
        """Pixels (H, W) bool that count in scores, uncertainty maps and polygons: all except nodata and ignored
        ones."""
        return self.valid & (self.labels != IGNORE)


class TileScore(NamedTuple):
    """How informative a tile is, usually its uncertainty, and its mean probability of change, both over the pixels that
    count (0 if there are none)."""

    tile_id: int
    score: float
    change_probability: float


class TileScores(Sequence[TileScore]):
    """Scores of tiles in 24 bytes each, where a list takes 230. ``tile_ids``, ``scores``, ``change_probabilities``: of
    each tile, in order."""

    def __init__(self, tiles: Iterable[TileScore] = ()) -> None:
        self.tile_ids: array[int] = array("q")
        self.scores: array[float] = array("d")
        self.change_probabilities: array[float] = array("d")
        for tile_id, score, probability in tiles:
            self.tile_ids.append(tile_id)
            self.scores.append(score)
            self.change_probabilities.append(probability)

    def items(self) -> Iterator[tuple[int, tuple[float, float]]]:
        """Every tile with its score and change probability."""
        return zip(self.tile_ids, zip(self.scores, self.change_probabilities, strict=True), strict=True)

    def in_order(self, tile_ids: Sequence[int]) -> TileScores:
        """The scores of these tiles in this order. Raises KeyError if one is missing."""
        known, wanted = np.asarray(self.tile_ids, np.int64), np.asarray(tile_ids, np.int64)
        order = np.argsort(known, kind="stable")
        places = order[np.searchsorted(known, wanted, sorter=order).clip(max=len(known) - 1)] if len(known) else order
        if len(places) != len(wanted) or (known[places] != wanted).any():
            raise KeyError("A tile was not scored.")
        ordered = TileScores()
        for name, kind in (("tile_ids", "q"), ("scores", "d"), ("change_probabilities", "d")):
            setattr(ordered, name, array(kind, np.asarray(getattr(self, name))[places].tobytes()))
        return ordered

    def __len__(self) -> int:
        return len(self.tile_ids)

    @overload
    def __getitem__(self, place: int) -> TileScore: ...
    @overload
    def __getitem__(self, place: slice) -> list[TileScore]: ...
    def __getitem__(self, place: int | slice) -> TileScore | list[TileScore]:
        if isinstance(place, slice):
            return [self[index] for index in range(*place.indices(len(self)))]
        return TileScore(self.tile_ids[place], self.scores[place], self.change_probabilities[place])

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(TileScore.__eq__, self, other))


class TileScorer(Protocol):
    """What scores the tiles of a source with a model: this process (``Scorer``) or a cluster.

    A score depends only on model, imagery and tile, not on the batch. Scores are bit-equal in float32 on the CPU, and
    within 1e-3 in bfloat16.
    """

    @property
    def model(self) -> TrainedModel: ...

    @property
    def source(self) -> TileSource: ...

    def predict(
        self,
        tile_ids: Sequence[int],
        acquisition: str = "variance",
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> Iterator[TilePrediction]:
        """Predict the tiles in the given order; only some of them are in memory at a time.

        ``first_members``: use only this many of the model's members, the first ones; None for all.
        Nothing else may read from the source until the iterator is exhausted or closed.
        Raises InputError, ModelError and Cancelled.
        """
        ...

    def score(
        self,
        tile_ids: Sequence[int],
        acquisition: str,
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> TileScores:
        """The scores of the tiles in the given order. See ``predict`` for the parameters and errors."""
        ...


@dataclass(frozen=True)
class Scorer:
    """A ``TileScorer`` that computes in this process."""

    model: TrainedModel
    source: TileSource
    device: torch.device
    dtype: torch.dtype

    def predict(
        self,
        tile_ids: Sequence[int],
        acquisition: str = "variance",
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> Iterator[TilePrediction]:
        """See ``TileScorer``."""
        require_acquisition(acquisition)
        require_bands(self.model, self.source)
        members = self.model.members(self.device, self.dtype)[:first_members]
        yield from predicted_tiles(members, self.source, tile_ids, acquisition, reporter or Reporter())

    def score(
        self,
        tile_ids: Sequence[int],
        acquisition: str,
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> TileScores:
        """See ``TileScorer``."""
        predictions = self.predict(tile_ids, acquisition, first_members=first_members, reporter=reporter)
        return TileScores(map(tile_score, predictions))


def predicted_tiles(
    members: Sequence[Member], source: TileSource, tile_ids: Sequence[int], acquisition: str, reporter: Reporter
) -> Iterator[TilePrediction]:
    """Predict tiles with members that are ready, in the given order, one batch at a time.

    A pure function of its arguments. Only a few batches are in memory. A thread reads ahead: nothing else may read from
    the source until the iterator is exhausted or closed. Raises InputError and Cancelled.
    """
    batch_size = BATCH_SIZES[members[0].device.type]
    requests, count = blocks(tile_ids, batch_size), math.ceil(len(tile_ids) / batch_size)
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / count, f"Tile {index * batch_size + 1} of {len(tile_ids)}")
            probabilities = member_probabilities(members, batch.images, batch.valid)
            uncertainty = pixel_uncertainty(acquisition, probabilities).cpu().numpy()
            probability = member_mean(probabilities).cpu().numpy()
            valid, labels = batch.valid.numpy(), batch.labels.numpy().astype(np.uint8)
            for position, tile_id in enumerate(batch.tile_ids):
                yield TilePrediction(
                    tile_id, probability[position], uncertainty[position], valid[position], labels[position]
                )
    reporter.progress(1.0)


def require_bands(model: TrainedModel, source: TileSource) -> None:
    """Raise ModelError if the model takes another number of bands than the source has."""
    if model.card.bands != source.bands:
        raise ModelError(
            f"The model in {model.folder} takes {model.card.bands} bands, but the images have {source.bands}.",
            "Choose matching bands or another model.",
        )


def tile_score(prediction: TilePrediction) -> TileScore:
    """A predicted tile's score and mean probability: means over its pixels that count (Ruzicka et al. 2020, III-C)."""
    uncertainty, probability = prediction.uncertainty[prediction.counted], prediction.probability[prediction.counted]
    return TileScore(prediction.tile_id, mean(uncertainty), mean(probability))


def mean(values: np.ndarray) -> float:
    """Mean of values (P,); 0 if there are none."""
    return float(values.mean(dtype=np.float64)) if values.size else 0.0


def most_informative(scores: Sequence[TileScore], count: int) -> list[TileScore]:
    """The ``count`` tiles with the highest scores, highest first; ties by ascending identifier."""
    return heapq.nsmallest(count, scores, key=lambda tile: (-tile.score, tile.tile_id))


def member_probabilities(members: Sequence[Member], images: Tensor, valid: Tensor) -> Tensor:
    """Every member's probability of change (M, N, H, W) for images (2, N, C, H, W) with validity mask (N, H, W)."""
    return torch.stack([member(images, valid) for member in members])
