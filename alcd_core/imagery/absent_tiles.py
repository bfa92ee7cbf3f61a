"""Tiles that a service said it does not have, remembered beside those that came: not every job need ask for them."""

from __future__ import annotations

import time
from contextlib import suppress

from ..missing_tiles import Tile
from ..service_cache import ABSENT
from .service_description import cache_folder

REMEMBERED_SECONDS = 30 * 86_400.0
"""After this time they are requested again: a service may have been completed."""


def remembered_absences(path: str) -> set[Tile]:
    """Overview level, column and row of the tiles that a described service did not have lately."""
    try:
        lines = (cache_folder(path) / ABSENT).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    since, found = time.time() - REMEMBERED_SECONDS, set()
    for line in lines:
        with suppress(ValueError):  # of a line that was cut
            level, column, row, asked = line.split()
            if float(asked) > since:
                found.add((int(level), int(column), int(row)))
    return found


def remember_absence(path: str, tile: Tile) -> None:
    """Add a tile. If that fails, it is only requested once more."""
    level, column, row = tile
    with suppress(OSError):
        cache_folder(path).mkdir(parents=True, exist_ok=True)
        with (cache_folder(path) / ABSENT).open("a", encoding="utf-8") as file:
            file.write(f"{level} {column} {row} {time.time():.0f}\n")
