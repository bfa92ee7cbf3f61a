"""Measuring tools of all benchmarks: clocks, the machine's peak rate and description, operation counts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.utils.flop_counter import FlopCounterMode

PEAK_SIZE = 2048
"""Rows and columns of the matrices multiplied to find the peak rate: large enough to be limited by arithmetic only."""


@dataclass(frozen=True)
class Seconds:
    """Time used: ``cpu``, of all threads of this process, and ``wall``.

    On a shared machine CPU seconds show the cost of the work, while wall-clock seconds depend on the load. CPU seconds
    are only reliable with one thread: several threads that wait for each other spin, which counts as work.
    """

    cpu: float
    wall: float


def timed(work: Callable[[], Any]) -> tuple[Any, Seconds]:
    """The result of ``work`` and the time it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, Seconds(time.process_time() - cpu, time.perf_counter() - wall)


def peak_rate(repeats: int = 5) -> Seconds:
    """Rate of the fastest of several bfloat16 matrix products in GFLOP per second, by both clocks."""
    left, right = (torch.randn(PEAK_SIZE, PEAK_SIZE).bfloat16() for _ in range(2))
    torch.mm(left, right)
    taken = [timed(lambda: torch.mm(left, right))[1] for _ in range(repeats)]
    operations = 2 * PEAK_SIZE**3 / 1e9
    return Seconds(operations / min(one.cpu for one in taken), operations / min(one.wall for one in taken))


def counted_gflop(work: Callable[[], Any]) -> float:
    """Operations in the convolutions and matrix products of ``work``, in 10^9; a multiply-add counts as two."""
    with FlopCounterMode(display=False) as counter:
        work()
    return counter.get_total_flops() / 1e9


def spread(values: Sequence[float], form: str = ".2f") -> str:
    """Median, minimum and maximum as text."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:{form}} ({low:{form}} to {high:{form}})"


def machine() -> str:
    """Processor, cores, bfloat16 support, and PyTorch version and threads."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    kinds = [name for name, has in torch.cpu.get_capabilities().items() if has is True and "bf16" in name]
    return (
        f"{names[0] if names else 'unknown processor'}, {len(names)} cores, {', '.join(kinds) or 'no bfloat16'}; "
        f"torch {torch.__version__}, {torch.get_num_threads()} threads"
    )
