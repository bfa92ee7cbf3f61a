"""The lock on an environment in use: shared by jobs, exclusive for changes to it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Iterator

from ...alcd_core.errors import WorkerError
from ...alcd_core.system_lock import LockHeld, system_lock
from ..texts import tr


@contextmanager
def used(home: Path) -> Iterator[None]:
    """A job runs in the environment. Raises WorkerError where it is being changed.

    Where the folder cannot be written, or the system has no locks, the job runs without.
    """
    refusal = WorkerError(
        tr("ALCD's Python environment is being changed."), tr("Wait until it is done, then start again.")
    )
    with _held(home, True, refusal):
        yield


@contextmanager
def held_alone(home: Path) -> Iterator[None]:
    """The environment is being changed. Raises WorkerError where a job runs in it."""
    refusal = WorkerError(
        tr("A job is running in ALCD's Python environment."), tr("Wait until it has ended, then try again.")
    )
    with _held(home, False, refusal):
        yield


def forget(home: Path) -> None:
    """Remove the lock's file: the environment is gone."""
    with suppress(OSError):  # Windows: somebody looks at it just now
        _file(home).unlink()


@contextmanager
def _held(home: Path, shared: bool, refusal: WorkerError) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(system_lock(_file(home), shared))
        except LockHeld as error:
            raise refusal from error
        except OSError:  # a folder that cannot be written, which nobody changes either; a network's disk without locks
            pass
        yield


def _file(home: Path) -> Path:
    return home.with_name(f"{home.name}.lock")
