"""File locks held by the operating system, which releases them as soon as the holder dies."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

PLACES = 1000  # bytes of the file. Windows has no shared locks here: a shared lock takes one byte, an exclusive one all


class LockHeld(Exception):
    """Another process or thread holds the lock."""


@contextmanager
def system_lock(file: Path, shared: bool = False) -> Iterator[None]:
    """Hold the lock on ``file``, which is created if missing; ``shared`` locks can coexist. Does not wait.

    Raises LockHeld if others hold it, OSError if the file cannot be opened or its file system has no locks.
    """
    # Links are not followed: a campaign may come from an untrusted source.
    number = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        lock_open_file(number, shared)
        yield
    finally:
        os.close(number)  # which also unlocks


def lock_open_file(number: int, shared: bool = False) -> None:
    """Lock the open file with this descriptor until it is closed. Raises the same errors as ``system_lock``."""
    try:
        _lock(number, shared)
    except (BlockingIOError, PermissionError) as error:
        raise LockHeld from error


def _lock(number: int, shared: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        first = os.getpid() * 7 + threading.get_ident()
        # Two sharers may meet at their first place, but not at all of them unless one holds all places.
        places = [(first + step * 331) % PLACES for step in range(4)] if shared else [0]
        for place in places:
            os.lseek(number, place, os.SEEK_SET)
            try:
                msvcrt.locking(number, msvcrt.LK_NBLCK, 1 if shared else PLACES)
            except PermissionError:
                if place == places[-1]:
                    raise
            else:
                return
    else:
        import fcntl

        fcntl.flock(number, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
