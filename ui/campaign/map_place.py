"""The map follows a campaign that is opened."""

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

AROUND = 1.05


def show_place(canvas: QgsMapCanvas, grid: Any) -> None:
    """Zoom to a campaign's grid where the map shows another place; a view of the grid, or of a part, stays."""
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsCoordinateTransformContext())
    try:
        place = transform.transformBoundingBox(QgsRectangle(*grid.bounds))
    except QgsCsException:  # the project's CRS has no image of it: the user chooses another
        return
    if not canvas.extent().intersects(place):
        place.scale(AROUND)
        canvas.setExtent(place)
        canvas.refresh()
