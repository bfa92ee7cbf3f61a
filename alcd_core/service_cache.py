"""The tiles of imagery services that a campaign keeps on disk: their size, its limit, and their removal.

They lie in ``imagery/before/`` and ``imagery/after/`` of the campaign's folder, beside the descriptions
``imagery/before.xml`` and ``imagery/after.xml``. Each can be fetched again, so any of them may be removed at any time.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Tuple

IMAGERY = "imagery"
"""Name of the folder in a campaign's folder."""
ABSENT = "absent.txt"
"""Name of the list of tiles that a service does not have, among those that it has."""
LARGEST_SIZE = 8 * 10**9
"""Bytes that the cache of a campaign may take between two jobs."""


@dataclass(frozen=True)
class CacheSize:
    """Number of tiles and their size in bytes."""

    tiles: int
    size: int


def has_services(campaign: Path) -> bool:
    """Whether a campaign reads imagery of a service."""
    return any((campaign / IMAGERY).glob("*.xml"))


def cache_size(campaign: Path) -> CacheSize:
    """The size of a campaign's cache."""
    sizes = [size_of(folder) for folder in _folders(campaign / IMAGERY)]
    return CacheSize(sum(one.tiles for one in sizes), sum(one.size for one in sizes))


def size_of(folder: Path) -> CacheSize:
    """The size of the tiles in one folder of them."""
    sizes = [size for _, _, size in _tiles(folder)]
    return CacheSize(len(sizes), sum(sizes))


def limit_cache(campaign: Path, largest: int = LARGEST_SIZE) -> None:
    """Remove the tiles that were fetched first until the cache is no larger than ``largest`` bytes."""
    found = sorted(tile for folder in _folders(campaign / IMAGERY) for tile in _tiles(folder))
    size = sum(one for _, _, one in found)
    for _, path, own in found:
        if size <= largest:
            return
        Path(path).unlink(missing_ok=True)
        size -= own


def empty_cache(campaign: Path) -> None:
    """Remove all tiles of a campaign's cache; the descriptions stay. Raises OSError."""
    for folder in _folders(campaign / IMAGERY):
        shutil.rmtree(folder)


def _tiles(folder: Path) -> Iterator[Tuple[float, str, int]]:
    """Time of writing, path and size of each tile."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name == ABSENT:
                continue
            path = os.path.join(parent, name)  # noqa: PTH118  # a Path each would take most of the time
            try:
                state = os.stat(path)  # noqa: PTH116
            except FileNotFoundError:  # GDAL writes under a temporary name
                continue
            yield state.st_mtime, path, state.st_size


def _folders(folder: Path) -> Iterator[Path]:
    """The folders of tiles; links are left alone, which could lead out of the campaign."""
    if folder.is_dir() and not folder.is_symlink():
        yield from (one for one in folder.iterdir() if one.is_dir() and not one.is_symlink())
