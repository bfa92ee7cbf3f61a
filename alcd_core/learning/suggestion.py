"""Cold start: the tiles to label first, before anything is labelled."""

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
"""Share of the suggested tiles that is drawn at random, so that what the encoder is blind to has a chance."""
CANDIDATES = 2
"""The diverse tiles are taken from the top of the ranking, so many times as long as their number."""
SAMPLE = 4096
"""So many tiles tell what is usual in a channel; where there are more, these are drawn, and no more are kept."""
BATCH_SIZE = 8
"""Tiles at a time."""
FEATURES_FROM_STRIDE = 4
"""Shallower features see noise and shadows more than things."""


@dataclass(frozen=True)
class TileDifference:
    """First and second moment over a tile of the difference of both dates' features, a channel each; (C,) float32."""

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
    """``count`` tiles to label first (all where there are fewer), most promising first, random ones at the end.

    Three quarters are diverse ones among those whose two dates differ most in the encoder's features, the others are
    random. ``network``: its encoder's weights and normalisation are used. Raises ModelError and Cancelled.
    """
    if network.bands != source.bands:
        raise ModelError(
            f"The network takes {network.bands} bands, the images have {source.bands}.", "Choose corresponding bands."
        )
    ids = list(tile_ids)
    if count >= len(ids):
        return ids
    chance = generator(seed, SUGGESTION_STREAM)
    look = partial(tile_differences, network, source, device=device, dtype=dtype)
    diverse_count = count - round(count * RANDOM_SHARE)
    top, descriptors = _most_different(look, ids, CANDIDATES * diverse_count, chance, reporter or Reporter())
    diverse = [top[position] for position in spread_choice(descriptors, diverse_count)]
    drawn = chance.choice(np.setdiff1d(ids, diverse), size=count - len(diverse), replace=False)
    return [*diverse, *drawn.tolist()]


def _most_different(
    look: Callable[..., Iterator[TileDifference]],
    ids: Sequence[int],
    count: int,
    chance: np.random.Generator,
    reporter: Reporter,
) -> tuple[list[int], np.ndarray]:
    """The ``count`` tiles that differ most by what is usual, most first, and their descriptors (count, C) float64.

    No more than ``SAMPLE`` tiles' differences are kept: they say what is usual, and the others are looked at after.
    """
    sample, others = list(ids), list[int]()
    if len(ids) > SAMPLE:
        sample = sorted(chance.choice(ids, SAMPLE, replace=False).tolist())
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
    """The feature differences of all tiles, in order, a batch at a time."""
    network.to(device).eval()
    requests = list(blocks(tile_ids, BATCH_SIZE))
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / len(requests), f"Tile {index * BATCH_SIZE + 1} of {len(tile_ids)}")
            yield from _batch_differences(network, batch.to(device), dtype)


@dataclass(frozen=True)
class UsualDifference:
    """How the dates' features usually differ: mean and standard deviation over the tiles' pixels; (C,) float64."""

    mean: np.ndarray
    deviation: np.ndarray

    def descriptor(self, difference: TileDifference) -> np.ndarray:
        """Per channel the root mean square of the standardised difference over the tile: (C,) float64.

        So a shift of the whole image (season, sensor, haze) counts for nothing, and every channel counts alike.
        """
        return np.sqrt(_centred_square(difference, self.mean)) / self.deviation


def usual_difference(differences: Sequence[TileDifference]) -> UsualDifference:
    """What is usual among these tiles; those without any valid cell count as no difference."""
    mean = np.nanmean([difference.mean for difference in differences], axis=0, dtype=np.float64)
    square = np.zeros_like(mean)
    for difference in differences:
        square += _centred_square(difference, mean) / len(differences)
    return UsualDifference(mean, np.sqrt(np.maximum(square, np.finfo(np.float64).tiny)))


def _centred_square(difference: TileDifference, mean: np.ndarray) -> np.ndarray:
    """E[(d - mean)^2] from the moments of d; (C,) float64, 0 where the tile has no valid cell."""
    square = difference.square.astype(np.float64) - 2 * mean * difference.mean + mean**2
    return np.maximum(np.nan_to_num(square, nan=0.0), 0.0)


def spread_choice(points: np.ndarray, count: int) -> list[int]:
    """Greedy k-centre choice (Gonzalez 1985; Sener and Savarese 2018, algorithm 1) of ``count`` rows of (T, C).

    The first row is taken first, then always the one farthest from all that were taken.
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
    """Moments (N, C) of the difference of unit feature vectors over the wholly valid cells; NaN where none is."""
    before, after = nn.functional.normalize(feature, dim=1).chunk(2)
    difference = after - before
    covered = (
        nn.functional.adaptive_avg_pool2d(valid[:, None].float(), (difference.shape[-2], difference.shape[-1])) > 0.999
    )
    cells = covered.sum(dim=(2, 3))
    difference = difference * covered
    return difference.sum(dim=(2, 3)) / cells, difference.square().sum(dim=(2, 3)) / cells
