"""What can go wrong between QGIS and the worker that the user can do something about."""

from __future__ import annotations


class BridgeError(Exception):
    """``message``: one sentence, what is wrong and where; ``hint``: what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
