"""The contents of the report, collected before the page is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..campaign.rounds import Round
from ..campaign.tiles import Tile
from ..imagery.grid import Grid
from .pictures import Picture

Closeup = Sequence[tuple[str, Picture]]
"""One place in several pictures, one beside the other, each with its name."""


@dataclass(frozen=True)
class Measure:
    """One of the ways that are compared: what it is, on how many labels, how good (0 to 1; None: not measured)."""

    name: str
    note: str
    average_precision: float | None
    own: bool = False


@dataclass(frozen=True)
class Comparison:
    """Ways compared on the same budget; ``text`` says how they were measured."""

    text: str
    measures: Sequence[Measure]


@dataclass(frozen=True)
class Report:
    """All that the page shows. What is not known is None or empty, and its section is left out.

    ``grid``: the campaign's; ``picture``: the pictures' grid. ``tiles``: as they stand. ``all_changed``: number of
    changed tiles by the reference outside the test tiles. ``maps``: caption, picture, legend (name, colour).
    ``settings``: rows of the last table.
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
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed_found(self) -> int:
        """Changed tiles among those labelled to train on."""
        return sum(tile.split == "train" and tile.tile_class == "changed" for tile in self.tiles)
