"""Runs inside the real desktop of QGIS: mishaps on a long day, with unsaved labels in the edit buffer throughout.

There are two campaigns in the folder, ``town.alcd`` and ``village.alcd``, with labels to learn from, and perhaps
``small.alcd`` on a disk that is nearly full.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["ALCD_TEST_CODE"])

from campaign_steps import choose_small_network, open_page, show_dock
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
    the_session,
    until,
    wait,
)
from qgis.core import QgsApplication, QgsProject
from qgis.utils import iface


def session():
    arrange()
    show_dock()
    open_campaign("town")
    choose_small_network(epochs=400, count=4)
    worker_killed()
    layer_removed()
    if (FOLDER / "disk" / "small.alcd").is_dir():
        disk_full()
    project_closed_while_training()
    two_campaigns()


def open_campaign(name, folder=FOLDER):
    """Open a campaign as from the list of recent campaigns."""
    dock().campaign_page.open(str(folder / f"{name}.alcd"))
    until(
        lambda: the_session().campaign is not None and the_session().campaign.folder.stem == name,
        f"{name} did not open",
        20,
    )
    wait(600)


def edit_a_tile():
    """Accept a tile's proposals and leave it like that: polygons in the edit buffer, not on disk."""
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    press("a")
    until(lambda: the_session().layers.has_edits, "nothing is in the edit buffer", 10)
    return the_session().layers.annotations.featureCount()


def begin_learning():
    open_page(dock().learn_page)
    click(dock().learn_page.learn_button)
    until(lambda: dock().learn_page.loss_curve.networks, "no loss was shown")


def worker_of(folder):
    """The process that works on a campaign."""
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().decode().split("\0") if entry.name.isdigit() else []
        except OSError:
            continue
        if "alcd_core" in words and str(folder) in words:
            return int(entry.name)
    return None


def worker_killed():
    edited = edit_a_tile()
    begin_learning()
    os.kill(worker_of(the_session().campaign.folder), 9)
    until(lambda: the_session().job is None, "the end of the worker was not noticed", 30)
    wait(500)
    picture("m1_worker_killed")
    report["killed said"] = said()
    report["killed kept"] = len(the_session().campaign.annotations()) == edited  # saved when the job started
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    left = the_session().queue.counts.left
    press("Return")
    until(
        lambda: not dock().label_page.labelling.saver.is_waiting and not the_session().layers.has_edits, "not saved", 20
    )
    report["killed saved"] = (
        the_session().queue.counts.left == left - 1 and len(the_session().campaign.annotations()) == edited
    )
    iface.messageBar().clearWidgets()


def layer_removed():
    """Through QGIS's own menu: the annotations, then the after raster."""
    open_page(dock().label_page)
    for role in ("annotations", "after"):
        layer = the_session().layers.layer(role)
        iface.layerTreeView().setCurrentLayer(layer)
        answer_dialog(agree)
        iface.mainWindow().findChild(object, "mActionRemoveLayer").trigger()
        until(lambda role=role: the_session().layers.layer(role) is None, f"{role} was not removed", 10)
    wait(300)
    picture("m2_layers_removed")
    report["removed said"] = dock().label_page.hint_label.text()
    iface.mainWindow().activateWindow()
    wait(100)
    iface.mapCanvas().setFocus()
    left = the_session().queue.counts.left
    press("n")
    wait(500)
    report["first key labels nothing unseen"] = the_session().queue.counts.left == left
    picture("m3_layers_back")
    press("n")
    until(lambda: the_session().queue.counts.left == left - 1, "the tile was not labelled", 10)
    report["layers back"] = all(the_session().layers.layer(role) is not None for role in ("annotations", "after"))


def disk_full():
    """The model does not fit on the disk of this campaign."""
    open_campaign("small", FOLDER / "disk")
    edited = edit_a_tile()
    begin_learning_or_fail()
    until(lambda: the_session().job is None, "the job did not end")
    wait(500)
    picture("m4_disk_full")
    report["full said"] = said()
    report["full kept"] = len(the_session().campaign.annotations()) == edited
    (FOLDER / "disk" / "ballast").unlink()
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    press("Return")
    until(
        lambda: not dock().label_page.labelling.saver.is_waiting and not the_session().layers.has_edits, "not saved", 30
    )
    report["full saved"] = len(the_session().campaign.annotations()) == edited
    iface.messageBar().clearWidgets()
    open_campaign("town")


def begin_learning_or_fail():
    open_page(dock().learn_page)
    click(dock().learn_page.learn_button)
    until(lambda: the_session().job is not None, "no job", 10)


def project_closed_while_training():
    begin_learning()
    folder = the_session().campaign.folder
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    wait(800)
    picture("m5_project_closed")
    report["closed"] = the_session().campaign is None and not the_session().layers.tiles
    report["job goes on"] = the_session().job is not None and worker_of(folder) is not None


def two_campaigns():
    """The second one is labelled while the first one's job runs, which is then cancelled at the dock's foot."""
    open_campaign("village")
    open_page(dock().label_page)
    iface.mapCanvas().setFocus()
    left = the_session().queue.counts.left
    press("n")
    until(lambda: the_session().queue.counts.left == left - 1, "the tile was not labelled", 10)
    picture("m6_second_campaign")
    report["other job runs"] = the_session().job is not None
    click(next(button for button in dock().findChildren(object, "cancel_button") if button.isVisible()))
    until(lambda: the_session().job is None, "the job did not stop", 60)
    report["still open"] = the_session().campaign.folder.stem == "village"
    done = the_session().queue.counts.done
    open_campaign("town")
    picture("m7_first_again")
    report["first again"] = the_session().queue.counts.done
    open_campaign("village")
    report["second kept"] = the_session().queue.counts.done == done
    report["groups"] = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    report["tasks"] = QgsApplication.taskManager().count()


run(session)
