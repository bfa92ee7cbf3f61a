"""One worker of a cluster, for as long as it is wanted."""

from __future__ import annotations

import asyncio
import logging

import dask
from distributed import Nanny

from ..progress import Reporter
from .access import CONFIGURATION, STATUS_ADDRESS, Access

SCHEDULER_SECONDS = 300
"""How long a worker may take to start and to reach its scheduler; on a busy machine PyTorch alone takes a minute."""
PAUSE_SECONDS = 2.0
CHECK_SECONDS = 0.5
_QUIET = {"distributed.nanny.pre-spawn-environ.DASK_LOGGING__DISTRIBUTED": "critical"}
"""A worker's process logs nothing of its own, such as a traceback for a scheduler that has gone."""


async def work_for(access: Access, threads: int, reporter: Reporter) -> None:
    """Run a worker until the reporter says that the job is cancelled; never returns by itself.

    The worker is a process of its own, which is started again if it ends. If the scheduler is lost, it is tried until
    it is back. Dask's limits on memory are off: they know nothing of what PyTorch needs.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with dask.config.set({**CONFIGURATION, **_QUIET}):
        while True:
            reporter.message(f"Connecting to {access.address}.")
            try:
                await _work(access, threads, reporter)
                reporter.message(f"The scheduler at {access.address} was lost. Trying to reach it again.")
            except (OSError, TimeoutError, RuntimeError) as error:  # Dask raises RuntimeError for any failed start
                reason = error.__cause__ or error
                reporter.message(f"No worker could be started for {access.address} ({reason}). Trying again.")
            reporter.check()
            await asyncio.sleep(PAUSE_SECONDS)


async def _work(access: Access, threads: int, reporter: Reporter) -> None:
    """Work until the scheduler is lost."""
    async with Nanny(
        access.address,
        nthreads=1,
        memory_limit=0,
        host="127.0.0.1" if access.is_loopback else None,
        security=access.security(),
        death_timeout=SCHEDULER_SECONDS,
        dashboard=False,
        dashboard_address=STATUS_ADDRESS,
        env={"OMP_NUM_THREADS": str(threads), "MKL_NUM_THREADS": str(threads)},  # Dask sets both to 1
    ) as nanny:
        reporter.message(f"Working for {access.address} with {threads} thread{'s' if threads > 1 else ''}.")
        reporter.progress(0.0, f"Working for {access.address}")
        while nanny.process is not None and nanny.status.name in ("init", "starting", "running"):
            reporter.check()
            await asyncio.sleep(CHECK_SECONDS)
