"""Hidden folders for what is not finished, and what a killed job left in such ones."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

PREFIX = ".alcd-"
"""Beginning of the names of all folders for unfinished work; they lie beside the place of what is being made."""
ABANDONED_SECONDS = 24 * 3600
"""A folder in which nothing was written for so long is nobody's any more."""


def sweep_leftovers(parent: Path) -> None:
    """Remove the folders in ``parent`` that killed jobs left a day ago or more."""
    for folder in parent.glob(f"{PREFIX}*"):
        if not folder.is_symlink() and folder.is_dir() and time.time() - _last_written(folder) > ABANDONED_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _last_written(folder: Path) -> float:
    """Time of the last change in it, in seconds; now where it is changing under our eyes."""
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
    except OSError:
        return time.time()
