"""Errors that the user can fix; anything else is a bug and keeps its traceback."""

from __future__ import annotations

import errno
from typing import Optional


class AlcdError(Exception):
    """A fault that the user can cause and fix.

    ``message`` states in one sentence what is wrong and where; ``hint`` what to do about it.
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
    """A trained model or a weights file is missing, damaged or incompatible."""


class WorkerError(AlcdError):
    """The worker's Python environment is missing, damaged or in use, or its process failed."""


class ClusterError(AlcdError):
    """A Dask cluster cannot be reached, or none of its workers can do a job."""


NO_ENCODER_WEIGHTS_HINT = (
    "Allow the download (--download), start from the network that comes with ALCD (--encoder-weights built-in), "
    "give a safetensors file (--encoder-weights FILE), or start from random weights (--encoder-weights none)."
)
OTHER_ENCODER_HINT = "Choose the encoder and the encoder depth that the weights were made for."
BUILT_IN_HINT = "Leave out --encoder, --encoder-depth and --fusion, and train with the preset fast."
ENCODER_WEIGHTS_HINTS = (NO_ENCODER_WEIGHTS_HINT, OTHER_ENCODER_HINT)
"""Hints for encoder weights that cannot be used. The panel has no such options and words these hints differently."""


def cannot_write(path: object, error: Exception) -> InputError:
    """The error for a full disk, a missing folder or missing permissions."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error).strip().split("\n")[0]
    because = f" ({reason})" if reason else ""
    return InputError(
        f"{path} cannot be written{because}.", "Check that its folder exists, is writable and has space left."
    )


_DISK_FAULTS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM}


def disk_fault(error: Exception) -> Optional[InputError]:
    """The user's error for an operating system error that the user can fix, such as a full disk; otherwise None."""
    if isinstance(error, OSError) and error.errno in _DISK_FAULTS:
        return cannot_write(error.filename or "A file", error)
    return None


def memory_fault(error: Exception) -> Optional[InputError]:
    """The user's error if the graphics card or the computer ran out of memory; otherwise None."""
    # torch's, by name: most jobs never import torch. For Apple GPUs it has no class of its own.
    if type(error).__name__ == "OutOfMemoryError" or str(error).startswith("MPS backend out of memory"):
        return InputError("The graphics card ran out of memory.", "Give a smaller --batch-size, or --device cpu.")
    if isinstance(error, MemoryError):
        return InputError("The computer ran out of memory.", "Close other programs, then start again.")
    return None


class Cancelled(Exception):
    """The user asked a running job to stop. Not an error: the job ends as if it had not been started."""
