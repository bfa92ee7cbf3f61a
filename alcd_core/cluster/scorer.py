"""Scoring on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..imagery.grid import Window
from ..imagery.raster_tiles import RasterTiles
from ..learning.acquisition import require_acquisition
from ..learning.batches import blocks
from ..learning.scoring import TilePrediction, TileScores, require_bands
from ..network.model import TrainedModel
from ..progress import Reporter
from .calls import Block, Duty
from .computing import Computation
from .crew import Crew

BLOCK_SIDE = 8
"""Tiles along each side of a block to score. A side of 4 reads 1.6 times as many bytes per tile, and 16 only a third
less; but that many tiles are too long a piece of work to lose, and to wait for at the end."""
RUN_LENGTH = 16
"""Tiles of a block to predict. Maps are written row by row, so that these are neighbours in a row. 8 read 15 % more
bytes per tile, 28 only 15 % less; the client holds the predictions of several blocks per worker."""


@dataclass(frozen=True)
class ClusterScorer:
    """A ``TileScorer`` that computes on a crew, whose assignment is this model and source."""

    crew: Crew
    model: TrainedModel
    source: RasterTiles

    def predict(
        self,
        tile_ids: Sequence[int],
        acquisition: str = "variance",
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> Iterator[TilePrediction]:
        """See ``TileScorer``."""
        runs = Blocks(self.source.windows, list(blocks(list(tile_ids), RUN_LENGTH)))
        computed = self._computed("predict", runs, acquisition, first_members, reporter, in_order=True)
        waiting: dict[int, list[TilePrediction]] = {}
        following = 0
        for index, predictions in computed:
            waiting[index] = predictions
            while following in waiting:
                yield from waiting.pop(following)
                following += 1

    def score(
        self,
        tile_ids: Sequence[int],
        acquisition: str,
        *,
        first_members: int | None = None,
        reporter: Reporter | None = None,
    ) -> TileScores:
        """See ``TileScorer``."""
        parts = neighbourhoods(self.source.windows, tile_ids)
        computed = self._computed("score", parts, acquisition, first_members, reporter)
        return TileScores(score for _, scores in computed for score in scores).in_order(tile_ids)

    def _computed(
        self,
        duty: Duty,
        parts: Blocks,
        acquisition: str,
        first_members: int | None,
        reporter: Reporter | None,
        in_order: bool = False,
    ) -> Iterator[tuple[int, Any]]:
        require_acquisition(acquisition)
        require_bands(self.model, self.source)
        options = {"acquisition": acquisition, "first_members": first_members}
        return iter(Computation(self.crew, duty, parts, options, reporter or Reporter(), in_order))


@dataclass(frozen=True)
class Blocks:
    """Groups of tiles as blocks. Their windows are looked up when a block is needed: millions would not be small."""

    windows: Mapping[int, Window]
    groups: Sequence[Sequence[int]]

    def __len__(self) -> int:
        return len(self.groups)

    def __getitem__(self, index: int, /) -> Block:
        return {tile_id: self.windows[tile_id] for tile_id in self.groups[index]}


def neighbourhoods(windows: Mapping[int, Window], tile_ids: Sequence[int]) -> Blocks:
    """The tiles in square groups of ``BLOCK_SIDE`` by ``BLOCK_SIDE`` neighbours, from top to bottom."""
    groups: dict[tuple[int, int], list[int]] = {}
    for tile_id in sorted(tile_ids, key=lambda number: (windows[number].y, windows[number].x)):
        window = windows[tile_id]
        side = BLOCK_SIDE * window.width
        groups.setdefault((window.y // side, window.x // side), []).append(tile_id)
    return Blocks(windows, [groups[place] for place in sorted(groups)])
