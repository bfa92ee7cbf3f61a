"""Cold start: tiles to label first, when nothing is labelled yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    batch_size: int = 8,
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
    descriptors = change_descriptors(
        tile_differences(network, source, ids, device, dtype, batch_size, reporter or Reporter())
    )
    ranking = np.argsort(-descriptors.mean(axis=1), kind="stable")
    diverse_count = count - round(count * RANDOM_SHARE)
    top = ranking[: CANDIDATES * diverse_count]
    diverse = [int(top[position]) for position in spread_choice(descriptors[top], diverse_count)]
    others = np.setdiff1d(np.arange(len(ids)), diverse)
    drawn = generator(seed, SUGGESTION_STREAM).choice(others, size=count - len(diverse), replace=False)
    return [ids[index] for index in [*diverse, *drawn.tolist()]]


def tile_differences(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    device: torch.device,
    dtype: torch.dtype,
    batch_size: int,
    reporter: Reporter,
) -> list[TileDifference]:
    """The feature differences of all tiles, in order; a few numbers a tile are kept."""
    network.to(device).eval()
    differences: list[TileDifference] = []
    requests = list(blocks(tile_ids, batch_size))
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / len(requests), f"Tile {index * batch_size + 1} of {len(tile_ids)}")
            differences.extend(_batch_differences(network, batch.to(device), dtype))
    return differences


def change_descriptors(differences: Sequence[TileDifference]) -> np.ndarray:
    """Per tile and channel the root mean square of the standardised difference: (T, C) float64.

    The difference is standardised by its mean and standard deviation over all tiles. So a shift of the whole image
    (season, sensor, haze) counts for nothing, and every channel counts alike.
    """
    mean = np.stack([difference.mean for difference in differences]).astype(np.float64)
    square = np.stack([difference.square for difference in differences]).astype(np.float64)
    shift = np.nanmean(mean, axis=0)
    # E[(d - shift)^2] from the moments of d.
    centred = np.maximum(np.nan_to_num(square - 2 * shift * mean + shift**2, nan=0.0), 0.0)
    spread = np.maximum(centred.mean(axis=0), np.finfo(np.float64).tiny)
    return np.sqrt(centred / spread)


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
