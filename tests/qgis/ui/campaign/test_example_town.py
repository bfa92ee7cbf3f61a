"""One button leads from an empty panel to the filled-in form for the example town, whose network needs no settings."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alcd.alcd_core.campaign.campaign import open_campaign
from alcd.alcd_core.jobs.example import SETTINGS
from alcd.bridge import worker_setup
from alcd.bridge.settings import Settings
from alcd.ui.campaign.example_town import new_folder
from alcd.ui.dock import Panel
from alcd.ui.session.session import Session
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

pytest.importorskip("torch", reason="the real worker needs it")
PATIENCE = 120_000  # milliseconds


@pytest.fixture
def worker(tmp_path, monkeypatch):
    """Jobs run in the Python of the tests, on one core; the options specify other weights than the example."""
    monkeypatch.setattr(worker_setup, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    Settings(python=sys.executable, device="cpu").save()
    yield
    Settings().save()


@pytest.fixture
def dock(project, window, worker, qgis_application):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    jobs = []

    def make_process(name, values):
        jobs.append((name, values))
        return worker_setup.job_process(name, values)

    made = Panel(Session(project, make_process), window, window.window)
    made.jobs = jobs
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    made.show()
    qgis_application.processEvents()
    yield made
    made.unload()


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """The folder that the user chooses."""
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def tile_size(page):
    return page.new_contents.findChild(object, "parameter_tile_size").value()


def test_one_button_leads_to_a_campaign_that_suits_the_town(dock, chosen, pump, project):
    page, session = dock.campaign_page, dock._session
    page.example_button.click()
    assert session.job_name == "example"
    assert not page.example_button.isEnabled()
    pump(PATIENCE, until=lambda: page.stack.currentWidget() is page.new_page)
    town = chosen / "alcd-example"
    assert {layer.source() for layer in project.mapLayers().values()} == {
        str(town / name) for name in ("before.tif", "after.tif", "buildings.gpkg")
    }
    shown = project.layerTreeRoot().checkedLayers()
    assert {Path(layer.source()).stem for layer in shown} == {"before", "after"}
    assert [combo.currentLayer().name() for combo in (page.before_combo, page.after_combo)] == ["before", "after"]
    assert (page.name_edit.text(), page.folder_file.filePath()) == ("Example town", str(town))
    assert tile_size(page) == SETTINGS["create"]["tile_size"] == 128
    pump(PATIENCE, until=lambda: page.create_button.isEnabled() and page.plan_label.text().startswith("196 tiles"))
    page.create_button.click()
    pump(PATIENCE, until=lambda: session.campaign is not None)
    values = dock.learn_page._values("train")
    assert {name: values[name] for name in SETTINGS["train"]} == SETTINGS["train"]
    assert dock.learn_page._values("query")["count"] == SETTINGS["query"]["count"]
    page.next_button.click()
    pump(PATIENCE, until=lambda: session.job is None and len(session.queue) > 0)
    suggested = dict(dock.jobs)["suggest"]
    assert {name: suggested[name] for name in SETTINGS["suggest"]} == SETTINGS["suggest"]
    assert open_campaign(town / "Example town.alcd").description.tile_size == 128


def test_a_campaign_on_other_imagery_is_trained_as_the_options_say(dock, chosen, pump, campaign):
    session, page = dock._session, dock.learn_page
    page._take_settings()
    own = page._values("train")
    (chosen / "example.json").write_text(json.dumps(SETTINGS))
    for date in ("before", "after"):
        (campaign.folder.parent / f"{date}.tif").rename(chosen / f"{date}.tif")
        raster = replace(campaign.description.orthophoto(date), path=str(chosen / f"{date}.tif"))
        campaign = campaign.relocate_rasters(date, [raster])
    session.open(campaign.folder)
    assert page._values("train")["encoder"] == "resnet18"
    assert page._values("train")["epochs"] == 20
    (chosen / "example.json").unlink()
    session.open(campaign.folder)
    assert page._values("train") == own
    assert page.count_box.value() == 20


def test_a_cancelled_example_leaves_nothing(dock, chosen, pump):
    session = dock._session
    dock.campaign_page.example_button.click()
    session.job_progressed.connect(lambda fraction, _: session.job.cancel() if fraction > 0 and session.job else None)
    pump(PATIENCE, until=lambda: session.job is None)
    assert list(chosen.iterdir()) == []
    assert dock.campaign_page.is_free
    assert dock.campaign_page.example_button.isEnabled()
    assert dock.failure_box.isHidden()


def test_a_campaign_started_meanwhile_is_left_alone(dock, chosen, pump, campaign):
    session = dock._session
    dock.campaign_page.example_button.click()
    session.open(campaign.folder)
    pump(PATIENCE, until=lambda: session.job is None)
    assert session.campaign.folder == campaign.folder
    assert dock.messages._iface.messageBar().items()[0].text() == f"The example town is in {chosen / 'alcd-example'}."


def test_a_second_example_goes_beside_the_first(tmp_path):
    assert new_folder(tmp_path).name == "alcd-example"
    new_folder(tmp_path).mkdir()
    assert new_folder(tmp_path).name == "alcd-example-2"
