"""The algorithm ``example``. Orthophotos and building map are loaded; the truth is not, as it contains the answers."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFolder,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputVectorLayer,
)

from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm

DATES = ("before", "after")
TRUTH, BUILDINGS = "truth", "buildings"


class Example(JobAlgorithm):
    NAME = "example"
    TAGS = later("tutorial,demo,sample data,orthophoto")

    def add_more(self) -> None:
        self.addOutput(QgsProcessingOutputFolder("folder", tr("Folder")))
        for date in DATES:
            self.addOutput(QgsProcessingOutputRasterLayer(date, tr(date.capitalize())))
        self.addOutput(QgsProcessingOutputVectorLayer(TRUTH, tr("Truth")))
        self.addOutput(QgsProcessingOutputVectorLayer(BUILDINGS, tr("Building map")))

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,
    ) -> Dict[str, Any]:
        if context.project() is not None:  # qgis_process has none
            for name, title in ((BUILDINGS, tr("Building map")), *((date, tr(date.capitalize())) for date in DATES)):
                details = QgsProcessingContext.LayerDetails(title, context.project(), name)
                context.addLayerToLoadOnCompletion(result[name], details)
        return {name: result[name] for name in (*DATES, TRUTH, BUILDINGS)}
