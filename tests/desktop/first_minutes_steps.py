"""A new user's first minutes on the example town, with the things that go wrong.

ALCD_TEST_WEIGHTS: a file of weights that are no encoder's. The user's folder is ``mine``.
"""

import json
import os
import time
from pathlib import Path

from campaign_steps import learn, open_page
from driver import (
    FOLDER,
    answer_dialog,
    choose,
    choose_file,
    click,
    dock,
    picture,
    report,
    said,
    the_session,
    unfold,
    until,
    wait,
    write,
)
from qgis.core import QgsProject
from qgis.utils import iface

COUNT = 60  # tiles to label: with them the network finds all three kinds of change
HIDDEN = 15  # seconds after which a failure is no longer in QGIS's message bar, if the bar hides it at all
MINE = FOLDER / "mine"
TOWN = MINE / "alcd-example"


def settings(**changed):
    """Set QGIS's options as a user does; returns them."""
    import dataclasses

    from alcd.bridge.settings import load_settings

    dataclasses.replace(load_settings(), **changed).save()
    return load_settings()


def read_the_tutorial():
    picture("f1_empty")
    click(dock().help_button)
    tutorial = dock().tutorial
    until(lambda: tutorial.isVisible() and tutorial.page.document().blockCount() > 20, "no tutorial", 10)
    wait(500)
    bar = tutorial.page.verticalScrollBar()
    for number, share in enumerate((0.0, 0.25), start=1):
        bar.setValue(round(share * bar.maximum()))
        picture(f"f2_tutorial_{number}")
    report["tutorial"] = tutorial.page.toPlainText()[:40]
    tutorial.close()


def box_after_a_while():
    """The failure as shown in the panel once the bar has hidden it."""
    box = dock().failure_box
    until(box.isVisible, "the failure is not shown", 60)
    end = time.monotonic() + HIDDEN
    until(lambda: not said() or time.monotonic() > end, "the bar stays", 2 * HIDDEN)
    wait(300)
    return {
        "visible": box.isVisible(),
        "heading": box.heading_label.text(),
        "text": box.text_label.text(),
        "button": box.action_button.text() if box.action_button.isVisible() else "",
    }


def press_example():
    answer_dialog(choose_file(MINE))
    click(dock().campaign_page.example_button)


def try_without_a_worker():
    settings(python=str(FOLDER / "none" / "python"))
    press_example()
    report["refused"] = box_after_a_while()
    picture("f3_refused")
    settings(python=os.environ["ALCD_TEST_PYTHON"])


def try_the_example():
    page = dock().campaign_page
    press_example()
    until(lambda: the_session().job is not None, "no job", 10)
    picture("f4_example")
    until(lambda: page.stack.currentWidget() is page.new_page, "the form did not come")
    report["cleared by the example"] = not dock().failure_box.isVisible()
    write(page.date_before_edit, "2012-06")
    write(page.date_after_edit, "2015")
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    picture("b1_form", settle=900)
    unfold(page.advanced_group)
    picture("f6_form_advanced")
    click(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")
    report["overview"] = page.facts_label.text()
    wait(600)


def fail_by_weights():
    """Try a file of other weights, as on imagery without settings; then begin without ImageNet weights."""
    page = dock().campaign_page
    (TOWN / "example.json").rename(TOWN / "put_aside.json")
    settings(encoder_weights=os.environ["ALCD_TEST_WEIGHTS"])
    click(page.next_button)
    until(lambda: the_session().job is not None, "no job", 10)
    until(lambda: the_session().job is None, "the job did not end")
    report["failed"] = box_after_a_while()
    picture("f7_failed")
    open_page(dock().learn_page)
    picture("f8_failed_on_learn")
    open_page(page)
    settings(encoder_weights="imagenet")
    answer_dialog(use_built_in_network, seconds=120)
    click(page.next_button)
    until(lambda: the_session().job is None and len(the_session().queue) > 0, "no tiles were suggested")
    report["cleared by the suggestion"] = not dock().failure_box.isVisible()
    report["chosen weights"] = settings().encoder_weights
    (TOWN / "put_aside.json").rename(TOWN / "example.json")
    wait(800)


def use_built_in_network(dialog):
    """An answer to the question that comes where the ImageNet weights are missing."""
    picture("f8_no_weights")
    next(button for button in dialog.buttons() if button.text() == "Use the built-in network").click()


def label_from_the_truth():
    """A few more suggestions, labelled from what the example knows; a real user draws."""
    page = dock().campaign_page
    the_session().start_job("suggest", {**the_session().proposed("suggest"), "count": COUNT, "device": "cpu"})
    until(lambda: the_session().job is None and len(the_session().queue) == COUNT, "no tiles were suggested")
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


def learn_as_proposed():
    """Set nothing by hand on the page Learn."""
    page = dock().learn_page
    open_page(page)
    unfold(page.advanced_group)
    picture("f9_learn_advanced")
    page.advanced_group.setCollapsed(True)
    learn()
    (card,) = Path(the_session().campaign.folder).glob("models/round-001/*.json")
    report["card"] = json.loads(card.read_text())
    report["queried"] = the_session().campaign.counts().states["queried"]


def look_at_an_algorithm():
    import processing

    for job in ("train", "query"):
        dialog = processing.createAlgorithmDialog(f"alcd:{job}", {})
        dialog.resize(1100, 700)
        dialog.move(60, 40)
        dialog.show()
        picture(f"f10_{job}", settle=500)
        report[f"{job} offers"] = [
            widget.wrappedWidget().currentText()
            for name, widget in dialog.mainWidget().wrappers.items()
            if name in ("method", "preset", "acquisition")
        ]
        dialog.close()
