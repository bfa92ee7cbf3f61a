"""A web server on the loopback address for tests: it sends files, whole or in parts, counts what it sent, and can be
told to misbehave."""

from __future__ import annotations

import http.server
import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

CHUNK = 65_536
"""Bytes that are sent at a time, so that a client can break off."""
PAGE = b"<!DOCTYPE html><html><body>Please log in.</body></html>"


@dataclass
class WebServer:
    """``address``: where it answers. ``requests``: method and path of each. ``sent``: bytes of content so far.

    ``fault``: called with method, path and range; returns an HTTP status to answer with, or one of "page", "slow",
    "cut" (half of what was asked for, then the connection closes), "whole" (ranges are ignored), or None for a good
    answer.
    ``answer``: called with the path; returns what is sent instead of a file, or None.
    ``login``: the Authorization header that it demands, if any.
    """

    folder: Path
    address: str = ""
    requests: list[tuple[str, str]] = field(default_factory=list)
    sent: int = 0
    fault: Callable[[str, str, str | None], int | str | None] = lambda *_: None
    answer: Callable[[str], bytes | None] = lambda _: None
    login: str | None = None
    slow_seconds: float = 5.0

    def __enter__(self) -> WebServer:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(server: WebServer) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path, asked = self.path.split("?")[0], self.headers.get("Range")
            server.requests.append((self.command, self.path))
            fault = server.fault(self.command, self.path, asked)
            file = server.folder / path.lstrip("/")
            if server.login and self.headers.get("Authorization") != server.login:
                fault = 401
            if fault == "slow":
                time.sleep(server.slow_seconds)
            if fault == "page":
                return self._answer(200, PAGE, kind="text/html")
            if isinstance(fault, int):
                return self._answer(fault, b"")
            made = server.answer(self.path)
            if made is not None:
                return self._answer(200, made)
            if not file.is_file():
                return self._answer(404, b"")
            return self._send_file(file.read_bytes(), asked, fault)

        do_HEAD = do_GET  # noqa: N815

        def _send_file(self, content, asked, fault):
            part = re.fullmatch(r"bytes=(\d+)-(\d*)", asked or "")
            if part is None or fault == "whole":
                return self._answer(200, content, cut=fault == "cut")
            first, last = int(part[1]), min(int(part[2] or len(content) - 1), len(content) - 1)
            span = f"bytes {first}-{last}/{len(content)}"
            return self._answer(206, content[first : last + 1], span=span, cut=fault == "cut")

        def _answer(self, status, content, kind="application/octet-stream", span=None, cut=False):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            if span:
                self.send_header("Content-Range", span)
            self.end_headers()
            if self.command == "HEAD":
                return
            content = content[: len(content) // 2] if cut else content
            self.close_connection = cut or self.close_connection
            try:
                for start in range(0, len(content), CHUNK):
                    chunk = content[start : start + CHUNK]
                    server.sent += len(chunk)  # before the client goes on
                    self.wfile.write(chunk)
            except OSError:  # the client has had enough
                self.close_connection = True

        def log_message(self, *_):
            pass

    return Handler
