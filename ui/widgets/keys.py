"""The keys of labelling and of the review: actions in QGIS's shortcut manager that work on their page while nobody is
typing.

QGIS gives some of these keys to tools of its own (S: snapping), and two actions with one key would both stay silent.
So, on that page, the widget that has the focus is watched and the key is taken before QGIS looks at it.
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

KeyTable = Mapping[str, Tuple[str, str]]  # name -> its key at first, and what it does
MOVING = ("done", "previous", "next")  # keys that lists, sliders and combo boxes need themselves
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_CHOOSING = (QAbstractItemView, QComboBox, QAbstractSlider)


class Keys(QObject):
    """``pressed`` brings the name of the action; its shortcut is the user's choice.

    ``table``: see ``labelling_keys`` and ``review_keys``; ``prefix`` tells apart what bears the same name in both.
    """

    pressed = pyqtSignal(str)
    changed = pyqtSignal()  # the user gave an action another key

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
        """The key as it is written on a button; empty where the user took it away."""
        text = self.actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return tr("Enter") if text == "Return" else text

    def start(self) -> None:
        """Let the keys work."""
        if not self.active:
            self.active = True
            QApplication.instance().focusChanged.connect(self._follow_focus)
            self._follow_focus(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Let the keys be QGIS's again."""
        if self.active:
            self.active = False
            QApplication.instance().focusChanged.disconnect(self._follow_focus)
            self._watch(None)
            for action in self.actions.values():
                action.setEnabled(False)

    def unregister(self) -> None:
        """The plugin goes."""
        self.stop()
        for action in self.actions.values():
            QgsGui.shortcutsManager().unregisterAction(action)
            self._window.removeAction(action)
            action.deleteLater()
        self.actions.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Take our keys from the widget that has the focus."""
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
        # A dock of its own window is ours; a dialog is not, and keeps its keys.
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
    """What is done with a tile."""
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
    """What is done with a change polygon."""
    return {
        "accept": ("A", tr("ALCD review: accept as a change")),
        "reject": ("R", tr("ALCD review: reject, not a change")),
        "reshape": ("V", tr("ALCD review: edit the shape with the vertex tool; press again to keep it")),
        "previous": ("Left", tr("ALCD review: previous polygon")),
        "next": ("Right", tr("ALCD review: next polygon")),
    }


def is_typing(widget: QWidget) -> bool:
    """Whether what is pressed becomes text in this widget."""
    if isinstance(widget, _TYPING) or (isinstance(widget, QComboBox) and widget.isEditable()):
        return True
    # Code editors and web pages are none of these, but take text as well.
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and not isinstance(widget, _CHOOSING)


def _sequence(event: QKeyEvent) -> QKeySequence:
    """The pressed key as the shortcut manager writes it; the two Enter keys are one."""
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
