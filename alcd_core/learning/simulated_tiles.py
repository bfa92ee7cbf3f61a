"""The tiles of a simulation: those that are kept aside, and those that a learner starts with."""

from __future__ import annotations

from collections.abc import Collection

import torch

from ..errors import InputError
from ..progress import Reporter
from .labelled_tiles import LabelledTiles
from .learner import ALL_EQUAL
from .model_training import ModelPlan, starting_network
from .seeds import generator
from .suggestion import measure_for, suggest_tiles

START_STREAM = 7_000_003
SUPERVISED_STREAM = 8_000_003
RESERVE_STREAM = 10_000_003
TILE_CLASSES = ("changed", "ambiguous", "unchanged")


def reserved_tiles(pool: LabelledTiles, parts: int, seed: int) -> list[int]:
    """The tiles that are never queried, because the network is measured there: one in ``parts``, none if it is 0.

    The pool is divided once and for all into parts with equally many tiles of each class (within one); seed s reserves
    part s modulo ``parts``. So ``parts`` successive seeds measure every tile once.
    """
    rng = generator(RESERVE_STREAM)
    order = [int(tile) for name in TILE_CLASSES for tile in rng.permutation(pool.of_class(name, among=pool.classes))]
    return order[seed % parts :: parts] if parts else []


def balanced_start(pool: LabelledTiles, among: Collection[int], initial: int, seed: int) -> list[int]:
    """``initial`` changed and as many unchanged tiles, drawn with the seed. Raises InputError if there are fewer."""
    rng = generator(seed, START_STREAM)
    drawn = []
    for name in ("changed", "unchanged"):
        tiles = pool.of_class(name, among)
        if len(tiles) < initial:
            raise InputError(
                f"The pool has {len(tiles)} {name} tiles to query, but the start needs {initial}.",
                "Choose a smaller --initial.",
            )
        drawn += [int(tile) for tile in rng.choice(tiles, initial, replace=False)]
    return drawn


def suggested_start(
    pool: LabelledTiles,
    among: Collection[int],
    count: int,
    plan: ModelPlan,
    device: torch.device,
    dtype: torch.dtype,
    reporter: Reporter,
) -> list[int]:
    """The ``count`` tiles that ``suggest`` would choose with the plan's encoder, without any label."""
    network = starting_network(plan, pool.source.bands)
    measure = measure_for(plan.encoder_weights)
    return suggest_tiles(
        network, pool.source, sorted(among), count, measure, device=device, dtype=dtype, reporter=reporter
    )


def supervised_tiles(pool: LabelledTiles, among: Collection[int], method: str, seed: int) -> list[int]:
    """The tiles that a supervised network learns from: all changed ones and as many unchanged ones, or all tiles."""
    if method == ALL_EQUAL:
        return sorted(among)
    changed, unchanged = pool.of_class("changed", among), pool.of_class("unchanged", among)
    drawn = generator(seed, SUPERVISED_STREAM).choice(unchanged, min(len(changed), len(unchanged)), replace=False)
    return [*changed, *map(int, drawn)]
