"""Removes environments in the background."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Callable

from ...alcd_core.errors import WorkerError
from ..locks.folder_lock import folder_lock
from ..locks.use_lock import exclusive_use, remove_lock_file
from ..process.outcome import CANCELLED, FAILED, FINISHED, EventCallback, JobOutcome, failure
from ..texts import tr
from .environment import MARK, Environment


def remove_folder(home: Path, stop_wanted: Callable[[], bool] = lambda: False) -> bool:
    """Remove a folder and its contents without following links; False if it was stopped. Raises ``OSError``.

    The mark is removed first, so that a partly removed environment never counts as complete.
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
    """Removes all environments in the folder, for any version, and nothing else.

    The outcome is FAILED if another QGIS is changing them, if a job is running in one, or if files cannot be removed.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._cancel_requested = threading.Event()

    def cancel(self) -> None:
        self._cancel_requested.set()

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
            return JobOutcome(FAILED, message=message, hint=tr("Stop the running jobs, then try again."))
        return JobOutcome(FINISHED if removed else CANCELLED)

    def _removed(self, home: Path) -> bool:
        with exclusive_use(home):
            removed = remove_folder(home, self._cancel_requested.is_set)
        if removed:
            remove_lock_file(home)
        return removed
