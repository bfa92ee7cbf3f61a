"""Zooms the map to a campaign when it is opened."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

MARGIN = 1.05


def zoom_to_grid(canvas: QgsMapCanvas, grid: Any) -> None:
    """Zoom to a campaign's grid if the map shows none of it; otherwise the extent stays."""
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsCoordinateTransformContext())
    try:
        place = transform.transformBoundingBox(QgsRectangle(*grid.bounds))
    except QgsCsException:  # cannot be projected to the project's CRS: the user has to choose another
        return
    if not canvas.extent().intersects(place):
        place.scale(MARGIN)
        canvas.setExtent(place)
        canvas.refresh()
