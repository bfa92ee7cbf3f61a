"""A worker as it is started on the command line."""

import asyncio
import os
import socket

import dask
import psutil
import pytest
import torch
from distributed import Client, LocalCluster

from alcd_core.cluster import worker as module
from alcd_core.cluster.access import Access
from alcd_core.cluster.worker import work_for
from alcd_core.errors import Cancelled
from alcd_core.progress import Reporter


def ports_on_the_network():
    """Ports of this process's children that other computers reach."""
    found = [one for child in psutil.Process().children(recursive=True) for one in child.net_connections("tcp")]
    return {one.laddr.port for one in found if one.status == "LISTEN" and one.laddr.ip not in ("127.0.0.1", "::1")}


def work_until(cluster, threads, is_done):
    """Run a worker until the function says so."""
    access = Access(cluster.scheduler_address, allow_unencrypted=True)
    with pytest.raises(Cancelled):
        asyncio.run(work_for(access, threads, Reporter(cancelled=is_done)))


@pytest.fixture
def cluster():
    local = {"processes": False, "protocol": "tcp", "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(n_workers=0, scheduler_kwargs={"dashboard_address": "127.0.0.1:0"}, **local) as cluster:
        yield cluster


def test_a_worker_is_reached_from_the_network_at_its_own_address_alone(cluster, monkeypatch):
    monkeypatch.setattr(Access, "is_loopback", False)
    before, found = ports_on_the_network(), []

    def works():
        addresses = list(cluster.scheduler.workers)
        found.extend((int(address.rsplit(":", 1)[1]), ports_on_the_network() - before) for address in addresses)
        return bool(found)

    work_until(cluster, 1, works)
    port, ports = found[0]
    assert ports == {port}


def test_a_worker_computes_with_the_threads_that_it_was_given(cluster):
    found = []

    def works():
        found.extend(client.run(torch.get_num_threads).values())
        return bool(found)

    with Client(cluster, set_as_default=False) as client:
        work_until(cluster, 2, works)
    assert found == [2]


def test_a_worker_gets_memory_from_the_system_as_a_job_alone_does(cluster):
    found = []

    def works():
        found.extend(client.run(os.environ.get, "MALLOC_TRIM_THRESHOLD_").values())
        return bool(found)

    with Client(cluster, set_as_default=False) as client:
        work_until(cluster, 1, works)
    assert found == [None]


def test_a_worker_waits_for_a_scheduler_that_is_not_there_yet(monkeypatch):
    monkeypatch.setattr(module, "PAUSE_SECONDS", 0.01)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        access = Access(f"tcp://127.0.0.1:{probe.getsockname()[1]}")
    said = []
    reporter = Reporter(lambda event: said.append(event["message"]), lambda: said.count(said[0]) == 3)
    with dask.config.set({"distributed.comm.timeouts.connect": "0.2s"}), pytest.raises(Cancelled):
        asyncio.run(work_for(access, 1, reporter))
    assert sum(text.startswith(f"No worker could be started for {access.address}") for text in said) >= 2
