"""Where a job computes: in this process, in several of this machine, or on a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ...errors import InputError
from ...imagery.raster_tiles import RasterTiles
from ...learning.scoring import Scorer, TileScorer
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter
from ..shared_parameters import ClusterParameters

if TYPE_CHECKING:
    from ...cluster.crew import Connect, Crew
    from ...cluster.weights import Weights


def uses_cluster(parameters: ClusterParameters) -> bool:
    """Whether other processes compute. Raises InputError if both kinds are wanted."""
    if parameters.scheduler is not None and parameters.local_workers is not None:
        raise InputError("A Dask scheduler and processes of this computer were both given.", "Give one of them.")
    return parameters.scheduler is not None or parameters.local_workers is not None


@contextmanager
def tile_scorer(
    parameters: ClusterParameters, model: TrainedModel, source: RasterTiles, reporter: Reporter
) -> Iterator[TileScorer]:
    """Scores the tiles of a source with a model, wherever the parameters say. Raises InputError and ClusterError."""
    if not uses_cluster(parameters):
        device = choose_device(parameters.device)
        yield Scorer(model, source, device, choose_dtype(device))
        return
    # Imported here: a campaign on one machine needs nothing of Dask.
    from ...cluster.scorer import ClusterScorer
    from ...cluster.weights import model_files

    with crew(parameters, source, model_files(model), reporter) as workers:
        yield ClusterScorer(workers, model, source)


@contextmanager
def crew(parameters: ClusterParameters, source: RasterTiles, weights: Weights, reporter: Reporter) -> Iterator[Crew]:
    """The workers that the parameters name, with these weights and this source. Raises InputError and ClusterError."""
    from ...cluster.crew import Crew
    from ...cluster.duties import assignment

    work = assignment(source, parameters.device, weights)
    with connection(parameters) as (connect, address), Crew(connect, address, work, reporter) as workers:
        yield workers


@contextmanager
def connection(parameters: ClusterParameters) -> Iterator[tuple[Connect, str]]:
    """How to connect to the cluster that the parameters name, and its address. Raises InputError."""
    from ...cluster.access import Access
    from ...cluster.connecting import connect_to, local_processes

    if parameters.local_workers:
        with local_processes(parameters.local_workers) as connect:
            yield connect, "this computer"
        return
    access = Access(
        parameters.scheduler or "",
        parameters.tls_ca_file,
        parameters.tls_cert,
        parameters.tls_key,
        parameters.allow_unencrypted,
    )
    yield connect_to(access), access.address
