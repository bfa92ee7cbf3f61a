"""Runs inside the real desktop of QGIS: the example town and its building map, from "Try it" to a file with three kinds
of change that a fresh project shows in colours. The pictures are those of docs/building-map.md.

The user's folder is ``mine``.
"""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import learn, open_page, show_dock
from driver import (
    FOLDER,
    answer_dialog,
    arrange,
    choose,
    choose_file,
    click,
    dock,
    picture,
    press,
    report,
    run,
    the_session,
    unfold,
    until,
    wait,
    write,
)
from qgis.core import QgsProject, QgsVectorLayer
from qgis.utils import iface

MINE = FOLDER / "mine"
TOWN = MINE / "alcd-example"
KEYS = {"built": "b", "torn_down": "t", "altered": "c"}
COUNT = 60  # tiles to label


def session():
    arrange(1280, 800)
    show_dock()
    make_example()
    label_from_the_truth()
    learn()
    compare_with_the_building_map()
    review()
    export()
    show_in_a_fresh_project()


def make_example():
    """The town's form, with the dates of the imagery; then the campaign."""
    page = dock().campaign_page
    answer_dialog(choose_file(MINE))
    click(page.example_button)
    until(lambda: page.stack.currentWidget() is page.new_page, "the form did not come")
    write(page.date_before_edit, "2012-06")
    write(page.date_after_edit, "2015")
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    wait(900)
    picture("b1_form")
    click(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")
    report["overview"] = page.facts_label.text()


def label_from_the_truth():
    """Suggested tiles, labelled from what the example knows; a real user draws."""
    page = dock().campaign_page
    the_session().start_job("suggest", {**the_session().proposed("suggest"), "count": COUNT, "device": "cpu"})
    until(lambda: the_session().job is None and len(the_session().queue) > 0, "no tiles were suggested")
    known = iface.addVectorLayer(str(TOWN / "truth.gpkg"), "known changes", "ogr")
    QgsProject.instance().layerTreeRoot().findLayer(known.id()).setItemVisibilityChecked(False)
    wait(200)
    open_page(page)
    unfold(page.import_group)
    choose(page.reference_combo, "known")
    choose(page.import_tiles_combo, "Queried")
    click(page.import_button)
    until(lambda: the_session().job is None and the_session().campaign.counts().splits["train"] > 0, "no labels")
    QgsProject.instance().removeMapLayer(known.id())


def compare_with_the_building_map():
    """The building map and its ids on the page Results; then the polygons."""
    page = dock().results_page
    open_page(page)
    choose(page.buildings_combo, "Building map")
    choose(page.id_combo, "building_id")
    write(page.area_box.lineEdit(), "12")
    iface.mapCanvas().zoomToFullExtent()
    wait(600)
    picture("b2_building_map")
    click(page.polygons_button)
    until(lambda: the_session().job is None and page.review.layer is not None, "no polygons")
    wait(1200)
    layers = the_session().layers
    report["kinds"] = kinds_of(layers.layer("polygons"))
    report["states"] = states_of(layers.layer("buildings"))
    unfold_legend()
    iface.mapCanvas().zoomToFullExtent()
    wait(1200)
    picture("b3_kinds")


def unfold_legend():
    """Show what the colours mean, as a user does in the layer tree."""
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        group.setExpanded(True)


def review():
    """Each polygon with one key: the suggested kind, one of them corrected, one rejected."""
    page = dock().results_page
    iface.mapCanvas().setFocus()
    corrected, pictured, total = None, False, page.review.counts.total
    for number in range(total):
        kind = page.review.kind()
        if kind == "altered" and not pictured:
            pictured = True
            wait(1200)
            picture("b4_review")
        if number == total - 1:
            press("r")
        elif number == total - 2:
            corrected = page.review.current().id()
            press("c")
        else:
            press(KEYS[kind])
        until(lambda done=number + 1: page.review.counts.left == total - done, "the key did nothing", 10)
    report["review"] = [page.review.counts.accepted, page.review.counts.rejected]
    polygons = QgsVectorLayer(page.review.layer.source(), "again", "ogr")
    report["corrected"] = polygons.getFeature(corrected)["kind"]


def export():
    """The three kinds as layers of a GeoPackage, and as a table."""
    page = dock().results_page
    choose(page.which_combo, "Accepted")
    choose(page.kinds_combo, "As layers")
    for name in ("update.gpkg", "update.csv"):
        target = MINE / name
        answer_dialog(choose_file(target))
        click(page.export_button)
        until(target.is_file, f"{name} was not exported", 30)
        wait(1500)
    report["table"] = (MINE / "update.csv").read_text()


def show_in_a_fresh_project():
    """Without the plugin's layers: the files open in their colours."""
    polygons = the_session().layers.layer("polygons").source().partition("|")[0]
    dock().close_campaign()
    dock().hide()
    QgsProject.instance().clear()
    wait(500)
    iface.addRasterLayer(str(TOWN / "after.tif"), "after")
    iface.addVectorLayer(f"{polygons}|layername=buildings", "buildings", "ogr")
    layers = {
        name: iface.addVectorLayer(f"{MINE / 'update.gpkg'}|layername={name}", name, "ogr")
        for name in ("altered", "torn_down", "built")
    }
    wait(500)
    report["fresh"] = {name: layer.renderer().symbol().color().name() for name, layer in layers.items()}
    report["exported"] = {name: layer.featureCount() for name, layer in layers.items()}
    whole = QgsVectorLayer(f"{polygons}|layername=changes", "changes", "ogr")
    report["legend"] = [one.label() for one in whole.renderer().categories()]
    iface.mapCanvas().setExtent(layers["built"].extent())
    iface.mapCanvas().refresh()
    wait(1500)
    picture("b5_plain_qgis")


def kinds_of(layer):
    found = [feature["kind"] for feature in layer.getFeatures()]
    return {kind: found.count(kind) for kind in KEYS}


def states_of(layer):
    found = [feature["state"] for feature in layer.getFeatures()]
    return {state: found.count(state) for state in ("present", "gone", "altered", "not_seen")}


run(session)
