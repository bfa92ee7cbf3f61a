"""The steps that bring the tables of an older campaign up to date, each from one schema version to the next."""

from __future__ import annotations

import sqlite3

CHANGE_KINDS = ("built", "torn_down", "altered")

ROUND_SCORED = "round_scored INTEGER"
KIND_COLUMN = "kind TEXT CHECK (kind IN ('built', 'torn_down', 'altered'))"
SPLIT_CHECK = "CHECK (split IN ('pool', 'train', 'test', 'audit'))"
_FORMER_SPLIT_CHECK = "CHECK (split IN ('pool', 'train', 'test'))"

AUDIT_TABLES = (
    # A row an audit. scored_by: the round whose scores formed the strata. spent: when it was opened to training.
    """CREATE TABLE audits (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, audit INTEGER NOT NULL UNIQUE, created DATETIME NOT NULL,
        round INTEGER NOT NULL, scored_by INTEGER, seed INTEGER NOT NULL, count INTEGER NOT NULL, spent DATETIME)""",
    # lowest, highest: change probability of the stratum's tiles. Stratum 0: the tiles labelled before, all of them.
    """CREATE TABLE audit_strata (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, audit INTEGER NOT NULL, stratum INTEGER NOT NULL,
        lowest REAL, highest REAL, tiles INTEGER NOT NULL, drawn INTEGER NOT NULL,
        inclusion_probability REAL NOT NULL, UNIQUE (audit, stratum))""",
    # position: the shuffled order to label the drawn tiles in, from 1; NULL for the tiles labelled before.
    """CREATE TABLE audit_tiles (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, audit INTEGER NOT NULL, tile_id INTEGER NOT NULL,
        stratum INTEGER NOT NULL, position INTEGER, UNIQUE (audit, tile_id))""",
)

NEW_SCORES = "CREATE TABLE new_scores (tile_id INTEGER PRIMARY KEY NOT NULL, score REAL, change_probability REAL)"
"""Scores on their way to the tiles; empty most of the time. Not registered: no layer for other programs."""


def create_audit_tables(connection: sqlite3.Connection) -> None:
    """Create the empty tables of the audits and register them as tables without geometry."""
    for statement in AUDIT_TABLES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
        [(name, name) for name in ("audits", "audit_strata", "audit_tiles")],
    )


def add_audits_and_kinds(connection: sqlite3.Connection) -> None:
    """From version 1 to 2: tiles can be audited, annotations have a kind of change.

    Takes no time and no memory, whatever the number of tiles: no row is rewritten.
    """
    _widen_split(connection)
    connection.execute("ALTER TABLE annotations ADD COLUMN " + KIND_COLUMN)
    create_audit_tables(connection)


def list_rasters(connection: sqlite3.Connection) -> None:
    """From version 2 to 3: a date has a list of rasters. The JSON of the only one becomes a list of one."""
    connection.execute("UPDATE alcd_campaign SET value = '[' || value || ']' WHERE key IN ('before', 'after')")


def add_new_scores(connection: sqlite3.Connection) -> None:
    """From version 3 to 4: a query's scores are written to the tiles in steps."""
    connection.execute(NEW_SCORES)


def add_round_scored(connection: sqlite3.Connection) -> None:
    """From version 4 to 5: a tile remembers whose score it has. Takes no time: no row is rewritten."""
    connection.execute("ALTER TABLE tiles ADD COLUMN " + ROUND_SCORED)
    connection.execute(
        "UPDATE alcd_campaign SET key = 'last_scoring', value = '{\"range\": ' || value || '}'"
        " WHERE key = 'score_range'"
    )


def _widen_split(connection: sqlite3.Connection) -> None:
    """Let a tile's split also be 'audit'.

    SQLite cannot alter a constraint, but lets the table's definition be edited where the rows need not change
    (https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes"). Rebuilding the table
    would take minutes for millions of tiles, and lose columns that a user has added.
    """
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    connection.execute("PRAGMA writable_schema = ON")
    try:
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'tiles'",
            (_FORMER_SPLIT_CHECK, SPLIT_CHECK),
        )
        # A new number makes every open connection, QGIS's included, read the definition again.
        connection.execute(f"PRAGMA schema_version = {int(version) + 1}")
    finally:
        connection.execute("PRAGMA writable_schema = OFF")
