"""Runs jobs as a user does, each in its own process, and measures them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Usage:
    """What a process used: wall-clock and CPU seconds, and its peak resident memory in 10^6 bytes."""

    wall: float
    cpu: float
    megabytes: float


def job(*arguments: object) -> Usage:
    """Run ``python -m alcd_core`` with these arguments. Raises RuntimeError if it fails."""
    command = [sys.executable, "-m", "alcd_core", *map(str, arguments)]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    # wait4 measures only this process; getrusage(RUSAGE_CHILDREN) would return the largest of all so far.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {errors.decode(errors='replace')[-2000:]}")
    return Usage(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)
