"""The workers that take part in a job: the connection to them, their check, and what they are sent once."""

from __future__ import annotations

import queue
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from types import TracebackType
from typing import Any, TypeVar

from distributed import Client, Future
from distributed.client import ClosedClientError

from ..errors import ClusterError, InputError
from ..progress import Reporter
from .calls import check
from .duties import Assignment, topic
from .preflight import UNREACHABLE, Inspection, inspect, reason_of_failed_check, reason_to_leave_out

Answer = TypeVar("Answer")
Connect = Callable[[float], Client]
"""Connects within a number of seconds. Raises OSError or TimeoutError."""

LOOK_SECONDS = 2.0
"""How often the workers are counted."""
ANSWER_SECONDS = 5.0
"""How long the scheduler may take to answer before it is asked again."""
SEND_SECONDS = 120.0
"""How long sending the assignment to a worker may take before another one is tried."""
UNANSWERED = 3
"""Checks of a worker whose results did not arrive here, before it is left out."""
PATIENCE_SECONDS = 300.0
"""How long a job waits for a scheduler that was lost, or for a first worker."""
LATER_HINT = "Nothing was changed; start the job again when it is back."


class ConnectionLost(Exception):
    """The scheduler does not answer, or the connection to it is closed."""


def unreachable(address: str) -> ClusterError:
    """The error for a scheduler that does not answer."""
    return ClusterError(
        f"The Dask scheduler at {address} cannot be reached.",
        f"Check that it runs, its address and the TLS files. {LATER_HINT}",
    )


