"""The algorithm ``create``, whose area of interest is a layer or an extent."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingParameterExtent,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..alcd_core.errors import InputError
from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm
from .layers import LayerFile, vector_file

EXTENT = "extent"


class Create(JobAlgorithm):
    NAME = "create"
    TAGS = later("orthophoto,campaign,tiles")

    def add_more(self) -> None:
        extent = QgsProcessingParameterExtent(EXTENT, tr("Extent, instead of an area of interest"), None, True)
        extent.setHelp(tr("A rectangle as the area of interest."))
        self.addParameter(extent)

    def checkParameterValues(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Tuple[bool, str]:
        if parameters.get("aoi") and parameters.get(EXTENT):
            return False, tr("Choose either an area of interest or an extent, not both.")
        return super().checkParameterValues(parameters, context)

    def layer_files(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        files = super().layer_files(parameters, context)
        if parameters.get(EXTENT):
            rectangle = self.parameterAsExtent(parameters, EXTENT, context)
            if rectangle.isNull():
                raise InputError(
                    tr("The extent {} cannot be read.").format(parameters[EXTENT]), tr("Draw it on the map.")
                )
            crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
            if not crs.isValid():
                crs = self.parameterAsRasterLayer(parameters, "before", context).crs()
            _refuse_outside(rectangle, crs, self.parameterAsRasterLayer(parameters, "before", context))
            files["aoi"] = _extent_file(QgsReferencedRectangle(rectangle, crs))
        return files


def _refuse_outside(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, raster: QgsRasterLayer) -> None:
    """Raise InputError if the extent lies outside the raster.

    The worker would detect it too, but its message would name a temporary file.
    """
    try:
        transform = QgsCoordinateTransform(crs, raster.crs(), QgsCoordinateTransformContext())
        moved = transform.transformBoundingBox(extent)
    except QgsCsException:
        moved = QgsRectangle()
    if not moved.intersects(raster.extent()):
        message = tr("The extent lies outside the raster {}.").format(raster.name())
        raise InputError(message, tr("Draw it on the map, over the raster."))


def _extent_file(extent: QgsReferencedRectangle) -> LayerFile:
    """A file with the rectangle as a polygon."""
    layer = QgsVectorLayer("Polygon", "extent", "memory")
    layer.setCrs(extent.crs())
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(extent))
    layer.dataProvider().addFeature(feature)
    return vector_file(layer)
