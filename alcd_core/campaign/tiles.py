"""The tiles of a campaign: state, split, score and rank.

``rank`` is the position of a tile in the last query or suggestion: 1 is to be labelled first. Tiles that are not
queried have none; labelled and skipped tiles keep theirs.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import islice
from typing import Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Set, Tuple

from ..errors import CampaignError
from ..imagery.grid import Window
from .description import Description
from .geometry import add_header, rectangle
from .schema import srs_id
from .tile_selection import listed, selection
from .tile_table import TileTable
from .validation import require_sensible_tiles

UNLABELLED, QUERIED, LABELLED, SKIPPED = "unlabelled", "queried", "labelled", "skipped"
STATES = (UNLABELLED, QUERIED, LABELLED, SKIPPED)
OPEN_STATES = (UNLABELLED, QUERIED)
AUDIT = "audit"
SPLITS = ("pool", "train", "test", AUDIT)
HELD_OUT_SPLITS = ("test", AUDIT)
"""No pixel of these tiles is ever trained on, not even through an overlapping neighbour."""
TILE_CLASSES = ("changed", "unchanged", "ambiguous")

_BATCH = 10_000
_UNTOUCHED = (UNLABELLED, "pool")

_TILES = """
SELECT tile_id, "row", col, state, split, tile_class, score, rank, change_probability, round_queried, round_labelled,
    round_scored
FROM tiles WHERE SELECTION ORDER BY rank IS NULL, rank, tile_id"""

_FIRST_GROUP = "SELECT state, split FROM tiles ORDER BY state, split LIMIT 1"
_NEXT_GROUP = """
SELECT * FROM (SELECT state, split FROM tiles WHERE state = :state AND split > :split ORDER BY split LIMIT 1)
UNION ALL
SELECT * FROM (SELECT state, split FROM tiles WHERE state > :state ORDER BY state, split LIMIT 1) LIMIT 1"""

# "+": no index of these columns, because the tiles are wanted in batches by number.
_TABLE = """
SELECT tile_id, "row", col, change_probability FROM tiles
WHERE tile_id > :after AND +state IN (SELECT value FROM json_each(:states))
    AND +split IN (SELECT value FROM json_each(:splits))
