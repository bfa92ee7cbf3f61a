"""The algorithm ``query``, with the queried tiles as a layer."""

from __future__ import annotations

from typing import Any, Dict, Sequence

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsVectorLayer,
)

from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm
from .load_styles import style_when_loaded

TILES = "tiles"


class Query(JobAlgorithm):
    NAME = "query"
    TAGS = later("uncertainty,acquisition,variance,entropy")

    def add_more(self) -> None:
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        sink = QgsProcessingParameterFeatureSink(TILES, tr("Queried tiles"), polygons, None, True, True)
        sink.setHelp(tr("The tiles to label next, with their rank and score."))
        self.addParameter(sink)

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
    ) -> Dict[str, Any]:
        tiles = _queried_tiles(result["campaign"], result.get("queried", []))
        fields = tiles.fields()
        fields.remove(fields.indexOf("fid"))
        sink, layer_id = self.parameterAsSink(parameters, TILES, context, fields, tiles.wkbType(), tiles.crs())
        if sink is None:
            return {}  # the user did not request the layer
        for feature in tiles.getFeatures(_by_rank()):
            feature.setAttributes([feature[field.name()] for field in fields])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        style_when_loaded(context, layer_id, "tiles")
        return {TILES: layer_id}


def _queried_tiles(campaign: str, tile_ids: Sequence[int]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{campaign}/campaign.gpkg|layername=tiles", "tiles", "ogr")
    if not layer.isValid():
        raise QgsProcessingException(tr("The tiles of {} cannot be read.").format(campaign))
    ids = ", ".join(str(int(tile_id)) for tile_id in tile_ids) or "NULL"
    layer.setSubsetString(f'"tile_id" IN ({ids})')
    return layer


def _by_rank() -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    request.addOrderBy("rank")
    return request
