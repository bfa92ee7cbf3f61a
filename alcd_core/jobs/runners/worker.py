"""Runs ``worker``."""

from __future__ import annotations

import asyncio
from typing import Any

from ...cluster.access import Access
from ...cluster.worker import work_for
from ...progress import Reporter
from ..worker import Worker


def run(parameters: Worker, reporter: Reporter) -> dict[str, Any]:
    """Work until the job is cancelled."""
    access = Access(
        parameters.address,
        parameters.tls_ca_file,
        parameters.tls_cert,
        parameters.tls_key,
        parameters.allow_unencrypted,
    )
    asyncio.run(work_for(access, parameters.threads, reporter))
    return {"summary": "The worker has ended."}
