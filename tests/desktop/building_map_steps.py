"""From a trained network to a file with three kinds of change that a fresh project shows in colours.

The pictures are those of docs/building-map.md, with the form's from first_minutes_steps.py.
"""

from campaign_steps import open_page
from driver import (
    answer_dialog,
    choose,
    choose_file,
    click,
    dock,
    picture,
    press,
    report,
    the_session,
    until,
    until_saved,
    wait,
    write,
)
from first_minutes_steps import MINE, TOWN
from qgis.core import QgsProject, QgsVectorLayer
from qgis.utils import iface

KEYS = {"built": "b", "torn_down": "t", "altered": "c"}


def compare_with_the_building_map():
    """The building map and its ids on the page Results; then the polygons."""
    page = dock().results_page
    open_page(page)
    choose(page.buildings_combo, "Building map")
    choose(page.id_combo, "building_id")
    write(page.area_box.lineEdit(), "12")
    iface.mapCanvas().zoomToFullExtent()
    picture("b2_building_map", settle=600)
    click(page.polygons_button)
    until(lambda: the_session().job is None and page.review.layer is not None, "no polygons")
    wait(1200)
    layers = the_session().layers
    report["kinds"] = kinds_of(layers.layer("polygons"))
    report["states"] = states_of(layers.layer("buildings"))
    unfold_legend()
    iface.mapCanvas().zoomToFullExtent()
    picture("b3_kinds", settle=1200)


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
            picture("b4_review", settle=1200)
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
        until_saved(target)
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
    picture("b5_plain_qgis", settle=1500)


def kinds_of(layer):
    found = [feature["kind"] for feature in layer.getFeatures()]
    return {kind: found.count(kind) for kind in KEYS}


def states_of(layer):
    found = [feature["state"] for feature in layer.getFeatures()]
    return {state: found.count(state) for state in ("present", "gone", "altered", "not_seen")}
