"""The contents of the report, collected before the page is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..campaign.rounds import Round
from ..campaign.tiles import Tile
from ..imagery.grid import Grid
from .pictures import Picture

Closeup = Sequence[tuple[str, Picture]]
"""Several named pictures of one place, shown side by side."""


@dataclass(frozen=True)
class Measure:
    """One of the compared methods: its name, a note such as the number of labels, its quality (0 to 1; None: not
    measured)."""

    name: str
    note: str
    average_precision: float | None
    own: bool = False


@dataclass(frozen=True)
class Comparison:
    """Methods compared on the same test tiles; ``text`` explains how they were measured."""

    text: str
    measures: Sequence[Measure]


@dataclass(frozen=True)
class Report:
    """The contents of the page. Unknown parts are None or empty, and their sections are left out.

    ``grid``: the campaign's; ``picture``: that of the pictures. ``tiles``: in their present state. ``all_changed``:
    number of changed tiles outside the test tiles, according to the reference. ``maps``: caption, picture and legend
    (name, colour).
    ``estimate``: the last result of the job estimate. ``settings``: rows of the last table.
    """

    title: str
    grid: Grid
    picture: Grid
    before: Picture
    after: Picture
    tiles: Sequence[Tile]
    rounds: Sequence[Round]
    all_changed: int | None = None
    maps: Sequence[tuple[str, Picture, Sequence[tuple[str, str]]]] = ()
    closeups: Sequence[Closeup] = ()
    comparison: Comparison | None = None
    estimate: Mapping[str, Any] | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed_found(self) -> int:
        """Number of changed tiles among the training tiles."""
        return sum(tile.split == "train" and tile.tile_class == "changed" for tile in self.tiles)
