"""The campaign lock, which admits one job at a time."""

from __future__ import annotations

import json
import os
import platform
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Iterator

from ..errors import CampaignError
from ..renaming import rename
from ..system_lock import LockHeld, system_lock

_LOCK = "campaign.lock"
_HOLDER = "campaign.lock.json"


@contextmanager
def campaign_lock(folder: Path, job: str) -> Iterator[None]:
    """Lock the campaign against other jobs. Raises CampaignError, naming the holder, if another job is running."""
    if not folder.is_dir():
        raise CampaignError(f"The campaign {folder} does not exist.", "Choose a folder NAME.alcd.")
    with ExitStack() as stack:
        try:
            stack.enter_context(system_lock(folder / _LOCK))
        except LockHeld as error:
            raise CampaignError(
                f"{_holder(folder)} is working on this campaign.", "Wait until it has ended, or cancel it."
            ) from error
        except OSError as error:
            raise CampaignError(
                f"The campaign {folder} cannot be locked: {error.strerror or error}.",
                "Check that you may write to the folder.",
            ) from error
        stack.callback((folder / _HOLDER).unlink, missing_ok=True)
        _write_holder(folder, job)
        yield


def _write_holder(folder: Path, job: str) -> None:
    """Record which job holds the lock, for the error that another job gets. The lock itself does not depend on it."""
    note = {"pid": os.getpid(), "host": platform.node(), "job": job, "since": datetime.now().astimezone().isoformat()}
    beside = folder / f"{_HOLDER}.new"
    # A leftover of a killed job can be deleted, since we hold the lock. In a foreign campaign it may also be a link.
    beside.unlink(missing_ok=True)
    with beside.open("x", encoding="utf-8") as file:
        json.dump(note, file)
    rename(beside, folder / _HOLDER)


def _holder(folder: Path) -> str:
    try:
        note = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"]).astimezone()
        today = since.date() == datetime.now().astimezone().date()
        moment = since.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
        return f"{note['job']} (process {note['pid']} on {note['host']}, since {moment})"
    except (OSError, ValueError, KeyError, TypeError):  # the other job has just started or ended
        return "Another job"
