"""Progress where nobody sees a bar move: lines in a file, a pipe, or the log of continuous integration."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import TextIO

from tqdm import tqdm

SILENT_SECONDS = 30.0
"""There is a line at least this often."""
POLL_SECONDS = 1.0
KNOWN_SECONDS, KNOWN_FRACTION = 3.0, 0.01
"""Before that much is done nobody can say how long the rest takes."""


class ProgressLines:
    """A line at each new step, and one every ``SILENT_SECONDS`` during a long one, also where nothing is reported.

    A step is a message apart from its numbers: "Epoch 3 of 20" continues "Epoch 2 of 20". ``clock``: seconds.
    """

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._began = self._spoke = clock()
        self._fraction, self._message = 0.0, "Starting"
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def watch(self) -> None:
        """Also speak while the job is silent, from a thread of its own, until ``close``."""
        threading.Thread(target=self._poll, name="progress lines", daemon=True).start()

    def update(self, fraction: float, message: str) -> None:
        """The job has come to ``fraction`` (0 to 1); an empty ``message`` continues the last one."""
        with self._lock:
            is_new = bool(message) and _step(message) != _step(self._message)
            self._fraction, self._message = fraction, message or self._message
            if is_new:
                self._speak()
        self.tick()

    def tick(self) -> None:
        """Write a line if the last one is too old."""
        with self._lock:
            if self._clock() - self._spoke >= SILENT_SECONDS and not self._closed.is_set():
                self._speak()

    def close(self) -> None:
        """Write nothing more."""
        with self._lock:
            self._closed.set()

    def _poll(self) -> None:
        while not self._closed.wait(POLL_SECONDS):
            try:
                self.tick()
            except (OSError, ValueError):  # nobody reads any more: the job meets that itself when it speaks
                return

    def _speak(self) -> None:
        self._spoke = self._clock()
        elapsed = self._spoke - self._began
        times = f"{tqdm.format_interval(elapsed)} so far"
        if elapsed >= KNOWN_SECONDS and self._fraction >= KNOWN_FRACTION:
            left = elapsed * (1.0 - self._fraction) / self._fraction
            times += f", {tqdm.format_interval(left)} left"
        self._out.write(f"{self._fraction:4.0%}  {times}  {self._message}\n")
        self._out.flush()


def _step(message: str) -> str:
    return re.sub(r"\d[\d,.]*", "#", message)
