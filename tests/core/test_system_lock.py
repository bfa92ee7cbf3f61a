"""Shared and exclusive locks, real ones and those that Windows would give."""

import os
import sys
from contextlib import ExitStack
from types import SimpleNamespace

import pytest

from alcd_core import system_lock as module
from alcd_core.system_lock import LockHeld, system_lock


def lock_of_windows(number, mode, length):
    """``msvcrt.locking`` for one process: a region that overlaps a locked one is refused."""
    start = os.lseek(number, 0, os.SEEK_CUR)
    region = set(range(start, start + length))
    if any(region & other for holder, other in REGIONS.items() if holder != number):
        raise PermissionError(13, "Permission denied")
    REGIONS[number] = region


REGIONS = {}


@pytest.fixture(params=["this system", "windows"])
def file(request, tmp_path, monkeypatch):
    """A file to lock. On "windows" all sharers begin at the same place, as two of many may do."""
    if request.param == "windows":
        REGIONS.clear()
        close = os.close
        monkeypatch.setattr(module.os, "close", lambda number: (REGIONS.pop(number, None), close(number)))
        monkeypatch.setattr(module.sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=lock_of_windows, LK_NBLCK=2))
    return tmp_path / "lock"


def test_sharers_do_not_exclude_each_other_but_everybody_else(file):
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(system_lock(file, shared=True))
        with pytest.raises(LockHeld), system_lock(file):
            pass
    with system_lock(file):
        pass


def test_the_one_that_excludes_is_alone(file):
    with system_lock(file):
        for shared in (True, False):
            with pytest.raises(LockHeld), system_lock(file, shared):
                pass
    with system_lock(file, shared=True):
        pass
