"""Connections to a cluster of processes of this machine."""

from alcd_core.cluster.connecting import local_processes


def test_workers_keep_the_model_between_two_pieces_of_work():
    with local_processes(0) as connect, connect(60) as client:
        assert not client.amm.running()
