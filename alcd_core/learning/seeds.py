"""Independent random streams derived from the user's seed."""

from __future__ import annotations

import numpy as np


def derived_seed(*numbers: int) -> int:
    """A seed (0 to 2**32 - 1) that depends on all the numbers (each 0 or more; trailing zeros make no difference)."""
    return int(np.random.SeedSequence(numbers).generate_state(1)[0])


def generator(*numbers: int) -> np.random.Generator:
    """A random number generator that depends only on the numbers (each 0 or more)."""
    return np.random.default_rng(np.random.SeedSequence(numbers))
