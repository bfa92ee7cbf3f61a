"""Estimates the time left from the progress so far."""

from __future__ import annotations

from ...bridge.texts import tr
from .figures import figure

ENOUGH_SECONDS = 3.0
ENOUGH_FRACTION = 0.01


class TimeLeft:
    """Estimates from fractions (0 to 1) and times (seconds of any clock)."""

    def __init__(self, now: float) -> None:
        self._start = now
        self._fraction = 0.0

    def seconds(self, fraction: float, now: float) -> float:
        """Seconds left; negative if it is too early to estimate."""
        self._fraction = max(self._fraction, fraction)
        elapsed = now - self._start
        if elapsed < ENOUGH_SECONDS or self._fraction < ENOUGH_FRACTION:
            return -1.0
        return elapsed * (1.0 - self._fraction) / self._fraction


def time_left_text(seconds: float) -> str:
    """The time left as text, no more precise than the estimate."""
    if seconds < 0:
        return ""
    if seconds < 50:
        return tr("{} s left").format(max(5 * round(seconds / 5), 5))
    if seconds < 90 * 60:
        return tr("{} min left").format(max(round(seconds / 60), 1))
    return tr("{} h left").format(figure(seconds / 3600, 1))
