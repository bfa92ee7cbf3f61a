"""Parameters of ``preview``."""

from __future__ import annotations

from dataclasses import dataclass

from .create import GridParameters
from .job import Job


@dataclass(frozen=True)
class Preview(GridParameters):
    """Show what a campaign would look like: its grid and tiles, the amount of data to read, the share without data, and
    whether the two dates appear shifted against each other or very different in brightness. Writes nothing."""


JOB = Job("preview", "Preview a campaign", Preview)
