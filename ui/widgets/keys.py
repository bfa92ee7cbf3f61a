"""Single-key shortcuts for labelling and review: actions in QGIS's shortcut manager that are active on their page
unless the user is typing.

QGIS uses some of these keys itself (S: snapping), and an ambiguous shortcut triggers neither action. On that page, an
event filter on the focused widget therefore takes the key before QGIS sees it.
"""

from __future__ import annotations

from typing import Dict, Mapping, Optional, Tuple

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QAction,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ...bridge.texts import tr

KeyTable = Mapping[str, Tuple[str, str]]  # name -> default key, description
MOVING = ("done", "previous", "next")  # actions whose keys lists, sliders and combo boxes need themselves
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_CHOOSING = (QAbstractItemView, QComboBox, QAbstractSlider)


class Keys(QObject):
    """Emits ``pressed`` with the name of the action. The user can change the shortcuts.

    ``table``: see ``labelling_keys`` and ``review_keys``; ``prefix`` makes names that occur in both unique.
    """

    pressed = pyqtSignal(str)
    changed = pyqtSignal()  # the user changed a shortcut

    def __init__(self, window: QMainWindow, table: KeyTable, prefix: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._watched: Optional[QObject] = None
        self.active = False
        self.actions: Dict[str, QAction] = {}
        for name, (key, text) in table.items():
            action = QAction(text, window)
            action.setObjectName(f"alcd_{prefix}{name}")
            action.setAutoRepeat(name in ("previous", "next"))
            action.setEnabled(False)
            action.triggered.connect(lambda _=False, name=name: self.pressed.emit(name))
            action.changed.connect(self.changed)
            window.addAction(action)
            QgsGui.shortcutsManager().registerAction(action, key)
            self.actions[name] = action

    def key_text(self, name: str) -> str:
        """The key as shown on a button; empty if the user removed the shortcut."""
        text = self.actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return tr("Enter") if text == "Return" else text

    def start(self) -> None:
        """Activate the shortcuts."""
        if not self.active:
            self.active = True
            QApplication.instance().focusChanged.connect(self._follow_focus)
            self._follow_focus(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Deactivate the shortcuts and leave the keys to QGIS."""
        if self.active:
            self.active = False
            QApplication.instance().focusChanged.disconnect(self._follow_focus)
            self._watch(None)
            for action in self.actions.values():
                action.setEnabled(False)

    def unregister(self) -> None:
        """The plugin is unloaded."""
        self.stop()
        for action in self.actions.values():
            QgsGui.shortcutsManager().unregisterAction(action)
            self._window.removeAction(action)
            action.deleteLater()
        self.actions.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Intercept the shortcuts' keys from the focused widget."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        name = self._named(event)
        if name is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and (not event.isAutoRepeat() or self.actions[name].autoRepeat()):
            self.actions[name].trigger()
        return True

    def _named(self, event: QKeyEvent) -> Optional[str]:
        pressed = _sequence(event)
        for name, action in self.actions.items():
            if action.isEnabled() and not action.shortcut().isEmpty() and action.shortcut() == pressed:
                return name
        return None

    def _follow_focus(self, _old: Optional[QWidget], new: Optional[QWidget]) -> None:
        # A floating dock counts as part of QGIS's window; a dialog does not and keeps its keys.
        ours = new is None or new.window() is self._window or isinstance(new.window(), QDockWidget)
        ours = ours and QApplication.activeModalWidget() is None
        typing = new is not None and is_typing(new)
        choosing = isinstance(new, _CHOOSING)
        here = ours and not isinstance(new, QMenu) and not typing
        for name, action in self.actions.items():
            action.setEnabled(here and not (choosing and name in MOVING))
        self._watch((new or self._window) if here else None)

    def _watch(self, widget: Optional[QObject]) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._lose)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._lose)

    def _lose(self) -> None:
        self._watched = None


def labelling_keys() -> KeyTable:
    """The actions for a tile."""
    return {
        "no_change": ("N", tr("ALCD: no change in this tile")),
        "done": ("Return", tr("ALCD: finish the tile as drawn")),
        "accept": ("A", tr("ALCD: accept the proposed polygons")),
        "draw": ("D", tr("ALCD: draw a change")),
        "correct": ("V", tr("ALCD: correct polygons with the vertex tool")),
        "ignore": ("X", tr("ALCD: draw an area to ignore")),
        "skip": ("S", tr("ALCD: skip this tile")),
        "previous": ("Left", tr("ALCD: previous tile")),
        "next": ("Right", tr("ALCD: next tile")),
        "blink": ("B", tr("ALCD: blink between before and after")),
    }


def review_keys() -> KeyTable:
    """The actions for a change polygon."""
    return {
        "accept": ("A", tr("ALCD review: accept as a change")),
        "reject": ("R", tr("ALCD review: reject, not a change")),
        "built": ("B", tr("ALCD review: accept as built")),
        "torn_down": ("T", tr("ALCD review: accept as torn down")),
        "altered": ("C", tr("ALCD review: accept as altered")),
        "reshape": ("V", tr("ALCD review: edit the shape with the vertex tool; press again to keep it")),
        "previous": ("Left", tr("ALCD review: previous polygon")),
        "next": ("Right", tr("ALCD review: next polygon")),
    }


def is_typing(widget: QWidget) -> bool:
    """Whether key presses become text in this widget."""
    if isinstance(widget, _TYPING) or (isinstance(widget, QComboBox) and widget.isEditable()):
        return True
    # Code editors and web pages accept text as well.
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and not isinstance(widget, _CHOOSING)


def _sequence(event: QKeyEvent) -> QKeySequence:
    """The pressed key in the shortcut manager's notation; both Enter keys count as Return."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
    modifiers = event.modifiers()
    prefix = "".join(
        text
        for text, modifier in (
            ("Ctrl+", Qt.KeyboardModifier.ControlModifier),
            ("Alt+", Qt.KeyboardModifier.AltModifier),
            ("Shift+", Qt.KeyboardModifier.ShiftModifier),
            ("Meta+", Qt.KeyboardModifier.MetaModifier),
        )
        if modifiers & modifier
    )
    return QKeySequence(prefix + QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))
