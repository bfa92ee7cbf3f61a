"""Blocks of tiles computed by a crew, a bounded number at a time, whatever happens to its workers."""

from __future__ import annotations

import contextlib
import queue
import statistics
import time
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from distributed import CancelledError, Future, KilledWorker

from ..errors import ClusterError, InputError
from ..progress import Reporter
from .calls import Duty, Pieces, attempt
from .crew import ANSWER_SECONDS, LATER_HINT, PATIENCE_SECONDS, ConnectionLost, Crew
from .duties import Failure

AHEAD = 2
"""Blocks per worker that are sent at a time: one to compute, and one to begin with at once."""
REACH = 4
"""Blocks per worker between the first one missing and the last one sent, if the results are needed in order."""
WAIT_SECONDS = 0.25
"""How long to wait for a result before looking at the workers and at a cancellation."""
RESULT_SECONDS = 60.0
"""How long the transfer of a result may take before the block is computed again, up to ATTEMPTS times."""
LATE = 4
"""A block that takes this many times longer than most is also given to another worker."""
LATE_SECONDS = 5.0
"""A block that is younger is never late."""
ATTEMPTS = 3
"""A block that failed on this many workers, or ended this many, is at fault itself; a block whose result did not arrive
as often ends the job."""


@dataclass
class _Running:
    """A block that was sent: its futures, each with the workers that may compute it, and when it was first sent."""

    futures: dict[Future, tuple[str, ...]]
    since: float


@dataclass
class _Troubles:
    """Why a block was not computed yet: the workers it failed on, how often it ended its worker, and how often its
    result did not arrive."""

    workers: set[str] = field(default_factory=set)
    deaths: int = 0
    transfers: int = 0


