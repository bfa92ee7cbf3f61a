"""Runs inside the real desktop of QGIS: a campaign with 20,000 queried tiles."""

import os
import sys
import time

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import open_page
from driver import FOLDER, arrange, dock, next_tile_milliseconds, picture, press, report, run, the_session, until, wait
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface


def session():
    arrange()
    busy = time.process_time()
    start = time.perf_counter()
    dock().show()
    QApplication.processEvents()
    report["dock alone"] = time.perf_counter() - start
    start = time.perf_counter()
    the_session().open(FOLDER / "many.alcd")
    report["opened"] = time.perf_counter() - start
    QApplication.processEvents()
    report["on the screen"] = time.perf_counter() - start
    report["busy"] = time.process_time() - busy
    picture("t1_many", settle=1000)
    report["queue"] = len(the_session().queue)
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    report["milliseconds"] = [next_tile_milliseconds(Qt.Key.Key_Right) for _ in range(5)]
    left = the_session().queue.counts.left
    start = time.perf_counter()
    press("n")
    until(lambda: the_session().queue.counts.left == left - 1, "the tile was not labelled", 10)
    report["labelled"] = time.perf_counter() - start
    start = time.perf_counter()
    the_session().reload()
    report["read again"] = time.perf_counter() - start
    iface.mapCanvas().zoomToFullExtent()
    wait(100)
    until(lambda: not iface.mapCanvas().isDrawing(), "the tiles were not drawn")
    picture("t2_all")


run(session)
