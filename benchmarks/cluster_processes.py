"""A scheduler and workers as processes of this machine, as the page on clusters starts them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 300
KEEP_MODELS = "DASK_DISTRIBUTED__SCHEDULER__ACTIVE_MEMORY_MANAGER__START"


class Processes:
    """A context manager: a scheduler on a free port of the loopback address, and workers with one thread each."""

    def __init__(self, workers: int) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self._count = workers
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Processes:
        self.start_scheduler()
        self.workers = [self.start_worker() for _ in range(self._count)]
        return self

    def __exit__(self, *_: object) -> None:
        for process in filter(None, (*self.workers, self.scheduler)):
            end(process)

    def start_scheduler(self) -> None:
        """Start the scheduler, again after it was ended."""
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"]
        options += ["--dashboard-address", "127.0.0.1:0"]
        self.scheduler = started([sys.executable, "-m", "distributed.cli.dask_scheduler", *options])
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        raise RuntimeError("The scheduler does not start.")

    def processes(self) -> dict[str, psutil.Process]:
        """The scheduler and the processes that compute, by name."""
        assert self.scheduler is not None
        parents = {f"worker {number}": psutil.Process(one.pid) for number, one in enumerate(self.workers, start=1)}
        children = {name: max(parent.children(), key=cpu_seconds) for name, parent in parents.items()}
        return {"scheduler": psutil.Process(self.scheduler.pid), **children}

    def cpu_seconds(self) -> float:
        """CPU time that the scheduler and the workers have used so far."""
        return sum(map(cpu_seconds, self.processes().values()))

    def start_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        return started([sys.executable, "-m", "alcd_core", "worker", self.address])


def started(command: list[str]) -> subprocess.Popen[bytes]:
    """A process without output, with one thread for computing."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", KEEP_MODELS: "False"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and its children."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    process.kill()
    for child in children:
        if child.is_running():
            child.kill()
    process.wait()


def cpu_seconds(process: psutil.Process) -> float:
    """CPU time that a process has used so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def megabytes(process: int) -> float:
    """Resident memory of a process in 10^6 bytes."""
    return float(psutil.Process(process).memory_info().rss) / 1e6
