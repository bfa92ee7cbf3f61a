"""The lock on an environment in use: shared by jobs, exclusive for changes to it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Iterator

from ...alcd_core.errors import WorkerError
from ...alcd_core.system_lock import LockHeld, system_lock
from ..texts import tr


@contextmanager
def shared_use(home: Path) -> Iterator[None]:
    """Lock the environment while a job runs in it. Raises WorkerError if it is being changed.

    If the folder cannot be written or the system has no locks, the job runs without the lock.
    """
    refusal = WorkerError(
        tr("ALCD's Python environment is being changed."), tr("Wait until this has finished, then start again.")
    )
    with _held(home, True, refusal):
        yield


@contextmanager
def exclusive_use(home: Path) -> Iterator[None]:
    """Lock the environment while it is changed. Raises WorkerError if a job is running in it."""
    refusal = WorkerError(
        tr("A job is running in ALCD's Python environment."), tr("Wait until it has ended, then try again.")
    )
    with _held(home, False, refusal):
        yield


def remove_lock_file(home: Path) -> None:
    """Remove the lock file of an environment that no longer exists."""
    with suppress(OSError):  # Windows: another process has it open
        _file(home).unlink()


@contextmanager
def _held(home: Path, shared: bool, refusal: WorkerError) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(system_lock(_file(home), shared))
        except LockHeld as error:
            raise refusal from error
        except OSError:  # a read-only folder, which nobody changes either; or a network drive without locks
            pass
        yield


def _file(home: Path) -> Path:
    return home.with_name(f"{home.name}.lock")
