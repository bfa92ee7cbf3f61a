"""The plugin class that QGIS starts and stops."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .bridge.process.job_thread import stop_all_threads
from .toolbox.provider import Provider
from .toolbox.translation import install_translator


class Plugin:
    """Without a window QGIS calls only ``initProcessing``. ``unload`` removes everything that ``initGui`` added."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator = install_translator()  # before any text is translated; Qt holds no reference
        self._provider: Optional[Provider] = None
        self._options: Any = None
        self._session: Any = None

    def initProcessing(self) -> None:  # noqa: N802
        self._provider = Provider()
        QgsApplication.processingRegistry().addProvider(self._provider)
        # The example model finds its algorithms only after their provider is registered.
        self._provider.refreshAlgorithms()

    def initGui(self) -> None:  # noqa: N802
        from .ui.dock_action import DockAction
        from .ui.options import OptionsFactory  # imported here because qgis_process must not load any windows

        self.initProcessing()
        self._options = OptionsFactory()
        self._iface.registerOptionsWidgetFactory(self._options)
        self._session = DockAction(self._iface)

    def unload(self) -> None:
        if self._session is not None:
            self._session.remove()
            self._session = None
        stop_all_threads()
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
