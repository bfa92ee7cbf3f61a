"""The map canvas of the before image, linked to QGIS's main canvas."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

CURSOR = QColor(255, 64, 129)


class ReviewCanvas(QgsMapCanvas):
    """Linked both ways: when one canvas is moved, the other follows with the same centre.

    The scales are in the ratio of the canvases' sizes, so that both show the whole of a square tile.
    """

    def __init__(self, main: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._main = main
        self._following = False
        self._marks = {}
        self.setCanvasColor(main.canvasColor())
        self.setDestinationCrs(main.mapSettings().destinationCrs())
        self.setRotation(main.rotation())
        self.enableAntiAliasing(True)
        self.setMapTool(QgsMapToolPan(self))
        self._pan = self.mapTool()
        main.destinationCrsChanged.connect(self._take_crs)
        main.extentsChanged.connect(self._follow)
        main.rotationChanged.connect(self.setRotation)
        self.extentsChanged.connect(self._lead)
        main.xyCoordinates.connect(self._mark_here)
        self.xyCoordinates.connect(self._mark_there)
        main.viewport().installEventFilter(self)

    def show_together(self, extent: QgsRectangle) -> None:
        """Zoom both canvases to this rectangle, in the canvases' CRS."""
        self._following = True
        self._main.setExtent(extent)
        self.setExtent(extent)
        self._following = False
        self._main.refresh()
        self.refresh()

    def detach(self) -> None:
        """Remove the markers and unlink the canvases, before this one is deleted."""
        self._main.viewport().removeEventFilter(self)
        self._main.destinationCrsChanged.disconnect(self._take_crs)
        self._main.extentsChanged.disconnect(self._follow)
        self._main.rotationChanged.disconnect(self.setRotation)
        self._main.xyCoordinates.disconnect(self._mark_here)
        self._hide_marks()

    def eventFilter(self, watched, event) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Leave:
            self._hide_marks()
        return super().eventFilter(watched, event)

    def leaveEvent(self, event) -> None:  # noqa: N802
        self._hide_marks()
        super().leaveEvent(event)

    def resizeEvent(self, event) -> None:  # noqa: N802
        self._following = True
        super().resizeEvent(event)
        self._following = False
        self._follow()

    @property
    def _ratio(self) -> float:
        """Map units per pixel here, divided by those of the main canvas."""
        return _smaller_side(self._main) / _smaller_side(self)

    def _follow(self) -> None:
        self._copy(self._main, self, self._ratio)

    def _lead(self) -> None:
        if self.isVisible():
            self._copy(self, self._main, 1 / self._ratio)

    def _copy(self, leader: QgsMapCanvas, follower: QgsMapCanvas, ratio: float) -> None:
        if self._following or not self.isVisible():
            return
        self._following = True
        unit = leader.mapUnitsPerPixel() * ratio
        size = follower.mapSettings().outputSize()
        width, height = size.width() * unit, size.height() * unit
        centre = leader.center()
        follower.setExtent(
            QgsRectangle(
                centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
            )
        )
        follower.refresh()
        self._following = False

    def _take_crs(self) -> None:
        self.setDestinationCrs(self._main.mapSettings().destinationCrs())

    def _mark_here(self, point: QgsPointXY) -> None:
        self._mark(self, point)

    def _mark_there(self, point: QgsPointXY) -> None:
        self._mark(self._main, point)

    def _mark(self, canvas: QgsMapCanvas, point: QgsPointXY) -> None:
        """Mark on ``canvas`` the position of the cursor on the other one."""
        if not self.isVisible():
            return
        if canvas not in self._marks:
            mark = QgsVertexMarker(canvas)
            mark.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
            mark.setColor(CURSOR)
            mark.setIconSize(16)
            mark.setPenWidth(2)
            self._marks[canvas] = mark
        for other, mark in self._marks.items():
            mark.setVisible(other is canvas)
        self._marks[canvas].setCenter(point)

    def _hide_marks(self) -> None:
        for canvas, mark in self._marks.items():
            canvas.scene().removeItem(mark)
        self._marks.clear()


def _smaller_side(canvas: QgsMapCanvas) -> int:
    """Pixels of the map in a canvas, at least one."""
    size = canvas.mapSettings().outputSize()
    return max(min(size.width(), size.height()), 1)
