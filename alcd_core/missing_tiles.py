"""The tiles of imagery services that did not come during this job: they count as nodata, and are named at its end."""

from __future__ import annotations

import threading
from typing import Any, Dict, Mapping, Set, Tuple

Tile = Tuple[int, int, int]
"""Overview level (0 is the finest), column and row."""
MOST_IN_A_ROW = 16
"""So many tiles in a row that do not come mean that the service has stopped."""

_lock = threading.Lock()
_missing: Dict[str, Set[Tile]] = {}
_unneeded: Dict[str, Set[Tile]] = {}  # did not come either, but only a margin of the ground was in them
_reasons: Dict[str, str] = {}
_titles: Dict[str, str] = {}
_in_a_row: Dict[str, int] = {}


def note_missing(path: str, title: str, tile: Tile, reason: str, *, needed: bool) -> None:
    """Record a tile that did not come. ``path``: of the service's description; ``title``: its name for messages;
    ``reason``: a few words; ``needed``: whether ground that counts lies in it."""
    with _lock:
        _titles[path] = title
        (_missing if needed else _unneeded).setdefault(path, set()).add(tile)
        _reasons[path] = reason


def has_stopped(path: str) -> bool:
    """Record a request that was not answered; returns whether the service seems to have stopped answering."""
    with _lock:
        _in_a_row[path] = _in_a_row.get(path, 0) + 1
        return _in_a_row[path] >= MOST_IN_A_ROW


def note_arrival(path: str) -> None:
    """Record that a service has sent something."""
    with _lock:
        _in_a_row[path] = 0


def is_missing(path: str, tile: Tile, *, needed: bool) -> bool:
    """Whether this tile did not come before, so that it need not be requested again."""
    with _lock:
        if needed and tile in _unneeded.get(path, ()):
            _unneeded[path].discard(tile)
            _missing.setdefault(path, set()).add(tile)
        return tile in _missing.get(path, ()) or tile in _unneeded.get(path, ())


def forget_missing() -> None:
    """Begin a new job."""
    with _lock:
        for one in (_missing, _unneeded, _reasons, _titles, _in_a_row):
            one.clear()


def with_missing(result: Mapping[str, Any]) -> Dict[str, Any]:
    """A job's result; if tiles did not come, with a sentence about each service in its summary and ``warnings``, and
    with their number as ``missing_tiles``."""
    if not _missing:
        return dict(result)
    words = [_sentence(path, len(tiles)) for path, tiles in _missing.items()]
    return {
        **result,
        "summary": "\n".join([str(result.get("summary", "")), *words]),
        "warnings": [*result.get("warnings", []), *words],
        "missing_tiles": sum(map(len, _missing.values())),
    }


def _sentence(path: str, count: int) -> str:
    tiles = "1 tile" if count == 1 else f"{count:,} tiles"
    return (
        f"{tiles} of the service {_titles[path]} did not come ({_reasons[path]}); this job took their ground as nodata."
    )
