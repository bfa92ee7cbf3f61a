"""Training the networks of a model on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from safetensors.torch import load

from ..imagery.raster_tiles import RasterTiles
from ..learning.model_training import NetworkTrainings, TrainedNetwork
from ..network.checkpoint import NETWORK, load_network_state, replace_safely
from .computing import Computation
from .crew import Crew
from .duties import NetworkResult
from .weights import Trainings, network_file

Hire = Callable[[RasterTiles, Trainings], AbstractContextManager[Crew]]
"""Finds the workers for trainings on a source."""


def train_on(hire: Hire, source: RasterTiles, work: NetworkTrainings) -> list[TrainedNetwork]:
    """Train each network on one worker, and keep its checkpoint here: a training that was stopped continues with
    the networks that are missing. Raises InputError, ModelError, ClusterError and Cancelled."""
    trainings = Trainings(
        tuple(network_file(work.starting(number)) for number in range(len(work.seeds))),
        work.seeds,
        tuple(path.read_bytes() if path.is_file() else b"" for path in work.checkpoints),
        {tile_id: source.windows[tile_id] for tile_id in work.tile_ids},
        work.settings,
    )
    trained: dict[int, TrainedNetwork] = {}
    with hire(source, trainings) as crew:
        for number, result in Computation(crew, "train", range(len(work.seeds)), {}, work.reporter, ahead=1):
            trained[number] = _trained(work, number, result)
            _keep(work.checkpoints[number], result.checkpoint)
    return [trained[number] for number in range(len(work.seeds))]


def _keep(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".writing")
    temporary.write_bytes(content)
    replace_safely(temporary, path)


def _trained(work: NetworkTrainings, number: int, result: NetworkResult) -> TrainedNetwork:
    network = work.starting(number)
    tensors = {name.removeprefix(NETWORK): tensor for name, tensor in load(result.checkpoint).items()}
    load_network_state(network, tensors, work.checkpoints[number])
    return TrainedNetwork(network.eval(), result.losses, result.device, result.precision, result.threads)
