"""Labels on their way to the GeoPackage that a worker may be writing: through edit buffers, again until it works.

QGIS's commit fails at once where the worker wrote between QGIS's read and its write; the buffer is kept, and the next
try works. Where another program holds the file, GDAL would wait for five seconds in the window's thread: so we look
first.
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
from ...alcd_core.campaign.tiles import LABELLED, QUERIED, SKIPPED
from ...alcd_core.errors import CampaignError
from . import annotating
from .campaign_layers import CampaignLayers, open_vector

RETRY_MILLISECONDS = 150, 1000  # between the first tries, and between later ones
SOON = 4  # how many the first tries are
PATIENCE_MILLISECONDS = 5000  # for which it may fail before the user is told


@dataclass(frozen=True)
class Waiting:
    """What a tile's columns are to be. ``known``: the state that the user saw it in, empty where it does not matter."""

    values: Dict[str, Any]
    known: str = ""


class Saver(QObject):
    """Saves what is drawn and what became of the tiles.

    The tiles are written through a layer of its own, always being edited, so that the one in the project stays as the
    user has it. Whoever saves the polygons, this class or the user by QGIS's own button: the labelled tiles that they
    touch get their class anew.
    """

    saved = pyqtSignal()  # everything that was asked for is on disk
    delayed = pyqtSignal(str)  # it does not work; why. Tries go on
    overtaken = pyqtSignal(int)  # somebody else labelled or skipped the tile meanwhile; theirs stays
    reclassified = pyqtSignal(int, str)  # polygons changed in a labelled tile: its class now

    def __init__(self, layers: CampaignLayers, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._campaign: Optional[Campaign] = None
        self._file: Optional[Path] = None
        self._tiles: Optional[QgsVectorLayer] = None
        self._waiting: Dict[int, Waiting] = {}  # by tile
        self._polygons_left = False  # some that a waiting label counts with are not on disk
        self._followed: Optional[QgsVectorLayer] = None  # the annotations whose saves are listened to
        self._places: List[QgsRectangle] = []  # where polygons are being saved
        self._tries = 0
        self._retry = self._single_shot(self._attempt)
        self._patience = self._single_shot(self._tell)

    @property
    def is_waiting(self) -> bool:
        """Whether something is not on disk yet. Polygons of the tile in hand do not count."""
        return bool(self._waiting)

    def open(self, campaign: Campaign) -> None:
        """Begin to save to this campaign. Raises CampaignError where its tiles cannot be read."""
        self.close()
        self._campaign, self._file = campaign, campaign.file
        self._tiles = open_vector("tiles", campaign)
        self.follow()

    def follow(self) -> None:
        """Listen to saves of the annotations, whose layer is in the project anew."""
        layer = self._layers.annotations
        if layer is not None and layer is not self._followed:
            self._followed = layer
            layer.beforeCommitChanges.connect(self._note_places)
            layer.afterCommitChanges.connect(self._reclassify)

    def save(self, tile_id: int, values: Dict[str, Any], known: str = "") -> None:
        """Save the polygons, then these columns of a tile. Normally done on return; ``saved`` follows.

        ``known``: the state in which the user saw the tile.
        """
        self._waiting[tile_id] = Waiting(values, known)
        self._polygons_left = self._polygons_left or self._layers.has_edits
        self._attempt()

    def flush(self) -> bool:
        """Save what is left, polygons of the tile in hand included; returns whether all is on disk. Else it stays."""
        is_left = self._waiting or self._layers.has_edits
        if is_left and (self._file is None or self._is_blocked() or not self._commit()):
            return False
        self._rest()
        return True

    def close(self) -> bool:
        """The last try to save what is left, then let go of it; returns whether all is on disk."""
        complete = self._commit()
        self._rest()
        if self._tiles is not None and self._tiles.isEditable():
            self._tiles.rollBack()
        self._tiles = None
        return complete

    def drop(self) -> int:
        """Let go of everything: the project was cleared, its layers are no more. Returns how many labels are lost.

        A label whose polygons are not on disk is one of them: without them its tile would count as unchanged.
        """
        waiting = self._waiting
        if self._polygons_left:
            self._waiting = {tile: one for tile, one in waiting.items() if one.values.get("state") != LABELLED}
        lost = len(waiting) - len(self._waiting) + (0 if self._commit_tiles() else len(self._waiting))
        self._rest()
        self._tiles = None
        return lost

    def _attempt(self) -> None:
        if self.flush():
            self.saved.emit()
            return
        if self._tries == 0:
            self._patience.start(PATIENCE_MILLISECONDS)
        self._tries += 1
        self._retry.start(RETRY_MILLISECONDS[self._tries > SOON])

    def _tell(self) -> None:
        locked = self._file is None or is_locked(self._file)
        self.delayed.emit("" if locked else "; ".join(self._errors()[-2:]))

    def _rest(self) -> None:
        """Nothing waits any more."""
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
        """Whether another program is writing. In a project's transaction the annotations themselves hold the file."""
        return not self._layers.hold_the_file and self._file is not None and is_locked(self._file)

    def _commit(self) -> bool:
        return self._commit_annotations() and self._commit_tiles()

    def _commit_annotations(self) -> bool:
        layer = self._layers.annotations
        if layer is None or not layer.isEditable() or not layer.isModified():
            return True
        return bool(layer.commitChanges(False))  # False: go on editing

    def _note_places(self, *_: Any) -> None:
        layer = self._layers.annotations
        self._places = [] if layer is None else annotating.touched(layer)

    def _reclassify(self) -> None:
        """The polygons are on disk: classes of labelled tiles in which some came, went or changed. Their neighbours'
        may reach in."""
        layer, places, self._places = self._layers.annotations, self._places, []
        if layer is None or self._tiles is None:
            return  # the campaign is not open any more
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
            self._retry.start(0)  # where it was the user who saved, nobody writes the classes else

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
                return False  # the file cannot be read just now
            if one.known == QUERIED and old[self._tiles.fields().indexOf("state")] in (LABELLED, SKIPPED):
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
        """Opens it anew where it was away when editing began: QGIS does not come back to it by itself."""
        if not self._tiles.dataProvider().isValid():
            try:
                self._tiles = open_vector("tiles", self._campaign)
            except CampaignError:
                return False  # it is still away; told by the tries that fail
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
        return "locked" in str(error) or "busy" in str(error)  # anything else is told by the commit that fails
    return False


def _row(tiles: QgsVectorLayer, tile_id: int) -> Tuple[Optional[int], List[Any]]:
    """Identifier and attributes of a tile's feature on disk; None where it is not there."""
    request = QgsFeatureRequest().setFilterExpression(f'"tile_id" = {int(tile_id)}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in tiles.dataProvider().getFeatures(request):
        return feature.id(), feature.attributes()
    return None, []
