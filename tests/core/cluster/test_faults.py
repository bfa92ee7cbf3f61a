"""Workers that fail, end or are slow: the job ends right, or with a sentence."""

import threading
import time
from dataclasses import replace

import pytest
import torch
from distributed import Future, get_worker

from alcd_core.cluster import computing, duties
from alcd_core.cluster import crew as crew_module
from alcd_core.cluster import scorer as module
from alcd_core.cluster.scorer import ClusterScorer
from alcd_core.errors import Cancelled, ClusterError, InputError
from alcd_core.learning.scoring import Scorer
from alcd_core.progress import Reporter
from tests.core.cluster.crews import crew_of, threads_as_workers, tiles_of_a_pair
from tests.core.network.tiny import CPU


@pytest.fixture(scope="module")
def expected(model, tiles):
    return Scorer(model, tiles, CPU, torch.float32).score(sorted(tiles.windows), "entropy", first_members=1)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(module, "BLOCK_SIDE", 2)


@pytest.fixture
def cluster():
    with threads_as_workers(2) as cluster:
        yield cluster


@pytest.fixture
def before_each_block(monkeypatch):
    """Sets a function that each worker calls before it scores a block."""
    original = duties.predicted_tiles

    def install(prelude):
        def predicted(members, source, tile_ids, *rest):
            prelude(tile_ids)
            return original(members, source, tile_ids, *rest)

        monkeypatch.setattr(duties, "predicted_tiles", predicted)

    return install


def scores(cluster, model, tiles, reporter=None):
    with crew_of(cluster, model, tiles, reporter) as crew:
        return ClusterScorer(crew, model, tiles).score(
            sorted(tiles.windows), "entropy", first_members=1, reporter=reporter
        )


def first_to_begin():
    """Tells whether a worker is the one that began with the first block: each of the others may be left without any."""
    first, lock = [], threading.Lock()

    def is_first(address):
        with lock:
            first.append(address)
        return address == first[0]

    return is_first


def messages_into(said):
    return Reporter(lambda event: said.append(event["message"]) if event["event"] == "message" else None)


def test_the_blocks_of_a_worker_that_ends_are_computed_elsewhere(cluster, model, tiles, expected, before_each_block):
    done = []

    def end_a_worker(_block):
        done.append(get_worker().address)
        if len(done) == 3:
            threading.Thread(target=cluster.scale, args=(1,)).start()

    before_each_block(end_a_worker)
    assert scores(cluster, model, tiles) == expected
    assert len(cluster.workers) == 1


def test_a_worker_that_fails_is_left_out_and_named(cluster, model, tiles, expected, before_each_block):
    is_first, said, broken = first_to_begin(), [], []

    def fail_on_one(_block):
        if is_first(get_worker().address):
            broken.append(get_worker().address)
            raise RuntimeError("CUDA error: an illegal memory access was encountered")

    before_each_block(fail_on_one)
    assert scores(cluster, model, tiles, messages_into(said)) == expected
    assert [broken[0] in text and "illegal memory access" in text for text in said] == [True]


def test_a_tile_that_fails_everywhere_ends_the_job_with_its_own_sentence(cluster, model, tiles, before_each_block):
    def fail_on_one_tile(block):
        if 25 in block:
            raise InputError("before.tif cannot be read.", "Copy it again.")

    before_each_block(fail_on_one_tile)
    with pytest.raises(InputError, match=r"before\.tif cannot be read"):
        scores(cluster, model, tiles)


def test_a_slow_worker_does_not_hold_up_the_others(cluster, model, tiles, expected, before_each_block, monkeypatch):
    monkeypatch.setattr(computing, "LATE_SECONDS", 0.5)
    is_first, may_go_on = first_to_begin(), threading.Event()

    def wait_on_one(_block):
        if is_first(get_worker().address):
            may_go_on.wait(100)

    monkeypatch.setattr(duties, "_alone", threading.Semaphore(2))  # both workers are in this process
    before_each_block(wait_on_one)
    try:
        assert scores(cluster, model, tiles) == expected
        assert not may_go_on.is_set()
    finally:
        may_go_on.set()


def test_a_job_can_be_cancelled_at_any_time(cluster, model, tiles, before_each_block):
    asked = threading.Event()
    before_each_block(lambda _block: asked.set())
    with pytest.raises(Cancelled):
        scores(cluster, model, tiles, Reporter(cancelled=asked.is_set))


