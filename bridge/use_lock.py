"""Who uses an environment: jobs together, what changes it alone (see ``system_lock``)."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Iterator

from .errors import BridgeError
from .system_lock import lock
from .texts import tr


@contextlib.contextmanager
def used(home: Path) -> Iterator[None]:
    """A job runs in the environment. Raises ``BridgeError`` where it is being changed.

    Where the folder cannot be written, or the system knows no locks, the job runs without.
    """
    refusal = BridgeError(
        tr("ALCD's Python environment is being changed."), tr("Wait until it is done, then start again.")
    )
    with _held(home, True, refusal):
        yield


@contextlib.contextmanager
def held_alone(home: Path) -> Iterator[None]:
    """The environment is being changed. Raises ``BridgeError`` where a job runs in it."""
    refusal = BridgeError(
        tr("A job is running in ALCD's Python environment."), tr("Wait until it has ended, then try again.")
    )
    with _held(home, False, refusal):
        yield


def forget(home: Path) -> None:
    """Remove the lock's file: the environment is gone."""
    with contextlib.suppress(OSError):  # Windows: somebody looks at it just now
        _file(home).unlink()


@contextlib.contextmanager
def _held(home: Path, shared: bool, refusal: BridgeError) -> Iterator[None]:
    try:
        number = os.open(_file(home), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:  # a folder that cannot be written: nobody changes it either
        yield
        return
    try:
        try:
            lock(number, shared)
        except (BlockingIOError, PermissionError) as error:
            raise refusal from error
        except OSError:  # a network's disk that knows no locks
            pass
        yield
    finally:
        os.close(number)  # which also unlocks


def _file(home: Path) -> Path:
    return home.with_name(f"{home.name}.lock")
