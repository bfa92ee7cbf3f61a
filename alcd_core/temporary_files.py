"""Hidden folders for what is not finished, and what a killed job left in such ones.

Whoever writes into such a folder holds a lock of the operating system on a file in it, which is free the moment its
holder dies, however it dies. So the next job knows what is nobody's any more.
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
from .system_lock import LockHeld, lock_open_file

PREFIX = ".alcd-"
"""Beginning of the names of all folders for unfinished work; they lie beside the place of what is being made."""
MARK = ".writer"
"""The locked file in such a folder; it holds the name of the writer's computer."""
ABANDONED_SECONDS = 24 * 3600
"""Where nobody can tell whether the writer lives: a folder in which nothing was written for so long is nobody's."""


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Keep the sweepers off a folder as long as this process lives. Without the mark afterwards."""
    mark = folder / MARK
    number = os.open(mark, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if _locked(number):  # some file systems have no locks
            os.write(number, _computer())  # after locking: a mark that names a computer was locked once
        yield
    finally:
        os.close(number)
        mark.unlink(missing_ok=True)


@contextmanager
def scratch_folder(output_path: str) -> Iterator[Path]:
    """A folder beside the output for what is not finished; removed at the end, whatever happens.

    Raises InputError where nothing can be written there.
    """
    parent = Path(output_path).absolute().parent
    try:
        sweep_leftovers(parent)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    except OSError as error:
        raise cannot_write(output_path, error) from error
    try:
        with claimed(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def appearing_folder(place: Path) -> Iterator[Path]:
    """A hidden folder beside ``place`` that takes its name at the end, and is removed where the end is not reached.

    It lies as deep as it will, so that relative paths in it hold. Raises OSError where nothing can be written there.
    """
    sweep_leftovers(place.parent)
    folder = place.with_name(f"{PREFIX}{uuid.uuid4().hex[:8]}")
    try:
        folder.mkdir()
        with claimed(folder):
            yield folder
        folder.rename(place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_leftovers(parent: Path) -> None:
    """Remove the folders in ``parent`` that killed jobs left: of this computer at once, of others after a day."""
    for folder in parent.glob(f"{PREFIX}*"):
        if not folder.is_symlink() and folder.is_dir() and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    writer_lives = _writer_lives(folder)
    if writer_lives is None:
        return time.time() - _last_written(folder) > ABANDONED_SECONDS
    return not writer_lives


def _writer_lives(folder: Path) -> Optional[bool]:
    """None where nobody can tell: there is no mark, or another computer's, whose locks need not be seen here."""
    try:
        number = os.open(folder / MARK, os.O_RDWR)
    except OSError:
        return None
    try:
        return not _locked(number) if os.read(number, 1000) == _computer() else None
    except OSError:  # Windows lets nobody read what is locked
        return True
    finally:
        os.close(number)


def _locked(number: int) -> bool:
    """Lock an open file, if nobody holds it."""
    try:
        lock_open_file(number)
    except (LockHeld, OSError):
        return False
    return True


def _computer() -> bytes:
    return platform.node().encode()


def _last_written(folder: Path) -> float:
    """Time of the last change in it, in seconds; now where it is changing under our eyes."""
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
    except OSError:
        return time.time()
