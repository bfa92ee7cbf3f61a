"""The provider ``alcd``: what the toolbox, the model designer, batch processing and ``qgis_process`` offer."""

from __future__ import annotations

from typing import Iterator, List

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .assess import Assess
from .create import Create
from .info import Info
from .label import Label
from .polygons import Polygons
from .predict import Predict
from .preview import Preview
from .query import Query
from .relocate import Relocate
from .report import Report
from .resources import RESOURCES, icon
from .simulate import Simulate
from .suggest import Suggest
from .train import Train

ALGORITHMS = (
    *(Preview, Create, Suggest, Label, Train, Query, Predict, Polygons, Assess, Report, Info, Relocate),
    Simulate,
)


class Provider(QgsProcessingProvider):
    """The algorithms, one a job, and the example models."""

    def id(self) -> str:
        return "alcd"

    def name(self) -> str:
        return "ALCD"

    def longName(self) -> str:  # noqa: N802
        return self.tr("ALCD: change detection by active learning")

    def icon(self) -> QIcon:
        return icon("alcd")

    def svgIconPath(self) -> str:  # noqa: N802
        return str(RESOURCES / "icons" / "alcd.svg")

    def supportedOutputVectorLayerExtensions(self) -> List[str]:  # noqa: N802
        return ["gpkg", "geojson"]

    def supportedOutputRasterLayerExtensions(self) -> List[str]:  # noqa: N802
        return ["tif"]

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        return False

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in example_models():
            self.addAlgorithm(model)


def example_models() -> Iterator[QgsProcessingModelAlgorithm]:
    """Models of ``resources/models``, ready to run and to be copied into one's own."""
    for file in sorted((RESOURCES / "models").glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        if model.fromFile(str(file)):
            yield model
