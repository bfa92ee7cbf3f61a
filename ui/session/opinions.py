"""Hides the layers that show what a model thinks, while an audit's tiles are labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Set

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

MODEL_TAG = "ALCD_MODEL"  # same as in alcd_core's map_writer, which needs numpy; a test checks that they are equal
FIELDS = {"mean_probability", "change_probability"}  # of proposals and change polygons, and of tiles


class Opinions:
    """The layers of a project that show what a model thinks, wherever they come from.

    While they are hidden, ``postpone`` records what is wanted of them, and ``reveal`` carries it out. A project that is
    saved meanwhile has them as they were before, or are wanted.
    """

    def __init__(self, project: QgsProject) -> None:
        self._root = project.layerTreeRoot()
        self._wanted: Dict[str, bool] = {}  # by layer: whether it becomes visible again
        self._judged: Set[str] = set()  # layers that have been looked at
        self.are_hidden = False
        self._root.addedChildren.connect(self._hide_new)
        project.writeProject.connect(self._save_as_wanted)

    def hide(self) -> None:
        """Uncheck them in the layer tree, and those that are added until ``reveal``."""
        self.are_hidden = True
        self._hide_new()

    def reveal(self) -> None:
        """Check those again that were checked before, or were to be shown meanwhile."""
        wanted = self._wanted
        self._wanted, self._judged, self.are_hidden = {}, set(), False
        for node in self._root.findLayers():
            if node.layerId() in wanted:
                node.setItemVisibilityChecked(wanted[node.layerId()])

    def postpone(self, layer_id: str, visible: bool) -> bool:
        """Record whether a hidden layer should be visible later; returns False if it is not hidden."""
        if layer_id not in self._wanted:
            return False
        self._wanted[layer_id] = visible
        return True

    def _save_as_wanted(self, document: QDomDocument) -> None:
        """QGIS has written the layer tree to ``document``, and saves it next."""
        nodes = document.elementsByTagName("layer-tree-layer")
        for node in (nodes.at(number).toElement() for number in range(nodes.count())):
            wanted = self._wanted.get(node.attribute("id"))
            if wanted is not None:
                node.setAttribute("checked", "Qt::Checked" if wanted else "Qt::Unchecked")

    def _hide_new(self, *_: Any) -> None:
        if not self.are_hidden:
            return
        for node in self._root.findLayers():
            layer = node.layer()
            if layer is None or layer.id() in self._judged:
                continue
            self._judged.add(layer.id())
            if shows_opinion(layer):
                self._wanted[layer.id()] = node.itemVisibilityChecked()
                node.setItemVisibilityChecked(False)


def shows_opinion(layer: QgsMapLayer) -> bool:
    """Whether a layer shows what a model thinks: probabilities, scores, proposals or polygons from a map."""
    if isinstance(layer, QgsVectorLayer):
        return bool(FIELDS & set(layer.fields().names()))
    return isinstance(layer, QgsRasterLayer) and Path(layer.source()).is_file() and bool(map_maker(layer.source()))


def map_maker(path: str) -> str:
    """The identity of the model that made a map; empty if the file does not name one."""
    try:
        dataset = gdal.Open(path)
    except RuntimeError:  # if another plugin has enabled GDAL's exceptions
        return ""
    return (dataset.GetMetadataItem(MODEL_TAG) or "") if dataset is not None else ""
