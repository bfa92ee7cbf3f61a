"""Tries a worker's Python: real imports, and one small convolution on each device."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from .child_environment import child_environment
from .child_log import ChildLog
from .child_process import ChildProcess
from .errors import BridgeError
from .outcome import CANCELLED, FINISHED, EventCallback, JobOutcome, failure

PROGRAMS = Path(__file__).resolve().parent
MEND = "Repair the worker's environment in ALCD's settings, or choose another Python."


class EnvironmentCheck:
    """Checks any Python that may run jobs: the environment made here, or one that the user chose.

    ``python``: its path; ``qgis_libraries``: it uses QGIS's own GDAL. The result is what ``check_python`` returns.
    """

    def __init__(self, python: str, *, qgis_libraries: bool = True, log_file: Optional[Path] = None) -> None:
        self._python = python
        self._qgis_libraries = qgis_libraries
        self._log_file = log_file
        self._cancel_asked = threading.Event()

    def cancel(self) -> None:
        self._cancel_asked.set()

    abandon = cancel

    def run(self, on_event: EventCallback) -> JobOutcome:
        """Blocks for 5 to 60 seconds."""
        on_event({"event": "progress", "fraction": 0.0, "message": "Trying the worker's Python"})
        with ChildLog(self._log_file) as log:
            try:
                answer = check_python(self._python, self._qgis_libraries, log, self._cancel_asked.is_set)
            except BridgeError as error:
                return JobOutcome(CANCELLED) if self._cancel_asked.is_set() else failure(error, log.tail())
        on_event({"event": "progress", "fraction": 1.0, "message": "The worker's Python works"})
        return JobOutcome(FINISHED, result=answer)


def check_python(python: str, qgis_libraries: bool, log: ChildLog, stop_wanted: Callable[[], bool]) -> Dict[str, Any]:
    """Import what a job needs and try each device.

    Returns ``python`` (version), ``packages`` (name: version) and ``devices``: a list of ``name`` (cpu, cuda),
    ``usable``, ``reason`` (why not) and, for cuda, ``card``. Raises ``BridgeError`` where a job could not run.
    """
    command = [python, str(PROGRAMS / "tethered.py"), str(PROGRAMS / "check_program.py")]
    last = ""
    try:
        with ChildProcess(command, child_environment(qgis_libraries=qgis_libraries), log) as child:
            for line in child.lines(stop_wanted, lambda: 0.0):
                if line:
                    last = line
                    log.add(line)
            status = child.status()
    except OSError as error:
        raise BridgeError(f"{python} cannot be started ({error}).", MEND) from error
    answer = _parsed(last)
    if status != 0 or answer is None:
        raise BridgeError(f"{python} crashed while it was tried (exit status {status}).", MEND)
    if answer["failures"]:
        raise BridgeError(f"{python} cannot run jobs: {'; '.join(answer['failures'])}.", MEND)
    return answer


def _parsed(line: str) -> Optional[Dict[str, Any]]:
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "failures" in answer else None
