"""Writes the scores of millions of tiles without making an analyst wait for the file.

The scores are first collected in the table ``new_scores``, where nobody reads them, in short transactions. The
transaction that ends a query declares them complete and moves the first of them to the tiles; the others follow in
short transactions again. If the process is killed before that transaction, the campaign is as it was before; if it is
killed later, the next job moves the rest.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Iterable, Iterator, Optional, Protocol, Sequence, Tuple

from .database import connected, writing
from .tile_selection import listed

COMPLETE = "new_scores_complete"
"""The key of the campaign's own table that exists as long as complete scores wait to be moved; its value is the round
whose model gave them, empty for another campaign's model."""
BATCH = 20_000
"""Tiles per transaction: less than a tenth of a second."""
PAUSE = 2.0
"""How long the file is free after each transaction, as a multiple of the time that it took: programs that find it
locked try again only now and then, the panel every second."""

# Labelled and skipped tiles keep the score that they had when they were finished. "+": no index of the states, by which
# each of these short transactions would look at all tiles.
_MOVE = """
UPDATE tiles SET score = new.score, change_probability = new.change_probability, round_scored = ?
FROM new_scores AS new WHERE tiles.tile_id = new.tile_id AND new.tile_id <= ? AND +state IN ('unlabelled', 'queried')"""
_MOVE_THESE = """
UPDATE tiles SET score = new.score, change_probability = new.change_probability, round_scored = ?
FROM new_scores AS new WHERE tiles.tile_id = new.tile_id AND new.tile_id IN (SELECT value FROM json_each(?))
    AND +state IN ('unlabelled', 'queried')"""
_LAST = "SELECT max(tile_id) FROM (SELECT tile_id FROM new_scores ORDER BY tile_id LIMIT ?)"
_UNKNOWN = "SELECT tile_id FROM new_scores WHERE tile_id NOT IN (SELECT tile_id FROM tiles) LIMIT 5"


class Scores(Protocol):
    """Score and change probability (0 to 1) by tile: a dictionary, or something that takes less memory."""

    def __len__(self) -> int: ...

    def items(self) -> Iterable[Tuple[int, Tuple[float, float]]]: ...


def collect(file: Path, scores: Scores) -> Optional[Tuple[float, float]]:
    """Write score and change probability by tile to ``new_scores``; returns the lowest and the highest score, None if
    there are none. Raises ValueError for unknown tile numbers."""
    move_to_tiles(file)  # those of an earlier query that was killed at its end
    with writing(file) as connection:
        connection.execute("DELETE FROM new_scores")  # those of one that was killed before
    # float(): SQLite would store numpy's numbers as raw bytes.
    rows = ((int(tile), float(score), float(probability)) for tile, (score, probability) in scores.items())
    while batch := list(islice(rows, BATCH)):
        with _briefly_writing(file) as connection:
            connection.executemany("INSERT INTO new_scores VALUES (?, ?, ?)", batch)
    with connected(file) as connection:
        unknown = [tile for (tile,) in connection.execute(_UNKNOWN).fetchall()]
        lowest, highest = connection.execute("SELECT min(score), max(score) FROM new_scores").fetchone()
    if unknown:
        raise ValueError(f"No such tiles: {unknown}.")
    return None if lowest is None else (lowest, highest)


def declare_complete(connection: sqlite3.Connection, tile_ids: Sequence[int], round_number: Optional[int]) -> None:
    """From now on the collected scores count, as those of this round's model (None: another campaign's). Moves a first
    batch, and those of ``tile_ids``, the tiles that people will look at."""
    value = "" if round_number is None else str(round_number)
    connection.execute("INSERT OR REPLACE INTO alcd_campaign VALUES (?, ?)", (COMPLETE, value))
    connection.execute(_MOVE_THESE, (round_number, listed(tile_ids)))
    _move_batch(connection)


def move_to_tiles(file: Path) -> None:
    """Move the scores to their tiles if they are complete."""
    with connected(file) as connection:
        (left,) = connection.execute("SELECT count(*) FROM alcd_campaign WHERE key = ?", (COMPLETE,)).fetchone()
    while left:
        with _briefly_writing(file) as connection:
            left = _move_batch(connection)


def _move_batch(connection: sqlite3.Connection) -> bool:
    """Move the scores of the next tiles; returns whether any are left."""
    (last,) = connection.execute(_LAST, (BATCH,)).fetchone()
    (value,) = connection.execute("SELECT value FROM alcd_campaign WHERE key = ?", (COMPLETE,)).fetchone()
    connection.execute(_MOVE, (int(value) if value.isdecimal() else None, last))
    connection.execute("DELETE FROM new_scores WHERE tile_id <= ?", (last,))
    left = connection.execute("SELECT 1 FROM new_scores LIMIT 1").fetchone() is not None
    if not left:
        connection.execute("DELETE FROM alcd_campaign WHERE key = ?", (COMPLETE,))
    return left


@contextmanager
def _briefly_writing(file: Path) -> Iterator[sqlite3.Connection]:
    """One of many transactions, followed by a pause."""
    started = time.monotonic()
    with writing(file) as connection:
        yield connection
    time.sleep(PAUSE * (time.monotonic() - started))
