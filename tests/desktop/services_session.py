"""Runs inside the real desktop of QGIS: from two layers of XYZ tiles to change polygons, without a file made by hand.

ALCD_TEST_TILES: the address of the tiles, with {date} for before and after.
"""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import open_page, show_dock
from driver import FOLDER, arrange, choose, click, dock, picture, report, run, the_session, until, wait, write
from qgis.core import QgsProject, QgsRasterLayer
from qgis.utils import iface

ENCODER = {"encoder": "resnet18", "encoder_depth": 3, "encoder_weights": "none", "device": "cpu"}


def session():
    arrange()
    show_dock()
    add_layers()
    create()
    learn()
    make_polygons()
    empty_the_cache()


def add_layers():
    """The two layers, as the browser of QGIS adds them, and an area of interest."""
    for date in ("before", "after"):
        address = os.environ["ALCD_TEST_TILES"].format(date=date)
        QgsProject.instance().addMapLayer(QgsRasterLayer(address, f"Town {date}", "wms"))
    area = iface.addVectorLayer(str(FOLDER / "aoi.gpkg"), "area", "ogr")
    wait(900)
    iface.mapCanvas().setExtent(area.extent())
    iface.mapCanvas().refresh()


def create():
    page = dock().campaign_page
    click(page.new_button)
    choose(page.before_combo, "Town before")
    choose(page.after_combo, "Town after")
    choose(page.aoi_combo, "area")
    write(page.name_edit, "Town")
    write(page.folder_file.lineEdit(), str(FOLDER))
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    report["warning"] = page.warning_label.text()
    wait(900)
    picture("s1_form")
    click(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")
    until(page.fetched_button.isVisible, "the size of the cache is not shown", 20)
    wait(900)
    report["facts"], report["fetched"] = page.facts_label.text(), page.fetched_label.text()
    picture("s2_overview")


def job(name, **values):
    the_session().start_job(name, values)
    until(lambda: the_session().job is None, f"{name} did not end")


def learn():
    """One short round; the tiles are labelled from the true changes."""
    job("label", reference=str(FOLDER / "truth.gpkg"), tiles="all")
    job("train", **ENCODER, epochs=1, members=1)


def make_polygons():
    open_page(dock().results_page)
    click(dock().results_page.polygons_button)
    until(lambda: the_session().job is None and the_session().layers.layer("polygons") is not None, "no polygons")
    wait(1500)
    picture("s3_results")
    report["layers"] = [node.layer().providerType() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def empty_the_cache():
    page = dock().campaign_page
    open_page(page)
    until(page.fetched_button.isEnabled, "the cache cannot be emptied", 20)
    click(page.fetched_button)
    until(lambda: " 0 " in page.fetched_label.text(), "the cache was not emptied", 20)
    report["emptied"] = page.fetched_label.text()


run(session)
