"""Cold start: suggests the tiles to label first, before there are any labels."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import torch
from torch import Tensor, nn

from ..errors import ModelError
from ..initial_weights import BUILT_IN
from ..network.members import computing_in
from ..network.siamese import SiameseUNet
from ..progress import Reporter
from .batches import TensorBatch, blocks, tensor_batch
from .prefetch import read_ahead
from .tiles import CHANGE, TileSource

BATCH_SIZE = 8
"""Tiles per batch."""
STRIDE = 4
"""Features of this stride are compared: shallower ones respond to noise and shadows more than to objects, deeper ones
miss houses."""
SHIFT = 1
"""The dates may be displaced against each other by this many cells of the features, in any direction."""
CHANGED_SHARE = 0.1
"""Share of a tile that decides how much it differs, because a few new houses leave most of it as it was."""


Measure = Literal["features", "prediction"]
"""By what the dates of a tile are compared: the features of an encoder that knows nothing about change, or the change
that the built-in network predicts."""


def measure_for(encoder_weights: str) -> Measure:
    """How to compare the dates with a network that has these initial weights."""
    return "prediction" if encoder_weights == BUILT_IN else "features"


def suggest_tiles(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    count: int,
    measure: Measure,
    *,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter | None = None,
) -> list[int]:
    """The ``count`` tiles (all if there are fewer) whose dates differ most, most different first.

    ``network``: what compares them, with its normalisation. Raises ModelError and Cancelled.
    """
    if network.bands != source.bands:
        raise ModelError(
            f"The network takes {network.bands} bands, but the images have {source.bands}.", "Choose matching bands."
        )
    if count >= len(tile_ids):
        return list(tile_ids)
    reporter = reporter or Reporter()
    found = tile_differences(network, source, tile_ids, measure, device=device, dtype=dtype, reporter=reporter)
    return most_different(zip(tile_ids, found), count)


def most_different(found: Iterable[tuple[int, float]], count: int) -> list[int]:
    """The ``count`` tiles that differ most, most different first; ties by ascending identifier."""
    ranked = ((difference, -tile_id) for tile_id, difference in found)
    return [-tile_id for _, tile_id in heapq.nlargest(count, ranked)]


def tile_differences(
    network: SiameseUNet,
    source: TileSource,
    tile_ids: Sequence[int],
    measure: Measure,
    *,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
) -> Iterator[float]:
    """How much the dates of each tile differ, in order: from 0 (alike, or no data) to 4 by features, or to 1 by
    prediction."""
    compare = _by_features if measure == "features" else _by_prediction
    network.to(device).eval()
    requests, count = blocks(tile_ids, BATCH_SIZE), math.ceil(len(tile_ids) / BATCH_SIZE)
    with read_ahead(requests, lambda block: tensor_batch(source.read(block))) as batches:
        for index, batch in enumerate(batches):
            reporter.progress(index / count, f"Tile {index * BATCH_SIZE + 1} of {len(tile_ids)}")
            yield from compare(network, batch.to(device), dtype)


def _by_features(network: SiameseUNet, batch: TensorBatch, dtype: torch.dtype) -> list[float]:
    with torch.inference_mode(), computing_in(batch.images.device, dtype):
        features = network.features(batch.images, batch.valid)
    height = batch.images.shape[-1]
    compared = next((one for one in features if height // one.shape[-1] >= STRIDE), features[-1])
    before, after = nn.functional.normalize(compared.float(), dim=1).chunk(2)
    distance = squared_distance(before, after, SHIFT)
    height, width = distance.shape[-2:]
    valid = nn.functional.adaptive_avg_pool2d(batch.valid[:, None].float(), (height, width))[:, 0] > 0.999
    return [upper_mean(cells[known]) for cells, known in zip(distance, valid)]


def _by_prediction(network: SiameseUNet, batch: TensorBatch, dtype: torch.dtype) -> list[float]:
    with torch.inference_mode(), computing_in(batch.images.device, dtype):
        probability = network(batch.images, batch.valid).float().softmax(1)[:, CHANGE]
    return [upper_mean(pixels[known]) for pixels, known in zip(probability, batch.valid)]


def squared_distance(before: Tensor, after: Tensor, shift: int) -> Tensor:
    """Squared distance (N, h, w) of every feature vector after, (N, C, h, w), from the most similar one before among
    those at most ``shift`` cells away: buildings lean and orthophotos are displaced by some pixels."""
    height, width = before.shape[-2:]
    padded = nn.functional.pad(before, (shift, shift, shift, shift), mode="replicate")
    span = range(2 * shift + 1)
    shifted = (padded[..., y : y + height, x : x + width] for y in span for x in span)
    return torch.stack([(after - one).square().sum(1) for one in shifted]).amin(0)


def upper_mean(cells: Tensor) -> float:
    """Mean of the highest ``CHANGED_SHARE`` of the cells (k,); 0 if there are none."""
    if not len(cells):
        return 0.0
    return float(cells.topk(math.ceil(CHANGED_SHARE * len(cells))).values.mean())
