"""Console output of a job: plain text with a progress bar, or one JSON object per line."""

from __future__ import annotations

import io
import json
import math
import os
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TextIO

from tqdm import tqdm

from .progress_lines import ProgressLines

Event = dict[str, Any]


@dataclass(frozen=True)
class Console:
    """Where a job's events go; ``close`` once, at the end."""

    send: Callable[[Event], None]
    close: Callable[[], None]


def json_console() -> Console:
    """One JSON object per line on standard output; anything else printed there goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")  # file names may not be valid UTF-8
    sys.stdout.flush()
    os.dup2(2, 1)

    def send(event: Event) -> None:
        out.write(json.dumps(_finite(event), ensure_ascii=False, allow_nan=False, default=_number) + "\n")
        out.flush()

    return Console(send, out.close)


def _finite(value: Any) -> Any:
    """The same value with null for NaN and infinity, which JSON cannot express."""
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _number(value: Any) -> Any:
    """A numpy number as a JSON number."""
    return _finite(float(value))


def plain_console(out: TextIO | None = None, errors: TextIO | None = None) -> Console:
    """Messages and the result on standard output, errors on standard error.

    Progress, with the time left, is a bar on standard error if that is a terminal, otherwise lines on standard output.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # file names may not be valid UTF-8
    writer = _PlainWriter(out or sys.stdout, errors or sys.stderr)
    return Console(writer.send, writer.close)


class _PlainWriter:
    def __init__(self, out: TextIO, errors: TextIO) -> None:
        self._out = out
        self._errors = errors
        self._progress_display: _Bar | ProgressLines
        if errors.isatty():
            self._progress_display = _Bar(errors)
        else:
            self._progress_display = ProgressLines(out)
            self._progress_display.watch()
        self._handlers = {
            "progress": self._progress,
            "message": self._message,
            "result": self._result,
            "error": self._error,
        }

    def send(self, event: Event) -> None:
        handler = self._handlers.get(event["event"])
        if handler is not None:
            handler(event)

    def close(self) -> None:
        self._progress_display.close()

    def _progress(self, event: Event) -> None:
        self._progress_display.update(event["fraction"], _harmless(event["message"]))

    def _message(self, event: Event) -> None:
        tqdm.write(_harmless(event["message"]), file=self._out)
        self._out.flush()  # otherwise a redirected message would appear only at the end

    def _result(self, event: Event) -> None:
        self.close()
        print(_harmless(event["summary"]), file=self._out)

    def _error(self, event: Event) -> None:
        self.close()
        print(_harmless(f"{event['message']} {event['hint']}".strip()), file=self._errors)


class _Bar:
    """A progress bar on a terminal, shown from the first update."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._bar: tqdm | None = None

    def update(self, fraction: float, message: str) -> None:
        if self._bar is None:
            layout = "{percentage:3.0f}% |{bar:30}| {elapsed} so far, {remaining} left  {desc}"
            self._bar = tqdm(total=1.0, bar_format=layout, file=self._terminal, mininterval=0.2)
        self._bar.set_description_str(message, refresh=False)
        self._bar.update(fraction - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _harmless(text: str) -> str:
    """The text without terminal control characters: a campaign's name may come from an untrusted source."""
    return "".join(letter if letter in "\n\t" or unicodedata.category(letter) != "Cc" else "?" for letter in text)
