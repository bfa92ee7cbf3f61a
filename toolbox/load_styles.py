"""Styles for what is loaded when an algorithm has ended."""

from __future__ import annotations

import functools

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from .resources import style_file


def style_when_loaded(context: QgsProcessingContext, layer_id: str, style: str) -> None:
    """Give a layer its style (a name in ``resources/styles``) once it is loaded, if it is going to be."""
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


@functools.cache
def _styling(style: str) -> _Styling:
    """One for each style, kept: QGIS holds no reference of its own."""
    return _Styling(style)
