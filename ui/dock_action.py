"""The action that shows or hides the panel."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt

from ..bridge.texts import tr
from ..toolbox.resources import icon
from .dock import Panel
from .session.session import Session

MENU = "ALCD"


class DockAction:
    """Created when the plugin is loaded; ``remove`` undoes everything."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self.dock = Panel(Session(), iface, iface.mainWindow())
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.action = self.dock.toggleViewAction()
        self.action.setIcon(icon("alcd"))
        self.action.setText(tr("Change detection (ALCD)"))
        self.action.setToolTip(tr("Show or hide the ALCD panel: label tiles, train the network, review changes"))
        iface.addToolBarIcon(self.action)
        iface.addPluginToRasterMenu(MENU, self.action)

    def remove(self) -> None:
        """The plugin is unloaded."""
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginRasterMenu(MENU, self.action)
        self.dock.unload()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
