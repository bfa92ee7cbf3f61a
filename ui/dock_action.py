"""The panel in QGIS's window: the dock, and the action that shows it in the toolbar and the Raster menu."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt

from ..bridge.texts import tr
from ..toolbox.resources import icon
from .dock import DeskDock
from .session.session import Session

MENU = "ALCD"


class DockAction:
    """Made when the plugin is loaded; ``remove`` takes everything back."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self.dock = DeskDock(Session(), iface, iface.mainWindow())
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.action = self.dock.toggleViewAction()
        self.action.setIcon(icon("alcd"))
        self.action.setText(tr("Change detection (ALCD)"))
        self.action.setToolTip(tr("Show or hide the panel: label, learn, review changes"))
        iface.addToolBarIcon(self.action)
        iface.addPluginToRasterMenu(MENU, self.action)

    def remove(self) -> None:
        """The plugin goes."""
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginRasterMenu(MENU, self.action)
        self.dock.unload()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
