"""The algorithm ``assess``, with its figures as outputs."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm

FIGURES = {
    "auc": "AUC",
    "average_precision": later("Average precision"),
    "f1": "F1",
    "iou": "IoU",
    "ece": later("Calibration error"),
}


class Assess(JobAlgorithm):
    NAME = "assess"
    TAGS = later("accuracy,auc,f1,iou")
    STYLES = (("map", "assessment"),)

    def add_more(self) -> None:
        for name, title in FIGURES.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Dict[str, Any]:
        return {name: result[name] for name in FIGURES if result.get(name) is not None}
