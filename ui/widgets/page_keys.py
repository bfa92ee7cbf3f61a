"""Keyboard shortcuts to the pages of the panel."""

from __future__ import annotations

from typing import Any, Callable, Dict, List

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMainWindow

from ...bridge.texts import tr


class PageKeys(QObject):
    """Actions in QGIS's shortcut manager, by default Alt+1 and so on. ``go`` gets the page's number from 0."""

    def __init__(self, window: QMainWindow, go: Callable[[int], Any]) -> None:
        super().__init__(window)
        self._window = window
        self._actions: List[QAction] = []
        texts = (
            tr("ALCD: go to Campaign"),
            tr("ALCD: go to Label"),
            tr("ALCD: go to Learn"),
            tr("ALCD: go to Results"),
        )
        for number, text in enumerate(texts):
            action = QAction(text, window)
            action.setObjectName(f"alcd_page_{number + 1}")
            action.triggered.connect(lambda _=False, number=number: go(number))
            window.addAction(action)
            QgsGui.shortcutsManager().registerAction(action, f"Alt+{number + 1}")
            self._actions.append(action)

    def key_texts(self) -> Dict[int, str]:
        """The shortcuts as text, by the page's number."""
        native = QKeySequence.SequenceFormat.NativeText
        return {number: action.shortcut().toString(native) for number, action in enumerate(self._actions)}

    def unregister(self) -> None:
        """The plugin is unloaded."""
        for action in self._actions:
            QgsGui.shortcutsManager().unregisterAction(action)
            self._window.removeAction(action)
            action.deleteLater()
        self._actions.clear()
