"""A new campaign; its area of interest as polygons or as an extent."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..alcd_core.errors import InputError
from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm
from .layers import written

EXTENT = "extent"


class Create(JobAlgorithm):
    NAME = "create"
    TAGS = later("orthophoto,campaign,tiles")

    def add_more(self) -> None:
        extent = QgsProcessingParameterExtent(EXTENT, tr("Extent, instead of an area of interest"), None, True)
        extent.setHelp(tr("A rectangle as area of interest."))
        self.addParameter(extent)

    def checkParameterValues(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Tuple[bool, str]:
        if parameters.get("aoi") and parameters.get(EXTENT):
            return False, tr("Give either an area of interest or an extent, not both.")
        return super().checkParameterValues(parameters, context)

    def layer_files(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        files = super().layer_files(parameters, context, feedback)
        if parameters.get(EXTENT):
            rectangle = self.parameterAsExtent(parameters, EXTENT, context)
            if rectangle.isNull():
                raise InputError(
                    tr("The extent {} cannot be read.").format(parameters[EXTENT]), tr("Draw it on the map.")
                )
            crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
            if not crs.isValid():
                crs = self.parameterAsRasterLayer(parameters, "before", context).crs()
            files["aoi"] = _extent_file(QgsReferencedRectangle(rectangle, crs), context)
        return files


def _extent_file(extent: QgsReferencedRectangle, context: QgsProcessingContext) -> str:
    """A temporary GeoPackage with the rectangle as polygon."""
    layer = QgsVectorLayer("Polygon", "extent", "memory")
    layer.setCrs(extent.crs())
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(extent))
    layer.dataProvider().addFeature(feature)
    return written(layer, "extent.gpkg", context)
