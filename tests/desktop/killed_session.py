"""Runs inside the real desktop of QGIS: labels, then is killed while a tile is being annotated; when run again,
checks what was kept."""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import open_page, show_dock
from driver import FOLDER, arrange, click_map, dock, picture, press, report, run, the_session, until, wait
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface


def session():
    arrange()
    show_dock()
    page = dock().campaign_page
    if page.recent_list.count():
        page.recent_list.itemActivated.emit(page.recent_list.item(0))
    else:
        page.open(str(FOLDER / "town.alcd"))
    until(lambda: the_session().campaign is not None, "the campaign did not open", 20)
    wait(600)
    if os.environ.get("ALCD_LIFE") == "second":
        picture("k2_opened_again")
        counts = the_session().queue.counts
        report.update(done=counts.done, drawn=the_session().layers.annotations.featureCount())
        report["tile"] = the_session().queue.current.tile_id
        return
    label_and_draw()
    (FOLDER / "tile").write_text(str(the_session().queue.current.tile_id))
    picture("k1_before_the_end")
    os.kill(os.getpid(), 9)


def label_and_draw():
    """Finish five tiles; draw a polygon and three corners of another in the next one."""
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    press("a")
    for key in ("Return", "n", "n", "s", "n"):
        left = the_session().queue.counts.left
        press(key)
        until(lambda left=left: the_session().queue.counts.left < left, "the tile was not done", 10)
    left, bottom, _, _ = the_session().queue.current.bounds
    press("d")
    for x, y in ((20, 20), (40, 20), (40, 40)):
        click_map(left + x, bottom + y)
    click_map(left + 40, bottom + 40, Qt.MouseButton.RightButton)
    until(lambda: the_session().layers.has_edits, "nothing was drawn", 10)


run(session)
