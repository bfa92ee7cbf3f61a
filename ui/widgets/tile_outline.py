"""The outline of the current tile on a canvas."""

from __future__ import annotations

from typing import Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QColor

from ..session.annotating import tile_geometry

Bounds = Tuple[float, float, float, float]

COLOUR, EDGE = QColor(255, 214, 10), QColor(20, 24, 28, 200)  # visible on light and dark imagery
MARGIN = 1.12  # extent shown, relative to the tile


class TileOutline(QObject):
    """Follows the canvas's CRS."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._band: Optional[QgsRubberBand] = None
        self._shown: Optional[Tuple[Bounds, QgsCoordinateReferenceSystem]] = None
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, bounds: Bounds, crs: QgsCoordinateReferenceSystem) -> None:
        """Outline this rectangle."""
        self._shown = (bounds, crs)
        self._draw()

    def hide(self) -> None:
        """Outline nothing."""
        self._shown = None
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def _draw(self) -> None:
        if self._shown is None:
            return
        if self._band is None:
            self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            self._band.setFillColor(QColor(0, 0, 0, 0))
            self._band.setStrokeColor(COLOUR)
            self._band.setSecondaryStrokeColor(EDGE)
            self._band.setWidth(2)
        bounds, crs = self._shown
        geometry = tile_geometry(bounds)
        geometry.transform(_transform(self._canvas, crs))
        self._band.setToGeometry(geometry, None)


def tile_extent(canvas: QgsMapCanvas, bounds: Bounds, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """The tile with a little of its surroundings, in the canvas's CRS."""
    extent = _transform(canvas, crs).transformBoundingBox(QgsRectangle(*bounds))
    extent.scale(MARGIN)
    return extent


def _transform(canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
