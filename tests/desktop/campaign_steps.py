"""A user's steps through a campaign, from two orthophotos to exported polygons; the same as in the tutorial."""

import time

from driver import (
    FOLDER,
    Stalls,
    answer_dialog,
    choose,
    choose_file,
    click,
    click_map,
    dock,
    next_tile_milliseconds,
    picture,
    press,
    report,
    the_session,
    unfold,
    until,
    until_saved,
    wait,
    write,
)
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton
from qgis.utils import iface

OWN_SHARE = 0.3  # of a changed building; below this share it belongs to the neighbouring tile


def show_dock():
    """The button in the toolbar."""
    action = dock().toggleViewAction()
    if not dock().isVisible():
        bars = iface.mainWindow().findChildren(QToolButton)
        click(next(button for button in bars if button.defaultAction() is action and button.isVisible()))
    until(dock().isVisible, "the dock did not come", 10)
    wait(300)


def make_campaign(name, tile_size, pictures=True):
    """New: two files, a name, the tile size under Advanced; then Create."""
    page = dock().campaign_page
    click(page.new_button)
    for date, button in (("before", page.before_file_button), ("after", page.after_file_button)):
        answer_dialog(choose_file(FOLDER / f"{date}.tif"))
        click(button)
        wait(300)
    write(page.name_edit, name)
    write(page.folder_file.lineEdit(), str(FOLDER))
    unfold(page.advanced_group)
    write(page.new_contents.findChild(object, "parameter_tile_size").lineEdit(), str(tile_size))
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    if pictures:
        page.advanced_group.setCollapsed(True)
        iface.mapCanvas().zoomToFullExtent()
        picture("02_new", settle=900)
    click(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")
    wait(600)
    report["layers"] = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def suggest():
    """The next step on the page Campaign."""
    click(dock().campaign_page.next_button)
    until(lambda: the_session().job is None and len(the_session().queue) > 0, "no tiles were suggested")
    wait(800)


class Truth:
    """The true changes, as the user sees them in the images."""

    def __init__(self):
        self._layer = QgsVectorLayer(str(FOLDER / "truth.gpkg"), "truth", "ogr")

    def inside(self, tile):
        """The changed ground in this tile: polygons, cut at its edge."""
        box = QgsRectangle(*tile.bounds)
        outline = QgsGeometry.fromRect(box)
        found = []
        for feature in self._layer.getFeatures(QgsFeatureRequest().setFilterRect(box)):
            part = feature.geometry().intersection(outline)
            if part.area() > OWN_SHARE * feature.geometry().area() or part.area() > 0.01 * outline.area():
                found.extend(part.asGeometryCollection() or [part])
        return [part for part in found if part.area() > 4.0]


def draw(polygon, key="d"):
    """Draw an outline with the mouse."""
    press(key)
    ring = polygon.simplify(0.5).asPolygon()[0]
    for point in ring[:-1]:
        click_map(point.x(), point.y())
    click_map(ring[0].x(), ring[0].y(), Qt.MouseButton.RightButton)
    wait(60)


def label_tile(truth, drawn_picture=""):
    """Press the keys that a user would press for the current tile; returns their names."""
    labelling = dock().label_page.labelling
    changes = truth.inside(labelling.tile)
    proposals = [feature.geometry() for feature in labelling.proposals()]
    if not changes:
        press("n")
        return "N"
    if proposals and similar(proposals, changes):
        press("a")
        press("Return")
        return "A"
    for change in changes:
        draw(change)
    if drawn_picture:
        picture(drawn_picture)
    press("Return")
    return "D"


def similar(proposals, changes):
    """Whether the proposals need no correction: they and the changes mostly coincide."""
    return agreement(proposals, changes) > 0.6


def agreement(proposals, changes):
    """Intersection over union; 0 if there is nothing to compare."""
    if not proposals or not changes:
        return 0.0
    one, other = QgsGeometry.unaryUnion(proposals), QgsGeometry.unaryUnion(changes)
    return one.intersection(other).area() / one.combine(other).area()


def label_all(truth, leave=0, pictures=""):
    """Label the queue until this many tiles are left; records how it went."""
    queue, done, start = the_session().queue, [], time.monotonic()
    iface.mapCanvas().setFocus()
    while queue.counts.left > leave:
        tile, left = queue.current.tile_id, queue.counts.left
        first_drawing = pictures if pictures and "D" not in done else ""
        done.append(label_tile(truth, first_drawing))
        until(lambda left=left: queue.counts.left < left, f"tile {tile} was not done", 20)
    minutes = (time.monotonic() - start) / 60
    report.setdefault("tiles", []).append(len(done))
    report.setdefault("tiles per minute", []).append(round(len(done) / minutes, 1))
    report.setdefault("keys", []).append("".join(done))


def accept_somewhere(name):
    """Find the tile with the best proposals with the arrow key, accept them for a picture, then undo."""
    labelling, queue, truth = dock().label_page.labelling, the_session().queue, Truth()
    iface.mapCanvas().setFocus()
    agreements = []
    for _ in range(len(queue)):
        proposals = [feature.geometry() for feature in labelling.proposals()]
        agreements.append(agreement(proposals, truth.inside(labelling.tile)))
        press("Right")
    for _ in range(len(queue) - 1 - agreements.index(max(agreements))):
        press("Left")
    found = len(labelling.proposals())
    if found:
        before = the_session().layers.annotations.featureCount()
        picture(f"{name}_before")
        press("a")
        picture(name)
        report["accepted"] = the_session().layers.annotations.featureCount() - before == found
        press("ctrl+z")
        report["taken back"] = the_session().layers.annotations.featureCount() == before
    while queue.position > 1:
        press("Left")


def walk_the_queue():
    """Arrows, skip, blink and a change of mind, on tiles that are done already."""
    queue = the_session().queue
    iface.mapCanvas().setFocus()
    press("Left")
    press("Left")
    back = queue.position
    press("b")
    blinking = dock().label_page.blink_button.isChecked()
    press("b")
    press("s")
    until(lambda: not dock().label_page.labelling.saver.is_waiting, "the skipped tile was not saved", 20)
    report["walk"] = {"position": back, "blinking": blinking, "skipped": queue.counts.skipped}


def measure_keys(count=8):
    """Milliseconds from an arrow key press until the other tile is on the screen."""
    iface.mapCanvas().setFocus()
    for _ in range(count):
        press("Left")
    wait(800)
    report["milliseconds"] = [next_tile_milliseconds(Qt.Key.Key_Right) for _ in range(count)]


def import_test_tiles():
    """Label test tiles from the known changes."""
    page = dock().campaign_page
    known = iface.addVectorLayer(str(FOLDER / "truth.gpkg"), "known changes", "ogr")
    QgsProject.instance().layerTreeRoot().findLayer(known.id()).setItemVisibilityChecked(False)
    wait(200)
    open_page(page)
    unfold(page.import_group)
    choose(page.reference_combo, "known")
    choose(page.import_tiles_combo, "Random")
    click(page.import_button)
    until(lambda: the_session().job is None and the_session().campaign.counts().splits["test"] > 0, "no test tiles")


def open_page(page):
    """Click on the page's tab."""
    bar = dock().pages.tabBar()
    number = dock().pages.indexOf(page)
    click(bar, bar.tabRect(number).center())
    until(lambda: dock().pages.currentWidget() is page, "the page did not come", 5)


def choose_small_network(epochs, count, encoder="resnet18", depth=3, weights="none", members=2):
    """Choose a network under Advanced that a small machine trains quickly."""
    page = dock().learn_page
    open_page(page)
    unfold(page.advanced_group)
    widget = page._form.widget
    write(widget("members").lineEdit(), str(members))
    write(widget("epochs").lineEdit(), str(epochs))
    write(widget("learning_rate").lineEdit(), "0.001")
    write(widget("encoder"), encoder)
    write(widget("encoder_depth").lineEdit(), str(depth))
    write(widget("encoder_weights").lineEdit(), weights)
    write(page.count_box.lineEdit(), str(count))


def learn(name="", meanwhile=lambda: None):
    """Press the button; returns when the next tiles are queried. ``meanwhile``: called while the job runs."""
    page, stalls = dock().learn_page, Stalls()
    open_page(page)
    rounds = len(the_session().campaign.rounds())
    click(page.learn_button)
    until(lambda: page.loss_curve.networks, "no loss was shown")
    if name:
        page.advanced_group.setCollapsed(True)
        iface.mapCanvas().zoomToFullExtent()
        until(lambda: len(page.loss_curve.networks[-1]) > 3 or not page.round.is_running, "too few epochs")
        picture(name)
    stalls.start()  # taking and saving a picture is a stall itself
    meanwhile()
    until(lambda: not page.round.is_running and the_session().job is None, "learning did not end")
    report.setdefault("longest stall", []).append(stalls.stop())
    if len(the_session().campaign.rounds()) == rounds or the_session().campaign.rounds()[-1].model is None:
        raise AssertionError(f"nothing was learnt: {page.outcome_label.text()}")
    wait(600)


def cancel_learning(at_epoch=3):
    """Cancel a training."""
    page = dock().learn_page
    open_page(page)
    click(page.learn_button)
    until(lambda: page.loss_curve.networks and len(page.loss_curve.networks[-1]) >= at_epoch, "no epochs")
    button = next(bar for bar in dock().findChildren(object, "cancel_button") if bar.isVisible())
    click(button)
    until(lambda: the_session().job is None, "the job did not stop", 30)
    wait(300)
    return page.outcome_label.text()


def results(target):
    """Map, polygons, review, export."""
    page = dock().results_page
    open_page(page)
    click(page.map_button)
    until(lambda: the_session().job is None and the_session().layers.layer("probability"), "no map")
    wait(800)
    iface.mapCanvas().zoomToFullExtent()
    picture("09_map")
    click(page.polygons_button)
    until(lambda: the_session().job is None and page.review.layer is not None, "no polygons")
    wait(500)
    widget = page.review_widget
    for button in (widget.accept_button, widget.accept_button, widget.reject_button):
        if page.review.counts.left:
            click(button)
    picture("10_review", settle=900)
    counts = page.review.counts
    report["review"] = [counts.total, counts.accepted, counts.rejected]
    answer_dialog(choose_file(target))
    click(page.export_button)
    until_saved(target)
    picture("11_exported", settle=1200)
