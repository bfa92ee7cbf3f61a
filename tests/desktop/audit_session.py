"""Runs inside the real desktop of QGIS: an audit from the draw to its result, and its end. The campaign is trained."""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import Truth, label_tile, open_page, show_dock
from driver import (
    FOLDER,
    agree,
    answer_dialog,
    arrange,
    click,
    dock,
    picture,
    press,
    report,
    run,
    said,
    see,
    the_session,
    until,
    wait,
    write,
)
from qgis.core import QgsProject
from qgis.utils import iface

COUNT = int(os.environ["ALCD_TEST_COUNT"])
BEFORE_LEAVING = 3  # tiles


def session():
    arrange()
    show_dock()
    the_session().open(FOLDER / "Riverside.alcd")
    iface.addRasterLayer(str(FOLDER / "probability.tif"), "Map from the toolbox")
    wait(600)
    draw()
    label()
    estimate()
    end_audit()


def visible():
    return [node.layer().name() for node in QgsProject.instance().layerTreeRoot().findLayers() if node.isVisible()]


def draw():
    page, card = dock().results_page, dock().results_page.completeness
    open_page(page)
    report["visible on Results"] = visible()
    write(card.count_box.lineEdit(), str(COUNT))
    until(lambda: f"With {COUNT} tiles" in card.promise_label.text(), "nothing was promised", 60)
    see(card.promise_label)
    picture("a1_promise")
    report["promise"] = card.promise_label.text()
    click(card.draw_button)
    until(lambda: the_session().job is None and the_session().queue.audit == 1, "no audit was drawn", 120)
    report["page after the draw"] = dock().pages.currentWidget() is dock().label_page
    wait(900)
    picture("a2_blind")


def label():
    page, queue, truth, labelled = dock().label_page, the_session().queue, Truth(), []
    report["visible while labelling"] = visible()
    report["first tile"] = page.tile_label.text()
    iface.mapCanvas().setFocus()

    def label_one():
        tile = queue.current.tile_id
        labelled.append(tile)
        left = queue.counts.left
        label_tile(truth)
        until(lambda: queue.counts.left < left, f"tile {tile} was not done", 20)

    for _ in range(BEFORE_LEAVING):
        label_one()
    open_page(dock().learn_page)
    report["visible on Learn"] = visible()
    open_page(page)
    report["visible on returning"] = visible()
    click(page.audit_line.button)
    report["queried tiles"] = [queue.audit, len(queue)]
    wait(600)
    picture("a3_queried")
    click(page.audit_line.button)
    report["line"] = page.audit_line.label.text()
    iface.mapCanvas().setFocus()
    while queue.counts.left > 1:
        label_one()
    labelled.append(queue.current.tile_id)
    press("s")
    until(lambda: not queue.counts.left, "the last tile was not skipped", 20)
    wait(400)
    picture("a4_done")
    report["order"], report["hint"] = labelled, page.hint_label.text()
    report["tiles per minute"] = queue.minutes_per_tile


def estimate():
    page, card = dock().results_page, dock().results_page.completeness
    open_page(page)
    click(card.estimate_button)
    until(lambda: the_session().job is None and not card.result_label.isHidden(), "nothing was estimated", 120)
    wait(500)
    see(card.promise_label)
    see(card.state_label)
    picture("a5_result")
    report["result"], report["said"] = card.result_label.text(), said()
    open_page(dock().learn_page)
    wait(300)
    picture("a6_learn")
    report["advice"] = dock().learn_page.stopping_label.text()


def end_audit():
    page, card = dock().results_page, dock().results_page.completeness
    open_page(page)
    answer_dialog(agree)
    click(card.release_button)
    until(lambda: the_session().job is None and "spent" in card.state_label.text(), "the audit was not ended", 60)
    wait(400)
    see(card.promise_label)
    picture("a7_spent")
    report["splits"] = the_session().campaign.counts().splits


run(session)
