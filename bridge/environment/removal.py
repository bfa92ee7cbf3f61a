"""Removes environments in the background."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Callable

from ...alcd_core.errors import WorkerError
from ..locks.folder_lock import folder_lock
from ..locks.use_lock import forget, held_alone
from ..process.outcome import CANCELLED, FAILED, FINISHED, EventCallback, JobOutcome, failure
from ..texts import tr
from .environment import MARK, Environment


def remove_folder(home: Path, stop_wanted: Callable[[], bool] = lambda: False) -> bool:
    """Remove a folder and all in it, following no links; false where it was stopped on the way. Raises ``OSError``.

    The mark goes first, so that an environment that is half removed never counts as complete.
    """
    (home / MARK).unlink(missing_ok=True)
    for folder, folders, files in os.walk(home, topdown=False):
        for name in files:
            if stop_wanted():
                return False
            (Path(folder) / name).unlink()
        for name in folders:
            path = Path(folder) / name
            if path.is_symlink():
                path.unlink()
            else:
                path.rmdir()
    if home.exists():
        home.rmdir()
    return True


class Removal:
    """Removes all environments in the folder, for whatever version; nothing else.

    FAILED where another QGIS is at work there, or a job runs in one, or where files cannot be removed.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._cancel_asked = threading.Event()

    def cancel(self) -> None:
        self._cancel_asked.set()

    abandon = cancel

    def run(self, on_event: EventCallback) -> JobOutcome:
        on_event({"event": "progress", "fraction": 0.0, "message": tr("Removing the worker's environment")})
        try:
            with folder_lock(self._environment.folder):
                removed = all(self._removed(home) for home in self._environment.all())
        except WorkerError as error:
            return failure(error)
        except OSError as error:
            message = tr("The environment could not be removed ({}).").format(error)
            return JobOutcome(FAILED, message=message, hint=tr("End running jobs, then try again."))
        return JobOutcome(FINISHED if removed else CANCELLED)

    def _removed(self, home: Path) -> bool:
        with held_alone(home):
            removed = remove_folder(home, self._cancel_asked.is_set)
        if removed:
            forget(home)
        return removed
