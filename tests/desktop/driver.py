"""Operates QGIS from the inside as a user would: real key and mouse events, file dialogs that are filled in, pictures.

Loaded by the sessions that run in the desktop (``qgis --code``). It knows the folder ALCD_TEST_FOLDER. Pictures of the
steps are only taken if there is a folder for them, ALCD_PICTURES; one of what went wrong is always taken.
"""

import json
import os
import subprocess
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox, QScrollArea, QToolTip
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["ALCD_TEST_FOLDER"])
PICTURES = os.environ.get("ALCD_PICTURES", "")
PATIENCE = float(os.environ.get("ALCD_PATIENCE", "900"))  # seconds for a job; machines may be busy
LONGEST = float(os.environ.get("ALCD_LONGEST", "2500"))  # seconds for a session
ASIDE = 150, 740  # position on the screen below the layers, where nothing has a tooltip
report = {}


def turn(loop):
    (loop.exec if hasattr(loop, "exec") else loop.exec_)()


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    turn(loop)
    # What a click of ours let be deleted later waits for the loop around this one, which comes round at the very end.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(condition, what, seconds=PATIENCE):
    """Run QGIS's event loop until the condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            photograph("too_late")
            raise TimeoutError(f"{what}; the message bar says {said()}")
        wait(25)


def said():
    """The texts in the message bar."""
    return [item.text() for item in iface.messageBar().items()]


def until_saved(file):
    """Wait for the message that an export is finished: its file exists before it is whole."""
    until(lambda: any(f"saved to {file.name}" in text for text in said()), f"{file.name} was not exported", 60)


def dock():
    """The plugin's dock."""
    return plugins["alcd"]._session.dock


def the_session():
    return dock()._session


def arrange(width=1280, height=800):
    """Resize the window for a small screen and hide what a campaign does not need."""
    window = iface.mainWindow()
    window.showNormal()
    window.resize(width, height)
    window.move(0, 0)
    for name in ("Browser", "Browser2"):
        panel = window.findChild(QObject, name)
        if panel is not None:
            panel.hide()
    window.activateWindow()
    QApplication.setActiveWindow(window)
    QgsProject.instance().setDirty(False)
    wait(300)


def picture(name, settle=0):
    """A picture for ALCD_PICTURES, if set. ``settle``: milliseconds until everything is drawn."""
    if PICTURES:
        wait(settle)
        photograph(name, Path(PICTURES))


def photograph(name, folder=FOLDER):
    """The screen with its dialogs, without the tooltip of what was clicked last."""
    QCursor.setPos(*ASIDE)
    QToolTip.hideText()
    wait(400)
    folder.mkdir(parents=True, exist_ok=True)
    QApplication.primaryScreen().grabWindow(0).save(str(folder / f"{name}.png"))


def press(*keys, window=None):
    """Keys from the X server, into what has the focus; ``window``: a dialog that takes them, else QGIS's own.

    Without a window manager nobody gives the focus back after a dialog.
    """
    window = window or iface.mainWindow()
    if not window.isActiveWindow():
        window.activateWindow()
        QApplication.setActiveWindow(window)
        wait(100)
    if QApplication.focusWidget() is None:
        iface.mapCanvas().setFocus()
    send("key", *keys)


def type_text(text):
    """Letters from the X server, into what has the focus."""
    send("type", "--delay", "5", text)


def send(*words):
    program = subprocess.Popen(["xdotool", *words])
    while program.poll() is None:
        wait(5)
    wait(60)


def see(widget):
    """Scroll to a widget, as a user does before clicking it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    wait(30)


def click(widget, at=None):
    """A left click with the mouse, which must be possible: the widget is visible and enabled."""
    see(widget)
    if not (widget.isVisible() and widget.isEnabled()):
        photograph("no_click")
        raise AssertionError(f"{widget.objectName()} cannot be clicked; the message bar says {said()}")
    place = widget.rect().center() if at is None else at
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseMove(widget, place)
    QTest.mouseClick(widget, left, none, place)
    wait(60)


def write(field, text):
    """Replace the text of a field, and leave it."""
    see(field)
    field.setFocus()
    if hasattr(field, "selectAll"):
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    wait(60)


def choose(combo, text):
    """Choose the entry of a combo box that starts with this text, with the arrow keys."""
    see(combo)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentText().startswith(text):
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"{combo.objectName()} has no {text}")


def unfold(group):
    """Open a collapsible group by a click on its title."""
    if group.isCollapsed():
        click(group, QPoint(30, 8))
        until(lambda: not group.isCollapsed(), "the group did not open", 5)


def answer_dialog(answer, seconds=10):
    """Soon after the dialog that comes next: ``answer(dialog)``, once it is on the screen."""

    def look(tries=20 * seconds):
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.isVisible():
            try:
                answer(dialog)
            except Exception:  # noqa: BLE001 - QGIS would show it, and the session wait for ever
                report["error"] = traceback.format_exc()
                dialog.reject()
        elif tries:
            QTimer.singleShot(50, lambda: look(tries - 1))

    QTimer.singleShot(50, look)


def choose_file(path):
    """An answer to a file dialog; repeated if the dialog is still reading the folder."""

    def answer(dialog):
        if sip.isdeleted(dialog) or not dialog.isVisible():
            return
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        kinds, box = QDialogButtonBox.StandardButton, dialog.findChild(QDialogButtonBox)
        button = box.button(kinds.Open) or box.button(kinds.Save)
        QTimer.singleShot(300, lambda: answer(dialog))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return answer


def agree(dialog):
    """An answer to a question: yes."""
    buttons = QMessageBox.StandardButton
    for kind in (buttons.Ok, buttons.Yes):
        if isinstance(dialog, QMessageBox) and dialog.button(kind) is not None:
            dialog.button(kind).click()
            return
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def click_map(x, y, button=Qt.MouseButton.LeftButton):
    """Click at these map coordinates."""
    canvas = iface.mapCanvas()
    pixel = canvas.getCoordinateTransform().transform(x, y)
    point = QPoint(round(pixel.x()), round(pixel.y()))
    QTest.mouseMove(canvas.viewport(), point)
    wait(10)
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, point)
    wait(20)


class Stalls(QObject):
    """The longest stall of QGIS's event loop, in milliseconds."""

    def __init__(self):
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def start(self):
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(2)

    def stop(self):
        self._timer.stop()
        return round(1000 * self.longest, 1)

    def _tick(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def next_tile_milliseconds(key):
    """The time from a key press until the next tile is drawn in the main canvas."""
    canvas, loop = iface.mapCanvas(), QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    QTimer.singleShot(5000, loop.quit)
    start = time.perf_counter()
    QTest.keyClick(canvas, key)
    turn(loop)
    canvas.mapCanvasRefreshed.disconnect(loop.quit)
    return round(1000 * (time.perf_counter() - start))


def write_report():
    (FOLDER / "report.json").write_text(json.dumps(report, indent=1))


def run(session):
    """Run the session once QGIS has started and write the report; QGIS then exits at once, without questions."""

    def give_up():
        photograph("stuck")
        end(f"The session did not end in time; the message bar says {said()}")

    def end(error=""):
        if error:
            report["error"] = error
        write_report()
        os._exit(0)

    def main():
        QTimer.singleShot(int(1000 * LONGEST), give_up)
        try:
            session()
        except BaseException:  # noqa: BLE001 - the report is all that comes out
            end(traceback.format_exc())
        end()

    QTimer.singleShot(1500, main)
