"""Progress reports of a running job, and its cancellation."""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional

from .errors import Cancelled


class Reporter:
    """Forwards a job's events as dictionaries: ``progress``, ``metric``, ``message``.

    ``send`` takes one event; ``cancelled`` returns whether the user asked to stop. Both are optional.
    """

    def __init__(
        self,
        send: Optional[Callable[[Dict[str, Any]], None]] = None,
        cancelled: Optional[Callable[[], bool]] = None,
        start: float = 0.0,
        stop: float = 1.0,
    ) -> None:
        self._send = send
        self._cancelled = cancelled
        self._start = start
        self._stop = stop

    def progress(self, fraction: float, message: str = "") -> None:
        """Report how much is done (0 to 1). Raises ``Cancelled`` if the user asked to stop."""
        self.check()
        overall = self._start + (self._stop - self._start) * min(max(fraction, 0.0), 1.0)
        self._emit({"event": "progress", "fraction": round(overall, 5), "message": message})

    def metric(self, name: str, value: float, **context: Any) -> None:
        """Report one figure, such as the loss of an epoch: ``metric("loss", 0.3, epoch=4, member=0)``."""
        self._emit({"event": "metric", "name": name, "value": value, **context})

    def message(self, text: str) -> None:
        """Send one sentence to the user."""
        self._emit({"event": "message", "message": text})

    def check(self) -> None:
        """Raise ``Cancelled`` if the user asked to stop. Long loops call this at least once a second."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def part(self, start: float, stop: float) -> Reporter:
        """A reporter for one step of a longer job: its 0 to 1 maps to ``start`` to ``stop`` of this one."""
        span = self._stop - self._start
        return Reporter(self._send, self._cancelled, self._start + span * start, self._start + span * stop)

    def _emit(self, event: Dict[str, Any]) -> None:
        if self._send is not None:
            self._send(event)
