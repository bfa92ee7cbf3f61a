"""The class of a labelled tile: changed, unchanged or ambiguous."""

from __future__ import annotations

import numpy as np

from .tiles import CHANGE, IGNORE

CHANGED_ABOVE = 0.03
UNCHANGED_BELOW = 0.01
"""Thresholds of the share of changed pixels among the valid ones (Ruzicka et al. 2020, section IV)."""


def tile_class(labels: np.ndarray) -> str:
    """``changed``, ``unchanged`` or ``ambiguous`` from labels (H, W) uint8; nodata and ignored pixels do not count.

    A tile without any pixel that counts is ambiguous.
    """
    valid = np.count_nonzero(labels != IGNORE)
    if not valid:
        return "ambiguous"
    changed = np.count_nonzero(labels == CHANGE) / valid
    if changed > CHANGED_ABOVE:
        return "changed"
    return "unchanged" if changed < UNCHANGED_BELOW else "ambiguous"
