"""The dates of tiles compared on a cluster."""

import pytest
import torch

from alcd_core.cluster import scorer as module
from alcd_core.cluster.crew import Crew
from alcd_core.cluster.duties import assignment
from alcd_core.cluster.suggestion import differences_on
from alcd_core.cluster.weights import network_file
from alcd_core.learning.suggestion import most_different, suggest_tiles
from alcd_core.progress import Reporter
from tests.core.cluster.crews import connecting, threads_as_workers
from tests.core.network.tiny import CPU, tiny_network


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(module, "BLOCK_SIDE", 2)


@pytest.mark.parametrize("measure", ["features", "prediction"])
def test_the_tiles_suggested_are_those_of_one_machine(tiles, measure):
    network, ids = tiny_network(), sorted(tiles.windows)
    work = assignment(tiles, "cpu", network_file(network))
    with threads_as_workers(2) as cluster, Crew(connecting(cluster), "here", work, Reporter()) as crew:
        found = dict(differences_on(crew, tiles, ids, measure, Reporter()))
    assert sorted(found) == ids and len(set(found.values())) > 40
    alone = suggest_tiles(network, tiles, ids, 12, measure, device=CPU, dtype=torch.float32)
    assert most_different(found.items(), 12) == alone
