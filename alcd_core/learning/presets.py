"""Training settings and the presets they come from."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ..errors import InputError


@dataclass(frozen=True)
class TrainingSettings:
    """How a network is trained, with Adam.

    ``schedule``: ``constant``, or ``one-cycle`` (Smith and Topin 2018), whose peak is ``learning_rate``.
    ``minimum_steps``: epochs are added until so many batches were seen, so that a handful of tiles is learnt, too.
    ``change_weight``: weight of changed pixels in the cross-entropy; unchanged ones weigh 1.
    ``balance``: whether at least half of the tiles seen in an epoch are changed ones, seen several times if need be.
    ``exchange_dates``: whether half of the tiles are seen with their dates exchanged: what was built becomes what was
    torn down, so that one example teaches both. It takes more epochs.
    """

    preset: str
    epochs: int
    learning_rate: float
    batch_size: int
    schedule: str
    minimum_steps: int = 0
    change_weight: float = 3.0
    balance: bool = False
    exchange_dates: bool = False

    def steps_per_epoch(self, tiles: int) -> int:
        """Batches in one pass over so many tiles."""
        return math.ceil(tiles / self.batch_size)

    def epochs_for(self, tiles: int) -> int:
        """Passes over so many tiles, ``minimum_steps`` taken into account."""
        return max(self.epochs, math.ceil(self.minimum_steps / self.steps_per_epoch(tiles)))


GOES_ON = ("fast",)
"""Presets whose rounds go on from the last round's weights; the publication trains anew every round."""


@dataclass(frozen=True)
class ModelSettings:
    """What is trained. ``fusion``: how both dates' features are joined; ``orientations``: whether all members see a
    tile as it lies (``same``) or each laid its ``own`` way."""

    fusion: str
    orientations: str


PRESETS: dict[str, TrainingSettings] = {
    # Ruzicka et al. 2020, section IV-A.
    "paper": TrainingSettings("paper", epochs=100, learning_rate=1e-5, batch_size=8, schedule="constant"),
    "fast": TrainingSettings(
        "fast", epochs=20, learning_rate=1e-3, batch_size=8, schedule="one-cycle", minimum_steps=200, balance=True
    ),
}


MODELS = {
    # Ruzicka et al. 2020, section III-A.
    "paper": ModelSettings("concatenation", "same"),
    "fast": ModelSettings("difference", "own"),
}
"""What is trained, by preset."""


def model_settings(preset: str, fusion: str | None = None, orientations: str | None = None) -> ModelSettings:
    """What a preset trains, with what the user chose differently. Raises InputError for an unknown preset."""
    _check_preset(preset)
    model = MODELS[preset]
    return ModelSettings(fusion or model.fusion, orientations or model.orientations)


def training_settings(
    preset: str,
    epochs: int | None = None,
    learning_rate: float | None = None,
    batch_size: int | None = None,
    exchange_dates: bool = False,
    going_on: bool = False,
) -> TrainingSettings:
    """A preset, with what the user chose differently. Epochs that the user chose are not added to.

    ``going_on``: for a training that goes on from the last round's weights; most is learnt by then, so it takes half
    the epochs, unless the user chose their number.
    Raises InputError for an unknown preset or a value that is not positive.
    """
    _check_preset(preset)
    settings = replace(PRESETS[preset], exchange_dates=exchange_dates)
    if going_on:
        settings = replace(settings, epochs=settings.epochs // 2, minimum_steps=settings.minimum_steps // 2)
    if epochs is not None:
        settings = replace(settings, epochs=epochs, minimum_steps=0)
    if learning_rate is not None:
        settings = replace(settings, learning_rate=learning_rate)
    if batch_size is not None:
        settings = replace(settings, batch_size=batch_size)
    for name in ("epochs", "learning_rate", "batch_size"):
        value = getattr(settings, name)
        if not 0 < value < math.inf:
            raise InputError(f"The {name.replace('_', ' ')} of {value} is not positive.", "Choose a larger one.")
    return settings


def _check_preset(preset: str) -> None:
    if preset not in PRESETS:
        raise InputError(f"There is no preset called {preset}.", f"Choose one of {', '.join(PRESETS)}.")


def learning_rate_at(settings: TrainingSettings, step: int, steps: int) -> float:
    """Learning rate of the batch ``step`` (0 to ``steps`` - 1).

    One-cycle, as in torch's OneCycleLR: along a cosine from 1/25 of the peak up to it over 30 % of the steps, then
    down to 1/10,000 of where it started. A function of the step alone: nothing has to be kept to resume.
    """
    if settings.schedule == "constant":
        return settings.learning_rate
    peak, start = settings.learning_rate, settings.learning_rate / 25
    turn, end = 0.3 * steps - 1, steps - 1
    if step <= turn:
        return _cosine(start, peak, step / turn) if turn > 0 else peak
    return _cosine(peak, start / 1e4, (step - turn) / (end - turn))


def _cosine(first: float, last: float, fraction: float) -> float:
    return last + (first - last) / 2 * (1 + math.cos(math.pi * fraction))
