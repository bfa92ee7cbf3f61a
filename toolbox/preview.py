"""What a campaign would be, before anything is written."""

from __future__ import annotations

from ..bridge.texts import later
from .create import Create


class Preview(Create):
    NAME = "preview"
    TAGS = later("orthophoto,grid,plan")
