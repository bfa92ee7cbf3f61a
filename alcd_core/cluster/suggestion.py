"""Comparing the dates of tiles on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..imagery.raster_tiles import RasterTiles
from ..learning.suggestion import Measure
from ..progress import Reporter
from .computing import Computation
from .crew import Crew
from .scorer import neighbourhoods


def differences_on(
    crew: Crew, source: RasterTiles, tile_ids: Sequence[int], measure: Measure, reporter: Reporter
) -> Iterator[tuple[int, float]]:
    """Each tile, and how much its dates differ, in any order. The crew's assignment is the network and this source.

    Raises InputError, ClusterError and Cancelled.
    """
    parts = neighbourhoods(source.windows, tile_ids)
    for index, found in Computation(crew, "differences", parts, {"measure": measure}, reporter):
        yield from zip(parts[index], found, strict=True)