def test_a_cluster_whose_scheduler_has_gone_is_named(model, tiles, monkeypatch):
    monkeypatch.setattr("alcd_core.cluster.crew.ANSWER_SECONDS", 0.2)
    with threads_as_workers(0) as cluster:
        crew = crew_of(cluster, model, tiles)
    crew._connect = lambda seconds: (_ for _ in ()).throw(OSError("refused"))
    with pytest.raises(ClusterError, match="The Dask scheduler at here cannot be reached"), crew:
        pass


def test_workers_that_read_another_raster_are_left_out(cluster, model, tiles, tmp_path, monkeypatch):
    other = tiles_of_a_pair(tmp_path)  # the same size and place
    own = crew_module.inspect("cpu", duties.scene_of(other))
    monkeypatch.setattr(crew_module, "inspect", lambda *_: own)
    with pytest.raises(ClusterError, match=r"None of the workers at here can do this job.*reads another raster"):
        scores(cluster, model, tiles)


def test_a_lost_connection_is_made_again(cluster, model, tiles, expected, before_each_block):
    said, done = [], []
    crew = crew_of(cluster, model, tiles, messages_into(said))

    def lose_the_connection(_block):
        done.append(True)
        if len(done) == 3:
            threading.Thread(target=crew.client.close).start()

    before_each_block(lose_the_connection)
    with crew:
        assert ClusterScorer(crew, model, tiles).score(sorted(tiles.windows), "entropy", first_members=1) == expected
    assert said == ["The connection to here was lost; connecting again."]


def test_workers_that_come_back_are_used_although_another_one_was_left_out(
    cluster, model, tiles, expected, before_each_block, monkeypatch
):
    monkeypatch.setattr("alcd_core.cluster.crew.LOOK_SECONDS", 0.1)
    is_first, done = first_to_begin(), []

    def put_another_in_place_of(address):
        gone = next(worker for worker in cluster.workers.values() if worker.address == address)
        cluster.sync(gone.close)
        time.sleep(1)
        cluster.scale(3)

    def fail_on_one_and_end_the_other(_block):
        address = get_worker().address
        if is_first(address):
            raise RuntimeError("CUDA error")
        done.append(address)
        if len(done) == 3:
            threading.Thread(target=put_another_in_place_of, args=(address,)).start()

    before_each_block(fail_on_one_and_end_the_other)
    assert scores(cluster, model, tiles) == expected
    assert len(set(done)) > 1


@pytest.fixture
def lost_results(monkeypatch):
    """Makes results with this time limit never arrive here, as if a firewall kept them."""
    original = Future.result

    def lose(limit):
        def result(future, timeout=None):
            if timeout == limit:
                raise TimeoutError
            return original(future, timeout)

        monkeypatch.setattr(Future, "result", result)

    return lose


def test_workers_whose_answers_do_not_arrive_are_left_out(cluster, model, tiles, lost_results, monkeypatch):
    monkeypatch.setattr("alcd_core.cluster.crew.LOOK_SECONDS", 0.1)
    lost_results(crew_module.ANSWER_SECONDS)
    with pytest.raises(ClusterError, match=r"None of the workers.*must be able to connect to the workers' ports"):
        scores(cluster, model, tiles)


def test_a_result_that_never_arrives_ends_the_job_with_a_sentence(cluster, model, tiles, lost_results):
    lost_results(computing.RESULT_SECONDS)
    with pytest.raises(ClusterError, match=r"The result of block \d+ of 9 did not arrive within 60 seconds, 3 times"):
        scores(cluster, model, tiles)


def test_the_assignment_is_sent_to_another_worker_if_the_first_does_not_take_it(cluster, model, tiles, expected):
    tried = []
    with crew_of(cluster, model, tiles) as crew:
        scatter = crew.client.scatter

        def first_fails(content, workers, direct):
            tried.append(workers[0])
            if len(tried) == 1:
                raise TimeoutError
            return scatter(content, workers=workers, direct=direct)

        crew.client.scatter = first_fails
        while len(crew.fit) < 2:
            crew.look()
            time.sleep(0.05)
        found = ClusterScorer(crew, model, tiles).score(sorted(tiles.windows), "entropy", first_members=1)
    assert found == expected
    assert len(set(tried)) == 2


def test_rasters_that_cannot_be_read_here_are_not_blamed_on_the_workers(cluster, model, tiles, monkeypatch):
    own = crew_module.inspect("cpu", None)
    fault = "before.tif cannot be read."
    monkeypatch.setattr(crew_module, "inspect", lambda *_: replace(own, fault=fault))
    with pytest.raises(InputError, match=fault):
        scores(cluster, model, tiles)
