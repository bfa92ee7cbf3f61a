"""What the trials of training share: the plan of the small network, and files of rows that are added to."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from alcd_core.learning.labelled_tiles import SimulationSource
from alcd_core.learning.model_training import ModelPlan


def small_network(pool: SimulationSource, encoder_weights: str, seed: int) -> ModelPlan:
    """Five MCBN members of ResNet18 up to layer3, normalised as the pool is."""
    return ModelPlan(
        method="mcbn",
        mean=pool.mean,
        std=pool.std,
        gsd=pool.gsd,
        encoder="resnet18",
        encoder_depth=4,
        encoder_weights=encoder_weights,
        seed=seed,
    )


def has_row(path: Path, **wanted: str) -> bool:
    """Whether the file has a row with these values: it is not computed again."""
    if not path.is_file():
        return False
    with path.open(newline="", encoding="utf-8") as file:
        return any(row.items() >= wanted.items() for row in csv.DictReader(file))


def write_row(path: Path, columns: Sequence[str], row: Sequence[object]) -> None:
    """Add a row to the file, and print it."""
    new = not path.is_file()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(columns)
        writer.writerow([f"{value:.6g}" if isinstance(value, float) else value for value in row])
    print(*row, sep=", ", flush=True)
