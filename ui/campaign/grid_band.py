"""Draws the tiles of a planned campaign on the map."""

from __future__ import annotations

from typing import Any, Mapping, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

TILES = QColor(242, 182, 50, 200)
OUTLINE = QColor(229, 83, 61)


class GridBand:
    """Shows the grid on a map canvas. ``show`` takes the result of the job ``preview``."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._tiles: Optional[QgsRubberBand] = None
        self._outline: Optional[QgsRubberBand] = None

    def show(self, plan: Mapping[str, Any]) -> None:
        """Draw the outline, and each tile if there are not too many."""
        self.clear()
        crs = QgsCoordinateReferenceSystem.fromWkt(plan["crs"])
        tiles = [QgsGeometry.fromRect(QgsRectangle(*bounds)) for bounds in plan.get("tile_bounds", [])]
        if tiles:
            self._tiles = self._band(QgsGeometry.collectGeometry(tiles), crs, TILES, 1)
        outline = QgsGeometry.fromRect(QgsRectangle(*plan["bounds"]))
        self._outline = self._band(outline, crs, OUTLINE, 3)

    def clear(self) -> None:
        """Remove the drawing."""
        for band in (self._tiles, self._outline):
            if band is not None:
                self._canvas.scene().removeItem(band)
        self._tiles = self._outline = None

    def _band(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, colour: QColor, width: int) -> Any:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setWidth(width)
        band.setToGeometry(geometry, crs)
        return band
