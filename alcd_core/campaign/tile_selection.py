"""Which tiles a statement is about, in a form for which SQLite uses its indices."""

from __future__ import annotations

import json
from typing import Iterable, Mapping, NamedTuple, Optional

PLACE = "SELECTION"
"""Stands for the condition in a statement."""

# Every condition leads to an index: among millions of tiles, a few are found in milliseconds. The index begins with
# the state, so a split is looked up in each of them.
_CONDITIONS = {
    "state": "state = :state",
    "split": "split = :split AND state IN ('unlabelled', 'queried', 'labelled', 'skipped')",
    "tile_ids": "tile_id IN (SELECT value FROM json_each(:tile_ids))",
}


class Selection(NamedTuple):
    """A condition, made of constants, and the values of its parameters."""

    condition: str
    values: Mapping[str, object]

    def of(self, statement: str) -> str:
        """The statement with this condition."""
        return statement.replace(PLACE, self.condition)


def selection(
    state: Optional[str] = None, split: Optional[str] = None, tile_ids: Optional[Iterable[int]] = None
) -> Selection:
    """The tiles with this state, split and these numbers (None: any)."""
    values = {"state": state, "split": split, "tile_ids": None if tile_ids is None else listed(tile_ids)}
    given = {name: value for name, value in values.items() if value is not None}
    return Selection(" AND ".join(_CONDITIONS[name] for name in given) or "TRUE", given)


def listed(values: Iterable[int]) -> str:
    """Numbers as a JSON list, the form in which SQLite accepts a list."""
    return json.dumps([int(value) for value in values])
