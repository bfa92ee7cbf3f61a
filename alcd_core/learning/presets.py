"""Training settings and their presets."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ..errors import InputError


@dataclass(frozen=True)
class TrainingSettings:
    """How a network is trained, with Adam.

    ``schedule``: ``constant``, or ``one-cycle`` (Smith and Topin 2018), whose peak is ``learning_rate``.
    ``minimum_steps``: epochs are added until this many batches have been seen, so that training also works with a
    handful of tiles.
    ``change_weight``: weight of changed pixels in the cross-entropy; unchanged ones have weight 1.
    ``balance``: whether at least half of the tiles seen in an epoch are changed ones, repeated if necessary.
    ``exchange_dates``: whether half of the tiles are seen with their dates exchanged: a new building then looks torn
    down and vice versa, so that one example teaches both. It takes more epochs.
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
        """Batches in one pass over this many tiles."""
        return math.ceil(tiles / self.batch_size)

    def epochs_for(self, tiles: int) -> int:
        """Passes over this many tiles, taking ``minimum_steps`` into account."""
        return max(self.epochs, math.ceil(self.minimum_steps / self.steps_per_epoch(tiles)))

    def steps_for(self, tiles: int) -> int:
        """Steps of the optimiser, one per batch, that training on this many tiles takes."""
        return self.epochs_for(tiles) * self.steps_per_epoch(tiles)


WARM_START_PRESETS = ("fast",)
"""Presets whose rounds continue from the previous round's weights; the publication retrains in every round."""


@dataclass(frozen=True)
class ModelSettings:
    """The kind of model. ``fusion``: how the features of the two dates are combined; ``orientations``: whether all
    members see a tile in the ``same`` orientation or each in its ``own``."""

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
"""The kind of model that each preset trains."""


def model_settings(preset: str, fusion: str | None = None, orientations: str | None = None) -> ModelSettings:
    """A preset's kind of model, with the user's own choices. Raises InputError for an unknown preset."""
    _check_preset(preset)
    model = MODELS[preset]
    return ModelSettings(fusion or model.fusion, orientations or model.orientations)


def training_settings(
    preset: str,
    epochs: int | None = None,
    learning_rate: float | None = None,
    batch_size: int | None = None,
    exchange_dates: bool = False,
    continuing: bool = False,
) -> TrainingSettings:
    """A preset's settings, with the user's own choices. No epochs are added to a number that the user chose.

    ``continuing``: whether training continues from the weights of the previous round, which have learnt most already:
    it then takes half the epochs, unless the user chose their number.
    Raises InputError for an unknown preset or a value that is not positive.
    """
    _check_preset(preset)
    settings = replace(PRESETS[preset], exchange_dates=exchange_dates)
    if continuing:
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

    One-cycle, as in torch's OneCycleLR: along a cosine from 1/25 of the peak up to the peak over 30 % of the steps,
    then down to 1/10,000 of the initial rate. It depends only on the step, so resuming needs no stored state.
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
