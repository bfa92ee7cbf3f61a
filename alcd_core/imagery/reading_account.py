"""An account of what became of a layer's features when its polygons were read, so that every omission is reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..progress import Reporter

NO_GEOMETRY = "without geometry"
NO_AREA = "without an area on the ground"
NO_PLACE = "with coordinates that cannot be transformed to the grid's CRS"
DAMAGED = "with damaged geometry"
OTHER_TYPE = "of another geometry type than requested"
MOSTLY = 0.5
"""A warning is given if a smaller share of the layer lies on the grid."""


@dataclass
class ReadingAccount:
    """Counts from all features of the layer to the polygons that resulted.

    ``features``: in the layer; ``on_grid``: those whose bounds touch the grid; ``passed_over``: those elsewhere
    according to the file's index; ``read``: those that were examined, fewer if only some tiles matter. ``parts``,
    ``parts_off_grid``: polygons of the features read, and those of them that lie off the grid. ``polygons``: results,
    of which ``repaired`` had been invalid. ``left_out``: number of features, or parts of them, that gave no polygon, by
    reason. ``notes``: sentences about the file.
    """

    path: str
    where: str = "the grid"
    features: int = 0
    on_grid: int = 0
    read: int = 0
    polygons: int = 0
    parts: int = 0
    parts_off_grid: int = 0
    repaired: int = 0
    passed_over: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def leave_out(self, reason: str, number: int = 1) -> None:
        """Count features or parts that gave no polygon."""
        if number:
            self.left_out[reason] += number

    def sentences(self) -> list[str]:
        """Sentences for the user; none if every feature was used unchanged."""
        return [*self.notes, *self._place(), *self._repaired(), *self._left_out()]

    def report(self, reporter: Reporter) -> None:
        """Send the sentences to the user."""
        for sentence in self.sentences():
            reporter.message(sentence)

    def as_result(self) -> dict[str, Any]:
        """The entries for a job's result."""
        return {
            "warnings": self.sentences(),
            "polygons_read": {
                "features": self.features,
                "on_grid": self.on_grid,
                "read": self.read,
                "polygons": self.polygons,
                "repaired": self.repaired,
                "left_out": dict(self.left_out),
            },
        }

    def _place(self) -> list[str]:
        placed = max(self.features - sum(self.left_out.values()), self.on_grid)
        if placed and self.on_grid / placed < MOSTLY:
            share = f"{self.on_grid:,} of {placed:,} features of {self.path} ({self.on_grid / placed:.2%})"
            return [f"Only {share} lie on {self.where}. If you expected more, check the layer's CRS."]
        on_parts = self.parts - self.parts_off_grid
        if self.parts and on_parts / self.parts < MOSTLY:
            share = f"{on_parts:,} of {self.parts:,} polygons of {self.path} ({on_parts / self.parts:.2%})"
            return [f"Only {share} lie on {self.where}. If you expected more, check the layer's CRS."]
        return []

    def _repaired(self) -> list[str]:
        if not self.repaired:
            return []
        return [f"{_count(self.repaired, 'polygon')} of {self.path} {_were(self.repaired)} invalid and repaired."]

    def _left_out(self) -> list[str]:
        if not self.left_out:
            return []
        reasons = ", ".join(f"{reason} ({number:,})" for reason, number in self.left_out.items())
        return [f"Left out of {self.path}: {reasons}."]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
