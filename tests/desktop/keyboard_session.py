"""Runs inside the real desktop of QGIS: a campaign from "New" to the report without a mouse.

Every key comes from the X server; ``tab_to`` fails where the tabulator key does not lead to a widget.
"""

import os
import sys

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from driver import (
    FOLDER,
    answer_dialog,
    arrange,
    dock,
    photograph,
    picture,
    press,
    report,
    run,
    the_session,
    type_text,
    until,
    until_saved,
    wait,
)
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

EPOCHS = "12"
MOST_TABS = 90


def session():
    arrange()
    make_campaign()
    note_keyboard("a campaign was made")
    press("space")  # the next step has the focus: suggest
    until(lambda: the_session().job is None and len(the_session().queue) > 0, "no tiles were suggested")
    note_keyboard("tiles were suggested")
    label_one()
    import_labels()
    learn()
    find_changes()
    judge()
    hand_over()


def note_keyboard(when):
    """Record the focused widget once a job has ended."""
    wait(100)
    here = QApplication.focusWidget()
    report.setdefault("keyboard", {})[when] = "" if here is None else here.objectName()


def tab_to(widget):
    """Press the Tab key until the widget, or one in it, has the focus."""
    for _ in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is widget or (here is not None and widget.isAncestorOf(here)):
            return
        press("Tab")
    photograph("no_tab")
    raise AssertionError(f"the tabulator key does not lead to {widget.objectName()}")


def push(button):
    tab_to(button)
    press("space")


def fill(field, text):
    tab_to(field)
    press("ctrl+a")
    type_text(text)
    press("Tab")


def name_file(path):
    """An answer to a file dialog: type the name, Return."""

    def answer(dialog):
        dialog.activateWindow()  # a window manager would
        wait(300)
        type_text(str(path))
        press("Return", window=dialog)

    return answer


def say_yes(dialog):
    dialog.activateWindow()
    picture("k5_question")
    report["question"] = dialog.text()
    press("Return", window=dialog)


def unfold(group):
    tab_to(group)
    press("space")
    until(lambda: not group.isCollapsed(), "the group did not open", 5)


def make_campaign():
    press("alt+1")
    until(lambda: dock().isVisible(), "the dock did not come", 5)
    page = dock().campaign_page
    push(page.new_button)
    for date, button in (("before", page.before_file_button), ("after", page.after_file_button)):
        answer_dialog(name_file(FOLDER / f"{date}.tif"))
        push(button)
        wait(300)
    fill(page.name_edit, "Keys")
    fill(page.folder_file.lineEdit(), str(FOLDER))
    unfold(page.advanced_group)
    fill(page.new_contents.findChild(object, "parameter_tile_size"), "128")
    until(lambda: page.plan_label.text()[:1].isdigit() and page.create_button.isEnabled(), "no plan was shown")
    picture("k1_new")
    push(page.create_button)
    until(lambda: the_session().campaign is not None and the_session().job is None, "no campaign was made")


def label_one():
    press("alt+2")
    press("Right")
    press("Left")
    left = the_session().queue.counts.left
    press("s")
    until(lambda: the_session().queue.counts.left == left - 1, "the key did nothing", 10)
    picture("k2_label")


def import_labels():
    """Label tiles from polygons in the project."""
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(FOLDER / "truth.gpkg"), "truth", "ogr"))
    page = dock().campaign_page
    press("alt+1")
    unfold(page.import_group)
    push(page.import_button)
    until(lambda: the_session().job is None and the_session().queue.counts.left == 0, "nothing was labelled")


def learn():
    page = dock().learn_page
    press("alt+3")
    fill(page.count_box, "5")
    unfold(page.advanced_group)
    values = {"members": "2", "epochs": EPOCHS, "learning_rate": "0.001", "encoder": "resnet18", "encoder_depth": "3"}
    for name, text in values.items():
        fill(page._form.widget(name), text)
    press("alt+3")
    push(page.learn_button)
    until(lambda: the_session().job is not None, "nothing learns", 10)
    picture("k3_learning")
    until(lambda: not page.round.is_running and the_session().job is None, "learning did not end")
    note_keyboard("the network has learnt")
    report["rounds"] = len(the_session().campaign.rounds())


def find_changes():
    page = dock().results_page
    press("alt+4")
    push(page.map_button)
    until(lambda: the_session().job is None and the_session().layers.layer("probability"), "no map")
    note_keyboard("the map was made")
    push(page.polygons_button)
    until(lambda: the_session().job is None and page.review.layer is not None, "no polygons")
    note_keyboard("polygons were drawn")


def judge():
    """Correct the first polygon, reject one, accept the others; then label tiles from the verdicts."""
    review, widget = dock().results_page.review, dock().results_page.review_widget
    press("v")
    report["reshaping"] = review.layer.isEditable() and widget.reshape_button.isChecked()
    press("v")
    report["reshaped"] = not review.layer.isEditable()
    press("Right")
    report["second"] = review.position
    press("r")
    picture("k4_review")
    while review.counts.left:
        left = review.counts.left
        press("a")
        until(lambda left=left: review.counts.left < left, "the key did nothing", 10)
    report["verdicts"] = [review.counts.total, review.counts.accepted, review.counts.rejected]
    before = the_session().campaign.counts()
    answer_dialog(say_yes)
    press("alt+4")
    push(widget.labels_button)
    until(lambda: the_session().job is None and the_session().campaign.counts() != before, "nothing was labelled")
    after = the_session().campaign.counts()
    report["labelled by verdicts"] = after.states["labelled"] - before.states["labelled"]
    report["changed by verdicts"] = after.classes["changed"] - before.classes["changed"]
    picture("k6_labelled", settle=500)


def hand_over():
    page = dock().results_page
    for button, name in ((page.report_button, "report.html"), (page.export_button, "changes.geojson")):
        answer_dialog(name_file(FOLDER / name))
        press("alt+4")
        push(button)
        until((FOLDER / name).is_file, f"{name} was not written", 60)
        until(lambda: the_session().job is None, "the job did not end")
    until_saved(FOLDER / "changes.geojson")
    picture("k7_handed_over", settle=500)


run(session)
