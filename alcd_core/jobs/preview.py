"""Parameters of ``preview``."""

from __future__ import annotations

from dataclasses import dataclass

from .create import GridParameters
from .job import Job


@dataclass(frozen=True)
class Preview(GridParameters):
    """Tell what a campaign would be: its grid and tiles, how much there is to read, how much of it has no data, and
    whether the two dates look shifted against each other or very different in brightness. Writes nothing."""


JOB = Job("preview", "Preview a campaign", Preview)
