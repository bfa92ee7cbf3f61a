"""The algorithm ``polygons``, whose building map keeps its ids."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext

from ..bridge.texts import later, tr
from .building_layers import parameter_values
from .job_algorithm import JobAlgorithm


class Polygons(JobAlgorithm):
    NAME = "polygons"
    TAGS = later("vectorize,export,buildings,map update")
    STYLES = (("output", "polygons"),)

    def layer_files(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        if parameters.get("buildings") in (None, ""):
            return super().layer_files(parameters, context)
        others = {name: value for name, value in parameters.items() if name not in ("buildings", "building_id")}
        return {**super().layer_files(others, context), **parameter_values(self, parameters, context)}

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,
    ) -> Dict[str, Any]:
        """The layer of buildings is loaded with that of the changes."""
        if result.get("buildings") and context.willLoadLayerOnCompletion(result["output"]):
            details = QgsProcessingContext.LayerDetails(tr("Buildings"), context.project(), "buildings")
            context.addLayerToLoadOnCompletion(f"{result['output']}|layername=buildings", details)
        return {}
