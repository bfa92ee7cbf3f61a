"""Collars and gaps that no nodata value marks: blocks of constant value in the orthophoto of only one date.

Further rasters are not examined: heights above flat ground are constant, and differ where something was built.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from ..progress import Reporter
from .grid import Windows
from .pair import AlignedPair

BLOCK = 16
"""Side in pixels. Real ground is never exactly constant over so many pixels unless it is overexposed."""
MAXIMUM_WINDOWS = 100
NOTABLE_SHARE = 0.005
"""Share of all blocks that is worth reporting: more than the large white roofs of a town."""
Value = tuple[float, ...]


@dataclass(frozen=True)
class ConstantBlocks:
    """Pixels that look like nodata on one date. ``date``: 0 before, 1 after. ``value``: one number per band.
    ``share``: of the valid pixels of the sampled tiles, 0 to 1."""

    date: int
    value: Value
    share: float

    @property
    def nodata(self) -> float | None:
        """The nodata value that would mark them; None if the bands differ."""
        return self.value[0] if len(set(self.value)) == 1 else None


def constant_blocks(pair: AlignedPair, windows: Windows, reporter: Reporter | None = None) -> list[ConstantBlocks]:
    """The notable constant values in a sample of at most 100 windows, by decreasing share.

    The sample is evenly spread and deterministic. A block counts if all its pixels are valid and have one value on one
    date, but not that same value on the other.
    """
    reporter = reporter or Reporter()
    chosen = np.unique(np.linspace(0, len(windows) - 1, min(MAXIMUM_WINDOWS, len(windows))).round().astype(int))
    blocks: Counter[tuple[int, Value]] = Counter()
    pixels: Counter[tuple[int, Value]] = Counter()
    all_blocks = all_pixels = 0
    for done, index in enumerate(chosen):
        reporter.progress(done / len(chosen), "Looking for collars and gaps")
        images, valid = pair.read(windows[index])
        images = images[:, : pair.photo_bands]
        whole = _in_blocks(valid).all(axis=(1, 3))
        all_blocks, all_pixels = all_blocks + int(whole.sum()), all_pixels + int(valid.sum())
        first, constant = _constant(images)
        differs = ~(constant.all(axis=0) & (first[0] == first[1]).all(axis=0))
        for date in range(2):
            values, counts = np.unique(first[date][:, whole & constant[date] & differs], axis=1, return_counts=True)
            for value, count in zip(values.T, counts):
                has = (images == value[:, None, None]).all(axis=1)
                name = date, tuple(map(float, value))
                blocks[name] += int(count)
                pixels[name] += int((has[date] & ~has[1 - date] & valid).sum())
    notable = [name for name, count in blocks.items() if count >= NOTABLE_SHARE * all_blocks]
    found = [ConstantBlocks(date, value, pixels[date, value] / all_pixels) for date, value in notable]
    return sorted(found, key=lambda one: -one.share)


def _constant(images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For images (2, C, H, W): each block's first pixel (2, C, rows, columns), and whether all bands are constant in
    the block, (2, rows, columns)."""
    blocks = _in_blocks(images)
    first = blocks[..., :, 0, :, 0]
    constant = (blocks == first[..., :, None, :, None]).all(axis=(-3, -1)).all(axis=1)
    return first, constant


def _in_blocks(pixels: np.ndarray) -> np.ndarray:
    """(..., H, W) as (..., rows, BLOCK, columns, BLOCK); tiles are multiples of 32."""
    *more, height, width = pixels.shape
    return pixels.reshape(*more, height // BLOCK, BLOCK, width // BLOCK, BLOCK)
