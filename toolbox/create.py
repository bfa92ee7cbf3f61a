"""A new campaign; its area of interest as polygons or as an extent."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsProcessingUtils,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm

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
    ) -> Dict[str, str]:
        files = super().layer_files(parameters, context, feedback)
        if parameters.get(EXTENT):
            rectangle = self.parameterAsExtent(parameters, EXTENT, context)
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
    path = QgsProcessingUtils.generateTempFilename("extent.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context.transformContext(), options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise QgsProcessingException(message)
    return path
