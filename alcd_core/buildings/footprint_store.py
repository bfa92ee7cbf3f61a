"""A building map's footprints in a temporary file, sorted by the row of pixels in which they begin.

Change polygons come from top to bottom, and so must the footprints. Few layers could be read in that order without
reading all of them each time: a GeoJSON has no index, a layer in another CRS would be reprojected again and again. So
the layer is read once, repaired and counted, and only what lies on the grid is kept, on disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ..errors import cannot_write
from ..imagery.gdal_library import spatial_reference
from ..imagery.grid import Grid
from ..imagery.ground import local_equal_area
from ..imagery.reading_account import ReadingAccount
from ..imagery.vector import opened_footprints
from ..progress import Reporter
from .kinds import Footprint

CHUNK = 2000
"""Footprints that are written at once."""


class FootprintStore:
    """The footprints on a grid. ``count``: their number; ``id_type``: OGR's type of their ids; ``account``: what became
    of the layer's features; ``without_id``: footprints whose id is empty; ``repeated``: footprints that share their id
    with another one."""

    def __init__(self, database: sqlite3.Connection, grid: Grid, id_type: int, account: ReadingAccount) -> None:
        self._database, self._grid = database, grid
        self.id_type, self.account = id_type, account
        self.count, self.without_id = database.execute(
            "SELECT count(*), count(*) - count(id) FROM footprints"
        ).fetchone()
        (self.repeated,) = database.execute(
            "SELECT coalesce(sum(n), 0) FROM (SELECT count(id) AS n FROM footprints GROUP BY id) WHERE n > 1"
        ).fetchone()

    def beginning(self, first_row: int, end_row: int) -> list[Footprint]:
        """The footprints whose uppermost row is at least ``first_row`` and below ``end_row``; those that reach beyond
        the grid's upper edge begin in row 0, those that only touch its lower edge in the last row."""
        found = self._database.execute(
            "SELECT number, id, area, shape FROM footprints WHERE first_row >= ? AND first_row < ? ORDER BY number",
            (first_row, end_row),
        )
        return self._footprints(found.fetchall())

    def strip_end(self, first_row: int, end_row: int, most: int) -> int:
        """The row before which a strip from ``first_row`` ends so that at most ``most`` footprints begin in it:
        ``end_row`` at the latest, but at least one row further down."""
        query = "SELECT first_row FROM footprints WHERE first_row >= ? AND first_row < ? ORDER BY first_row"
        beyond = self._database.execute(f"{query} LIMIT 1 OFFSET ?", (first_row, end_row, most)).fetchone()
        return end_row if beyond is None else max(int(beyond[0]), first_row + 1)

    def sample(self, count: int) -> list[Footprint]:
        """Up to ``count`` footprints, evenly spaced in the layer."""
        numbers = np.unique(np.linspace(1, self.count, min(count, self.count)).round().astype(int))
        query = "SELECT number, id, area, shape FROM footprints WHERE number = ?"
        return self._footprints([self._database.execute(query, (int(number),)).fetchone() for number in numbers])

    def sentences(self) -> list[str]:
        """What the user should know about the layer."""
        found = self.account.sentences()
        if self.repeated:
            found.append(f"{self.repeated:,} footprints share their id with another one in {self.account.path}.")
        if self.without_id:
            are = "footprint has" if self.without_id == 1 else "footprints have"
            found.append(f"{self.without_id:,} {are} no id in {self.account.path}.")
        return found

    def _footprints(self, rows: list[tuple[int, Any, float, bytes]]) -> list[Footprint]:
        grid, geometries = self._grid, shapely.from_wkb([row[-1] for row in rows])
        corner, size = np.array([grid.left, grid.top]), np.array([grid.pixel_size, -grid.pixel_size])
        pixels = shapely.transform(geometries, lambda points: (points - corner) / size)
        return [Footprint(*row[:3], *shapes) for row, *shapes in zip(rows, geometries, pixels)]


@contextmanager
def footprint_store(
    path: str, grid: Grid, id_field: str | None, folder: Path, reporter: Reporter
) -> Iterator[FootprintStore]:
    """The footprints of a building map that touch the grid, read into a temporary file in ``folder``.

    ``path``, ``id_field``: as in ``opened_footprints``, whose InputErrors are raised; also InputError if the folder
    cannot be written.
    """
    database = sqlite3.connect(folder / "footprints.sqlite", isolation_level=None)
    try:
        with opened_footprints(path, grid, id_field) as layer:
            try:
                _fill(database, layer.features, grid, reporter)
                yield FootprintStore(database, grid, layer.id_type, layer.account)
            except sqlite3.OperationalError as error:
                raise cannot_write(folder, error) from error
    finally:
        database.close()


def _fill(database: sqlite3.Connection, features: Iterator[tuple[Any, Any]], grid: Grid, reporter: Reporter) -> None:
    database.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if anything goes wrong
    database.execute("PRAGMA synchronous = OFF")
    # The column id has no type, so that it keeps whole numbers, decimals and text apart.
    database.execute(
        "CREATE TABLE footprints (number INTEGER PRIMARY KEY, first_row INTEGER, id, area REAL, shape BLOB)"
    )
    left, bottom, right, top = grid.bounds
    to_metres = local_equal_area(spatial_reference(grid.crs), (left + right) / 2, (bottom + top) / 2)
    done = 0
    database.execute("BEGIN")
    while chunk := list(islice(features, CHUNK)):
        reporter.progress(0.0, f"Reading footprints: {done:,}")
        shapes = np.array([shape for shape, _ in chunk], dtype=object)
        rows = np.floor((grid.top - shapely.bounds(shapes)[:, 3]) / grid.pixel_size)
        rows = rows.clip(0, grid.height - 1).astype(int)
        areas = shapely.area(shapely.transform(shapes, to_metres))
        identifiers = [identifier for _, identifier in chunk]
        values = zip(rows.tolist(), identifiers, areas.tolist(), shapely.to_wkb(shapes).tolist())
        database.executemany("INSERT INTO footprints (first_row, id, area, shape) VALUES (?, ?, ?, ?)", values)
        done += len(chunk)
    database.execute("CREATE INDEX by_row ON footprints (first_row)")
    database.execute("COMMIT")
