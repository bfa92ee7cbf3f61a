"""Cold start: suggests the tiles to label first, before there are any labels."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
import torch
from torch import Tensor, nn

from ..errors import ModelError
from ..network.members import computing_in
from ..network.siamese import SiameseUNet
from ..progress import Reporter
from .batches import TensorBatch, blocks, tensor_batch
from .prefetch import read_ahead
from .seeds import generator
from .tiles import TileSource

SUGGESTION_STREAM = 3_000_003
RANDOM_SHARE = 0.25
"""Share of the suggested tiles that is drawn at random, to include changes that the encoder does not see."""
CANDIDATES = 2
"""The diverse tiles are chosen from the top of the ranking, from this many candidates per tile."""
SAMPLE = 4096
"""Number of tiles that determine the usual difference in a channel; a random sample if there are more. Only these are
kept in memory."""
BATCH_SIZE = 8
"""Tiles per batch."""
FEATURES_FROM_STRIDE = 4
"""Shallower features respond to noise and shadows more than to objects."""


@dataclass(frozen=True)
class TileDifference:
    """First and second moments of the difference between both dates' features over a tile, (C,) float32 each."""

    mean: np.ndarray
    square: np.ndarray


def suggest_tiles(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    count: int,
    *,
    seed: int,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter | None = None,
) -> list[int]:
    """``count`` tiles to label first (all if there are fewer), most promising first, random ones last.

    Three quarters are a diverse choice from the tiles whose dates differ most in the encoder's features; the rest are
    random. ``network``: provides the encoder and the normalisation. Raises ModelError and Cancelled.
    """
    if network.bands != source.bands:
        raise ModelError(
            f"The network takes {network.bands} bands, but the images have {source.bands}.", "Choose matching bands."
        )
    ids = list(tile_ids)
    if count >= len(ids):
        return ids
    rng = generator(seed, SUGGESTION_STREAM)
    look = partial(tile_differences, network, source, device=device, dtype=dtype)
    diverse_count = count - round(count * RANDOM_SHARE)
    top, descriptors = _most_different(look, ids, CANDIDATES * diverse_count, rng, reporter or Reporter())
    diverse = [top[position] for position in diverse_choice(descriptors, diverse_count)]
    drawn = rng.choice(np.setdiff1d(ids, diverse), size=count - len(diverse), replace=False)
    return [*diverse, *drawn.tolist()]


def _most_different(
    look: Callable[..., Iterator[TileDifference]],
    ids: Sequence[int],
    count: int,
    rng: np.random.Generator,
    reporter: Reporter,
) -> tuple[list[int], np.ndarray]:
    """The ``count`` tiles that deviate most from the usual difference, most first, and their descriptors (count, C)
    float64.

    A sample of at most ``SAMPLE`` tiles is kept in memory to estimate the usual difference; the others follow one by
    one.
    """
    sample, others = list(ids), list[int]()
    if len(ids) > SAMPLE:
        sample = sorted(map(int, rng.choice(ids, SAMPLE, replace=False)))
        others = sorted(set(ids) - set(sample))
    turn = len(sample) / len(ids)
    seen = list(look(sample, reporter=reporter.part(0.0, turn)))
    usual = usual_difference(seen)
    described = map(usual.descriptor, chain(seen, look(others, reporter=reporter.part(turn, 1.0))))
    ranked = ((float(one.mean()), -tile_id, one) for tile_id, one in zip(chain(sample, others), described))
    top = heapq.nlargest(count, ranked)
    return [-tile_id for _, tile_id, _ in top], np.stack([one for _, _, one in top])


def tile_differences(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    *,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
) -> Iterator[TileDifference]:
    """The feature differences of all tiles, in order, one batch at a time."""
    network.to(device).eval()
    requests = list(blocks(tile_ids, BATCH_SIZE))
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / len(requests), f"Tile {index * BATCH_SIZE + 1} of {len(tile_ids)}")
            yield from _batch_differences(network, batch.to(device), dtype)


@dataclass(frozen=True)
class UsualDifference:
    """How the dates' features usually differ: mean and standard deviation over all pixels; (C,) float64."""

    mean: np.ndarray
    deviation: np.ndarray

    def descriptor(self, difference: TileDifference) -> np.ndarray:
        """Per channel, the root mean square of the standardised difference over the tile: (C,) float64.

        A shift of the whole image (season, sensor, haze) has no effect, and all channels have equal weight.
        """
        return np.sqrt(_centred_square(difference, self.mean)) / self.deviation


def usual_difference(differences: Sequence[TileDifference]) -> UsualDifference:
    """The usual difference of these tiles; tiles without any valid cell count as no difference."""
    mean: np.ndarray = np.asarray(np.nanmean([difference.mean for difference in differences], axis=0, dtype=np.float64))
    square: np.ndarray = np.zeros_like(mean)
    for difference in differences:
        square += _centred_square(difference, mean) / len(differences)
    return UsualDifference(mean, np.sqrt(np.maximum(square, np.finfo(np.float64).tiny)))


def _centred_square(difference: TileDifference, mean: np.ndarray) -> np.ndarray:
    """E[(d - mean)^2] from the moments of d; (C,) float64, 0 if the tile has no valid cell."""
    square = difference.square.astype(np.float64) - 2 * mean * difference.mean + mean**2
    return np.maximum(np.nan_to_num(square, nan=0.0), 0.0)


def diverse_choice(points: np.ndarray, count: int) -> list[int]:
    """Greedy k-centre choice (Gonzalez 1985; Sener and Savarese 2018, algorithm 1) of ``count`` rows of (T, C).

    Starts with the first row, then always takes the row farthest from all those taken so far.
    """
    chosen = [0]
    distance = np.linalg.norm(points - points[0], axis=1)
    while len(chosen) < min(count, len(points)):
        farthest = int(distance.argmax())
        chosen.append(farthest)
        distance = np.minimum(distance, np.linalg.norm(points - points[farthest], axis=1))
    return chosen


def _batch_differences(network: SiameseUNet, batch: TensorBatch, dtype: torch.dtype) -> list[TileDifference]:
    with torch.inference_mode(), computing_in(batch.images.device, dtype):
        features = network.features(batch.images, batch.valid)
    height = batch.images.shape[-1]
    deep = [feature.float() for feature in features if height // feature.shape[-1] >= FEATURES_FROM_STRIDE]
    moments = [_difference_moments(feature, batch.valid) for feature in deep or [features[-1].float()]]
    means = torch.cat([mean for mean, _ in moments], dim=1).cpu().numpy()
    squares = torch.cat([square for _, square in moments], dim=1).cpu().numpy()
    return [TileDifference(mean, square) for mean, square in zip(means, squares)]


def _difference_moments(feature: Tensor, valid: Tensor) -> tuple[Tensor, Tensor]:
    """Moments (N, C) of the difference between unit feature vectors over the fully valid cells; NaN without any."""
    before, after = nn.functional.normalize(feature, dim=1).chunk(2)
    difference = after - before
    covered = (
        nn.functional.adaptive_avg_pool2d(valid[:, None].float(), (difference.shape[-2], difference.shape[-1])) > 0.999
    )
    cells = covered.sum(dim=(2, 3))
    difference = difference * covered
    return difference.sum(dim=(2, 3)) / cells, difference.square().sum(dim=(2, 3)) / cells
