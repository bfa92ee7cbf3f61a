"""Styles of layers loaded when an algorithm ends."""

from __future__ import annotations

import threading
from typing import List

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip

from .resources import style_file


def style_when_loaded(context: QgsProcessingContext, layer_id: str, style: str) -> None:
    """Apply a style (a name in ``resources/styles``) to a layer once it is loaded, if it will be loaded."""
    if context.willLoadLayerOnCompletion(layer_id):
        context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(_styling(style))


class _Styling(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, style: str) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Called by QGIS in the main thread."""
        message, loaded = layer.loadNamedStyle(style_file(self._style))
        if not loaded:
            feedback.pushWarning(message)
        layer.triggerRepaint()


_alive: List[_Styling] = []
_lock = threading.Lock()


def _styling(style: str) -> _Styling:
    """A new object for each layer. QGIS deletes it with its context; until then its Python part must be kept alive."""
    with _lock:
        _alive[:] = [one for one in _alive if not sip.isdeleted(one)]
        _alive.append(_Styling(style))
        return _alive[-1]
