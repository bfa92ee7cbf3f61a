"""One QGIS at a time changes a folder. The system holds the lock, so that one which dies leaves none behind."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Iterator

from .errors import BridgeError
from .system_lock import lock
from .texts import tr


@contextlib.contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold ``folder/lock`` (made where missing). Raises ``BridgeError`` where another thread or process holds it.

    A lock of the system (flock, LockFile) and not a file with a process's number: those stay after a crash, and
    numbers are given out again.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        number = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        message = tr("The folder {} cannot be written ({}).").format(folder, error)
        raise BridgeError(message, tr("Choose another folder.")) from error
    try:
        try:
            lock(number)
        except OSError as error:
            raise BridgeError(
                tr("Another QGIS is changing the worker's environment."), tr("Wait until it is done, then try again.")
            ) from error
        yield
    finally:
        os.close(number)  # which also unlocks
