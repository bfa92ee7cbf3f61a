"""Renaming of files and folders that were written a moment ago."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ATTEMPTS = 20
PAUSE_SECONDS = 0.1


def rename(source: Path, target: Path) -> None:
    """Rename a file, which replaces an older one, or a folder. Raises OSError.

    Windows refuses as long as anybody has the file, or one in the folder, open. Virus scanners and the search index do
    that to new files for a moment, so there it is tried for two seconds.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            source.replace(target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return
    source.replace(target)
