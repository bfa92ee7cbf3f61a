"""Flips and quarter turns of training tiles, the same for both dates, labels and validity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .tiles import TileBatch

ORIENTATIONS = 8
"""The ways to lay a square tile: four turns, each as it is or mirrored."""


def oriented(array: np.ndarray, orientation: int) -> np.ndarray:
    """The array (..., H, W) turned by ``orientation`` modulo 4 quarters; mirrored as well from 4 on."""
    turned = np.rot90(array, orientation % 4, axes=(-2, -1))
    return turned[..., ::-1] if orientation >= 4 else turned


def augmented(batch: TileBatch, orientations: Sequence[int]) -> TileBatch:
    """The batch of square tiles, each laid in its own of the eight orientations."""
    images = [oriented(batch.images[:, n], way) for n, way in enumerate(orientations)]
    valid = [oriented(batch.valid[n], way) for n, way in enumerate(orientations)]
    labels = [oriented(batch.labels[n], way) for n, way in enumerate(orientations)]
    return TileBatch(np.stack(images, axis=1), np.stack(valid), np.stack(labels), batch.tile_ids)
