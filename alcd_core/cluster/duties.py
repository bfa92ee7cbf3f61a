"""What a worker does with the pieces of work that it is sent."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch
from distributed import get_worker

from ..errors import AlcdError, Cancelled
from ..imagery.raster_tiles import RasterTiles
from ..learning.model_training import train_one
from ..learning.scoring import TilePrediction, TileScore, predicted_tiles, tile_score
from ..learning.suggestion import Measure, tile_differences
from ..network.members import Member
from ..network.precision import choose_device, choose_dtype
from ..network.siamese import SiameseUNet
from ..progress import Reporter
from .calls import Block, Duty, Piece
from .preflight import Inspection, inspect
from .scene import Scene, scene_of
from .weights import ModelFiles, NetworkFile, Trainings, Weights, content_hash

EVENT_SECONDS = 1.0
"""How often progress is sent to the client."""


@dataclass(frozen=True)
class Assignment:
    """What a worker must know of a job; it is sent to each worker once. ``key``: a hash of the content."""

    key: str
    scene: Scene
    device: str
    weights: Weights


def assignment(tiles: RasterTiles, device: str, weights: Weights) -> Assignment:
    """The assignment to work on tiles with weights. ``device`` as in ``choose_device``, on each worker."""
    scene = scene_of(tiles)
    return Assignment(
        content_hash([weights.hash.encode(), repr(scene).encode(), device.encode()]), scene, device, weights
    )


@dataclass(frozen=True)
class Failure:
    """A piece of work that a worker could not do, and why."""

    worker: str
    message: str
    hint: str


@dataclass(frozen=True)
class Prepared:
    """An assignment with its rasters open and its weights on the device."""

    key: str
    tiles: RasterTiles
    device: torch.device
    dtype: torch.dtype
    members: list[Member]
    network: SiameseUNet | None
    trainings: Trainings | None


_alone = threading.Lock()  # rasters and networks serve one piece of work at a time, whatever the worker's threads
_prepared: list[Prepared] = []  # that of the last assignment


def attempt(duty: Duty, work: Assignment, piece: Piece, options: Mapping[str, Any]) -> Any:
    """Do a piece of work. Returns what the duty returns, or a Failure."""
    try:
        with _alone:
            return DUTIES[duty](prepared(work), piece, **options)
    except AlcdError as error:
        return Failure(get_worker().address, error.message, error.hint)
    except Cancelled:
        return None
    except Exception as error:  # noqa: BLE001  # a broken disk or GPU may raise anything; the client reports it
        return Failure(get_worker().address, f"{type(error).__name__}: {error}", "")


def check(device: str, scene: Scene | None) -> Inspection:
    """Inspect the worker that runs this."""
    with _alone:
        _take_own_gpu()
        return inspect(device, scene)


def prepared(work: Assignment) -> Prepared:
    """The assignment, ready to work on; that of the last piece of work if it is the same."""
    if not _prepared or _prepared[0].key != work.key:
        _prepared.clear()
        _prepared.append(_prepare(work))
    return _prepared[0]


def _prepare(work: Assignment) -> Prepared:
    _take_own_gpu()
    device = choose_device(work.device)
    dtype = choose_dtype(device)
    weights = work.weights
    members = weights.members(device, dtype) if isinstance(weights, ModelFiles) else []
    network = weights.network() if isinstance(weights, NetworkFile) else None
    trainings = weights if isinstance(weights, Trainings) else None
    return Prepared(work.key, work.scene.tiles({}), device, dtype, members, network, trainings)


def _take_own_gpu() -> None:
    """Use one GPU per worker: the workers of ``--local-workers`` are numbered."""
    name = get_worker().name
    if isinstance(name, int) and torch.cuda.is_available():
        torch.cuda.set_device(name % torch.cuda.device_count())


def score(ready: Prepared, block: Block, acquisition: str, first_members: int | None) -> list[TileScore]:
    """The scores of the tiles."""
    return [tile_score(tile) for tile in _predicted(ready, block, acquisition, first_members)]


def predict(ready: Prepared, block: Block, acquisition: str, first_members: int | None) -> list[TilePrediction]:
    """The predictions of the tiles."""
    return list(_predicted(ready, block, acquisition, first_members))


def differences(ready: Prepared, block: Block, measure: Measure) -> list[float]:
    """How much the dates of each tile differ."""
    if ready.network is None:
        raise ValueError("The assignment has no network.")
    tiles, ids = ready.tiles.at(block), list(block)
    found = tile_differences(
        ready.network, tiles, ids, measure, device=ready.device, dtype=ready.dtype, reporter=Reporter()
    )
    return list(found)


class NetworkResult(NamedTuple):
    """A trained network as it travels: the bytes of its last checkpoint; the rest as in ``TrainedNetwork``."""

    checkpoint: bytes
    losses: list[float]
    device: str
    precision: str
    threads: int


def train(ready: Prepared, number: int) -> NetworkResult:
    """Train one network."""
    work = ready.trainings
    if work is None:
        raise ValueError("The assignment has no trainings.")
    with tempfile.TemporaryDirectory(prefix="alcd-") as folder:
        checkpoint = Path(folder) / "checkpoint.safetensors"
        if work.checkpoints[number]:
            checkpoint.write_bytes(work.checkpoints[number])
        trained = train_one(
            work.networks[number].network(),
            ready.tiles.at(work.windows),
            list(work.windows),
            work.settings,
            work.seeds[number],
            checkpoint,
            ready.device,
            ready.dtype,
            _reporter(ready.key, number),
        )
        return NetworkResult(
            checkpoint.read_bytes(), trained.losses, trained.device, trained.precision, trained.threads
        )


def topic(key: str) -> str:
    """The name under which the events of an assignment travel."""
    return f"alcd-{key[:16]}"


def _reporter(key: str, number: int) -> Reporter:
    """Sends the events of a long piece of work to the client, progress once a second. Work that nobody waits for any
    more counts as cancelled: the client has gone, or the user stopped the job."""
    worker = get_worker()
    task = worker.get_current_task()
    sent = 0.0

    def send(event: dict[str, Any]) -> None:
        nonlocal sent
        now = time.monotonic()
        if event["event"] != "progress" or now - sent >= EVENT_SECONDS:
            sent = now
            worker.log_event(topic(key), {"piece": number, **event})

    def unwanted() -> bool:
        state = worker.state.tasks.get(task)
        return state is None or state.state not in ("executing", "long-running")

    return Reporter(send, unwanted)


def _predicted(ready: Prepared, block: Block, acquisition: str, first_members: int | None) -> Any:
    tiles = ready.tiles.at(block)
    return predicted_tiles(ready.members[:first_members], tiles, list(block), acquisition, Reporter())


DUTIES: dict[Duty, Callable[..., Any]] = {
    "score": score,
    "predict": predict,
    "differences": differences,
    "train": train,
}
"""The functions of a prepared assignment, a piece of work and options."""
