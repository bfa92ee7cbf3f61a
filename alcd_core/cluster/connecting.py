"""Connections to a Dask cluster: one on the network, or processes of this machine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import dask
from distributed import Client, LocalCluster, Security

from ..errors import ClusterError
from .access import CONFIGURATION, STATUS_ADDRESS, Access
from .crew import Connect


def connect_to(access: Access) -> Connect:
    """Connect to a scheduler. Results come directly from the workers if they can be reached."""
    return lambda seconds: _client(access.address, seconds, access.security())


@contextmanager
def local_processes(count: int) -> Iterator[Connect]:
    """Processes of this machine that compute with one thread each, or on one GPU each; they end with this one.

    Their connections are encrypted with a certificate that nobody else has: a port without would let any user of the
    machine run programs as this one. Raises ClusterError if they cannot be started.
    """
    with dask.config.set(CONFIGURATION), _local_cluster(count) as cluster:
        yield lambda seconds: _client(cluster, seconds, cluster.security)


def _local_cluster(count: int) -> LocalCluster:
    try:
        return LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            processes=True,
            memory_limit=0,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": STATUS_ADDRESS},
            security=Security.temporary(),
            silence_logs=logging.CRITICAL,
        )
    except (OSError, TimeoutError, RuntimeError) as error:  # Dask raises RuntimeError for any failed start
        reason = error.__cause__ or error
        raise ClusterError(f"{count} processes could not be started ({reason}).", "Try fewer of them.") from error


def _client(address: str | LocalCluster, seconds: float, security: Security) -> Client:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a lost connection is reported in our own words
    return Client(
        address, security=security, timeout=seconds, set_as_default=False, name="alcd", direct_to_workers=True
    )
