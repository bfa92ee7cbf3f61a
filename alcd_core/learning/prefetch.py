"""Prefetching: a thread reads the next batches while the current one is computed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Request = TypeVar("Request")
Result = TypeVar("Result")


@contextmanager
def read_ahead(
    requests: Iterable[Request], read: Callable[[Request], Result], ahead: int = 2
) -> Iterator[Iterator[Result]]:
    """``with read_ahead(requests, read) as results:`` the results in order, read by one thread up to ``ahead`` early.

    An error in ``read`` is raised when its result is due. Leaving the block, even by an error, ends the thread.
    """
    pending: deque[Future[Result]] = deque()

    def results() -> Iterator[Result]:
        for request in requests:
            pending.append(reader.submit(read, request))
            if len(pending) > ahead:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader") as reader:
        try:
            yield results()
        finally:
            for future in pending:
                future.cancel()
