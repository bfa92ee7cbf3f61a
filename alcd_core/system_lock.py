"""File locks held by the operating system, free the moment their holder dies."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

PLACES = 1000  # bytes of the file: on Windows, which has no shared lock here, a sharer locks one, others all


class LockHeld(Exception):
    """Another process or thread holds the lock."""


@contextmanager
def system_lock(file: Path, shared: bool = False) -> Iterator[None]:
    """Hold the lock on ``file``, which is made where it is missing; several may share it. Does not wait.

    Raises LockHeld where others hold it, OSError where the file cannot be opened or its disk has no locks.
    """
    # No link is followed: a campaign may come from somebody else.
    number = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        lock_open_file(number, shared)
        yield
    finally:
        os.close(number)  # which also unlocks


def lock_open_file(number: int, shared: bool = False) -> None:
    """Lock the open file with this descriptor until it is closed. Raises like ``system_lock``."""
    try:
        _lock(number, shared)
    except (BlockingIOError, PermissionError) as error:
        raise LockHeld from error


def _lock(number: int, shared: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        place = os.getpid() * 7 + threading.get_ident() if shared else 0  # two that share shall not meet
        os.lseek(number, place % PLACES, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1 if shared else PLACES)
    else:
        import fcntl

        fcntl.flock(number, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
