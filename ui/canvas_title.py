"""A line of text over a corner of a canvas: which date is shown."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

STYLE = "background: rgba(20, 24, 28, 190); color: white; padding: 3px 8px; border-radius: 3px;"


class CanvasTitle(QLabel):
    """Over the upper left corner; the mouse goes through it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setStyleSheet(STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.move(8, 8)
        self.hide()

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.adjustSize()
        self.show()
