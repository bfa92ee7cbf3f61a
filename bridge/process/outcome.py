"""The outcome of a background job, with messages for the user."""

from __future__ import annotations

import signal
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Tuple

from ...alcd_core.errors import AlcdError
from ..hints import less_memory, repair, see_log
from ..texts import tr

FINISHED = "finished"
FAILED = "failed"
CANCELLED = "cancelled"
CRASHED = "crashed"

# A dictionary with the key "event": progress, metric or message (see the Contract in the design).
Event = Dict[str, Any]
EventCallback = Callable[[Event], None]


@dataclass(frozen=True)
class JobOutcome:
    """How a job ended.

    ``status``: FINISHED (see ``result``), FAILED (the user can fix the problem), CANCELLED, CRASHED (the worker died
    or misbehaved). ``message`` and ``hint`` are sentences; ``log_tail``: the last lines of the worker's log.
    """

    status: str
    result: Dict[str, Any] = field(default_factory=dict)
    message: str = ""
    hint: str = ""
    log_tail: str = ""

    @property
    def finished(self) -> bool:
        return self.status == FINISHED


def failure(error: AlcdError, log_tail: str = "") -> JobOutcome:
    """The outcome of work that ended with an AlcdError."""
    return JobOutcome(FAILED, message=error.message, hint=error.hint, log_tail=log_tail)


def crash(status: int, log_tail: str) -> JobOutcome:
    """The outcome of a child that ended without a reason. ``status``: as ``Popen.returncode`` (negative: a signal)."""
    message, hint = _explanation(status, log_tail)
    return JobOutcome(CRASHED, message=message, hint=hint, log_tail=log_tail)


def _explanation(status: int, log_tail: str) -> Tuple[str, str]:
    last = _last_error(log_tail)
    if "CUDA out of memory" in log_tail or "OutOfMemoryError" in last:
        return tr("The graphics card ran out of memory."), less_memory()
    if last.startswith("MemoryError"):
        return tr("The worker ran out of memory."), less_memory()
    if last.startswith(("ModuleNotFoundError", "ImportError")):
        return tr("The worker's environment is damaged: {}.").format(last), repair()
    if status == -9:
        return tr("The worker was killed, most likely by the system because it ran out of memory."), less_memory()
    if status < 0:
        return tr("The worker was ended by the signal {}.").format(_signal_name(-status)), see_log()
    fault = _windows_fault(status & 0xFFFFFFFF)
    if fault:
        return tr("The worker crashed: {} ({}).").format(fault, f"0x{status & 0xFFFFFFFF:X}"), see_log()
    if status == 0:
        return tr("The worker ended without a result."), see_log()
    if last:
        return tr("The worker ended unexpectedly (exit status {}): {}.").format(status, last), see_log()
    return tr("The worker ended unexpectedly (exit status {}).").format(status), see_log()


def _windows_fault(status: int) -> str:
    """The meaning of the exit status of a crashed program on Windows (an NTSTATUS value); empty for others."""
    return {
        0xC0000005: tr("access to invalid memory"),
        0xC0000017: tr("out of memory"),
        0xC0000135: tr("a DLL was not found"),
        0xC0000139: tr("a DLL has the wrong version"),
        0xC000013A: tr("it was interrupted"),
        0xC0000409: tr("it aborted after an internal error"),
    }.get(status, "")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _last_error(log_tail: str) -> str:
    """The last line that looks like the end of a Python traceback (``NameError: ...``), or else the last line."""
    lines = [line.strip() for line in log_tail.splitlines() if line.strip()]
    for line in reversed(lines):
        name = line.split(":", 1)[0]
        if name.endswith(("Error", "Exception")) and " " not in name:
            return line.rstrip(".")
    return lines[-1].rstrip(".") if lines else ""
