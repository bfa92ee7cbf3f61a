"""A folder that a job makes, which appears under its name when everything is in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...errors import InputError
from ...temporary_files import atomic_folder


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A hidden folder beside ``folder`` that takes its name at the end, and is removed where the end is not reached.

    Folders above it are made. Raises InputError where ``folder`` exists or cannot be made.
    """
    folder = folder.absolute()
    if os.path.lexists(folder):
        raise InputError(f"{folder} exists already.", "Move it away, or choose another folder.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    with atomic_folder(folder) as hidden:
        yield hidden