class Computation:
    """Computes blocks with one duty. Iterating yields pairs of a block's number and its result, in any order.

    A lost worker's blocks are computed elsewhere. Only a few blocks per worker are sent at a time; with ``in_order``,
    only a few per worker lie between the first one missing and the last one sent, so that few results wait for it.
    ``ahead``: how many per worker are sent at a time; 1 for long pieces, which must not wait for a busy worker.
    Raises InputError for a block that cannot be computed anywhere, ClusterError and Cancelled.
    """

    def __init__(
        self,
        crew: Crew,
        duty: Duty,
        blocks: Pieces,
        options: Mapping[str, Any],
        reporter: Reporter,
        in_order: bool = False,
        ahead: int = AHEAD,
    ) -> None:
        self._crew = crew
        self._duty = duty
        self._blocks = blocks
        self._options = dict(options)
        self._reporter = reporter
        self._in_order = in_order
        self._ahead = ahead
        self._next = 0
        self._again: deque[int] = deque()
        self._running: dict[int, _Running] = {}
        self._troubles: dict[int, _Troubles] = {}
        self._finished: queue.SimpleQueue[tuple[int, Future]] = queue.SimpleQueue()
        self._durations: deque[float] = deque(maxlen=50)
        self._fractions: dict[int, float] = {}
        self._connection = crew.connections
        self._last_seen = time.monotonic()

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        done = 0
        try:
            while done < len(self._blocks):
                self._reporter.progress((done + self._begun()) / len(self._blocks), self._words(done))
                self._watch()
                self._send()
                for index, result in self._results():
                    done += 1
                    yield index, result
        finally:
            for running in self._running.values():
                for future in running.futures:
                    future.release()
        self._reporter.progress(1.0)

    def _begun(self) -> float:
        """Forwards the workers' figures; how much of the running blocks is done, in blocks, as far as they say so."""
        for event in self._crew.events():
            piece = event.pop("piece")
            if event["event"] == "progress":
                self._fractions[piece] = event["fraction"]
            elif event["event"] == "metric":
                context = {name: value for name, value in event.items() if name not in ("event", "name", "value")}
                self._reporter.metric(event["name"], event["value"], **context)
        return sum(fraction for piece, fraction in self._fractions.items() if piece in self._running)

    def _words(self, done: int) -> str:
        workers = len(self._crew.fit)
        return f"Block {done + 1} of {len(self._blocks)}, {workers} workers" if workers else "Waiting for workers"

    def _watch(self) -> None:
        """Look after the workers; take back the blocks that no present worker may compute, and copy late ones."""
        crew = self._crew
        crew.look()
        if crew.connections != self._connection:
            self._connection = crew.connections
            self._take_back(list(self._running))
        if crew.fit:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > PATIENCE_SECONDS:
            raise ClusterError(
                f"The cluster has no workers. {crew.reasons()}".rstrip(),
                f"Start some: alcd worker ADDRESS. {LATER_HINT}",
            )
        if crew.fit:
            lost = [
                index
                for index, running in self._running.items()
                if not any(crew.fit.keys() & set(workers) for workers in running.futures.values())
            ]
            self._take_back(lost)
            self._copy_late()

    def _send(self) -> None:
        """Send blocks while there is room."""
        room = self._ahead * len(self._crew.fit)
        while len(self._running) < room:
            index = self._following()
            if index is None:
                return
            try:
                self._submit(index)
            except ConnectionLost:  # or the worker that the assignment was sent to has ended
                self._again.append(index)
                return

    def _following(self) -> int | None:
        if self._again:
            return self._again.popleft()
        oldest = min(self._running, default=self._next)
        if self._next == len(self._blocks) or (self._in_order and self._next >= oldest + REACH * len(self._crew.fit)):
            return None
        self._next += 1
        return self._next - 1

    def _submit(self, index: int, busy: Collection[str] = ()) -> None:
        """Send a block, which any fit worker may compute that is not ``busy``. Raises ConnectionLost."""
        crew, workers = self._crew, tuple(worker for worker in self._crew.fit if worker not in busy)
        assignment, block = crew.assignment(), self._blocks[index]
        future = crew.ask(
            lambda: crew.client.submit(
                attempt, self._duty, assignment, block, self._options, workers=list(workers), pure=False
            )
        )
        running = self._running.setdefault(index, _Running({}, time.monotonic()))
        running.futures[future] = workers
        future.add_done_callback(lambda done: self._finished.put((index, done)))

    def _results(self) -> Iterator[tuple[int, Any]]:
        """The results that have come, after a short wait for a first one."""
        timeout = WAIT_SECONDS
        while True:
            try:
                index, future = self._finished.get(timeout=timeout)
            except queue.Empty:
                return
            timeout = 0.0
            running = self._running.get(index)
            if running is None or future not in running.futures:
                continue  # the other copy was faster, or the connection was lost
            outcome = self._outcome(index, future)
            if isinstance(outcome, _Lost):
                del running.futures[future]
                if not running.futures:
                    self._take_back([index])
                continue
            self._durations.append(time.monotonic() - running.since)
            for other in self._running.pop(index).futures:
                other.release()
            self._troubles.pop(index, None)
            yield index, outcome

    def _outcome(self, index: int, future: Future) -> Any:
        """The result, or _Lost if the block has to be computed again."""
        try:
            outcome = self._crew.ask(lambda: future.result(timeout=RESULT_SECONDS))
        except KilledWorker as error:
            self._note_death(index, error)
            return _Lost()
        except CancelledError:
            return _Lost()
        except ConnectionLost:
            self._note_transfer(index)
            return _Lost()
        if outcome is None:  # the worker took the work for cancelled
            return _Lost()
        if isinstance(outcome, Failure):
            self._note_failure(index, outcome)
            return _Lost()
        return outcome

    def _note_failure(self, index: int, failure: Failure) -> None:
        workers = self._troubles.setdefault(index, _Troubles()).workers
        workers.add(failure.worker)
        if len(workers) >= ATTEMPTS or not (self._crew.fit.keys() - workers or self._crew.is_checking):
            raise InputError(failure.message, failure.hint)
        self._crew.leave_out(failure.worker, failure.message)

    def _note_death(self, index: int, error: KilledWorker) -> None:
        troubles = self._troubles.setdefault(index, _Troubles())
        troubles.deaths += 1
        if troubles.deaths >= ATTEMPTS:
            raise ClusterError(
                f"Several workers ended while they computed block {index + 1} of {len(self._blocks)}.",
                "They may have run out of memory; see their output.",
            ) from error

    def _note_transfer(self, index: int) -> None:
        if self._crew.client.status != "running":
            return  # not the worker's fault
        troubles = self._troubles.setdefault(index, _Troubles())
        troubles.transfers += 1
        if troubles.transfers >= ATTEMPTS:
            raise ClusterError(
                f"The result of block {index + 1} of {len(self._blocks)} did not arrive within {RESULT_SECONDS:.0f} "
                f"seconds, {ATTEMPTS} times.",
                "This computer must be able to connect to the workers' ports, and the network must be fast enough.",
            )

    def _take_back(self, indices: Sequence[int]) -> None:
        for index in indices:
            for future in self._running.pop(index).futures:
                future.release()
            self._again.append(index)

    def _copy_late(self) -> None:
        """Send the blocks that take much longer than most once more, to other workers; the first result counts."""
        crew = self._crew
        if not self._durations or len(crew.fit) < 2:
            return
        limit = time.monotonic() - max(LATE * statistics.median(self._durations), LATE_SECONDS)
        late = [
            index for index, running in self._running.items() if running.since < limit and len(running.futures) == 1
        ]
        if not late:
            return
        with contextlib.suppress(ConnectionLost):  # noticed by the next look
            held = crew.ask(lambda: crew.client.sync(crew.client.processing, callback_timeout=ANSWER_SECONDS))
            for index in late:
                (future,) = self._running[index].futures
                self._submit(index, {worker for worker, keys in held.items() if future.key in keys})


class _Lost:
    """In place of a result that has to be computed again."""
