"""Helpers of the bridge's tests (Linux: they read /proc)."""

import os
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WORKERS = Path(__file__).with_name("workers.py")


def is_alive(pid: int) -> bool:
    """Whether a process is running (a zombie, whose status has not been read yet, is not)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def group_members(pid: int) -> list:
    """The living processes of a process group."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(group) == pid and state not in "ZX":
            found.append(int(folder.name))
    return found


def commands_with(text):
    """The command lines of other processes that contain the text."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_bytes().decode(errors="replace")
        except OSError:
            continue
        if text in command and file.parent.name != str(os.getpid()):
            found.append(command)
    return found


def wait_until(condition, seconds=20.0):
    """Whether the condition became true within that time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())
