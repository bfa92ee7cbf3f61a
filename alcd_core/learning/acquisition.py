"""Acquisition functions: how informative a pixel is, usually the members' uncertainty about it.

A new one takes one function and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from ..errors import InputError
from .acquisition_names import FIRST_MEMBER_ONLY


def member_mean(probabilities: Tensor) -> Tensor:
    """Mean over the members: (M, ...) to (...)."""
    return probabilities.mean(dim=0)


def variance(probabilities: Tensor) -> Tensor:
    """(1 / (M C)) sum_c sum_m (p_mc - mean_m p_mc)^2 (Ruzicka et al. 2020, eq. 1), between 0 and 0.25.

    With two classes both terms of the sum over c are equal, so C cancels out.
    """
    return (probabilities - member_mean(probabilities)).square().mean(dim=0)


def entropy(probabilities: Tensor) -> Tensor:
    """-sum_c q_c ln q_c with q = mean_m p_m (Ruzicka et al. 2020, eq. 2), between 0 and ln 2 nats."""
    return binary_entropy(member_mean(probabilities))


def mutual_information(probabilities: Tensor) -> Tensor:
    """Entropy of the mean less the mean of the entropies (BALD, Houlsby et al. 2011, eq. 2), 0 to ln 2 nats."""
    return (binary_entropy(member_mean(probabilities)) - member_mean(binary_entropy(probabilities))).clamp(min=0.0)


def change_probability(probabilities: Tensor) -> Tensor:
    """mean_m p_m, between 0 and 1: finds the most change rather than the most informative tiles."""
    return member_mean(probabilities)


def binary_entropy(probabilities: Tensor) -> Tensor:
    """-p ln p - (1 - p) ln (1 - p), 0 where p is 0 or 1."""
    return torch.special.entr(probabilities) + torch.special.entr(1.0 - probabilities)


ACQUISITIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "variance": variance,
    "entropy": entropy,
    "mutual-information": mutual_information,
    "change-probability": change_probability,
    FIRST_MEMBER_ONLY: entropy,
}
"""From the members' probabilities of change (M, N, H, W) to the informativeness of each pixel, usually its
uncertainty (N, H, W)."""


def require_acquisition(name: str) -> None:
    """Raise InputError if there is no acquisition of this name."""
    if name not in ACQUISITIONS:
        raise InputError(f"There is no acquisition called {name}.", f"Choose one of {', '.join(ACQUISITIONS)}.")


def pixel_uncertainty(name: str, probabilities: Tensor) -> Tensor:
    """The named acquisition's uncertainty (N, H, W) of N tiles. Raises InputError for an unknown name."""
    require_acquisition(name)
    # Tile by tile, so that the way a whole batch is split among threads never shows in the last bit.
    return torch.cat([ACQUISITIONS[name](probabilities[:, [n]]) for n in range(probabilities.shape[1])])
