"""Checks a worker's Python by importing its packages and running a small convolution on each device."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from ...alcd_core.errors import WorkerError
from ..hints import foreign_libraries_refused, install_runtime, repair_or_choose
from ..process.child_environment import child_environment
from ..process.child_log import ChildLog
from ..process.child_process import STOP_WITH_PARENT, ChildProcess
from ..process.outcome import CANCELLED, FINISHED, EventCallback, JobOutcome, failure
from ..texts import tr

FOLDER = Path(__file__).resolve().parent
DLL_ERRORS = (126, 127, 1114)
"""Windows: a DLL, or one that it needs, is missing, too old, or cannot start."""


class EnvironmentCheck:
    """Checks any Python that may run jobs: the plugin's own environment, or one that the user chose.

    ``python``: its path; ``qgis_libraries``: it uses QGIS's own GDAL. The result is what ``check_python`` returns.
    """

    def __init__(self, python: str, *, qgis_libraries: bool = True, log_file: Optional[Path] = None) -> None:
        self._python = python
        self._qgis_libraries = qgis_libraries
        self._log_file = log_file
        self._cancel_requested = threading.Event()

    def cancel(self) -> None:
        self._cancel_requested.set()

    abandon = cancel

    def run(self, on_event: EventCallback) -> JobOutcome:
        """Blocks for 5 to 60 seconds."""
        on_event({"event": "progress", "fraction": 0.0, "message": tr("Testing the worker's Python")})
        with ChildLog(self._log_file) as log:
            try:
                answer = check_python(self._python, self._qgis_libraries, log, self._cancel_requested.is_set)
            except WorkerError as error:
                return JobOutcome(CANCELLED) if self._cancel_requested.is_set() else failure(error, log.tail())
        on_event({"event": "progress", "fraction": 1.0, "message": tr("The worker's Python works")})
        return JobOutcome(FINISHED, result=answer)


def check_python(python: str, qgis_libraries: bool, log: ChildLog, stop_wanted: Callable[[], bool]) -> Dict[str, Any]:
    """Import the packages that a job needs and test each device.

    Returns ``python`` (version), ``packages`` (name: version) and ``devices``: a list of ``name`` (cpu, cuda,
    mps), ``usable``, ``reason`` (why not) and, except for cpu, ``card``. Raises WorkerError if jobs cannot run.
    """
    command = [python, STOP_WITH_PARENT, str(FOLDER / "check_program.py")]
    last = ""
    try:
        with ChildProcess(command, child_environment(qgis_libraries=qgis_libraries), log) as child:
            for line in child.lines(stop_wanted, lambda: 0.0):
                if line:
                    last = line
                    log.add(line)
            status = child.status()
    except OSError as error:
        raise WorkerError(tr("{} cannot be started ({}).").format(python, error), repair_or_choose()) from error
    answer = _parsed(last)
    if status != 0 or answer is None:
        message = tr("{} crashed during the test (exit status {}).").format(python, status)
        raise WorkerError(message, repair_or_choose())
    if answer["failures"]:
        reasons = "; ".join(answer["failures"])
        raise WorkerError(tr("{} cannot run jobs: {}.").format(python, reasons), _remedy(reasons))
    return answer


def _remedy(reasons: str) -> str:
    """What to do if packages cannot be imported."""
    if "different Team IDs" in reasons:  # macOS, QGIS issue 62928
        return foreign_libraries_refused()
    if any(f"[WinError {number}]" in reasons for number in DLL_ERRORS):
        return install_runtime()
    return repair_or_choose()


def reason_words(reason: str) -> str:
    """Why a device is not usable. Reasons of our own ``check_program`` are translated; PyTorch's are not."""
    return {
        "wrong numbers": tr("it computes wrong results"),
        "without CUDA": tr("this PyTorch was built without CUDA"),
        "no card": tr("PyTorch finds no usable card"),
    }.get(reason, reason)


def _parsed(line: str) -> Optional[Dict[str, Any]]:
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "failures" in answer else None
