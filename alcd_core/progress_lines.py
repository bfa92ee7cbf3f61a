"""Progress as lines of text, for output to a file, a pipe or the log of continuous integration."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import TextIO

from tqdm import tqdm

SILENT_SECONDS = 30.0
"""A line is written at least this often."""
POLL_SECONDS = 1.0
KNOWN_SECONDS, KNOWN_FRACTION = 3.0, 0.01
"""The remaining time cannot be estimated before this much time has passed and this share is done."""


class ProgressLines:
    """Writes a line at each new step and every ``SILENT_SECONDS`` during a long one, even if nothing is reported.

    Messages that differ only in numbers belong to one step: "Epoch 3 of 20" continues "Epoch 2 of 20".
    ``clock``: seconds.
    """

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._started = self._last_written = clock()
        self._fraction, self._message = 0.0, "Starting"
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def watch(self) -> None:
        """Also write lines while the job reports nothing, from a separate thread, until ``close``."""
        threading.Thread(target=self._poll, name="progress lines", daemon=True).start()

    def update(self, fraction: float, message: str) -> None:
        """Note that the job has reached ``fraction`` (0 to 1); an empty ``message`` keeps the last one."""
        with self._lock:
            is_new = bool(message) and _step(message) != _step(self._message)
            self._fraction, self._message = fraction, message or self._message
            if is_new:
                self._write_line()
        self.tick()

    def tick(self) -> None:
        """Write a line if the last one is too old."""
        with self._lock:
            if self._clock() - self._last_written >= SILENT_SECONDS and not self._closed.is_set():
                self._write_line()

    def close(self) -> None:
        """Stop writing lines."""
        with self._lock:
            self._closed.set()

    def _poll(self) -> None:
        while not self._closed.wait(POLL_SECONDS):
            try:
                self.tick()
            except (OSError, ValueError):  # the reader has gone: the job notices that at its next own output
                return

    def _write_line(self) -> None:
        self._last_written = self._clock()
        elapsed = self._last_written - self._started
        times = f"{tqdm.format_interval(elapsed)} so far"
        if elapsed >= KNOWN_SECONDS and self._fraction >= KNOWN_FRACTION:
            left = elapsed * (1.0 - self._fraction) / self._fraction
            times += f", {tqdm.format_interval(left)} left"
        self._out.write(f"{self._fraction:4.0%}  {times}  {self._message}\n")
        self._out.flush()


def _step(message: str) -> str:
    return re.sub(r"\d[\d,.]*", "#", message)