ORDER BY tile_id LIMIT :count"""


@dataclass(frozen=True)
class TileRow:
    """A tile to create: its number, and its row and column in the tiling."""

    tile_id: int
    row: int
    column: int


@dataclass(frozen=True)
class Tile:
    """The current state of a tile. Fields are None if not known yet.

    ``score``: informativeness according to the last query that scored the tile. ``change_probability``: mean over the
    tile, 0 to 1, from the same query. ``round_queried``: 0 if the tile was suggested before any round.
    ``round_scored``: the round whose model gave both; None for another campaign's model, and in campaigns of older
    versions.
    """

    tile_id: int
    row: int
    column: int
    window: Window
    state: str
    split: str
    tile_class: Optional[str]
    score: Optional[float]
    rank: Optional[int]
    change_probability: Optional[float]
    round_queried: Optional[int]
    round_labelled: Optional[int]
    round_scored: Optional[int] = None


@dataclass(frozen=True)
class TileCounts:
    """Numbers of tiles by state, split and class. ``classes`` counts labelled tiles only."""

    total: int
    states: Mapping[str, int]
    splits: Mapping[str, int]
    classes: Mapping[str, int]


def insert_tiles(connection: sqlite3.Connection, description: Description, rows: Iterable[TileRow]) -> None:
    """Write new tiles, their outlines and the entries of the spatial index, whose triggers do not exist yet.

    The rows are consumed in batches, so that memory does not grow with the number of tiles.
    """
    tiling, grid, srs = description.tiling, description.grid, srs_id(description)
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        bounds = [grid.window_bounds(tiling.window(tile.row, tile.column)) for tile in batch]
        connection.executemany(
            'INSERT INTO tiles (fid, geom, tile_id, "row", col) VALUES (?, ?, ?, ?, ?)',
            [
                (tile.tile_id, add_header(rectangle(*corners), srs), tile.tile_id, tile.row, tile.column)
                for tile, corners in zip(batch, bounds)
            ],
        )
        connection.executemany(
            "INSERT INTO rtree_tiles_geom VALUES (?, ?, ?, ?, ?)",
            [(tile.tile_id, left, right, bottom, top) for tile, (left, bottom, right, top) in zip(batch, bounds)],
        )


def read_tiles(
    connection: sqlite3.Connection,
    description: Description,
    state: Optional[str] = None,
    split: Optional[str] = None,
    tile_ids: Optional[Iterable[int]] = None,
) -> List[Tile]:
    """Tiles with this state, split and these numbers (None: any), sorted by rank; those without a rank come last,
    sorted by number.

    Raises CampaignError if a tile is invalid.
    """
    tiling = description.tiling
    chosen = selection(state, split, tile_ids)
    require_sensible_tiles(connection, tiling.rows, tiling.columns, chosen)
    rows = connection.execute(chosen.of(_TILES), chosen.values).fetchall()
    return [Tile(row[0], row[1], row[2], tiling.window(row[1], row[2]), *row[3:]) for row in rows]


def read_table(
    connection: sqlite3.Connection, description: Description, states: Sequence[str], splits: Sequence[str]
) -> TileTable:
    """The windows and change probabilities of the tiles with one of these states and splits, read in batches.

    Raises CampaignError if a tile is invalid.
    """
    tiling = description.tiling
    require_sensible_tiles(connection, tiling.rows, tiling.columns)
    table = TileTable(tiling)
    wanted = {"states": json.dumps(list(states)), "splits": json.dumps(list(splits)), "count": _BATCH, "after": -1}
    while rows := connection.execute(_TABLE, wanted).fetchall():
        table.extend(rows)
        wanted["after"] = rows[-1][0]
    return table


def count_tiles(connection: sqlite3.Connection) -> TileCounts:
    """Count the tiles without loading them. The unlabelled ones of the pool, perhaps millions, are the rest."""
    (total,) = connection.execute("SELECT count(*) FROM tiles").fetchone()
    groups = {
        group: connection.execute("SELECT count(*) FROM tiles WHERE state = ? AND split = ?", group).fetchone()[0]
        for group in _groups(connection)
        if group != _UNTOUCHED
    }
    groups[_UNTOUCHED] = total - sum(groups.values())
    states: Dict[str, int] = dict.fromkeys(STATES, 0)
    splits: Dict[str, int] = dict.fromkeys(SPLITS, 0)
    for (state, split), count in groups.items():
        states[state] += count
        splits[split] += count
    classes = dict.fromkeys(TILE_CLASSES, 0)
    classes.update(
        connection.execute(
            "SELECT tile_class, count(*) FROM tiles WHERE state = 'labelled' AND tile_class IS NOT NULL"
            " GROUP BY tile_class"
        ).fetchall()
    )
    return TileCounts(total, states, splits, classes)


def _groups(connection: sqlite3.Connection) -> Iterator[Tuple[str, str]]:
    """Every state and split that tiles have: a step in the index from each to the next, however many tiles there are.

    Raises CampaignError if one is unknown.
    """
    group = connection.execute(_FIRST_GROUP).fetchone()
    while group is not None:
        state, split = group
        if state not in STATES or split not in SPLITS:
            raise CampaignError(
                f"The campaign is damaged: it has tiles in the state {state!r}, split {split!r}.",
                "Restore campaign.gpkg from a backup.",
            )
        yield group
        group = connection.execute(_NEXT_GROUP, {"state": state, "split": split}).fetchone()


def states_of(connection: sqlite3.Connection, tile_ids: Iterable[int]) -> Dict[int, str]:
    """The states of these tiles by number; unknown numbers are left out."""
    return dict(
        connection.execute(
            "SELECT tile_id, state FROM tiles WHERE tile_id IN (SELECT value FROM json_each(?))", (listed(tile_ids),)
        ).fetchall()
    )


def mark_queried(connection: sqlite3.Connection, tile_ids: Sequence[int], round_number: int) -> None:
    """Mark these tiles as queried, in this order; tiles that were queried before become unlabelled again.

    Audit tiles are never queried.
    """
    connection.execute(
        "UPDATE tiles SET state = 'unlabelled', rank = NULL, round_queried = NULL WHERE state = 'queried'"
    )
    connection.executemany(
        "UPDATE tiles SET state = 'queried', rank = ?, round_queried = ? WHERE tile_id = ? AND state = 'unlabelled'"
        " AND split != 'audit'",
        [(rank, int(round_number), int(tile)) for rank, tile in enumerate(tile_ids, start=1)],
    )


def label(connection: sqlite3.Connection, tile_classes: Mapping[int, str], split: str, round_number: int) -> None:
    """Mark tiles as labelled with these classes, including tiles that were already labelled or skipped.

    Audit tiles stay in their split.
    """
    connection.executemany(
        "UPDATE tiles SET state = 'labelled', tile_class = ?, split = CASE split WHEN 'audit' THEN split ELSE ? END,"
        " round_labelled = ? WHERE tile_id = ?",
        [(name, split, int(round_number), int(tile)) for tile, name in tile_classes.items()],
    )


def queried_ids(connection: sqlite3.Connection) -> List[int]:
    """The numbers of the queried tiles, by rank."""
    rows = connection.execute("SELECT tile_id FROM tiles WHERE state = 'queried' ORDER BY rank, tile_id").fetchall()
    return [tile for (tile,) in rows]


def labelled_ids(connection: sqlite3.Connection) -> Set[int]:
    """The numbers of the labelled tiles."""
    return {tile for (tile,) in connection.execute("SELECT tile_id FROM tiles WHERE state = 'labelled'").fetchall()}


def require_known(connection: sqlite3.Connection, tile_ids: Iterable[int]) -> None:
    """Raise ValueError for unknown tile numbers: a bug in the caller."""
    wanted = {int(tile) for tile in tile_ids}
    unknown = wanted - states_of(connection, wanted).keys()
    if unknown:
        raise ValueError(f"No such tiles: {sorted(unknown)[:5]}.")
