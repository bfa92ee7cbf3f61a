"""Runs one job in a worker process: starts, reads and cancels it, and determines its outcome."""

from __future__ import annotations

import contextlib
import json
import math
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Mapping, Optional, Protocol, Sequence

from ...alcd_core.errors import AlcdError, WorkerError
from ..hints import repair
from ..locks.use_lock import shared_use
from ..texts import tr
from .child_log import ChildLog
from .child_process import ChildProcess
from .event_throttle import EventThrottle
from .outcome import CANCELLED, CRASHED, FAILED, FINISHED, Event, EventCallback, JobOutcome, crash, failure

CANCEL_LINE = json.dumps({"command": "cancel"})
CANCEL_SECONDS = 15.0  # time for a job to stop by itself before it is terminated
STATUS_CANCELLED = 130


class InputFile(Protocol):
    """The interface of a file that is written for one job, such as ``LayerCopy``."""

    def write(self, on_event: EventCallback, is_cancelled: Callable[[], bool]) -> None: ...

    def remove(self) -> None: ...


class WorkerProcess:
    """Runs, once, a command that writes a job's events to its standard output.

    ``command``: a list of arguments (see ``job_command``); ``environment``: see ``child_environment``; ``log_file``:
    the worker's other output is appended to it; ``home``: the environment it runs in, locked against changes meanwhile;
    ``input_files``: written before the job starts, and removed when it has ended; ``is_cancelled``: called about ten
    times per second, for Processing (``feedback.isCanceled``); others call ``cancel``.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        log_file: Optional[Path] = None,
        is_cancelled: Optional[Callable[[], bool]] = None,
        cancel_seconds: float = CANCEL_SECONDS,
        home: Optional[Path] = None,
        input_files: Sequence[InputFile] = (),
    ) -> None:
        self._command = list(command)
        self._environment = dict(environment)
        self._log_file = log_file
        self._is_cancelled = is_cancelled
        self._cancel_seconds = cancel_seconds
        self._home = home
        self._input_files = list(input_files)
        self._cancel_requested = threading.Event()
        self._answer: Dict[str, Event] = {}  # the "result" and "error" events received

    def cancel(self) -> None:
        """Request the job to stop; if it does not, it is terminated, then killed. Returns at once. Thread-safe."""
        self._cancel_requested.set()

    def abandon(self) -> None:
        """End the job within a few seconds: QGIS is closing, or the plugin is unloaded. Returns at once."""
        self._cancel_seconds = 0.0
        self._cancel_requested.set()

    def run(self, on_event: EventCallback) -> JobOutcome:
        """Run the job to its end. ``on_event`` gets its progress, metric and message events, in the calling thread.

        Blocks, so it must not be called in the GUI thread. If ``on_event`` raises, the job is killed and the exception
        propagates.
        """
        if self._cancel_wanted():
            return JobOutcome(CANCELLED)
        with contextlib.ExitStack() as held:
            if self._home is not None:
                try:
                    held.enter_context(shared_use(self._home))
                except WorkerError as error:
                    return failure(error)
            for file in self._input_files:
                held.callback(file.remove)
            try:
                self._write_input(EventThrottle(on_event))
            except AlcdError as error:
                return failure(error)
            return JobOutcome(CANCELLED) if self._cancel_wanted() else self._run(on_event)

    def _write_input(self, throttle: EventThrottle) -> None:
        for file in self._input_files:
            file.write(throttle.add, self._cancel_wanted)
        throttle.flush()

    def _run(self, on_event: EventCallback) -> JobOutcome:
        with ChildLog(self._log_file) as log:
            try:
                child = ChildProcess(self._command, self._environment, log)
            except OSError as error:
                text = tr("The worker's Python {} could not be started ({}).")
                message = text.format(self._command[0], error)
                return JobOutcome(CRASHED, message=message, hint=repair())
            with child:
                self._listen(child, EventThrottle(on_event), log)
                status = child.status()
            return self._outcome(status, log.tail())

    def _listen(self, child: ChildProcess, throttle: EventThrottle, log: ChildLog) -> None:
        for line in child.lines(self._cancel_wanted, lambda: self._cancel_seconds, CANCEL_LINE):
            event = parse_event(line) if line else None
            if event is None:
                if line:
                    log.add(line)
                throttle.tick()
            elif event["event"] in ("result", "error"):
                self._answer[event["event"]] = event
            else:
                throttle.add(event)
        throttle.flush()

    def _cancel_wanted(self) -> bool:
        return self._cancel_requested.is_set() or (self._is_cancelled is not None and self._is_cancelled())

    def _outcome(self, status: int, log_tail: str) -> JobOutcome:
        error = self._answer.get("error")
        result = self._answer.get("result")
        if status == 0 and result is not None:
            content = {key: value for key, value in result.items() if key != "event"}
            return JobOutcome(FINISHED, result=content, log_tail=log_tail)
        # Negative: a signal. A cancelled worker that takes long to end is terminated, even after its last words.
        terminated = status < 0 and self._cancel_wanted()
        if error is not None and status != STATUS_CANCELLED and not terminated:
            message, hint = str(error.get("message", "")), str(error.get("hint", ""))
            return JobOutcome(FAILED, message=message, hint=hint, log_tail=log_tail)
        if status == STATUS_CANCELLED or self._cancel_wanted():
            return JobOutcome(CANCELLED, log_tail=log_tail)
        return crash(status, log_tail)


def parse_event(line: str) -> Optional[Event]:
    """The event in a line, or None if it contains none (a library printed something)."""
    if not line.startswith("{"):
        return None
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(event, dict) or event.get("event") not in ("progress", "metric", "message", "result", "error"):
        return None
    if event["event"] == "progress" and not _is_fraction(event.get("fraction")):
        return None
    return event


def _is_fraction(value: Any) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value) and 0 <= value <= 1
