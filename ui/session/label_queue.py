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

PAUSE_SECONDS = 300.0  # longer than this, and the user was away


@dataclass(frozen=True)
class QueuedTile:
    """A queried tile, or one of an audit. ``bounds``: left, bottom, right, top in the grid's CRS; ``state``,
    ``tile_class``, ``score`` and ``change_probability`` as in the campaign, without the last two in an audit.
    ``score_of``: the earlier round whose model gave the score, if it is not that of the query."""

    tile_id: int
    state: str
    tile_class: Optional[str]
    score: Optional[float]
    change_probability: Optional[float]
    bounds: Tuple[float, float, float, float]
    score_of: Optional[int] = None

    @property
    def is_done(self) -> bool:
        return self.state in (LABELLED, SKIPPED)


@dataclass(frozen=True)
class QueueCounts:
    """The number of tiles in the queue, in total, still to label, and by class."""

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
    """The tiles of the last query, most informative first, or those of an audit in their shuffled order. Finished tiles
    stay, so that the user can return to them.

    ``audit``: the number of the audit whose tiles these are; None for the last query's.
    """

    moved = pyqtSignal()  # the current tile has changed
    counted = pyqtSignal()  # the counts have changed

    def __init__(self, parent: Optional[QObject] = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self.audit: Optional[int] = None
        self._tiles: List[QueuedTile] = []
        self._places: Dict[int, int] = {}
        self._index = 0
        self._seconds: List[float] = []
        self._since = clock()

    def __len__(self) -> int:
        return len(self._tiles)

    @property
    def current(self) -> Optional[QueuedTile]:
        """The current tile; None if the queue is empty."""
        return self._tiles[self._index] if self._tiles else None

    @property
    def position(self) -> int:
        """Position of the current tile, from 1; 0 if the queue is empty."""
        return self._index + 1 if self._tiles else 0

    @property
    def counts(self) -> QueueCounts:
        kinds = Counter(tile.tile_class if tile.state == LABELLED else tile.state for tile in self._tiles)
        total, skipped = len(self._tiles), kinds[SKIPPED]
        left = sum(not tile.is_done for tile in self._tiles)
        changed, unchanged = kinds["changed"], kinds["unchanged"]
        # Tiles labelled elsewhere without a class count as ambiguous.
        return QueueCounts(total, left, changed, unchanged, total - left - skipped - changed - unchanged, skipped)

    @property
    def minutes_per_tile(self) -> Optional[float]:
        """Median over this session's tiles, without pauses; None before the first one."""
        return statistics.median(self._seconds) / 60 if self._seconds else None

    def choose(self, campaign: Campaign, audit: Optional[int]) -> None:
        """Continue with the tiles of this audit, or with the queried ones. Nothing happens if these are shown."""
        if audit != self.audit:
            self.audit, self._tiles = audit, []
            self.read(campaign)

    def read(self, campaign: Campaign, keep: bool = False, queried: Optional[List[Tile]] = None) -> None:
        """Read the tiles from the campaign. The current tile stays current unless somebody else has finished it; with
        ``keep`` (it has unsaved edits) even if it is no longer queried. ``queried``: the result of ``queried_tiles``,
        if it is known already. An audit that was opened to training gives way to the queried tiles."""
        if self.audit is not None and not is_open(campaign, self.audit):
            self.audit = None
        here = self.current
        self._tiles = self._read_tiles(campaign, queried)
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

    def _read_tiles(self, campaign: Campaign, queried: Optional[List[Tile]]) -> List[QueuedTile]:
        if self.audit is not None:
            return [without_opinion(queued_tile(tile, campaign)) for tile in campaign.audit_queue(self.audit)]
        return [queued_tile(tile, campaign) for tile in (queried_tiles(campaign) if queried is None else queried)]

    def clear(self) -> None:
        """The campaign was closed."""
        self.audit = None
        self._tiles, self._places, self._index, self._seconds = [], {}, 0, []
        self.moved.emit()
        self.counted.emit()

    def step(self, by: int) -> None:
        """Move forward by that many tiles, or back if negative, whether they are done or not; stops at both ends."""
        if self._tiles:
            self._go(min(max(self._index + by, 0), len(self._tiles) - 1))

    def advance(self) -> None:
        """Move to the next tile to label, continuing at the start after the end; stay if there is none."""
        following = self._next_open()
        if following is not None:
            self._go(following)

    def finish(self, tile_id: int, state: str, tile_class: Optional[str]) -> None:
        """Record the new state of a tile: ``labelled`` with its class, or ``skipped`` with None."""
        place = self._places.get(tile_id)
        if place is None:  # the queue was read again in the meantime
            return
        self._tiles[place] = replace(self._tiles[place], state=state, tile_class=tile_class)
        now = self._clock()
        if now - self._since <= PAUSE_SECONDS:
            self._seconds.append(now - self._since)
        self._since = now
        self.counted.emit()

    def reclassify(self, tile_id: int, tile_class: str) -> None:
        """Record the new class of a labelled tile."""
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


def queried_tiles(campaign: Campaign) -> List[Tile]:
    """The queried tiles, and those of the same query that were finished since, by rank."""
    queried = campaign.tiles(state=QUERIED)
    done = [tile for state in (LABELLED, SKIPPED) for tile in campaign.tiles(state=state)]
    last = max((tile.round_queried for tile in queried or done if tile.round_queried is not None), default=None)
    same = [tile for tile in done if tile.round_queried is not None and tile.round_queried == last]
    return sorted([*queried, *same], key=lambda tile: (tile.rank is None, tile.rank or 0, tile.tile_id))


def queued_tile(tile: Tile, campaign: Campaign) -> QueuedTile:
    bounds = campaign.description.grid.window_bounds(tile.window)
    earlier = tile.round_scored if tile.round_scored != tile.round_queried else None
    return QueuedTile(tile.tile_id, tile.state, tile.tile_class, tile.score, tile.change_probability, bounds, earlier)


def without_opinion(tile: QueuedTile) -> QueuedTile:
    """The tile without what a model thinks of it."""
    return replace(tile, score=None, change_probability=None)


def is_open(campaign: Campaign, audit: int) -> bool:
    """Whether this is the campaign's latest audit and not opened to training."""
    latest = campaign.latest_audit()
    return latest is not None and latest.audit == audit and latest.spent is None
