"""Hidden folders for unfinished output, and the removal of those that killed jobs left behind.

A process that writes to such a folder holds an operating system lock on a file in it. The lock is released as soon as
the process dies, however it dies, so the next job can recognise abandoned folders.
"""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Optional

from .errors import cannot_write
from .renaming import rename
from .system_lock import LockHeld, lock_open_file

PREFIX = ".alcd-"
"""Prefix of all folders for unfinished output; they lie beside the final place of the output."""
MARK = ".writer"
"""The locked file in such a folder; it contains the name of the writer's computer."""
ABANDONED_SECONDS = 24 * 3600
"""If the writer's state is unknown, a folder without any write for this long counts as abandoned."""


@contextmanager
def claim_folder(folder: Path) -> Iterator[None]:
    """Protect a folder from removal as long as this process lives. The mark is deleted afterwards."""
    mark = folder / MARK
    number = os.open(mark, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if _locked(number):  # some file systems have no locks
            os.write(number, _computer())  # after locking: a mark with a computer's name has been locked
        yield
    finally:
        os.close(number)
        mark.unlink(missing_ok=True)


@contextmanager
def scratch_folder(output_path: str) -> Iterator[Path]:
    """A folder beside the output for unfinished files; removed at the end, whatever happens.

    Raises InputError if the folder cannot be created.
    """
    parent = Path(output_path).absolute().parent
    try:
        remove_abandoned_folders(parent)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    except OSError as error:
        raise cannot_write(output_path, error) from error
    try:
        with claim_folder(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def atomic_folder(place: Path) -> Iterator[Path]:
    """A hidden folder beside ``place`` that is renamed to it at the end, or removed if an error occurs before.

    It lies at the same depth as ``place``, so that relative paths in it stay valid. Raises OSError if it cannot be
    created.
    """
    remove_abandoned_folders(place.parent)
    folder = place.with_name(f"{PREFIX}{uuid.uuid4().hex[:8]}")
    try:
        folder.mkdir()
        with claim_folder(folder):
            yield folder
        rename(folder, place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_abandoned_folders(parent: Path) -> None:
    """Remove the leftovers of killed jobs in ``parent``: those of this computer at once, of others after a day."""
    for folder in parent.glob(f"{PREFIX}*"):
        if not folder.is_symlink() and folder.is_dir() and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    is_alive = _writer_is_alive(folder)
    if is_alive is None:
        return time.time() - _last_written(folder) > ABANDONED_SECONDS
    return not is_alive


def _writer_is_alive(folder: Path) -> Optional[bool]:
    """None if unknown: the mark is missing, or is another computer's, whose locks may not be visible here."""
    try:
        number = os.open(folder / MARK, os.O_RDWR)
    except OSError:
        return None
    try:
        return not _locked(number) if os.read(number, 1000) == _computer() else None
    except OSError:  # Windows does not allow reading a locked file
        return True
    finally:
        os.close(number)


def _locked(number: int) -> bool:
    """Try to lock an open file; returns whether that succeeded."""
    try:
        lock_open_file(number)
    except (LockHeld, OSError):
        return False
    return True


def _computer() -> bytes:
    return platform.node().encode()


def _last_written(folder: Path) -> float:
    """Time of the last change in the folder, in seconds; the current time if its contents change meanwhile."""
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
    except OSError:
        return time.time()
