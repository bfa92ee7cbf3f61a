"""Runs inside the real desktop of QGIS: labels a campaign with real keys and mouse clicks, and is then killed while a
tile is being annotated."""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import open_page, show_dock
from driver import (
    FOLDER,
    arrange,
    click_map,
    dock,
    next_tile_milliseconds,
    picture,
    press,
    report,
    run,
    the_session,
    until,
    wait,
    write_report,
)
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface


def session():
    arrange()
    show_dock()
    open_town()
    label()
    dock().close_campaign()
    until(lambda: the_session().campaign is None, "the campaign was not closed", 10)
    report["groups"] = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    open_town()
    report["tile"] = the_session().queue.current.tile_id
    draw_without_finishing()
    write_report()
    os.kill(os.getpid(), 9)


def open_town():
    dock().campaign_page.open(str(FOLDER / "town.alcd"))
    until(lambda: the_session().campaign is not None, "the campaign did not open", 20)
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    wait(800)


def shows_tile():
    """Whether the whole current tile is visible, and not much else."""
    extent, tile = iface.mapCanvas().extent(), QgsRectangle(*the_session().queue.current.bounds)
    return extent.contains(tile) and extent.height() < 2 * tile.height()


def draw(*corners):
    """The key, and a click at each corner: metres from the lower left corner of the current tile."""
    left, bottom, _, _ = the_session().queue.current.bounds
    press("d")
    for x, y in corners:
        click_map(left + x, bottom + y)
    return left + corners[-1][0], bottom + corners[-1][1]


def label():
    queue, layers = the_session().queue, the_session().layers
    picture("label_1_first_tile")
    report["first tile shown"] = shows_tile()
    press("a")
    report["accepted"] = layers.annotations.featureCount()
    press("ctrl+z")
    report["after undo"] = layers.annotations.featureCount()
    press("a")
    end = draw((40, 30), (60, 30), (60, 10))
    press("Return")  # ignored, since three corners are set
    report["left while drawing"] = queue.counts.left
    click_map(*end, Qt.MouseButton.RightButton)
    wait(100)
    picture("label_2_drawn")
    report["drawn"] = layers.annotations.featureCount()
    press("b")
    picture("label_3_before")
    for key in ("Return", "s", "n"):
        finish_tile(key)
    type_into_a_field()
    iface.mapCanvas().setFocus()
    report["milliseconds"] = [next_tile_milliseconds(Qt.Key.Key_N) for _ in range(5)]
    the_session().reload()
    counts = queue.counts
    report["counts"] = [counts.left, counts.changed, counts.unchanged, counts.skipped]
    iface.mapCanvas().zoomToFullExtent()
    picture("label_4_all_tiles", settle=500)


def finish_tile(key):
    left = the_session().queue.counts.left
    press(key)
    until(lambda: the_session().queue.counts.left < left, "the tile was not done", 10)


def type_into_a_field():
    """The keys that label go into a field of QGIS's."""
    field = next(one for one in iface.mainWindow().findChildren(QgsFilterLineEdit) if one.isVisible())
    field.setFocus()
    counts = the_session().queue.counts
    for key in ("n", "s", "Left", "Return"):
        press(key)
    wait(300)
    report["typing labels nothing"] = the_session().queue.counts == counts
    field.clear()


def draw_without_finishing():
    """A polygon that is in the edit buffer, while its tile is not done."""
    corner = draw((20, 20), (40, 20), (40, 40))
    click_map(*corner, Qt.MouseButton.RightButton)
    until(lambda: the_session().layers.has_edits, "nothing was drawn", 10)


run(session)
