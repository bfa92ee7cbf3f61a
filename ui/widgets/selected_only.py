"""A check box that restricts a chosen layer to its selected features."""

from __future__ import annotations

from typing import Any, Set

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout

from ...bridge.texts import tr
from .figures import figure


class SelectedOnlyBox(QCheckBox):
    """Stands below the layer's combo box in a form, and is shown only while the layer has a selection.

    Without a selection it is unchecked, so that nothing applies that is not on the screen. ``changed``: other features
    are chosen than before.
    """

    changed = pyqtSignal()

    def __init__(self, combo: Any, form: QFormLayout) -> None:
        super().__init__(combo.parentWidget())
        self._combo = combo
        self._layer_id = ""
        self._followed: Set[str] = set()  # ids of the layers that were chosen so far
        self._used = True
        row, _ = form.getWidgetPosition(combo)
        form.insertRow(row + 1, self)  # across both columns, since its text would widen the right one
        self.setToolTip(tr("Use only the features that are selected in the layer when the job starts"))
        self.toggled.connect(self.changed)
        combo.layerChanged.connect(self._follow)
        combo.currentIndexChanged.connect(self._follow)  # QGIS does not report the first of layers added together
        self._follow()
        self._show()

    def set_used(self, used: bool) -> None:
        """Whether the form uses the layer at the moment."""
        self._used = used
        self._show()

    def _follow(self, *_: Any) -> None:
        layer = self._combo.currentLayer()
        identifier = "" if layer is None else layer.id()
        if identifier == self._layer_id:
            return
        self._layer_id = identifier
        self.setChecked(False)  # the choice was made for another layer
        if layer is not None and identifier not in self._followed:
            self._followed.add(identifier)
            layer.selectionChanged.connect(self._show_selection)
        self._show()

    def _show_selection(self, *_: Any) -> None:
        if self.sender() is not self._combo.currentLayer():  # a layer that was chosen before
            return
        self._show()
        if self.isChecked():
            self.changed.emit()

    def _show(self) -> None:
        layer = self._combo.currentLayer()
        count = layer.selectedFeatureCount() if layer is not None else 0
        if count == 0:
            self.setChecked(False)
        self.setText(tr("Selected features only ({})").format(figure(count)))
        self.setVisible(self._used and count > 0)
