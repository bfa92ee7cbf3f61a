"""The change table: a CSV file with a row for each change polygon."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from ..errors import cannot_write
from ..renaming import rename
from ..temporary_files import scratch_folder
from .change_layers import ChangePolygon, Origin

COLUMNS = ("id", "kind", "area_m2", "probability", "date_before", "date_after")


class ChangeTable:
    """Writes rows to an open file, or nothing if there is none. ``older``: the table that this one replaces."""

    def __init__(
        self, file: TextIO | None, origin: Origin, older: Path | None = None, aside: Path | None = None
    ) -> None:
        self._older, self._aside = older, aside
        self._rows = csv.writer(file) if file is not None else None
        self._dates = (origin.date_before or "", origin.date_after or "")
        if self._rows is not None:
            self._rows.writerow(COLUMNS)

    def add(self, number: int, change: ChangePolygon) -> None:
        """Write a row. ``number``: of the polygon in its layer."""
        if self._rows is not None:
            figures = (f"{change.area:.3f}", f"{change.mean_probability:.4f}")
            self._rows.writerow((number, change.kind or "", *figures, *self._dates))

    def set_older_aside(self) -> None:
        """Move an older table away before the polygons that it belongs to are replaced: if the job is killed before the
        new table is in its place, there is none rather than one of other polygons. Raises OSError."""
        if self._older is not None and self._aside is not None and self._older.exists():
            rename(self._older, self._aside)


@contextmanager
def change_table(path: str | None, origin: Origin) -> Iterator[ChangeTable]:
    """A new table that appears under ``path`` at the end, unless an error occurs, which leaves an older one in place;
    None for no table.

    Raises InputError if it cannot be written.
    """
    if path is None:
        yield ChangeTable(None, origin)
        return
    with scratch_folder(path) as folder:
        written, place, aside = folder / "table.csv", Path(path), folder / "older.csv"
        try:
            file = written.open("w", encoding="utf-8", newline="")
        except OSError as error:
            raise cannot_write(path, error) from error
        try:
            with file:
                yield ChangeTable(file, origin, place, aside)
            _put_in_place(written, place)
        finally:
            if aside.exists() and not place.exists():
                rename(aside, place)


def _put_in_place(written: Path, place: Path) -> None:
    try:
        rename(written, place)
    except OSError as error:
        raise cannot_write(str(place), error) from error
