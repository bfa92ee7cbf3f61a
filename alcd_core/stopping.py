"""Requests to stop a running job: signals, a command on standard input, or the end of standard input."""

from __future__ import annotations

import json
import os
import signal
import threading
from types import FrameType, TracebackType

from .standard_input import take_standard_input

GRACE_SECONDS = 2.0
"""How long a job may take to stop by itself once its supervisor has gone."""


class Stopping:
    """Collects requests to stop. With ``listen``, reads commands from standard input in a separate thread.

    The end of standard input means that the supervisor has gone: a job that does not stop by itself is then killed,
    which a campaign survives at any point.
    """

    def __init__(self, listen: bool) -> None:
        self._event = threading.Event()
        self._done = threading.Event()
        self._listen = listen

    def __enter__(self) -> Stopping:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, self._on_signal)
        if self._listen:
            commands = take_standard_input()
            threading.Thread(target=self._read_commands, args=(commands,), name="commands", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()

    def requested(self) -> bool:
        """Whether the job is to stop."""
        return self._event.is_set()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._event.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        self._event.set()

    def _read_commands(self, commands: int) -> None:
        with os.fdopen(commands, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if _is_cancel(line):
                    self._event.set()
        self._event.set()
        if not self._done.wait(GRACE_SECONDS):
            os._exit(130)


def _is_cancel(line: str) -> bool:
    try:
        command = json.loads(line)
    except ValueError:
        return False
    return isinstance(command, dict) and command.get("command") == "cancel"
