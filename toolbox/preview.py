"""What a campaign would be, before anything is written."""

from __future__ import annotations

from .create import Create


class Preview(Create):
    NAME = "preview"
    TAGS = ("orthophoto", "grid", "plan")
