"""Runs inside the real desktop of QGIS: labels a campaign with real keys and mouse clicks, and writes what it saw
to ``report.json`` in the folder ALCD_TEST_FOLDER, with pictures beside (or in ALCD_PICTURES)."""

import json
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsRectangle
from qgis.gui import QgsDockWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QEventLoop, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

FOLDER = Path(os.environ["ALCD_TEST_FOLDER"])
PICTURES = Path(os.environ.get("ALCD_PICTURES", str(FOLDER)))
ROOT = Path(os.environ["ALCD_TEST_PLUGIN"])

sys.path.insert(0, str(ROOT))  # QGIS runs this file's code, which then does not know its own path
from tests.qgis.plugin import load_plugin  # noqa: E402

report = {}


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    (loop.exec if hasattr(loop, "exec") else loop.exec_)()


def press(*keys):
    """Real key events, from the X server."""
    program = subprocess.Popen(["xdotool", "key", *keys])
    while program.poll() is None:
        wait(10)
    wait(300)


def milliseconds_to_next_tile(canvas, key):
    """The time from a key press until the next tile is drawn in the main canvas."""
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    QTimer.singleShot(5000, loop.quit)
    start = time.perf_counter()
    QTest.keyClick(canvas, key)
    (loop.exec if hasattr(loop, "exec") else loop.exec_)()
    canvas.mapCanvasRefreshed.disconnect(loop.quit)
    return round(1000 * (time.perf_counter() - start))


def picture(name):
    wait(500)
    iface.mainWindow().grab().save(str(PICTURES / f"label_{name}.png"))


def click(canvas, x, y, button=Qt.MouseButton.LeftButton):
    point = QPoint(int(canvas.width() * x), int(canvas.height() * y))
    QTest.mouseMove(canvas.viewport(), point)
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, point)
    wait(100)


def shows_tile(canvas, page):
    """Whether the whole current tile is visible, and not much else."""
    tile = QgsRectangle(*page.labelling.tile.bounds)
    return canvas.extent().contains(tile) and canvas.extent().height() < 2 * tile.height()


def open_session():
    from alcd.ui.label.label_page import LabelPage
    from alcd.ui.session.session import Session

    window = iface.mainWindow()
    window.showNormal()
    window.resize(1280, 800)
    window.activateWindow()
    QApplication.setActiveWindow(window)
    session = Session()
    page = LabelPage(session, iface)
    dock = QgsDockWidget("ALCD", window)
    dock.setWidget(page)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    session.open(FOLDER / "town.alcd")
    page.set_active(True)
    iface.mapCanvas().setFocus()
    wait(800)
    return session, page


def label(session, page):
    canvas = iface.mapCanvas()
    picture("1_first_tile")
    report["first tile shown"] = shows_tile(canvas, page)
    press("a")
    report["accepted"] = session.layers.annotations.featureCount()
    press("ctrl+z")
    report["after undo"] = session.layers.annotations.featureCount()
    press("a")
    press("d")
    for x, y in ((0.4, 0.6), (0.5, 0.6), (0.5, 0.7)):
        click(canvas, x, y)
    press("Return")  # ignored, since three corners are set
    report["left while drawing"] = session.queue.counts.left
    click(canvas, 0.5, 0.7, Qt.MouseButton.RightButton)
    picture("2_drawn")
    report["drawn"] = session.layers.annotations.featureCount()
    press("b")
    picture("3_before")
    press("Return")
    press("s")
    press("n")
    field = next(one for one in iface.mainWindow().findChildren(QgsFilterLineEdit) if one.isVisible())
    field.setFocus()
    counts = session.queue.counts
    for key in ("n", "s", "Left", "Return"):
        press(key)
    report["typing labels nothing"] = session.queue.counts == counts
    field.clear()
    canvas.setFocus()
    wait(200)
    report["milliseconds"] = [milliseconds_to_next_tile(canvas, Qt.Key.Key_N) for _ in range(5)]
    session.reload()
    counts = session.queue.counts
    report["counts"] = [counts.left, counts.changed, counts.unchanged, counts.skipped]
    canvas.zoomToFullExtent()
    picture("4_all_tiles")


def main():
    try:
        load_plugin()
        session, page = open_session()
        label(session, page)
        page.unload()
        session.close()
        report["groups"] = [node.name() for node in session.project.layerTreeRoot().children()]
    except BaseException:  # noqa: BLE001 - the report is all that comes out
        report["error"] = traceback.format_exc()
    finally:
        (FOLDER / "report.json").write_text(json.dumps(report))
        os._exit(0)


QTimer.singleShot(2500, main)
