"""The log of a child process's error output."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Deque, Optional, Type

TAIL_LINES = 200
LINE_CHARACTERS = 4000
FILE_BYTES = 5_000_000


class ChildLog:
    """Collects lines from several threads and appends them to the file; one beyond the size limit is renamed first.

    A log that cannot be written (full disk, no permission) must not stop a job: then only the tail is kept in memory.
    """

    def __init__(self, file: Optional[Path]) -> None:
        self._lines: Deque[str] = deque(maxlen=TAIL_LINES)
        self._lock = threading.Lock()
        self._left = FILE_BYTES
        self._stream = _opened(file) if file else None

    def add(self, line: str) -> None:
        line = line[:LINE_CHARACTERS]
        with self._lock:
            self._lines.append(line)
            self._write(line)

    def tail(self, lines: int = TAIL_LINES) -> str:
        """The last lines, joined."""
        with self._lock:
            return "\n".join(list(self._lines)[-lines:])

    def close(self) -> None:
        with self._lock:
            stream, self._stream = self._stream, None
            if stream is not None:
                stream.close()

    def __enter__(self) -> ChildLog:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def _write(self, line: str) -> None:
        if self._stream is None or self._left <= 0:
            return
        data = (line + "\n").encode("utf-8", "replace")
        self._left -= len(data)
        if self._left <= 0:
            data += b"(the log is full; later lines are left out)\n"
        try:
            self._stream.write(data)
        except OSError:
            self._stream = None


def _opened(file: Path) -> Optional[BinaryIO]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file() and file.stat().st_size > FILE_BYTES:
            file.replace(file.with_name(file.name + ".old"))
        return file.open("ab", buffering=0)
    except OSError:
        return None
