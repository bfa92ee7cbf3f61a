"""Clusters of workers in this process, and something for them to work on."""

from contextlib import contextmanager

from distributed import Client, LocalCluster
from rasters import make_pair

from alcd_core.cluster.crew import Crew
from alcd_core.cluster.duties import assignment
from alcd_core.cluster.weights import model_files
from alcd_core.imagery.gdal_library import spatial_reference
from alcd_core.imagery.grid import Grid, Tiling
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.progress import Reporter

SIZE = 320


def tiles_of_a_pair(folder) -> RasterTiles:
    """49 tiles of 64 pixels, read from two rasters."""
    pair = make_pair(folder, size=SIZE)
    grid = Grid(spatial_reference("EPSG:2056").ExportToWkt(), 2_600_000.0, 1_200_000.0, 0.5, 0.5, SIZE, SIZE)
    windows = {number: window for number, (_, _, window) in enumerate(Tiling(SIZE, SIZE, 64, 16).windows(), start=1)}
    aligned = AlignedPair([RasterSource(pair.before, (1, 2, 3))], [RasterSource(pair.after, (1, 2, 3))], grid)
    return RasterTiles(aligned, windows, [])


@contextmanager
def threads_as_workers(count: int):
    """A cluster whose workers are threads of this process."""
    with LocalCluster(
        n_workers=count,
        threads_per_worker=1,
        processes=False,
        memory_limit=0,
        dashboard_address=None,
        scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
    ) as cluster:
        yield cluster


def connecting(cluster):
    """What connects to a cluster."""
    return lambda seconds: Client(cluster, timeout=seconds, set_as_default=False)


def crew_of(cluster, model, tiles, reporter=None) -> Crew:
    """The workers of a cluster, to score these tiles with this model."""
    work = assignment(tiles, "cpu", model_files(model))
    return Crew(connecting(cluster), "here", work, reporter or Reporter())
