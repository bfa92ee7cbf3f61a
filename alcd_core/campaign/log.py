"""The campaign's log: one JSON object per line in ``log.jsonl``."""

from __future__ import annotations

import errno
import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..errors import disk_fault

MAXIMUM_BYTES = 5_000_000
"""A larger file is renamed to ``log.1.jsonl``, replacing the previous one."""


def append_event(folder: Path, event: str, **details: Any) -> None:
    """Append an event with the time (UTC); ``details`` that are not JSON are written as text.

    Several processes may do so at once: each line is a single append, which the operating system does not split.
    If the disk is full or read-only, or the log is a link, the event is lost: a log entry must not stop a job.
    """
    entry = {"time": datetime.now(timezone.utc).isoformat(timespec="milliseconds"), "event": event, **details}
    line = json.dumps(entry, default=str, ensure_ascii=False) + "\n"
    file = folder / "log.jsonl"
    _rotate(file)
    try:
        # Never follow a link, which a campaign from an untrusted source may contain instead of the log.
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            os.write(descriptor, line.encode("utf-8", errors="replace"))
        finally:
            os.close(descriptor)
    except OSError as error:
        if disk_fault(error) is None and error.errno != errno.ELOOP:
            raise


def _rotate(file: Path) -> None:
    try:
        if file.stat().st_size > MAXIMUM_BYTES:
            file.replace(file.with_name("log.1.jsonl"))
    except (FileNotFoundError, PermissionError):
        # Another process has just renamed it or (on Windows) is writing to it: the next event tries again.
        return
