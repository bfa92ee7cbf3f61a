"""Parameters of ``worker``."""

from __future__ import annotations

from dataclasses import dataclass

from .job import Job, Kind, parameter, required
from .shared_parameters import EncryptionParameters


@dataclass(frozen=True)
class Worker(EncryptionParameters):
    """Compute for a Dask cluster until interrupted: one worker, which does one piece of work at a time. Start one per
    processor core, or one per graphics card."""

    address: str = required(
        "Address of the cluster's scheduler, such as tls://HOST:8786", Kind.ADDRESS, label="Dask scheduler"
    )
    threads: int = parameter(
        "Number of threads that compute a piece of work on the processor",
        Kind.INTEGER,
        1,
        label="Threads",
        minimum=1,
        maximum=1024,
    )


JOB = Job("worker", "Work for a Dask cluster", Worker)
