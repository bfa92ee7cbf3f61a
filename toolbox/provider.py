"""The Processing provider ``alcd``."""

from __future__ import annotations

from typing import Any, Iterator, List

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider, QgsXmlUtils
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtXml import QDomDocument

from ..bridge.settings import load_settings
from ..bridge.texts import tr
from .algorithms import ALGORITHMS
from .resources import RESOURCES, icon

MODEL_TEXTS = {"description", "component_description", "model_group"}
"""Keys of the texts in a model's file that are displayed, besides its help."""


class Provider(QgsProcessingProvider):
    """The algorithms, one per job, and the example models."""

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
    """The models in ``resources/models`` in QGIS's language and with the user's device, ready to run or copy."""
    for file in sorted((RESOURCES / "models").glob("*.model3")):
        document = QDomDocument()
        document.setContent(file.read_text("utf-8"))
        description = _translated(QgsXmlUtils.readVariant(document.documentElement()))
        description["parameterDefinitions"]["device"]["default"] = load_settings().device
        helps = {name: tr(text) for name, text in description["help"].items()}
        model = QgsProcessingModelAlgorithm()
        if model.loadVariant({**description, "help": helps}):
            yield model


def _translated(part: Any) -> Any:
    """A model's description with translated texts; its name is not translated because it is the algorithm's id."""
    if isinstance(part, list):
        return [_translated(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: tr(value) if isinstance(value, str) and key in MODEL_TEXTS else _translated(value)
        for key, value in part.items()
    }
