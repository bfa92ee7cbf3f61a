"""The page Label: the before image, the current tile and a button for each shortcut."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.gui import QgsMapToolCapture
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ...alcd_core.errors import AlcdError
from ...alcd_core.service_file import raster_title
from ..session.campaign_layers import LABELLING, drawn_class, has_transactions
from ..session.label_queue import QueuedTile
from ..session.next_step import next_step
from ..session.session import Session
from ..widgets.canvas_title import CanvasTitle
from ..widgets.figures import figure
from ..widgets.keys import Keys, labelling_keys
from ..widgets.review_canvas import ReviewCanvas
from ..widgets.tile_outline import TileOutline, tile_extent
from .audit_line import AuditLine
from .label_texts import counts_text, standing_hint, state_text, tile_text
from .labelling import Labelling

CAMPAIGN = "campaign"


class LabelPage(QWidget):
    """``wanted`` requests another page, or an action of ``next_step``."""

    wanted = pyqtSignal(str)

    def __init__(self, session: Session, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._iface = session, iface
        self._active = False
        self._shown: Optional[int] = None  # the tile that the canvases were zoomed to
        self._wanted = CAMPAIGN
        self._hint, self._proposed = "", 0  # a temporary hint; the number of proposals in the tile
        self.labelling = Labelling(session, self)
        self.audit_line = AuditLine(session)
        self.page_layout.insertWidget(0, self.audit_line)
        self.keys = Keys(iface.mainWindow(), labelling_keys())
        self.review = ReviewCanvas(iface.mapCanvas(), self)
        self.review.setMinimumHeight(160)
        self.canvas_layout.addWidget(self.review)
        self.work_layout.setStretch(1, 1)
        for label in (self.hint_label, self.counts_label):
            label.setMinimumHeight(2 * label.fontMetrics().lineSpacing())  # so that the layout does not jump
        self._title = CanvasTitle(iface.mapCanvas())
        self._outlines = [TileOutline(iface.mapCanvas()), TileOutline(self.review)]
        self._prepare_buttons()
        self._connect()
        self._show_all()

    def audit(self, number: Optional[int]) -> None:
        """Continue with the tiles of this audit, without showing what the network thinks of them, or with the queried
        tiles if ``number`` is None."""
        if number == self._session.queue.audit or self._session.campaign is None:
            return
        if self._is_drawing():
            self._refuse_while_drawing()
            return
        try:
            self._session.queue.choose(self._session.campaign, number)
        except AlcdError as error:
            self._session.problem_occurred.emit(error.message, error.hint)
        self.audit_line.refresh()

    def set_active(self, active: bool) -> None:
        """The page was shown or hidden: start or stop the shortcuts, the outline and the drawing."""
        if active == self._active:
            return
        self._active = active
        self._show_all()
        if active:
            self._session.layers.arrange(LABELLING)
            self._warn_of_transactions()
        else:
            self._blink(False)
            self._stop_drawing()

    def unload(self) -> None:
        """The plugin is unloaded."""
        self.set_active(False)
        self.labelling.saver.close()
        self.keys.unregister()
        self._title.deleteLater()
        self.review.detach()

    def _connect(self) -> None:
        session = self._session
        session.queue.moved.connect(self._show_all)
        session.queue.counted.connect(self._show_counts)
        # Deferred: QGIS zooms to the first layers of an empty project once control returns to the event loop.
        session.opened.connect(lambda: QTimer.singleShot(0, self._show_opened))
        session.changed.connect(self._show_all)
        for signal in (session.opened, session.changed, session.closed):
            signal.connect(self.audit_line.refresh)
        self.audit_line.chosen.connect(self.audit)
        session.job_started.connect(self._show_all)
        session.job_ended.connect(self._show_all)
        session.layers.lost.connect(self._report_removal)
        self.labelling.restored.connect(self._show_review_layers)
        self.labelling.drawn.connect(self._name_buttons)
        self.labelling.drawn.connect(lambda: self._set_hint(""))
        self.labelling.hint_changed.connect(self._set_hint)
        self.labelling.saver.delayed.connect(self._report_delay)
        self.labelling.saver.saved.connect(session.layers.repaint)
        self.keys.pressed.connect(self._press)
        self.keys.changed.connect(self._name_buttons)
        self.empty_button.clicked.connect(lambda: self.wanted.emit(self._wanted))

    def _prepare_buttons(self) -> None:
        for name in self.keys.actions:
            button = self._button(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the canvas keeps the keyboard focus
            button.clicked.connect(lambda _=False, name=name: self._press(name))
        self._name_buttons()

    def _button(self, name: str) -> Any:
        return getattr(self, f"{name}_button")

    def _name_buttons(self) -> None:
        texts = self._button_texts()
        self._show_hint()
        for name, action in self.keys.actions.items():
            button, key = self._button(name), self.keys.key_text(name)
            tip = action.text().split(": ", 1)[-1]
            button.setToolTip(f"{tip} ({key})" if key else tip)
            if isinstance(button, QPushButton):
                button.setText(f"{key}   {texts[name]}" if key else texts[name])

    def _button_texts(self) -> Dict[str, str]:
        count = self._proposed = len(self.labelling.proposals())
        self.accept_button.setEnabled(count > 0)
        return {
            "no_change": self.tr("No change"),
            "done": self.tr("Done"),
            "accept": self.tr("Accept ({})").format(count) if count else self.tr("Accept"),
            "draw": self.tr("Draw"),
            "correct": self.tr("Correct"),
            "ignore": self.tr("Ignore"),
            "skip": self.tr("Skip"),
            "blink": self.tr("Blink"),
        }

    def _press(self, name: str) -> None:
        if not self._active or self.labelling.tile is None:
            return
        if name != "blink" and self._is_drawing() and not self._continues_drawing(name):
            self._refuse_while_drawing()
            return
        actions: Dict[str, Callable[[], Any]] = {
            "no_change": self.labelling.no_change,
            "done": self.labelling.done,
            "accept": self._accept,
            "draw": lambda: self._draw("change"),
            "correct": self._correct,
            "ignore": lambda: self._draw("ignore"),
            "skip": self.labelling.skip,
            "previous": lambda: self.labelling.step(-1),
            "next": lambda: self.labelling.step(1),
            "blink": lambda: self._blink(not self._blinking),
        }
        actions[name]()
        self.blink_button.setChecked(self._blinking)

    def _refuse_while_drawing(self) -> None:
        self._set_hint(self.tr("The polygon is not complete. Right-click to finish it, or press Esc to discard it."))

    def _accept(self) -> None:
        if self.labelling.accept():
            self._select_annotations()

    def _correct(self) -> None:
        if self.labelling.editable() is not None:
            self._select_annotations()
            self._iface.actionVertexTool().trigger()

    def _draw(self, name: str) -> None:
        if not self.labelling.draw(name):
            return
        self._select_annotations()
        self._iface.actionAddFeature().trigger()
        words = {
            "change": self.tr("Draw the change: click its corners, then right-click to finish."),
            "ignore": self.tr("Draw the area to ignore: click its corners, then right-click to finish."),
        }
        self._set_hint(words[name])

    def _is_drawing(self) -> bool:
        """Whether a polygon is incomplete and another key would discard it."""
        tool = self._iface.mapCanvas().mapTool()
        return isinstance(tool, QgsMapToolCapture) and tool.size() > 0

    def _continues_drawing(self, name: str) -> bool:
        """Whether the key stands for the class that is being drawn."""
        layer = self._session.layers.annotations
        return layer is not None and {"draw": "change", "ignore": "ignore"}.get(name) == drawn_class(layer)

    def _stop_drawing(self) -> None:
        """End drawing when the page is left, unless a polygon is incomplete."""
        if isinstance(self._iface.mapCanvas().mapTool(), QgsMapToolCapture) and not self._is_drawing():
            self._iface.actionPan().trigger()

    def _select_annotations(self) -> None:
        self._iface.setActiveLayer(self._session.layers.annotations)

    _blinking = False

    def _blink(self, before: bool) -> None:
        """Show the before image in the main canvas, or the after image again."""
        if before != self._blinking:
            self._blinking = before
            self._session.layers.show("before", before)
            self._session.layers.show("after", not before)
        self.blink_button.setChecked(before)
        self._show_title()

    def _show_title(self) -> None:
        campaign = self._session.campaign
        if not self._active or campaign is None or self.labelling.tile is None:
            self._title.hide()
            return
        date = "before" if self._blinking else "after"
        words = self.tr("Before: {}") if self._blinking else self.tr("After: {}")
        self._title.show_text(words.format(raster_title(campaign.description.orthophoto(date).path)))

    def _show_all(self, *_: Any) -> None:
        """Show the current tile and everything about it."""
        tile = self.labelling.tile
        working = tile is not None
        self._hide_opinions(self._active and self.audit_line.is_auditing)
        self.stack.setCurrentWidget(self.work_page if working else self.empty_page)
        self._show_counts()
        if not working:
            self._show_empty()
        if working and self._active:
            self._show_current(tile)
        else:
            self._hide_current()

    def _hide_opinions(self, hidden: bool) -> None:
        """Hide the layers that show what the network thinks of the audit's tiles, or restore them."""
        opinions = self._session.layers.opinions
        if hidden and not opinions.are_hidden:
            opinions.hide()
        elif opinions.are_hidden and not hidden:
            opinions.reveal()

    def _show_opened(self) -> None:
        self._shown = None
        self._blinking = True  # whatever state the project was saved in
        self._blink(False)
        self._show_all()

    def _show_current(self, tile: QueuedTile) -> None:
        self._show_review_layers()
        crs = self._session.layers.crs
        if self._shown != tile.tile_id:  # otherwise a job has ended, and the user may have zoomed in
            self._shown = tile.tile_id
            self._blink(False)
            self.review.show_together(tile_extent(self._iface.mapCanvas(), tile.bounds, crs))
        self._session.layers.show_proposals_of(tile.tile_id)
        for outline in self._outlines:
            outline.show(tile.bounds, crs)
        self._name_buttons()
        self._show_title()
        self.keys.start()
        self.labelling.editable()

    def _hide_current(self) -> None:
        self._shown = None
        self._session.layers.show_proposals_of(None)
        self._show_title()
        self.keys.stop()
        for outline in self._outlines:
            outline.hide()

    def _show_review_layers(self) -> None:
        layers = [self._session.layers.annotations, self._session.layers.before]
        layers = [layer for layer in layers if layer is not None]
        if self.review.layers() != layers:
            self.review.setLayers(layers)
        before = self._session.campaign.description.orthophoto("before").path if self._session.campaign else ""
        self.before_label.setText(self.tr("Before: {}").format(raster_title(before)))
        self.before_label.setToolTip(before)

    def _show_tile(self, tile: QueuedTile) -> None:
        self.tile_label.setText(tile_text(tile, self._session.queue.position, len(self._session.queue)))
        self.state_label.setText(f"<b>{state_text(tile)}</b>")

    def _show_counts(self) -> None:
        counts = self._session.queue.counts
        self.progress_bar.setMaximum(max(counts.total, 1))
        self.progress_bar.setValue(counts.done)
        self.left_label.setText(self.tr("{} of {} left").format(figure(counts.left), figure(counts.total)))
        self.counts_label.setText(counts_text(counts, self._session.queue.minutes_per_tile))
        self.audit_line.show_counts(counts)
        if self.labelling.tile is not None:
            self._show_tile(self.labelling.tile)
        self._show_hint()

    def _set_hint(self, text: str) -> None:
        """Show a temporary hint; an empty one brings back the standing hint."""
        self._hint = text
        self._show_hint()

    def _show_hint(self) -> None:
        tile = self.labelling.tile
        standing = ""
        if tile is not None:
            counts, is_auditing = self._session.queue.counts, self.audit_line.is_auditing
            standing = standing_hint(tile, self._proposed, counts, is_auditing)
        self.hint_label.setText(self._hint or standing)

    def _show_empty(self) -> None:
        campaign = self._session.campaign
        if campaign is None:
            self._wanted = CAMPAIGN
            text, button = self.tr("No campaign is open."), self.tr("Open or create one")
        else:
            try:
                step = next_step(campaign.counts(), campaign.rounds())
            except AlcdError as error:
                self.empty_label.setText(str(error))
                return
            self._wanted, text, button = step.action, step.text, step.button
        self.empty_label.setText(text)
        self.empty_button.setText(button)

    def _report_removal(self, role: str) -> None:
        """A layer of the campaign was removed from the project."""
        layers = [layer for layer in self.review.layers() if layer.customProperty("alcd/role") != role]
        self.review.setLayers(layers)
        text = self.tr("The layer “{}” was removed. The next key restores it.")
        self._set_hint(text.format(role))

    def _report_delay(self, reason: str) -> None:
        text = self.tr("The labels cannot be saved yet. ALCD keeps trying.")
        self._session.problem_occurred.emit(
            f"{text} {reason}".strip(), self.tr("Nothing is lost while QGIS stays open.")
        )

    def _warn_of_transactions(self) -> None:
        if has_transactions(self._session.project) and self._session.campaign is not None:
            self._session.problem_occurred.emit(
                self.tr("The project uses automatic transactions: while you draw, no job can write to the campaign."),
                self.tr("Turn them off in Project > Properties > Data Sources."),
            )
