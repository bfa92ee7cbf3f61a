"""A process that is killed while it computes, on a cluster of Dask's own test utilities."""

import pytest
from distributed import Client
from distributed.utils_test import cluster

from alcd_core.cluster import scorer as module
from alcd_core.cluster.crew import Crew
from alcd_core.cluster.duties import assignment
from alcd_core.cluster.scorer import ClusterScorer
from alcd_core.cluster.weights import model_files
from alcd_core.learning.scoring import Scorer
from alcd_core.network.precision import choose_dtype
from alcd_core.progress import Reporter
from tests.core.network.tiny import CPU

HIGHEST_DIFFERENCE = 0.001
"""Of scores in bfloat16, if the processor multiplies it."""


def test_the_blocks_of_a_killed_process_are_computed_by_the_other(model, tiles, monkeypatch):
    monkeypatch.setattr(module, "BLOCK_SIDE", 2)
    ids, killed = sorted(tiles.windows), []
    alone = Scorer(model, tiles, CPU, choose_dtype(CPU)).score(ids, "entropy", first_members=1)
    with cluster(nworkers=2) as (scheduler, workers):

        def kill_one_after_the_first_block(event):
            if event["event"] == "progress" and event["fraction"] > 0 and not killed:
                killed.append(workers[0]["address"])
                workers[0]["proc"]().kill()

        work = assignment(tiles, "cpu", model_files(model))
        with Crew(
            lambda seconds: Client(scheduler["address"], timeout=seconds, set_as_default=False),
            "here",
            work,
            Reporter(),
        ) as crew:
            while len(crew.fit) < 2:
                crew.look()
            scorer = ClusterScorer(crew, model, tiles)
            together = scorer.score(ids, "entropy", first_members=1, reporter=Reporter(kill_one_after_the_first_block))
            assert killed
    assert [one.tile_id for one in together] == ids
    assert [one.score for one in together] == pytest.approx([one.score for one in alone], abs=HIGHEST_DIFFERENCE)
