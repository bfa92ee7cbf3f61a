"""A child process that is read line by line and ended together with its process group.

No shell is used. On POSIX the child leads its own session, so that its children can be ended with it; on Windows it
opens no window, and ``taskkill`` ends its process tree. Its standard input stays open as long as it may run: when this
process ends or is killed, the child reads the end of its input and stops by itself.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # no shell, lists of arguments only # nosec B404
import sys
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Callable, Dict, Iterator, Mapping, Optional, Sequence, Type

from .child_log import ChildLog

TICK = 0.1  # seconds between two checks whether the user has cancelled
TERMINATE_SECONDS = 3.0  # between SIGTERM and SIGKILL
DRAIN_SECONDS = 2.0  # for output that arrives after the end, or that a grandchild holds open
TASKKILL_SECONDS = 10.0
LINE_BYTES = 1_000_000
QUEUED_LINES = 50  # beyond this the child waits for us, so that memory does not grow

NO_WINDOW: Dict[str, Any] = {"creationflags": 0x08000000} if sys.platform == "win32" else {}  # CREATE_NO_WINDOW
STOP_WITH_PARENT = str(Path(__file__).resolve().with_name("stop_with_parent.py"))
"""A program that runs another one and ends it when its standard input ends."""
OWN_GROUP: Dict[str, Any] = NO_WINDOW if sys.platform == "win32" else {"start_new_session": True}


class ChildProcess:
    """A running child. When the context manager exits, no process of the child's group is alive.

    Raises ``OSError`` if the program cannot be started.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: ChildLog) -> None:
        self._log = log
        self._process = subprocess.Popen(  # noqa: S603 - a list, no shell # nosec B603
            list(command),
            env=dict(environment),
            cwd=tempfile.gettempdir(),  # always exists, and does not block an update of the plugin on Windows
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **OWN_GROUP,
        )
        self._lines: queue.Queue[Optional[str]] = queue.Queue(QUEUED_LINES)
        self._closed = threading.Event()
        self._terminated = False
        self._stop_requested_at: Optional[float] = None
        self._readers = [
            threading.Thread(target=self._read_output, args=(self._process.stdout,), daemon=True),
            threading.Thread(target=self._read_errors, args=(self._process.stderr,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def lines(
        self, stop_wanted: Callable[[], bool], grace: Callable[[], float], request: str = ""
    ) -> Iterator[Optional[str]]:
        """The lines of its standard output until it has ended; None after every ``TICK`` seconds of silence.

        When ``stop_wanted()`` is True, the line ``request`` is sent to it; ``grace()`` seconds later its group is
        terminated, and ``TERMINATE_SECONDS`` later killed.
        """
        ended_at: Optional[float] = None
        while True:
            self._stop_step(stop_wanted, grace, request)
            try:
                line = self._lines.get(timeout=TICK)
            except queue.Empty:
                yield None
                if ended_at is None and self._process.poll() is not None:
                    ended_at = time.monotonic()
                if ended_at is not None and time.monotonic() - ended_at > DRAIN_SECONDS:
                    break
                continue
            if line is None:
                break
            yield line
        while self._process.poll() is None:  # it closed its output but may still be running
            self._stop_step(stop_wanted, grace, request)
            yield None
            time.sleep(TICK / 2)

    def status(self) -> int:
        """Its exit status, after ``lines`` has ended; negative if it was ended by a signal."""
        return self._process.wait()

    def close(self) -> None:
        """Kill the remaining processes of the group, and release pipes and threads."""
        self._kill()
        self._process.wait()
        self._closed.set()
        for reader in self._readers:
            reader.join(DRAIN_SECONDS)
        with contextlib.suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]
        # A reader that is still alive waits for a pipe that another process holds open; closing it would block too.
        for reader, stream in zip(self._readers, (self._process.stdout, self._process.stderr)):
            if not reader.is_alive() and stream is not None:
                stream.close()

    def __enter__(self) -> ChildProcess:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def _stop_step(self, stop_wanted: Callable[[], bool], grace: Callable[[], float], request: str) -> None:
        """Take the next step if it is due: request, terminate, kill."""
        wanted = stop_wanted()  # called even after it was True, because it may process a window's events
        if self._stop_requested_at is None:
            if not wanted:
                return
            self._stop_requested_at = time.monotonic()
            self._send(request)
        waited = time.monotonic() - self._stop_requested_at - grace()
        if waited >= 0 and not self._terminated:
            self._terminated = True
            self._terminate()
        if waited >= TERMINATE_SECONDS:
            self._kill()

    def _send(self, line: str) -> None:
        """Send a line to its standard input, unless the child has already ended."""
        stdin = self._process.stdin
        if line and stdin is not None:
            with contextlib.suppress(OSError):
                stdin.write((line + "\n").encode())
                stdin.flush()

    def _terminate(self) -> None:
        if sys.platform == "win32":
            self._kill()  # Windows has no equivalent of SIGTERM
        else:
            _signal_group(self._process.pid, signal.SIGTERM)

    def _kill(self) -> None:
        if sys.platform == "win32":
            try:
                _kill_tree(self._process.pid)
            except (OSError, subprocess.SubprocessError) as error:
                self._log.add(f"taskkill: {error}")
                self._process.kill()  # without its children
        else:
            _signal_group(self._process.pid, signal.SIGKILL)

    def _read_output(self, stream: IO[bytes]) -> None:
        for line in _limited_lines(stream):
            self._put(line)
        self._put(None)

    def _put(self, line: Optional[str]) -> None:
        while not self._closed.is_set():
            try:
                self._lines.put(line, timeout=TICK)
                return
            except queue.Full:
                continue

    def _read_errors(self, stream: IO[bytes]) -> None:
        for line in _limited_lines(stream, 4000):
            self._log.add(line)


def _limited_lines(stream: IO[bytes], limit: int = LINE_BYTES) -> Iterator[str]:
    """Lines as text; lines longer than ``limit`` bytes are split."""
    while True:
        data = stream.readline(limit)
        if not data:
            return
        yield data.decode("utf-8", "replace").rstrip("\r\n")


def _signal_group(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # ended, or (macOS) only zombies are left
        os.killpg(pid, number)


def _kill_tree(pid: int) -> None:
    """Windows: end a process and its children. Raises OSError or SubprocessError if ``taskkill`` does not work."""
    program = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")  # noqa: PTH118
    # QGIS without a console has no standard streams that a child could inherit.
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    subprocess.run(  # noqa: S603 - a list, no shell # nosec B603
        [program, "/F", "/T", "/PID", str(pid)], check=False, timeout=TASKKILL_SECONDS, **streams, **NO_WINDOW
    )
