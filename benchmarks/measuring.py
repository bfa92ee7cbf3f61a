"""What all benchmarks measure with: clocks, the machine's peak, operations counted, and what the machine is."""

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
"""Rows and columns of the matrices whose product is the peak: large enough to be bound by arithmetic alone."""


@dataclass(frozen=True)
class Seconds:
    """What something took: ``cpu``, of all threads of this process, and ``wall``.

    On a machine that others use as well, the processor's seconds say what the work costs, the wall's what luck it had.
    With one thread they measure work; several threads that wait for each other spin, and count as working.
    """

    cpu: float
    wall: float


def timed(work: Callable[[], Any]) -> tuple[Any, Seconds]:
    """The result of ``work``, and what it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, Seconds(time.process_time() - cpu, time.perf_counter() - wall)


def peak_rate(repeats: int = 5) -> Seconds:
    """Fastest of some bfloat16 matrix products in GFLOP a second, by both clocks."""
    left, right = (torch.randn(PEAK_SIZE, PEAK_SIZE).bfloat16() for _ in range(2))
    torch.mm(left, right)
    taken = [timed(lambda: torch.mm(left, right))[1] for _ in range(repeats)]
    operations = 2 * PEAK_SIZE**3 / 1e9
    return Seconds(operations / min(one.cpu for one in taken), operations / min(one.wall for one in taken))


def counted_gflop(work: Callable[[], Any]) -> float:
    """Operations of the convolutions and matrix products in ``work``, in 10^9; a product and its sum are two."""
    with FlopCounterMode(display=False) as counter:
        work()
    return counter.get_total_flops() / 1e9


def spread(values: Sequence[float], form: str = ".2f") -> str:
    """Median, least and largest in words."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:{form}} ({low:{form}} to {high:{form}})"


def machine() -> str:
    """Processor, its cores, and what computes on it."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    kinds = [name for name, has in torch.cpu.get_capabilities().items() if has is True and "bf16" in name]
    return (
        f"{names[0] if names else 'unknown processor'}, {len(names)} cores, {', '.join(kinds) or 'no bfloat16'}; "
        f"torch {torch.__version__}, {torch.get_num_threads()} threads"
    )
