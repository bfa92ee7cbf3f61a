"""The algorithm ``estimate``, with its figures as numbers for the model designer."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..bridge.texts import later, tr
from .job_algorithm import JobAlgorithm

FIGURES = {
    "completeness_area": later("Completeness by area"),
    "correctness_area": later("Correctness by area"),
    "changed_cells": later("Tiles with change"),
    "missed_cells": later("Tiles with change missing from the map"),
    "area_of_change": later("Area of change (m2)"),
}


class Estimate(JobAlgorithm):
    """Runs the job; figures that could be estimated become outputs of the same name, with their lower and upper limits
    as ``NAME_low`` and ``NAME_high``."""

    NAME = "estimate"
    TAGS = later("completeness,accuracy,area,confidence interval,error matrix")

    def add_more(self) -> None:
        for name, words in FIGURES.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(words)))
            self.addOutput(QgsProcessingOutputNumber(f"{name}_low", tr("{}, lower limit").format(tr(words))))
            self.addOutput(QgsProcessingOutputNumber(f"{name}_high", tr("{}, upper limit").format(tr(words))))

    def more_outputs(
        self,
        result: Dict[str, Any],
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Dict[str, Any]:
        outputs: Dict[str, Any] = {}
        for name in FIGURES:
            figure = result.get("figures", {}).get(name)
            if figure is not None and figure["value"] is not None:
                outputs.update({name: figure["value"], f"{name}_low": figure["low"], f"{name}_high": figure["high"]})
        return outputs
