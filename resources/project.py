"""Writes a QGIS project. Run by a Python that has PyQGIS, never imported: ``python project.py < DESCRIPTION``.

The description is JSON: ``output`` (.qgz), ``title``, and ``layers`` from top to bottom, each with ``name``, ``source``
(a raster's path, or ``PATH|layername=NAME``), ``vector``, ``style`` (.qml), ``group``, ``visible``. The map is zoomed
to the last layer. Layers whose source is missing are left out. Paths in the project are relative to it. Exit status 3:
PyQGIS is not installed.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Dict

try:
    from qgis.core import (
        QgsApplication,
        QgsMapLayer,
        QgsMapSettings,
        QgsProject,
        QgsRasterLayer,
        QgsRectangle,
        QgsReferencedRectangle,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtXml import QDomDocument
except ImportError:
    sys.exit(3)

MARGIN = 1.04
"""Extent of the view relative to that of the layer."""


def main() -> None:
    """Read the description, write the project."""
    description = json.load(sys.stdin)
    application = QgsApplication([], False)
    application.initQgis()
    try:
        write(description)
    finally:
        application.exitQgis()


def write(description: Dict[str, Any]) -> None:
    """Write the project. Exits with a message if it cannot be written."""
    project = QgsProject.instance()
    project.setTitle(description["title"])
    project.writeEntryBool("Paths", "/Absolute", False)
    shown = None
    for entry in description["layers"]:
        layer = load(entry)
        if layer is not None:
            place(project, layer, entry)
            shown = layer
    if shown is not None:
        project.setCrs(shown.crs())
        view = QgsRectangle(shown.extent())
        view.scale(MARGIN)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(view, shown.crs()))
        project.writeProject.connect(lambda document: keep_view(document, project, view))
    if not project.write(description["output"]):
        sys.exit(project.error())


def load(entry: Dict[str, Any]) -> QgsMapLayer | None:
    """The layer with its style; None if its source cannot be read."""
    if entry["vector"]:
        layer = QgsVectorLayer(entry["source"], entry["name"], "ogr")
    else:
        layer = QgsRasterLayer(entry["source"], entry["name"])
    if not layer.isValid():
        return None
    if entry.get("style"):
        layer.loadNamedStyle(entry["style"])
    return layer


def place(project: QgsProject, layer: QgsMapLayer, entry: Dict[str, Any]) -> None:
    """Add the layer at the end of its group, which is created if it does not exist."""
    root = project.layerTreeRoot()
    group = root.findGroup(entry["group"]) or root.addGroup(entry["group"])
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(entry["visible"])
    node.setExpanded(False)


def keep_view(document: QDomDocument, project: QgsProject, view: QgsRectangle) -> None:
    """Store the extent of the main canvas, as QGIS does when it saves a project."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(project.crs())
    settings.setExtent(view)
    canvas = document.createElement("mapcanvas")
    canvas.setAttribute("name", "theMapCanvas")
    document.documentElement().appendChild(canvas)
    settings.writeXml(canvas, document)


if __name__ == "__main__":
    main()
