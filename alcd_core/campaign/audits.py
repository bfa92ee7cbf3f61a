"""The audits of a campaign: which tiles were drawn, from which strata, in which order to label them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple

from ..errors import CampaignError
from .tiles import AUDIT, LABELLED
from .validation import require_sensible_audits

KNOWN_STRATUM = 0
"""The stratum of the tiles that were labelled before the draw; all of them belong to the audit."""


@dataclass(frozen=True)
class AuditStratum:
    """One stratum. ``lowest``, ``highest``: change probability of its tiles (None without scores). ``tiles``: N_h.
    ``drawn``: n_h. ``inclusion_probability``: of each of its tiles, 0 to 1."""

    stratum: int
    lowest: Optional[float]
    highest: Optional[float]
    tiles: int
    drawn: int
    inclusion_probability: float


@dataclass(frozen=True)
class AuditTile:
    """A tile of an audit. ``position``: in the shuffled order, from 1; None in the stratum of known tiles."""

    tile_id: int
    stratum: int
    position: Optional[int]


@dataclass(frozen=True)
class Audit:
    """One audit. ``created``, ``spent``: ISO time, the latter None as long as its tiles are not opened to training.

    ``round``: the latest at the draw, 0 before the first. ``scored_by``: the round whose scores formed the strata, None
    without scores. ``count``: tiles drawn.
    """

    audit: int
    created: str
    round: int
    scored_by: Optional[int]
    seed: int
    count: int
    spent: Optional[str]
    strata: Tuple[AuditStratum, ...]


@dataclass(frozen=True)
class AuditProgress:
    """How many of the drawn tiles are labelled, skipped, and left."""

    labelled: int
    skipped: int
    left: int


def read_audits(connection: sqlite3.Connection) -> List[Audit]:
    """All audits in order. Raises CampaignError if one is invalid."""
    require_sensible_audits(connection)
    strata = connection.execute(
        "SELECT audit, stratum, lowest, highest, tiles, drawn, inclusion_probability FROM audit_strata"
        " ORDER BY audit, stratum"
    ).fetchall()
    rows = connection.execute(
        "SELECT audit, created, round, scored_by, seed, count, spent FROM audits ORDER BY audit"
    ).fetchall()
    return [_audit(row, tuple(AuditStratum(*one[1:]) for one in strata if one[0] == row[0])) for row in rows]


def _audit(row: Sequence[Any], strata: Tuple[AuditStratum, ...]) -> Audit:
    audit, created, round_number, scored_by, seed, count, spent = row
    return Audit(audit, created, round_number, scored_by, seed, count, spent, strata)


def read_audit_tiles(connection: sqlite3.Connection, audit: int) -> List[AuditTile]:
    """The tiles of an audit: the drawn ones in their order, then the known ones by number."""
    rows = connection.execute(
        "SELECT tile_id, stratum, position FROM audit_tiles WHERE audit = ?"
        " ORDER BY position IS NULL, position, tile_id",
        (audit,),
    ).fetchall()
    return [AuditTile(*row) for row in rows]


def insert_audit(connection: sqlite3.Connection, new: Audit, tiles: Sequence[AuditTile]) -> None:
    """Write an audit. Its drawn tiles become unlabelled tiles of the split audit, without rank and proposals."""
    connection.execute(
        "INSERT INTO audits (audit, created, round, scored_by, seed, count) VALUES (?, ?, ?, ?, ?, ?)",
        (new.audit, new.created, new.round, new.scored_by, new.seed, new.count),
    )
    connection.executemany(
        "INSERT INTO audit_strata (audit, stratum, lowest, highest, tiles, drawn, inclusion_probability)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (new.audit, one.stratum, one.lowest, one.highest, one.tiles, one.drawn, one.inclusion_probability)
            for one in new.strata
        ],
    )
    connection.executemany(
        "INSERT INTO audit_tiles (audit, tile_id, stratum, position) VALUES (?, ?, ?, ?)",
        [(new.audit, tile.tile_id, tile.stratum, tile.position) for tile in tiles],
    )
    drawn = json.dumps([tile.tile_id for tile in tiles if tile.position is not None])
    connection.execute(
        "UPDATE tiles SET state = 'unlabelled', split = ?, tile_class = NULL, rank = NULL, round_queried = NULL"
        " WHERE tile_id IN (SELECT value FROM json_each(?))",
        (AUDIT, drawn),
    )
    connection.execute("DELETE FROM proposals WHERE tile_id IN (SELECT value FROM json_each(?))", (drawn,))


def mark_spent(connection: sqlite3.Connection, audit: int, when: str) -> int:
    """Open an audit's tiles to training, and those of earlier audits that are still held out; returns how many of them
    are labelled.

    Labelled ones become training tiles, the others tiles of the pool. Raises CampaignError if there is no such audit.
    """
    changed = connection.execute("UPDATE audits SET spent = ? WHERE audit = ? AND spent IS NULL", (when, audit))
    if changed.rowcount != 1:
        raise CampaignError(f"The campaign has no audit {audit} that could be opened to training.", "Draw one first.")
    connection.execute("UPDATE audits SET spent = ? WHERE audit < ? AND spent IS NULL", (when, audit))
    held_out = connection.execute(
        "SELECT tile_id, state FROM tiles WHERE split = ? AND tile_id IN"
        " (SELECT tile_id FROM audit_tiles WHERE audit <= ? AND position IS NOT NULL)",
        (AUDIT, audit),
    ).fetchall()
    connection.execute(
        "UPDATE tiles SET split = CASE state WHEN 'labelled' THEN 'train' ELSE 'pool' END"
        " WHERE tile_id IN (SELECT value FROM json_each(?))",
        (json.dumps([tile for tile, _ in held_out]),),
    )
    return sum(state == LABELLED for _, state in held_out)


def count_progress(connection: sqlite3.Connection, audit: int) -> AuditProgress:
    """How far the drawn tiles of an audit are labelled."""
    states = dict(
        connection.execute(
            "SELECT state, count(*) FROM tiles WHERE tile_id IN"
            " (SELECT tile_id FROM audit_tiles WHERE audit = ? AND position IS NOT NULL) GROUP BY state",
            (audit,),
        ).fetchall()
    )
    labelled, skipped = states.get("labelled", 0), states.get("skipped", 0)
    return AuditProgress(labelled, skipped, sum(states.values()) - labelled - skipped)
