"""The eight orientations of a square tile."""

from __future__ import annotations

import torch
from torch import Tensor

ORIENTATIONS = 8
"""Four quarter turns, each mirrored or not."""


def oriented(tiles: Tensor, orientation: int) -> Tensor:
    """Tiles (..., H, W) rotated by ``orientation`` modulo 4 quarter turns and, from 4 on, mirrored."""
    turned = torch.rot90(tiles, orientation % 4, dims=(-2, -1))
    return turned.flip(-1) if orientation >= 4 else turned


def restored(tiles: Tensor, orientation: int) -> Tensor:
    """The tiles (..., H, W) in their original orientation: the inverse of ``oriented``."""
    mirrored = tiles.flip(-1) if orientation >= 4 else tiles
    return torch.rot90(mirrored, -(orientation % 4), dims=(-2, -1))
