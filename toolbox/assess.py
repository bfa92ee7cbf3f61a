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
OBJECT_FIGURES = {
    "completeness": later("Completeness in buildings"),
    "correctness": later("Correctness in buildings"),
}
SAME_BUILDING = "iou_0.5"
"""The criterion whose figures are outputs: an intersection over union of at least 0.5."""


class Assess(JobAlgorithm):
    NAME = "assess"
    TAGS = later("accuracy,auc,f1,iou,completeness,correctness,buildings")
    STYLES = (("map", "assessment"), ("objects_layer", "objects"))

    def add_more(self) -> None:
        for name, title in {**FIGURES, **OBJECT_FIGURES}.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Dict[str, Any]:
        objects = result.get("objects", {}).get(SAME_BUILDING, {})
        figures = {
            **{name: result.get(name) for name in FIGURES},
            **{name: objects.get(name) for name in OBJECT_FIGURES},
        }
        return {name: value for name, value in figures.items() if value is not None}
