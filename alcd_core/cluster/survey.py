"""A list of a cluster's workers: what each has, and why it could not take part in a job."""

from __future__ import annotations

import time
from dataclasses import dataclass

from distributed import Future
from distributed.client import ClosedClientError

from ..progress import Reporter
from .calls import check
from .crew import ANSWER_SECONDS, Connect, unreachable
from .preflight import UNREACHABLE, Inspection, inspect, reason_of_failed_check, reason_to_leave_out
from .scene import Scene

SECONDS = 300.0
"""How long the workers may take; importing PyTorch for the first time takes a while."""


@dataclass(frozen=True)
class Surveyed:
    """A worker; ``inspection`` is None if it did not answer. ``reason``: why it may not take part, or empty."""

    address: str
    inspection: Inspection | None
    reason: str

    def sentence(self) -> str:
        """The worker in words."""
        own = self.address if self.inspection is None else f"{self.inspection.sentence()} ({self.address})"
        return f"{own}: {self.reason or 'ready.'}"


def survey(connect: Connect, address: str, device: str, scene: Scene | None, reporter: Reporter) -> list[Surveyed]:
    """Inspect every worker. Without a scene no raster is read. Raises ClusterError and Cancelled."""
    own = inspect("cpu", scene)
    try:
        client = connect(2 * ANSWER_SECONDS)
    except (OSError, TimeoutError) as error:
        raise unreachable(address) from error
    try:
        with client:
            workers = list(client.nthreads(callback_timeout=ANSWER_SECONDS))
            checks = {worker: client.submit(check, device, scene, workers=[worker], pure=False) for worker in workers}
            _wait(list(checks.values()), reporter)
            return [_surveyed(worker, future, own) for worker, future in checks.items()]
    except (OSError, TimeoutError, ClosedClientError) as error:
        raise unreachable(address) from error


def _wait(futures: list[Future], reporter: Reporter) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        done = sum(future.status != "pending" for future in futures)
        if done == len(futures):
            return
        reporter.progress(done / len(futures), f"{done} of {len(futures)} workers checked")
        time.sleep(0.2)


def _surveyed(worker: str, future: Future, own: Inspection) -> Surveyed:
    if future.status == "error":
        return Surveyed(worker, None, reason_of_failed_check(future.exception(timeout=ANSWER_SECONDS)))
    if future.status in ("cancelled", "lost"):
        return Surveyed(worker, None, "the connection to the cluster was lost.")
    if future.status != "finished":
        return Surveyed(worker, None, f"it did not answer within {SECONDS:.0f} seconds.")
    try:
        inspection: Inspection = future.result(timeout=ANSWER_SECONDS)
    except TimeoutError:
        return Surveyed(worker, None, UNREACHABLE)
    return Surveyed(worker, inspection, reason_to_leave_out(inspection, own))
