"""What the last query scored, and which tiles scored high in it.

A query may score only some of the tiles; the others keep the scores of an earlier one. So each tile remembers the round
whose model scored it, and the campaign how the last scores came about.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from dataclasses import asdict, dataclass
from typing import List, Mapping, Optional, Tuple

from .validation import integer, is_number, numbers

KEY = "last_scoring"
"""The key of the campaign's own table that holds the last scoring as JSON."""

_LARGEST = 2**53
# "+": reading all tiles in order is faster than an index of states by which nearly all of them are found.
_HIGHEST = """
SELECT tile_id FROM tiles WHERE score IS NOT NULL AND round_scored IS ? AND +state IN ('unlabelled', 'queried')
    AND +split <> 'audit'
ORDER BY score DESC, tile_id LIMIT ?"""
_UNSCORED = """
SELECT tile_id FROM tiles WHERE score IS NULL AND +state IN ('unlabelled', 'queried') AND +split <> 'audit'"""


@dataclass(frozen=True)
class Scoring:
    """How the last scores came about. ``lowest``, ``highest``: the scores' range. ``round``: whose model scored; None
    for another campaign's model. ``scored`` of ``tiles`` that could be queried; both 0 where that is not known, in
    campaigns of older versions. ``seconds``: how long it took."""

    lowest: float
    highest: float
    round: Optional[int] = None
    acquisition: str = ""
    scored: int = 0
    tiles: int = 0
    seconds: Optional[float] = None

    def seconds_for(self, tiles: int) -> Optional[float]:
        """How long scoring that many tiles would take in the same way; None if that is not known."""
        return self.seconds / self.scored * tiles if self.seconds and self.scored else None


def to_text(scoring: Scoring) -> str:
    """The scoring as JSON."""
    values = asdict(scoring)
    return json.dumps({"range": [values.pop("lowest"), values.pop("highest")], **values})


def from_text(text: Optional[str]) -> Optional[Scoring]:
    """The scoring from JSON; None if there is none, or if somebody has damaged it: it decides nothing of importance."""
    try:
        values = json.loads(text or "null")
        return None if values is None else _scoring(values)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _scoring(values: Mapping[str, object]) -> Scoring:
    lowest, highest = numbers(values["range"], 2)
    number, acquisition, seconds = values.get("round"), values.get("acquisition", ""), values.get("seconds")
    return Scoring(
        lowest,
        highest,
        None if number is None else integer(number, 1, _LARGEST),
        acquisition if isinstance(acquisition, str) else "",
        integer(values.get("scored", 0), 0, _LARGEST),
        integer(values.get("tiles", 0), 0, _LARGEST),
        float(str(seconds)) if is_number(seconds) else None,
    )


def read_ranking(connection: sqlite3.Connection, round_number: Optional[int], count: int) -> Tuple[List[int], array]:
    """The ``count`` tiles with the highest scores of this round's model among those that may be queried, highest first;
    and the tiles without any score."""
    highest = [tile for (tile,) in connection.execute(_HIGHEST, (round_number, count)).fetchall()]
    return highest, array("q", (tile for (tile,) in connection.execute(_UNSCORED)))
