"""A caption in the corner of a map canvas."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel

STYLE = "background: rgba(20, 24, 28, 190); color: white; padding: 3px 8px; border-radius: 3px;"
MARGIN = 8  # pixels


class CanvasTitle(QLabel):
    """Shown in the lower left corner, where QGIS's messages do not cover it; transparent to the mouse."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setStyleSheet(STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.installEventFilter(self)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.adjustSize()
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Stay in the corner when the canvas is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.move(MARGIN, self.parentWidget().height() - self.height() - MARGIN)
