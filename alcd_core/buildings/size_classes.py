"""Size classes of buildings, by area on the ground."""

from __future__ import annotations

import numpy as np

SIZE_CLASSES = ("below 25 m2", "25 to 100 m2", "above 100 m2")
_SMALL, _LARGE = 25.0, 100.0


def size_classes(areas: np.ndarray) -> np.ndarray:
    """(N,) indices into SIZE_CLASSES of areas in m2; 25 and 100 m2 belong to the middle class."""
    return (areas >= _SMALL).astype(int) + (areas > _LARGE)
