"""The eight orientations of a square tile."""

from __future__ import annotations

import torch
from torch import Tensor

ORIENTATIONS = 8
"""Four turns, each as it is or mirrored."""


def oriented(tiles: Tensor, orientation: int) -> Tensor:
    """Tiles (..., H, W) turned by ``orientation`` modulo 4 quarters; mirrored as well from 4 on."""
    turned = torch.rot90(tiles, orientation % 4, dims=(-2, -1))
    return turned.flip(-1) if orientation >= 4 else turned


def laid_back(tiles: Tensor, orientation: int) -> Tensor:
    """The tiles (..., H, W) as they lay before ``oriented``."""
    mirrored = tiles.flip(-1) if orientation >= 4 else tiles
    return torch.rot90(mirrored, -(orientation % 4), dims=(-2, -1))
