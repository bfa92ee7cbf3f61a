"""The panel starts again with the built-in network where the ImageNet weights are missing."""

import pytest
from alcd.bridge.process.outcome import FAILED, JobOutcome
from alcd.bridge.settings import Settings
from alcd.ui.campaign import campaign_overview
from alcd.ui.dock import Panel
from alcd.ui.learn import learn_page
from alcd.ui.session.session import Session
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt

MISSING = JobOutcome(FAILED, message="The ImageNet weights are not on this machine, and downloading was not allowed.")


@pytest.fixture
def started(project, campaign, window, qgis_application, monkeypatch):
    """The panel, and the jobs that it starts; the user chooses the built-in network."""
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    session = Session(project)
    session.started = []
    monkeypatch.setattr(session, "start_job", lambda name, values: session.started.append((name, dict(values))))

    def choose(_parent, _outcome, _values):
        Settings(encoder_weights="built-in").save()
        return {"encoder_weights": "built-in"}

    for module in (campaign_overview, learn_page):
        monkeypatch.setattr(module, "choose_weights", choose)
    made = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    session.open(campaign.folder)
    qgis_application.processEvents()
    yield made, session
    made.unload()
    Settings().save()


def test_the_search_for_first_tiles(started):
    panel, session = started
    panel.campaign_page.overview.suggest()
    session.job_ended.emit("suggest", MISSING)
    assert [(name, values["encoder_weights"]) for name, values in session.started] == [
        ("suggest", "imagenet"),
        ("suggest", "built-in"),
    ]
    assert not panel.failure_box.isVisible()


def test_a_learning_round(started):
    panel, session = started
    panel.learn_page._learn()
    session.job_ended.emit("train", MISSING)
    assert [(name, values["encoder_weights"]) for name, values in session.started] == [
        ("train", "imagenet"),
        ("train", "built-in"),
    ]
    assert panel.learn_page._values("train")["encoder_weights"] == "built-in"
