"""Where a job computes: in this process, in several of this machine, or on a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from ...errors import InputError
from ...imagery.raster_tiles import RasterTiles
from ...learning.scoring import Scorer, TileScorer
from ...network.model import TrainedModel
from ...network.precision import choose_device, choose_dtype
from ...progress import Reporter

if TYPE_CHECKING:
    from ...cluster.crew import Crew
    from ...cluster.weights import ModelFiles, NetworkFile


class Parameters(Protocol):
    """The parameters of ``DeviceParameters`` and ``ClusterParameters``."""

    @property
    def device(self) -> str: ...
    @property
    def scheduler(self) -> str | None: ...
    @property
    def local_workers(self) -> int | None: ...
    @property
    def tls_ca_file(self) -> str | None: ...
    @property
    def tls_cert(self) -> str | None: ...
    @property
    def tls_key(self) -> str | None: ...
    @property
    def allow_unencrypted(self) -> bool: ...


def uses_cluster(parameters: Parameters) -> bool:
    """Whether other processes compute. Raises InputError if both kinds are wanted."""
    if parameters.scheduler and parameters.local_workers:
        raise InputError("A Dask scheduler and processes of this computer were both given.", "Give one of them.")
    return bool(parameters.scheduler or parameters.local_workers)


@contextmanager
def tile_scorer(
    parameters: Parameters, model: TrainedModel, source: RasterTiles, reporter: Reporter
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
def crew(
    parameters: Parameters, source: RasterTiles, weights: ModelFiles | NetworkFile, reporter: Reporter
) -> Iterator[Crew]:
    """The workers that the parameters name, with these weights and this source. Raises InputError and ClusterError."""
    from ...cluster.access import Access
    from ...cluster.connecting import THIS_MACHINE, connect_to, local_processes
    from ...cluster.crew import Crew
    from ...cluster.duties import assignment

    work = assignment(source, parameters.device, weights)
    if parameters.scheduler:
        access = Access(
            parameters.scheduler,
            parameters.tls_ca_file,
            parameters.tls_cert,
            parameters.tls_key,
            parameters.allow_unencrypted,
        )
        with Crew(connect_to(access), access.address, work, reporter) as workers:
            yield workers
    elif parameters.local_workers:
        with (
            local_processes(parameters.local_workers) as connect,
            Crew(connect, THIS_MACHINE, work, reporter) as workers,
        ):
            yield workers
