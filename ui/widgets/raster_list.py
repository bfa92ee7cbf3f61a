"""A list of raster layers that the user puts together."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ...bridge.texts import tr

ROWS = 3  # shown at once
FEWEST_LETTERS = 18  # of a layer name; so wide that a form puts the list below its label


class RasterList(QWidget):
    """A box to choose a layer from, buttons to add and remove, and the list itself, which is hidden while empty.

    A layer that is removed from the project leaves the list.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.box = QgsMapLayerComboBox()
        self.box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.box.setMinimumContentsLength(FEWEST_LETTERS)
        self.add_button, self.remove_button = QPushButton(tr("Add")), QPushButton(tr("Remove"))
        self.list = QListWidget()
        self.list.setMaximumHeight(ROWS * self.list.fontMetrics().lineSpacing() + 2 * self.list.frameWidth() + ROWS)
        self.list.setTabKeyNavigation(False)
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.add_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addWidget(self.box)
        layout.addLayout(buttons)
        layout.addWidget(self.list)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        QgsProject.instance().layersWillBeRemoved.connect(self._drop)
        self._show_state()

    def layers(self) -> List[QgsRasterLayer]:
        """The layers in the list, in its order."""
        found = [QgsProject.instance().mapLayer(identifier) for identifier in self._identifiers()]
        return [layer for layer in found if layer is not None]

    def _identifiers(self) -> List[str]:
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def _add(self) -> None:
        layer = self.box.currentLayer()
        if layer is None or layer.id() in self._identifiers():
            return
        item = QListWidgetItem(layer.name())
        item.setData(Qt.ItemDataRole.UserRole, layer.id())
        self.list.addItem(item)
        self.list.setCurrentItem(item)
        self._note_change()

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._note_change()

    def _drop(self, identifiers: List[str]) -> None:
        """Take out layers that are about to be removed from the project."""
        rows = [row for row, identifier in enumerate(self._identifiers()) if identifier in identifiers]
        for row in reversed(rows):
            self.list.takeItem(row)
        if rows:
            self._note_change()

    def _note_change(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.list.setVisible(self.list.count() > 0)
        self.remove_button.setVisible(self.list.count() > 0)
