"""The queue of tiles to label: the current tile, counts, and the pace."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import Callable, Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.campaign.campaign import Campaign
from ...alcd_core.campaign.tiles import LABELLED, QUERIED, SKIPPED, Tile

PAUSE_SECONDS = 300.0  # who takes longer over a tile is having a coffee


@dataclass(frozen=True)
class QueuedTile:
    """A tile that was asked for. ``bounds``: left, bottom, right, top in the grid's CRS; ``state``, ``tile_class``,
    ``score`` and ``change_probability`` as in the campaign."""

    tile_id: int
    state: str
    tile_class: Optional[str]
    score: Optional[float]
    change_probability: Optional[float]
    bounds: Tuple[float, float, float, float]

    @property
    def is_done(self) -> bool:
        return self.state != QUERIED


@dataclass(frozen=True)
class QueueCounts:
    """How many tiles of the queue are still to do, and what the others turned out to be."""

    total: int
    left: int
    changed: int
    unchanged: int
    ambiguous: int
    skipped: int

    @property
    def done(self) -> int:
        return self.total - self.left


class LabelQueue(QObject):
    """The tiles of the last query, the most informative first; done ones stay, to be visited again."""

    moved = pyqtSignal()  # another tile is in hand, or none
    counted = pyqtSignal()  # a tile was done

    def __init__(self, parent: Optional[QObject] = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tiles: List[QueuedTile] = []
        self._places: Dict[int, int] = {}
        self._index = 0
        self._seconds: List[float] = []
        self._since = clock()

    def __len__(self) -> int:
        return len(self._tiles)

    @property
    def current(self) -> Optional[QueuedTile]:
        """The tile in hand; None where the queue is empty."""
        return self._tiles[self._index] if self._tiles else None

    @property
    def position(self) -> int:
        """Place of the tile in hand, from 1; 0 where the queue is empty."""
        return self._index + 1 if self._tiles else 0

    @property
    def counts(self) -> QueueCounts:
        kinds = Counter(tile.tile_class if tile.state == LABELLED else tile.state for tile in self._tiles)
        total, left, skipped = len(self._tiles), kinds[QUERIED], kinds[SKIPPED]
        changed, unchanged = kinds["changed"], kinds["unchanged"]
        # Labelled elsewhere without a class: between the two, as far as is known here.
        return QueueCounts(total, left, changed, unchanged, total - left - skipped - changed - unchanged, skipped)

    @property
    def minutes_per_tile(self) -> Optional[float]:
        """Median over this session's tiles, pauses left out; None before the first one."""
        return statistics.median(self._seconds) / 60 if self._seconds else None

    def read(self, campaign: Campaign, keep: bool = False, asked: Optional[List[Tile]] = None) -> None:
        """Take the tiles from the campaign. The tile in hand stays in hand unless somebody else has done it; with
        ``keep``, because something is drawn in it, even where it is not asked for any more. ``asked``: what
        ``asked_tiles`` said just now."""
        here = self.current
        self._tiles = [queued_tile(tile, campaign) for tile in (asked_tiles(campaign) if asked is None else asked)]
        if keep and here is not None and not any(tile.tile_id == here.tile_id for tile in self._tiles):
            self._tiles.insert(0, here)
        self._places = {tile.tile_id: place for place, tile in enumerate(self._tiles)}
        place = None if here is None else self._places.get(here.tile_id)
        if place is not None and self._tiles[place].is_done == here.is_done:
            self._index = place
        else:
            self._index = 0
            self._index = self._next_open() or 0
        self._since = self._clock()
        self.moved.emit()
        self.counted.emit()

    def clear(self) -> None:
        """The campaign was closed."""
        self._tiles, self._places, self._index, self._seconds = [], {}, 0, []
        self.moved.emit()
        self.counted.emit()

    def step(self, by: int) -> None:
        """Go that many tiles on, or back, whether they are done or not; not beyond the ends."""
        if self._tiles:
            self._go(min(max(self._index + by, 0), len(self._tiles) - 1))

    def advance(self) -> None:
        """Go to the next tile that is to be done, from the start again after the end; stay where there is none."""
        following = self._next_open()
        if following is not None:
            self._go(following)

    def finish(self, tile_id: int, state: str, tile_class: Optional[str]) -> None:
        """Note what was done with a tile: ``labelled`` with its class, or ``skipped`` with None."""
        place = self._places.get(tile_id)
        if place is None:  # it was read anew meanwhile
            return
        self._tiles[place] = replace(self._tiles[place], state=state, tile_class=tile_class)
        now = self._clock()
        if now - self._since <= PAUSE_SECONDS:
            self._seconds.append(now - self._since)
        self._since = now
        self.counted.emit()

    def reclassify(self, tile_id: int, tile_class: str) -> None:
        """Note that a labelled tile is of another class now."""
        place = self._places.get(tile_id)
        if place is not None:
            self._tiles[place] = replace(self._tiles[place], tile_class=tile_class)
            self.counted.emit()

    def _next_open(self) -> Optional[int]:
        count = len(self._tiles)
        places = ((self._index + step) % count for step in range(count))
        return next((place for place in places if not self._tiles[place].is_done), None)

    def _go(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._since = self._clock()
            self.moved.emit()


def asked_tiles(campaign: Campaign) -> List[Tile]:
    """The tiles that are asked for, and those of the same query that were done since, by rank."""
    asked = campaign.tiles(state=QUERIED)
    done = [tile for state in (LABELLED, SKIPPED) for tile in campaign.tiles(state=state)]
    last = max((tile.round_queried for tile in asked or done if tile.round_queried is not None), default=None)
    same = [tile for tile in done if tile.round_queried is not None and tile.round_queried == last]
    return sorted([*asked, *same], key=lambda tile: (tile.rank is None, tile.rank or 0, tile.tile_id))


def queued_tile(tile: Tile, campaign: Campaign) -> QueuedTile:
    bounds = campaign.description.grid.window_bounds(tile.window)
    return QueuedTile(tile.tile_id, tile.state, tile.tile_class, tile.score, tile.change_probability, bounds)
