"""A folder written by a job, which appears under its name once it is complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...errors import InputError
from ...temporary_files import atomic_folder


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A hidden folder beside ``folder`` that is renamed to it at the end, or removed after an error.

    Parent folders are created. Raises InputError if ``folder`` exists or cannot be created.
    """
    folder = folder.absolute()
    if os.path.lexists(folder):
        raise InputError(f"{folder} already exists.", "Move it, or choose another folder.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"The folder {folder} cannot be created: {error.strerror}.", "Choose another folder."
        ) from error
    with atomic_folder(folder) as hidden:
        yield hidden
