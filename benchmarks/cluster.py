"""Computing on a Dask cluster: speed with 1, 2 and 4 workers, what a block costs, memory, and bytes moved.

``speed``: the tiles of a region, 64 pixels wide in blocks of 64, scored alone and by each number of workers of one
thread in turn, several times; and by as many processes that share the tiles without a cluster, for comparison.
``blocks``: many small blocks, to see what one costs, and whether the memory of client and scheduler stays flat.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import psutil
import torch
from apart import Apart
from cluster_processes import Processes, cpu_seconds, megabytes
from commands import job
from measuring import Seconds, spread, timed

from alcd_core.campaign.campaign import open_campaign
from alcd_core.cluster.access import Access
from alcd_core.cluster.calls import Block
from alcd_core.cluster.computing import Computation
from alcd_core.cluster.connecting import connect_to
from alcd_core.cluster.crew import Crew
from alcd_core.cluster.duties import assignment
from alcd_core.cluster.scorer import ClusterScorer
from alcd_core.cluster.weights import model_files
from alcd_core.imagery.grid import Window
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.jobs.helpers.models import trained_model
from alcd_core.jobs.helpers.session import unlabelled_source
from alcd_core.learning.scoring import Scorer
from alcd_core.network.model import TrainedModel
from alcd_core.network.precision import choose_dtype
from alcd_core.progress import Reporter

CPU = torch.device("cpu")


class Repeated:
    """Blocks of one tile each that all show the same few windows, made when they are needed."""

    def __init__(self, windows: Sequence[Window], count: int) -> None:
        self._windows, self._count = windows, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Block:
        return {index: self._windows[index % len(self._windows)]}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("speed", "blocks"))
    parser.add_argument("region", type=Path, help="folder with before.tif, after.tif and changes.gpkg")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--tiles", type=int, default=2048, help="of the region, for speed")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--blocks", type=int, nargs="+", default=[10_000, 200_000])
    options = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "speed":
            network, tiling = ["--encoder", "resnet18", "--encoder-depth", 4], ["--tile-size", 64, "--overlap", 0]
            model, source = prepared(Path(folder), options.region, network, tiling)
            measure_speed(model, source, options)
        else:
            small = ["--encoder", "resnet18", "--encoder-depth", 3, "--members", 1]
            model, source = prepared(Path(folder), options.region, small, ["--tile-size", 32, "--overlap", 0])
            measure_blocks(model, source, options)


def prepared(folder: Path, region: Path, network: list[object], tiling: Sequence[object] = ()) -> tuple:
    """A model trained for an epoch, and the tiles of the region."""
    made = folder / "region.alcd"
    rasters = ["--before", region.resolve() / "before.tif", "--after", region.resolve() / "after.tif"]
    job("create", made, *rasters, *tiling)
    ids = [tile.tile_id for tile in open_campaign(made).tiles()]
    some = ",".join(map(str, ids[:: max(1, len(ids) // 60)]))
    job("label", made, "--reference", region / "changes.gpkg", "--tiles", some)
    job("train", made, *network, "--encoder-weights", "none", "--epochs", 1, "--device", "cpu")
    campaign = open_campaign(made)
    windows = {tile.tile_id: tile.window for tile in campaign.tiles()}
    return trained_model(campaign, None), unlabelled_source(campaign, windows)


def measure_speed(model: TrainedModel, source: RasterTiles, options: argparse.Namespace) -> None:
    """Seconds to score the tiles in each way, one after the other so that nothing else runs, and the bytes moved."""
    ids = sorted(source.windows, key=lambda number: (source.windows[number].y, source.windows[number].x))
    ids = ids[: options.tiles]
    ways: dict[str, Callable[[], AbstractContextManager[Way]]] = {"alone": lambda: alone(model, source)}
    for count in options.workers:
        ways[f"{count} workers"] = partial(on_cluster, model, source, count)
    for count in options.workers[1:]:
        ways[f"{count} processes without a cluster"] = partial(apart, model, source, count)
    taken: dict[str, list[Seconds]] = {name: [] for name in ways}
    expected = Scorer(model, source, CPU, choose_dtype(CPU)).score(ids, "entropy")
    for _ in range(options.repeats):
        for name, way in ways.items():
            with way() as (scorer, processes):
                load_model(scorer, ids)
                scores, seconds = timed_scoring(scorer, processes, ids)
                taken[name].append(seconds)
            if scores not in (None, expected):
                raise SystemExit(f"The scores differ: {name}.")
    print_speed(taken, len(ids))
    with on_cluster(model, source, options.workers[-1]) as (scorer, _):
        scorer.score(ids, "entropy")  # now every worker has the model
        print_traffic(scorer, ids)


def load_model(scorer: Scorer | ClusterScorer | Apart, ids: Sequence[int]) -> None:
    """Score a few tiles of different blocks, so that all processes load the model."""
    scorer.score(ids[:: max(1, len(ids) // 16)], "entropy")


Way = tuple[Scorer | ClusterScorer | Apart, Processes | Apart | None]
"""What scores, and the processes that compute besides this one."""


@contextmanager
def alone(model: TrainedModel, source: RasterTiles) -> Iterator[Way]:
    """In this process."""
    yield Scorer(model, source, CPU, choose_dtype(CPU)), None


@contextmanager
def on_cluster(model: TrainedModel, source: RasterTiles, count: int) -> Iterator[Way]:
    """On a scheduler and workers of its own."""
    with Processes(count) as cluster, crew_of(cluster.address, model, source, count) as crew:
        yield ClusterScorer(crew, model, source), cluster


@contextmanager
def apart(model: TrainedModel, source: RasterTiles, count: int) -> Iterator[Way]:
    """In processes that share the tiles without a cluster."""
    with Apart(model, source, count) as processes:
        yield processes, processes


def timed_scoring(
    scorer: Scorer | ClusterScorer | Apart, processes: Processes | Apart | None, ids: Sequence[int]
) -> tuple[object, Seconds]:
    """The scores, and the time that they took: CPU seconds of all processes together."""
    others = processes.cpu_seconds() if processes else 0.0
    scores, seconds = timed(lambda: scorer.score(ids, "entropy"))
    return scores, Seconds(seconds.cpu + (processes.cpu_seconds() if processes else 0.0) - others, seconds.wall)


def print_speed(taken: Mapping[str, Sequence[Seconds]], tiles: int) -> None:
    """A line for each number of workers."""
    alone = statistics.median(one.wall for one in taken["alone"])
    for name, seconds in taken.items():
        wall, cpu = ([getattr(one, clock) for one in seconds] for clock in ("wall", "cpu"))
        print(
            f"{name}: {spread(wall, '.1f')} s for {tiles} tiles, {alone / statistics.median(wall):.2f} times as fast "
            f"as alone; {spread(cpu, '.1f')} CPU s in all",
            flush=True,
        )


def print_traffic(scorer: ClusterScorer, ids: Sequence[int]) -> None:
    """Bytes per tile over the loopback interface."""
    for what, work in {
        "query": lambda: scorer.score(ids, "entropy"),
        "predict": lambda: sum(1 for _ in scorer.predict(ids)),
    }.items():
        before = psutil.net_io_counters(pernic=True)["lo"].bytes_sent
        work()
        moved = psutil.net_io_counters(pernic=True)["lo"].bytes_sent - before
        print(f"{what} moves {moved / len(ids) / 1e3:.2f} kB per tile", flush=True)


def measure_blocks(model: TrainedModel, source: RasterTiles, options: argparse.Namespace) -> None:
    """What a block costs beside its computing, and the memory of client, scheduler and workers."""
    windows = list(source.windows.values())[:64]
    some = dict(enumerate(windows))
    one = Scorer(model, source.at(some), CPU, choose_dtype(CPU))
    begun = time.perf_counter()
    one.score(list(some), "entropy")
    print(f"alone: {(time.perf_counter() - begun) / len(windows) * 1e3:.1f} ms per tile, in batches")
    with Processes(options.workers[0]) as cluster:
        for count in options.blocks:
            with crew_of(cluster.address, model, source, options.workers[0]) as crew:
                run_blocks(crew, Repeated(windows, count), cluster)


def run_blocks(crew: Crew, blocks: Repeated, cluster: Processes) -> None:
    """Compute the blocks, and print a line at each tenth of them: CPU time of each process and its memory."""
    processes = {"client": psutil.Process(), **cluster.processes()}
    begun = {name: cpu_seconds(process) for name, process in processes.items()}
    values = {"acquisition": "entropy", "first_members": 1}
    for done, _ in enumerate(Computation(crew, "score", blocks, values, Reporter()), start=1):
        if done % (len(blocks) // 10) == 0:
            shown = ", ".join(
                f"{name} {(cpu_seconds(process) - begun[name]) / done * 1e3:.1f} CPU ms each and "
                f"{megabytes(process.pid):.0f} MB"
                for name, process in processes.items()
            )
            print(f"{done} of {len(blocks)} blocks: {shown}", flush=True)


@contextmanager
def crew_of(address: str, model: TrainedModel, source: RasterTiles, count: int) -> Iterator[Crew]:
    """The workers at the address, as soon as all ``count`` have been checked."""
    work = assignment(source, "cpu", model_files(model))
    with Crew(connect_to(Access(address)), address, work, Reporter()) as crew:
        while len(crew.fit) < count:
            crew.look()
            time.sleep(0.1)
        yield crew


if __name__ == "__main__":
    main()