class Crew:
    """A context manager around the workers that can do one assignment.

    ``fit``: the inspections of the workers that passed their check, by address; ``left_out``: reasons by address.
    A worker that joins later is checked then. ``address``: how to name the cluster. Raises InputError if the rasters
    cannot be read here, and ClusterError.
    """

    def __init__(self, connect: Connect, address: str, assignment: Assignment, reporter: Reporter) -> None:
        self._connect = connect
        self._address = address
        self._assignment = assignment
        self._reporter = reporter
        self._own = inspect("cpu", assignment.scene)
        if self._own.fault:
            raise InputError(self._own.fault, "Check the campaign's imagery.")
        self._client: Client | None = None
        self._sent: Future | None = None
        self._events: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._checks: dict[str, Future] = {}
        self._inspections: dict[str, Inspection] = {}
        self._unanswered: Counter[str] = Counter()
        self._silent: set[str] = set()  # workers that the assignment could not be sent to
        self._was_fit = False  # whether there ever was a worker that can do this
        self._counted = self._answered = time.monotonic()
        self.fit: dict[str, Inspection] = {}
        self.left_out: dict[str, str] = {}
        self.connections = 0

    def __enter__(self) -> Crew:
        self.connect(patience=2 * ANSWER_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drop()

    @property
    def client(self) -> Client:
        """The connection."""
        if self._client is None:
            raise RuntimeError("The crew is not connected.")
        return self._client

    @property
    def is_checking(self) -> bool:
        """Whether more workers may become fit soon."""
        return bool(self._checks)

    def connect(self, patience: float = PATIENCE_SECONDS) -> None:
        """Connect to the scheduler, anew if need be. All workers are checked again, and what they were sent is lost."""
        self._drop()
        deadline = time.monotonic() + patience
        while self._client is None:
            self._reporter.check()
            try:
                self._client = self._connect(ANSWER_SECONDS)
            except (OSError, TimeoutError) as error:
                if time.monotonic() > deadline:
                    raise unreachable(self._address) from error
                time.sleep(0.5)
        self._listen()
        self._counted, self._answered = 0.0, time.monotonic()
        self.connections += 1

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """What the question to the cluster returns. Raises ConnectionLost."""
        try:
            return question()
        except (OSError, TimeoutError, ClosedClientError) as error:
            raise ConnectionLost from error
        except RuntimeError as error:
            if self.client.status == "running":
                raise
            raise ConnectionLost from error  # a connection that is being closed

    def look(self) -> None:
        """Count and check the workers if it is time. Reconnects if the scheduler was lost."""
        now = time.monotonic()
        if self.client.status in ("closing", "closed") or now - self._answered > PATIENCE_SECONDS:
            self._reporter.message(f"The connection to {self._address} was lost; connecting again.")
            self.connect()
        try:
            self._read_checks()
            if now - self._counted >= LOOK_SECONDS:
                self._counted = now
                self._count()
        except ConnectionLost:
            return

    def _count(self) -> None:
        """Forget the workers that have gone, and check new ones."""
        present = set(self.ask(lambda: self.client.nthreads(callback_timeout=ANSWER_SECONDS)))
        self._answered = time.monotonic()
        self._listen()
        for known in (self.fit, self._checks, self.left_out):
            for address in set(known) - present:
                del known[address]
        for address in present - set(self.fit) - set(self.left_out) - set(self._checks):
            self._checks[address] = self._checked(address)
        self._require_some()

    def _listen(self) -> None:
        """Subscribe to what the workers report. Done again and again: Dask does not after a reconnection of its own."""
        self.client.subscribe_topic(topic(self._assignment.key), lambda event: self._events.put(event[1]))

    def events(self) -> Iterator[dict[str, Any]]:
        """What the workers have reported since the last call."""
        while not self._events.empty():
            yield self._events.get()

    def leave_out(self, address: str, reason: str) -> None:
        """Give this worker no more work."""
        self.fit.pop(address, None)
        if address not in self.left_out:
            self.left_out[address] = reason
            self._reporter.message(f"Worker {self._name(address)} is left out: {reason}")

    def assignment(self) -> Future:
        """The assignment on the workers. It is sent to one, and the others get it from each other, each once.
        Raises ConnectionLost."""
        if self._sent is None or self._sent.status in ("lost", "cancelled", "error"):
            key = f"alcd-{self._assignment.key[:16]}-{uuid.uuid4().hex}"
            first = min(self.fit, key=self._silent.__contains__)
            scatter = partial(self.client.scatter, {key: self._assignment}, workers=[first], direct=True)
            try:
                self._sent = self.ask(lambda: self.client.sync(scatter, callback_timeout=SEND_SECONDS))[key]
            except ConnectionLost:
                self._silent.add(first)
                raise
        return self._sent

    def _checked(self, address: str) -> Future:
        # On each worker alone: a check that fails there must not be tried elsewhere.
        work = self._assignment
        return self.ask(
            lambda: self.client.submit(check, work.device, work.scene, workers=[address], pure=False, priority=10)
        )

    def _read_checks(self) -> None:
        for address, future in list(self._checks.items()):
            if future.status == "pending":
                continue
            del self._checks[address]
            if future.status == "finished":
                self._read_check(address, future)
            elif future.status == "error":
                error = self.ask(partial(future.exception, timeout=ANSWER_SECONDS))
                self.leave_out(address, reason_of_failed_check(error))

    def _read_check(self, address: str, future: Future) -> None:
        try:
            inspection = self.ask(partial(future.result, timeout=ANSWER_SECONDS))
        except ConnectionLost:
            self._unanswered[address] += 1  # it will be checked again
            if self._unanswered[address] >= UNANSWERED:
                self.leave_out(address, UNREACHABLE)
            return
        self._judge(address, inspection)

    def _judge(self, address: str, inspection: Inspection) -> None:
        self._inspections[address] = inspection
        reason = reason_to_leave_out(inspection, self._own)
        if reason:
            self.leave_out(address, reason)
            return
        others = {other.precision for other in self.fit.values()}
        self.fit[address] = inspection
        self._was_fit = True
        if others and inspection.precision not in others:
            self._reporter.message(
                f"{inspection.sentence()}. Other workers compute in {', '.join(sorted(others))}: scores may differ by "
                "up to 0.001, depending on which worker computes a tile."
            )

    def _require_some(self) -> None:
        """Raise ClusterError if every worker is left out, unless one that has gone may come back."""
        if self._was_fit or self._checks or not self.left_out:
            return
        raise ClusterError(
            f"None of the workers at {self._address} can do this job. {self.reasons()}",
            "Start workers that have the same versions and see the same rasters under the same paths.",
        )

    def reasons(self) -> str:
        """The workers that are left out, each with the reason."""
        return "; ".join(f"{self._name(address)}: {reason}" for address, reason in self.left_out.items())

    def _name(self, address: str) -> str:
        inspection = self._inspections.get(address)
        return address if inspection is None else f"{inspection.host} ({address})"

    def _drop(self) -> None:
        """Close the connection, if there is one; it may be broken."""
        client, self._client, self._sent = self._client, None, None
        self._checks.clear()
        self.fit = {}
        if client is not None:
            client.close(timeout=2)
