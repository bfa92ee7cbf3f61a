"""The kinds of change in words and colours."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import QgsCategorizedSymbolRenderer, QgsSymbolLayerUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon

from ...bridge.texts import tr
from .change_review import KINDS

ICON = QSize(14, 14)


def kind_names() -> Dict[str, str]:
    """The kinds as shown to the user."""
    return dict(zip(KINDS, (tr("Built"), tr("Torn down"), tr("Altered"))))


def kinds_text(counts: Dict[str, Any], number: Any) -> str:
    """How many polygons there are of each kind. ``number``: turns a number into text."""
    return ", ".join(f"{name}: {number(counts.get(kind, 0))}" for kind, name in kind_names().items())


def kind_icon(layer: Optional[QgsVectorLayer], kind: str) -> QIcon:
    """The symbol that the layer draws the kind with; none if the user has chosen a style without kinds."""
    renderer = layer.renderer() if layer is not None else None
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.categoryIndexForValue(kind) < 0:
        return QIcon()
    category = renderer.categories()[renderer.categoryIndexForValue(kind)]  # it owns its symbol
    return QIcon(QgsSymbolLayerUtils.symbolPreviewPixmap(category.symbol(), ICON))
