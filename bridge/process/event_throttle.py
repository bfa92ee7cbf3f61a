"""Limits the rate of events sent to a window, but always delivers the last one."""

from __future__ import annotations

import time
from typing import Callable, Optional

from ..texts import tr
from .outcome import Event, EventCallback

PROGRESS_SECONDS = 0.1
REPORTS_PER_SECOND = 50


class EventThrottle:
    """Passes events on to ``deliver``, in the thread that calls it.

    Delivers one ``progress`` event per ``PROGRESS_SECONDS``, and always the last one (at the latest in ``flush``).
    Delivers up to ``REPORTS_PER_SECOND`` other events; a message reports how many were left out.
    """

    def __init__(self, deliver: EventCallback, clock: Callable[[], float] = time.monotonic) -> None:
        self._deliver = deliver
        self._clock = clock
        self._waiting: Optional[Event] = None
        self._progress_at = float("-inf")
        self._second_began = float("-inf")
        self._reports = 0
        self._left_out = 0

    def add(self, event: Event) -> None:
        if event["event"] == "progress":
            self._waiting = event
        else:
            self._report(event)
        self.tick()

    def tick(self) -> None:
        """Deliver the pending progress if it is due. Called about ten times per second while a job is silent."""
        now = self._clock()
        if now - self._second_began >= 1.0:
            self._begin_second(now)
        if self._waiting is not None and now - self._progress_at >= PROGRESS_SECONDS:
            self._deliver_progress(now)

    def flush(self) -> None:
        """Deliver the pending events at once, because the job has ended."""
        self._begin_second(self._clock())
        if self._waiting is not None:
            self._deliver_progress(self._clock())

    def _report(self, event: Event) -> None:
        now = self._clock()
        if now - self._second_began >= 1.0:
            self._begin_second(now)
        self._reports += 1
        if self._reports > REPORTS_PER_SECOND:
            self._left_out += 1
        else:
            self._deliver(event)

    def _begin_second(self, now: float) -> None:
        left_out, self._left_out = self._left_out, 0
        self._second_began = now
        self._reports = 0
        if left_out:
            self._deliver({"event": "message", "message": tr("({} messages left out)").format(left_out)})

    def _deliver_progress(self, now: float) -> None:
        event, self._waiting = self._waiting, None
        self._progress_at = now
        if event is not None:
            self._deliver(event)
