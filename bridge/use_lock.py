"""Who uses an environment: jobs together, what changes it alone. The system holds the lock, so that one which dies
leaves none behind (see ``folder_lock``)."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from typing import Iterator

from .errors import BridgeError
from .texts import tr

PLACES = 1000  # bytes of the file: on Windows, which knows no shared lock here, a job locks one, a change all


@contextlib.contextmanager
def used(home: Path) -> Iterator[None]:
    """A job runs in the environment. Raises ``BridgeError`` where it is being changed.

    Where the folder cannot be written, or the system knows no locks, the job runs without.
    """
    with _opened(home) as number:
        try:
            _lock(number, alone=False)
        except (BlockingIOError, PermissionError) as error:
            raise BridgeError(
                tr("ALCD's Python environment is being changed."), tr("Wait until it is done, then start again.")
            ) from error
        yield


@contextlib.contextmanager
def held_alone(home: Path) -> Iterator[None]:
    """The environment is being changed. Raises ``BridgeError`` where a job runs in it."""
    with _opened(home) as number:
        try:
            _lock(number, alone=True)
        except (BlockingIOError, PermissionError) as error:
            raise BridgeError(
                tr("A job is running in ALCD's Python environment."), tr("Wait until it has ended, then try again.")
            ) from error
        yield


def forget(home: Path) -> None:
    """Remove the lock's file: the environment is gone."""
    with contextlib.suppress(OSError):  # Windows: somebody looks at it just now
        _file(home).unlink()


def _file(home: Path) -> Path:
    return home.with_name(f"{home.name}.lock")


@contextlib.contextmanager
def _opened(home: Path) -> Iterator[int]:
    """The lock's file beside the environment; -1 where it cannot be made."""
    try:
        number = os.open(_file(home), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield -1
        return
    try:
        yield number
    finally:
        os.close(number)  # which also unlocks


def _lock(number: int, alone: bool) -> None:
    """Raises BlockingIOError or PermissionError where others hold it."""
    if number < 0:
        return
    try:
        if sys.platform == "win32":
            import msvcrt

            place = 0 if alone else os.getpid() * 7 + threading.get_ident()  # two jobs shall not meet
            os.lseek(number, place % PLACES, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, PLACES if alone else 1)
        else:
            import fcntl

            fcntl.flock(number, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise
    except OSError:  # a network's disk that knows no locks
        return
