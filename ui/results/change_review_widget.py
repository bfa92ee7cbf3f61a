"""The widgets of the review: counts, verdict buttons, reshape."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateTransform, QgsFeature, QgsProject
from qgis.gui import QgsHighlight
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from ...alcd_core.errors import InputError
from ...bridge.texts import tr
from ..widgets.figures import figure
from ..widgets.keys import Keys, review_keys
from ..widgets.messages import Messages
from .change_review import ACCEPTED, AREA, KINDS, PROBABILITY, REJECTED, ChangeReview, measure_changed, number
from .kind_texts import kind_icon, kind_names

SURROUNDINGS = 3.0  # extent of the map relative to the polygon
HIGHLIGHT = QColor(255, 214, 10)  # same as the current tile


class ChangeReviewWidget(QWidget):
    """Shows a ``ChangeReview``; hidden while there are no polygons."""

    labels_wanted = pyqtSignal()

    def __init__(self, review: ChangeReview, iface: Any, messages: Messages, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.review, self._iface, self._messages = review, iface, messages
        self._highlight: Optional[QgsHighlight] = None
        self.least_width = 0.0  # of the map around a polygon, in units of the polygons' CRS
        self.keys = Keys(iface.mainWindow(), review_keys(), "review_")
        self.keys.pressed.connect(lambda name: self._button(name).click())
        self.keys.changed.connect(self._name_buttons)
        self.previous_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.accept_button.clicked.connect(lambda: self._judge(ACCEPTED))
        self.reject_button.clicked.connect(lambda: self._judge(REJECTED))
        for kind in KINDS:
            self._button(kind).clicked.connect(lambda _=False, kind=kind: self._judge(ACCEPTED, kind))
        self.reshape_button.toggled.connect(self._reshape)
        self._name_buttons()
        self.labels_button.clicked.connect(self.labels_wanted)
        review.moved.connect(self._show_current)
        review.judged.connect(self._show_counts)
        self._show_counts()
        self._show_current()

    def show_on_map(self) -> None:
        """Zoom to the current polygon."""
        feature = self.review.current()
        layer = self.review.layer
        if feature is None or layer is None:
            return
        canvas = self._iface.mapCanvas()
        project = QgsProject.instance()
        transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), project)
        box = feature.geometry().boundingBox()
        box.scale(SURROUNDINGS)
        box.grow(max(0.0, self.least_width - max(box.width(), box.height())) / 2)
        extent = transform.transformBoundingBox(box)
        canvas.setExtent(extent)
        canvas.refresh()
        self._mark(feature)

    def save_shape(self) -> bool:
        """Save a new shape if the user is editing one; returns False if that fails (the message bar shows why)."""
        layer = self.review.layer
        if layer is not None and layer.isEditable():
            measure_changed(layer)
            if not layer.commitChanges():
                reason = "; ".join(layer.commitErrors())
                self._messages.warning(tr("The new shape could not be saved: {}").format(reason))
                return False
            self._iface.actionPan().trigger()
            self.review.read()
        self.reshape_button.setChecked(False)
        return True

    def unload(self) -> None:
        """The plugin is unloaded."""
        self._unmark()
        self.keys.unregister()

    def showEvent(self, event: Any) -> None:  # noqa: N802
        self.keys.start()
        super().showEvent(event)
        if not event.spontaneous():
            self.show_on_map()  # nobody should judge a polygon unseen

    def hideEvent(self, event: Any) -> None:  # noqa: N802
        self.keys.stop()
        self._unmark()
        super().hideEvent(event)

    def _button(self, name: str) -> Any:
        return getattr(self, f"{name}_button")

    def _name_buttons(self) -> None:
        """Show the shortcuts, which the user can change, on the buttons."""
        texts = {"accept": tr("Accept"), "reject": tr("Reject"), "reshape": tr("Reshape"), **kind_names()}
        for name, action in self.keys.actions.items():
            key, tip = self.keys.key_text(name), action.text().split(": ", 1)[-1]
            self._button(name).setToolTip(f"{tip} ({key})" if key else tip)
            if name in texts:
                self._button(name).setText(f"{key}  {texts[name]}" if key else texts[name])

    def _step(self, by: int) -> None:
        if self.save_shape():
            self.review.step(by)
            self.show_on_map()

    def _judge(self, verdict: str, kind: Optional[str] = None) -> None:
        if not self.save_shape():
            return
        try:
            self.review.judge(verdict, kind)
        except InputError as error:
            self._messages.error(error)
        self.show_on_map()

    def _reshape(self, begin: bool) -> None:
        layer = self.review.layer
        if layer is None:
            return
        if not begin:
            self.save_shape()
            return
        self.show_on_map()
        self._iface.setActiveLayer(layer)
        layer.startEditing()
        self._iface.actionVertexToolActiveLayer().trigger()

    def _show_counts(self) -> None:
        counts = self.review.counts
        self.setVisible(counts.total > 0)
        words = tr("{} polygons: {} accepted, {} rejected, {} to review.")
        numbers = (counts.total, counts.accepted, counts.rejected, counts.left)
        self.count_label.setText(words.format(*map(figure, numbers)))
        self.labels_button.setEnabled(counts.left < counts.total)

    def _show_current(self) -> None:
        feature, kind = self.review.current(), self.review.kind()
        for name in KINDS:
            self._button(name).setVisible(self.review.has_kinds)
            self._button(name).setChecked(name == kind)
            self._button(name).setIcon(kind_icon(self.review.layer, name))
        if feature is None:
            self.current_label.clear()
            self._unmark()
            return
        verdicts = {ACCEPTED: tr("accepted"), REJECTED: tr("rejected"), None: tr("not reviewed")}
        text = tr("{} of {}: probability {}, {} m², {}")
        words = kind_names()[kind] + ", " if kind else ""
        self.current_label.setText(
            text.format(
                figure(self.review.position),
                figure(self.review.counts.total),
                figure(number(feature, PROBABILITY), 2),
                figure(number(feature, AREA)),
                words + verdicts[self.review.verdict()],
            )
        )

    def _mark(self, feature: QgsFeature) -> None:
        self._unmark()
        self._highlight = QgsHighlight(self._iface.mapCanvas(), feature.geometry(), self.review.layer)
        self._highlight.setColor(HIGHLIGHT)
        self._highlight.setFillColor(QColor(0, 0, 0, 0))
        self._highlight.setWidth(3)
        self._highlight.show()

    def _unmark(self) -> None:
        if self._highlight is not None:
            self._iface.mapCanvas().scene().removeItem(self._highlight)
            self._highlight = None
