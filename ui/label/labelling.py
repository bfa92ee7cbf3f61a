"""Labels the current tile: the actions behind the shortcuts."""

from __future__ import annotations

from typing import Any, List, Optional

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.campaign.description import DATES
from ...alcd_core.campaign.tiles import LABELLED, SKIPPED
from ...alcd_core.errors import AlcdError
from ..session import annotating
from ..session.campaign_layers import VECTORS, set_drawn_class
from ..session.label_queue import QueuedTile
from ..session.saving import Saver, is_locked
from ..session.session import Session


class Labelling(QObject):
    """Labels the tiles of the session's queue. Every method may be called at any time; ``hint_changed`` reports why an
    action did nothing."""

    drawn = pyqtSignal()  # polygons were added, deleted or changed, also by undo and redo
    restored = pyqtSignal()  # layers that the user had removed were added again
    hint_changed = pyqtSignal(str)  # a short sentence for the user; empty: none

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.saver = Saver(session.layers, self)
        self._round = 0
        self._stale = False  # the queue was read before all labels were on disk
        self._watched = ""  # id of the annotations layer whose edits are followed
        self._warned_about: Optional[int] = None  # the tile for which N has already shown its warning
        self._last_tile: Optional[int] = None  # the previous current tile
        session.opened.connect(self._open)
        session.changed.connect(self._notice_change)
        self.saver.saved.connect(self._read_again)
        session.closing.connect(self._close)
        session.closed.connect(self._drop)
        session.save = self.saver.flush
        self.saver.reclassified.connect(session.queue.reclassify)
        self.saver.overtaken.connect(self._report_overtaken)
        self.restored.connect(self.saver.follow)
        session.queue.moved.connect(self._begin_tile)

    @property
    def tile(self) -> Optional[QueuedTile]:
        """The current tile."""
        return self._session.queue.current

    def proposals(self) -> List[QgsFeature]:
        """The proposals in the current tile that are not annotated yet."""
        tile, proposals, annotations = self.tile, self._session.layers.proposals, self._session.layers.annotations
        if tile is None or proposals is None or annotations is None:
            return []
        return annotating.proposed(proposals, annotations, tile.tile_id, tile.bounds)

    def no_change(self) -> None:
        """Label the tile as unchanged. If it has polygons of its own, only a second call removes them."""
        tile, layer = self.tile, self.editable()
        if tile is None or layer is None:
            return
        drawn = annotating.own_changes(layer, tile.bounds)
        if drawn and self._warned_about != tile.tile_id:
            self._warned_about = tile.tile_id
            text = self.tr("Polygons drawn here: %n. Press again to remove them, or Done to keep them.", "", len(drawn))
            self.hint_changed.emit(text)
            return
        if not drawn and self._warned_about != tile.tile_id and annotating.tile_class(layer, tile.bounds) == "changed":
            self._warned_about = tile.tile_id
            self.hint_changed.emit(
                self.tr("A polygon extends into this tile, so it counts as changed. Press again to continue.")
            )
            return
        if drawn:
            annotating.remove(layer, drawn, self.tr("Remove a tile's polygons"))
        self.done()

    def done(self) -> None:
        """Label the tile as annotated."""
        tile, layer = self.tile, self.editable()
        if tile is None or layer is None:
            return
        name = annotating.tile_class(layer, tile.bounds)
        self._finish(tile, LABELLED, name)

    def skip(self) -> None:
        """Skip the tile."""
        if self.tile is not None and self.editable() is not None:
            self._finish(self.tile, SKIPPED, None)

    def accept(self) -> bool:
        """Accept the proposals as annotations; returns whether there were any."""
        tile, layer = self.tile, self.editable()
        if tile is None or layer is None:
            return False
        proposals = self.proposals()
        if not proposals:
            self.hint_changed.emit(self.tr("There are no more proposals to accept in this tile."))
            return False
        annotating.accept(layer, proposals, self.tr("Accept proposals"))
        self.hint_changed.emit(
            self.tr("Polygons accepted: %n. Correct them if necessary, then Done.", "", len(proposals))
        )
        return True

    def draw(self, name: str) -> bool:
        """Set the class of the next drawn polygons, "change" or "ignore"; returns whether the layer can be edited."""
        layer = self.editable()
        if layer is None:
            return False
        set_drawn_class(layer, name)
        return True

    def step(self, by: int) -> None:
        """Move through the queue without labelling."""
        self._session.queue.step(by)

    def editable(self) -> Any:
        """The annotations layer in edit mode; None if it cannot be edited, or if a layer had to be restored first."""
        if self._session.campaign is None or not self._ensure_layers():
            return None
        layer = self._session.layers.annotations
        self._watch(layer)
        if layer.readOnly():
            self.hint_changed.emit(
                self.tr("The annotations layer is read-only. Allow editing in the project's properties.")
            )
            return None
        if layer.subsetString():
            self.hint_changed.emit(
                self.tr("The annotations layer is filtered, so hidden polygons would be missing. Clear the filter.")
            )
            return None
        if not layer.isEditable() and (is_locked(self._session.campaign.file) or not layer.startEditing()):
            self.hint_changed.emit(
                self.tr("The annotations cannot be edited right now because another program is writing to them.")
            )
            return None
        return layer

    def _ensure_layers(self) -> bool:
        """Restore the layers that the user removed. Returns whether none were: no tile should be labelled unseen."""
        layers, campaign = self._session.layers, self._session.campaign
        missing = [role for role in (*VECTORS, *DATES) if layers.layer(role) is None]
        try:
            for role in missing:
                layers.restore(role, campaign)
        except AlcdError as error:
            self.hint_changed.emit(str(error))
            return False
        if missing:
            self.restored.emit()
            self.hint_changed.emit(self.tr("The campaign's layers were restored. Check the tile again."))
        return not missing

    def _watch(self, layer: Any) -> None:
        if layer.id() != self._watched:
            self._watched = layer.id()
            layer.undoStack().indexChanged.connect(lambda _: self._notice_drawing())

    def _notice_drawing(self) -> None:
        layer = self._session.layers.annotations
        if layer is None:
            return  # the layer is being removed, and its edits with it
        layer.triggerRepaint()  # QGIS only does this after its own tools
        self.drawn.emit()

    def _finish(self, tile: QueuedTile, state: str, tile_class: Optional[str]) -> None:
        values = {
            "state": state,
            "tile_class": tile_class,
            "round_labelled": self._round if state == LABELLED else None,
        }
        self._session.queue.finish(tile.tile_id, state, tile_class)
        self._session.queue.advance()
        self.saver.save(tile.tile_id, values, tile.state)  # after moving on, which clears the hint of the last tile

    def _begin_tile(self) -> None:
        tile = None if self.tile is None else self.tile.tile_id
        if tile == self._last_tile:
            return  # the queue was read again, as after a job: drawing continues
        self._last_tile, self._warned_about = tile, None
        layer = self._session.layers.annotations
        if layer is not None:
            set_drawn_class(layer, "change")
        self.hint_changed.emit("")

    def _open(self) -> None:
        campaign = self._session.campaign
        if campaign is None:
            return
        self._watched = ""  # a project that was read again has new layers with the old ids
        try:
            self.saver.open(campaign)
        except AlcdError as error:
            self._session.problem_occurred.emit(error.message, error.hint)
        self._read_round()

    def _notice_change(self) -> None:
        self._read_round()
        self._stale = self.saver.is_waiting

    def _read_again(self) -> None:
        if self._stale:
            self._stale = False
            self._session.reload()

    def _report_overtaken(self, tile_id: int) -> None:
        self._session.reload()
        self.hint_changed.emit(
            self.tr("Somebody else labelled tile {} in the meantime; their label was kept.").format(tile_id)
        )

    def _drop(self) -> None:
        lost = self.saver.drop()
        if lost:
            text = self.tr("Labels that could not be saved before the project was closed: %n.", "", lost)
            self._session.problem_occurred.emit(text, self.tr("Label these tiles again."))

    def _read_round(self) -> None:
        if self._session.campaign is not None:
            self._round = max((one.round for one in self._session.campaign.rounds()), default=0)

    def _close(self) -> None:
        if not self.saver.close():
            text = self.tr("The last labels could not be saved because another program is using the campaign's file.")
            self._session.problem_occurred.emit(text, self.tr("Label the last tiles again."))
