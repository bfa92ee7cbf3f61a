"""What can go wrong that the user can do something about. Everything else is a defect and keeps its traceback."""

from __future__ import annotations


class AlcdError(Exception):
    """A fault that the user can cause and mend.

    ``message`` says in one sentence what is wrong and where; ``hint`` says what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(AlcdError):
    """A file, layer or parameter that was given cannot be used."""


class CampaignError(AlcdError):
    """The campaign's folder is missing, damaged, of another version, or in use by another job."""


class ModelError(AlcdError):
    """A trained model or a file of weights is missing, damaged, or does not fit."""


class Cancelled(Exception):
    """The user asked a running job to stop. Not an error: the job ends as if it had not been started."""
