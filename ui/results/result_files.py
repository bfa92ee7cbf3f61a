"""Result files in a campaign's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional, Sequence


def free_file(folder: Path, stem: str, suffix: str) -> Path:
    """The path of a file that does not exist yet: a file in use by a layer may be locked, and may contain verdicts."""
    file, number = folder / f"{stem}{suffix}", 2
    while file.exists():
        file, number = folder / f"{stem}-{number}{suffix}", number + 1
    return file


def latest_file(folder: Path, pattern: str) -> Optional[Path]:
    """The most recently written file; None if there is none."""
    return max(folder.glob(pattern), key=lambda file: file.stat().st_mtime, default=None)


def latest_round(rounds: Sequence[Any]) -> Optional[int]:
    """Number of the last round with a model; None if there is none."""
    return max((one.round for one in rounds if one.model), default=None)
