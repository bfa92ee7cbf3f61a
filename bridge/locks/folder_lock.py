"""The lock on the folder of environments, held by one QGIS at a time."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Iterator

from ...alcd_core.errors import WorkerError
from ...alcd_core.system_lock import LockHeld, system_lock
from ..texts import tr


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold ``folder/lock``, created if missing. Raises WorkerError if another thread or process holds it."""
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(system_lock(folder / "lock"))
        except LockHeld as error:
            raise WorkerError(
                tr("Another QGIS is changing the worker's environment."),
                tr("Wait until it has finished, then try again."),
            ) from error
        except OSError as error:
            message = tr("The folder {} cannot be written ({}).").format(folder, error)
            raise WorkerError(message, tr("Choose another folder.")) from error
        yield
