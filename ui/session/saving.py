"""Saves labels to a GeoPackage that a worker may be writing to: through edit buffers, with retries.

A commit in QGIS fails at once if the worker wrote between QGIS's read and its write; the edit buffer is kept, and the
next attempt succeeds. While another program has locked the file, GDAL would block the GUI thread for five seconds, so
the lock is checked first.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...alcd_core.campaign.campaign import Campaign
from ...alcd_core.campaign.tiles import LABELLED, SKIPPED
from ...alcd_core.errors import CampaignError
from . import annotating
from .campaign_layers import CampaignLayers, open_vector

RETRY_MILLISECONDS = 150, 1000  # between the first attempts, and between later ones
FIRST_ATTEMPTS = 4
PATIENCE_MILLISECONDS = 5000  # how long saving may fail before the user is informed


@dataclass(frozen=True)
class Waiting:
    """New values of a tile's columns. ``known``: the state in which the user saw it; empty if it does not matter."""

    values: Dict[str, Any]
    known: str = ""


class Saver(QObject):
    """Saves the annotations and the states of the tiles.

    The tiles are written through a separate layer that stays in edit mode, so that the one in the project is not
    touched. Whenever annotations are saved, by this class or by the user with QGIS's own button, the labelled tiles
    that they overlap are classified again.
    """

    saved = pyqtSignal()  # everything is on disk
    delayed = pyqtSignal(str)  # saving fails, with the reason; attempts continue
    overtaken = pyqtSignal(int)  # somebody else labelled or skipped the tile in the meantime; their state is kept
    reclassified = pyqtSignal(int, str)  # the new class of a labelled tile whose polygons changed

    def __init__(self, layers: CampaignLayers, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._campaign: Optional[Campaign] = None
        self._file: Optional[Path] = None
        self._tiles: Optional[QgsVectorLayer] = None
        self._waiting: Dict[int, Waiting] = {}  # by tile
        self._polygons_left = False  # polygons that a waiting label depends on are not on disk yet
        self._followed: Optional[QgsVectorLayer] = None  # the annotations layer whose commits are followed
        self._places: List[QgsRectangle] = []  # extents of the polygons that are being saved
        self._tries = 0
        self._retry = self._single_shot(self._attempt)
        self._patience = self._single_shot(self._report_delay)

    @property
    def is_waiting(self) -> bool:
        """Whether a label is not on disk yet. Polygons of the current tile do not count."""
        return bool(self._waiting)

    def open(self, campaign: Campaign) -> None:
        """Start saving to this campaign. Raises CampaignError if its tiles cannot be read."""
        self.close()
        self._campaign, self._file = campaign, campaign.file
        self._tiles = open_vector("tiles", campaign)
        self.follow()

    def follow(self) -> None:
        """Follow the commits of the annotations layer, which may have been added to the project again."""
        layer = self._layers.annotations
        if layer is not None and layer is not self._followed:
            self._followed = layer
            layer.beforeCommitChanges.connect(self._note_places)
            layer.afterCommitChanges.connect(self._reclassify)

    def save(self, tile_id: int, values: Dict[str, Any], known: str = "") -> None:
        """Save the polygons, then these columns of a tile, normally before it returns. Emits ``saved`` when done.

        ``known``: the state in which the user saw the tile.
        """
        self._waiting[tile_id] = Waiting(values, known)
        self._polygons_left = self._polygons_left or self._layers.has_edits
        self._attempt()

    def flush(self) -> bool:
        """Save everything, including polygons of the current tile. Returns whether all is on disk; if not, keep it."""
        is_unsaved = self._waiting or self._layers.has_edits
        if is_unsaved and (self._file is None or self._is_blocked() or not self._commit()):
            return False
        self._reset()
        return True

    def close(self) -> bool:
        """Make a last attempt to save everything, then discard the rest; returns whether all is on disk."""
        complete = self._commit()
        self._reset()
        if self._tiles is not None and self._tiles.isEditable():
            self._tiles.rollBack()
        self._tiles = None
        return complete

    def drop(self) -> int:
        """The project was cleared and its layers deleted: save what is possible. Returns the number of lost labels.

        A label whose polygons are not on disk is lost too: without them its tile would count as unchanged.
        """
        waiting = self._waiting
        if self._polygons_left:
            self._waiting = {tile: one for tile, one in waiting.items() if one.values.get("state") != LABELLED}
        lost = len(waiting) - len(self._waiting) + (0 if self._commit_tiles() else len(self._waiting))
        self._reset()
        self._tiles = None
        return lost

    def _attempt(self) -> None:
        if self.flush():
            self.saved.emit()
            return
        if self._tries == 0:
            self._patience.start(PATIENCE_MILLISECONDS)
        self._tries += 1
        self._retry.start(RETRY_MILLISECONDS[self._tries > FIRST_ATTEMPTS])

    def _report_delay(self) -> None:
        locked = self._file is None or is_locked(self._file)
        self.delayed.emit("" if locked else "; ".join(self._errors()[-2:]))

    def _reset(self) -> None:
        """Clear what is waiting, and stop the timers."""
        self._retry.stop()
        self._patience.stop()
        self._waiting.clear()
        self._polygons_left = False
        self._tries = 0

    def _single_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _is_blocked(self) -> bool:
        """Whether another program is writing. In a project's transaction, the annotations themselves lock the file."""
        return not self._layers.lock_the_file and self._file is not None and is_locked(self._file)

    def _commit(self) -> bool:
        return self._commit_annotations() and self._commit_tiles()

    def _commit_annotations(self) -> bool:
        layer = self._layers.annotations
        if layer is None or not layer.isEditable() or not layer.isModified():
            return True
        return bool(layer.commitChanges(False))  # False: stay in edit mode

    def _note_places(self, *_: Any) -> None:
        layer = self._layers.annotations
        self._places = [] if layer is None else annotating.edited_extents(layer)

    def _reclassify(self) -> None:
        """After a commit: classify the labelled tiles again in which polygons were added, deleted or changed."""
        layer, places, self._places = self._layers.annotations, self._places, []
        if layer is None or self._tiles is None:
            return  # the campaign has been closed
        self._polygons_left = False
        for place in places:
            request = QgsFeatureRequest().setFilterRect(place)
            for tile in self._tiles.dataProvider().getFeatures(request):
                number, box = tile["tile_id"], tile.geometry().boundingBox()
                if tile["state"] != LABELLED or number in self._waiting or place.intersect(box).isEmpty():
                    continue
                bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
                name = annotating.tile_class(layer, bounds)
                if name != tile["tile_class"]:
                    self._waiting[number] = Waiting({"tile_class": name})
                    self.reclassified.emit(number, name)
        if self._waiting:
            self._retry.start(0)  # if the user saved, nothing else would write the classes

    def _commit_tiles(self) -> bool:
        if not self._waiting:
            return True
        if self._tiles is None or not self._is_tiles_file_open():
            return False
        if not self._tiles.isEditable() and not self._tiles.startEditing():
            return False
        overtaken = []
        for tile_id, one in self._waiting.items():
            identifier, old = _row(self._tiles, tile_id)
            if identifier is None:
                return False  # the file cannot be read at the moment
            done = (LABELLED, SKIPPED)
            if one.known and one.known not in done and old[self._tiles.fields().indexOf("state")] in done:
                overtaken.append(tile_id)
                continue
            columns = {self._tiles.fields().indexOf(name): value for name, value in one.values.items()}
            self._tiles.changeAttributeValues(identifier, columns, {index: old[index] for index in columns})
        if self._tiles.isModified() and not self._tiles.commitChanges(False):
            return False
        for tile_id in overtaken:
            self.overtaken.emit(tile_id)
        return True

    def _is_tiles_file_open(self) -> bool:
        """Reopen the file if it was missing when editing started; QGIS does not do so by itself."""
        if not self._tiles.dataProvider().isValid():
            try:
                self._tiles = open_vector("tiles", self._campaign)
            except CampaignError:
                return False  # it is still missing; the failing attempts report it
        return True

    def _errors(self) -> List[str]:
        layers = [layer for layer in (self._layers.annotations, self._tiles) if layer is not None]
        return [error for layer in layers for error in layer.commitErrors() if error.startswith("ERROR")]


def is_locked(file: Path) -> bool:
    """Whether another program is writing this GeoPackage at the moment. Takes about a millisecond."""
    try:
        connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)
        with closing(connection):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return "locked" in str(error) or "busy" in str(error)  # any other error is reported by the commit that fails
    return False


def _row(tiles: QgsVectorLayer, tile_id: int) -> Tuple[Optional[int], List[Any]]:
    """Id and attributes of a tile's feature on disk; the id is None if there is no such tile."""
    request = QgsFeatureRequest().setFilterExpression(f'"tile_id" = {int(tile_id)}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in tiles.dataProvider().getFeatures(request):
        return feature.id(), feature.attributes()
    return None, []
