"""Runs inside the real desktop of QGIS: from two WMTS layers to change polygons through the panel, without a file made
by hand; then a campaign on two layers of XYZ tiles.

ALCD_TEST_WMTS, ALCD_TEST_TILES: sources of layers, with {date} for before and after.
"""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import Truth, choose_small_network, label_all, learn, open_page, show_dock, suggest
from driver import (
    FOLDER,
    arrange,
    choose,
    click,
    dock,
    picture,
    report,
    run,
    see,
    the_session,
    unfold,
    until,
    wait,
    write,
)
from qgis.core import QgsProject, QgsRasterLayer
from qgis.utils import iface

LEFT, EPOCHS, COUNT = 10, 5, 6


def session():
    arrange()
    show_dock()
    add_layers("Town", os.environ["ALCD_TEST_WMTS"])
    create("Town")
    label()
    choose_small_network(EPOCHS, COUNT)
    learn("s4_learning")
    make_polygons()
    empty_the_cache()
    create_on_tiles()


def add_layers(name, source):
    """The two layers, as the browser of QGIS adds them."""
    for date in ("before", "after"):
        layer = QgsRasterLayer(source.format(date=date), f"{name} {date}", "wms")
        QgsProject.instance().addMapLayer(layer)
        report.setdefault("valid", []).append(layer.isValid())
    iface.mapCanvas().setExtent(layer.extent())
    iface.mapCanvas().refresh()
    wait(900)


def create(name, area=""):
    """New: two layers, a name, the tile size under Advanced; then Create."""
    page = dock().campaign_page
    click(page.new_button)
    choose(page.before_combo, f"{name} before")
    choose(page.after_combo, f"{name} after")
    if area:
        choose(page.aoi_combo, area)
    write(page.name_edit, name)
    write(page.folder_file.lineEdit(), str(FOLDER))
    unfold(page.advanced_group)
    write(page.new_contents.findChild(object, "parameter_tile_size").lineEdit(), "128")
    picture(f"s1_{name}_advanced", settle=900)
    page.advanced_group.setCollapsed(True)
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    report.setdefault("warning", []).append(page.warning_label.text())
    see(page.before_combo)
    picture(f"s1_{name}_form", settle=900)
    see(page.create_button)
    picture(f"s1_{name}_plan", settle=300)
    click(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")
    until(page.fetched_button.isVisible, "the size of the cache is not shown", 20)
    report.setdefault("facts", []).append(page.facts_label.text())
    report.setdefault("fetched", []).append(page.fetched_label.text())
    picture(f"s2_{name}_overview", settle=900)


def label():
    """The suggested tiles, except the last ones, by keys and with the mouse."""
    suggest()
    picture("s3_first_tile")
    label_all(Truth(), leave=LEFT, pictures="s3_drawn")


def make_polygons():
    open_page(dock().results_page)
    click(dock().results_page.polygons_button)
    until(lambda: the_session().job is None and the_session().layers.layer("polygons") is not None, "no polygons")
    picture("s5_results", settle=1500)
    report["layers"] = [node.layer().providerType() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def empty_the_cache():
    page = dock().campaign_page
    open_page(page)
    until(page.fetched_button.isEnabled, "the cache cannot be emptied", 20)
    see(page.fetched_button)
    picture("s6_cache")
    click(page.fetched_button)
    until(lambda: " 0 " in page.fetched_label.text(), "the cache was not emptied", 20)
    report["emptied"] = page.fetched_label.text()


def create_on_tiles():
    click(dock().campaign_page.close_button)
    until(lambda: the_session().campaign is None, "the campaign was not closed", 20)
    add_layers("Tiles", os.environ["ALCD_TEST_TILES"])
    area = iface.addVectorLayer(str(FOLDER / "aoi.gpkg"), "area", "ogr")
    iface.mapCanvas().setExtent(area.extent())
    create("Tiles", "area")


run(session)
