"""A lock that the system holds on an open file: it is free the moment its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import threading

PLACES = 1000  # bytes of the file: on Windows, which knows no shared lock here, a sharer locks one, others all


def lock(number: int, shared: bool = False) -> None:
    """Lock the open file until it is closed; several may share it. Does not wait.

    Raises BlockingIOError or PermissionError where others hold it, another OSError where there are no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        place = os.getpid() * 7 + threading.get_ident() if shared else 0  # two that share shall not meet
        os.lseek(number, place % PLACES, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1 if shared else PLACES)
    else:
        import fcntl

        fcntl.flock(number, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
