"""The algorithm that exports change polygons: ids of buildings that only QGIS knows reach the worker."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext

from ..bridge.texts import later, tr
from .building_layers import ids_of
from .job_algorithm import JobAlgorithm
from .layers import ID_FIELD, OWN_IDS, parameter_file


class Polygons(JobAlgorithm):
    """Change polygons, with or without a building map."""

    NAME = "polygons"
    TAGS = later("vectorize,export,buildings,cadastre")
    STYLES = (("output", "polygons"),)

    def vector_files(self, name: str, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The building map's file; its ids are in another column if the layer had to be written to a new file."""
        ids = self.parameterAsString(parameters, "building_id", context).strip() or OWN_IDS
        source = self.parameterAsVectorLayer(parameters, name, context)
        if source is not None:
            ids = ids_of(source, ids)
        path = parameter_file(self, parameters, name, context, ids)
        is_own_file = source is not None and source.source() == path
        return {name: path, "building_id": (ids or None) if is_own_file else ID_FIELD}

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
