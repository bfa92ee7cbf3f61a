"""Processes without a cluster that share the tiles evenly: what the cores of this machine give at best."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from types import TracebackType

import psutil
import torch
from cluster_processes import cpu_seconds

from alcd_core.cluster.scene import Scene, scene_of
from alcd_core.imagery.grid import Window
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.learning.scoring import Scorer
from alcd_core.network.model import TrainedModel
from alcd_core.network.precision import choose_dtype

CPU = torch.device("cpu")
_scorers: list[Scorer] = []  # of this process


class Apart:
    """A context manager: ``count`` processes, each with the model and one thread."""

    def __init__(self, model: TrainedModel, source: RasterTiles, count: int) -> None:
        self._count = count
        made = (model, scene_of(source), source.windows)
        self._pool = multiprocessing.get_context("spawn").Pool(count, prepare, made)

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.terminate()

    def score(self, ids: Sequence[int], acquisition: str) -> None:
        """Score the tiles: each process as many neighbouring ones."""
        share = -(-len(ids) // self._count)
        parts = [(list(ids[start : start + share]), acquisition) for start in range(0, len(ids), share)]
        self._pool.map(score_part, parts, chunksize=1)

    def cpu_seconds(self) -> float:
        """CPU time that the processes have used so far."""
        return sum(cpu_seconds(child) for child in psutil.Process().children() if "spawn" in " ".join(child.cmdline()))


def prepare(model: TrainedModel, scene: Scene, windows: dict[int, Window]) -> None:
    """Load the model in this process."""
    torch.set_num_threads(1)
    _scorers.append(Scorer(model, scene.tiles(windows), CPU, choose_dtype(CPU)))


def score_part(part: tuple[list[int], str]) -> None:
    """Score some tiles in this process."""
    ids, acquisition = part
    _scorers[0].score(ids, acquisition)
