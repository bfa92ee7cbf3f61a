"""The keyboard focus returns to a useful widget when a job ends."""

import pytest
from alcd.bridge.process.outcome import CANCELLED, FINISHED, JobOutcome
from alcd.ui.dock import Panel
from alcd.ui.session.session import Session
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def session(project, monkeypatch):
    """A session whose jobs run until ``end`` is called."""
    made = Session(project)
    monkeypatch.setattr(made, "start_job", lambda name, values: start(made, name))
    return made


def start(session, name):
    session.job, session.job_name = object(), name
    session.job_started.emit(name)


def end(session, outcome=None, **result):
    name, session.job, session.job_name = session.job_name, None, ""
    session.job_ended.emit(name, outcome or JobOutcome(FINISHED, result=result))


@pytest.fixture
def dock(session, campaign, window, qgis_application):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    made = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    campaign.write_labels([], {1: "changed", 2: "unchanged"}, "train", 0, "drawn")
    session.open(campaign.folder)
    qgis_application.processEvents()
    yield made
    made.unload()


@pytest.fixture
def trained(campaign, session):
    from alcd.alcd_core.campaign.rounds import Round

    campaign.add_round(Round(1, "2026-01-02T03:04:05+00:00", model="models/round-001", labelled=2))
    session.reload()


def push(button, pump):
    """Press a button with the keyboard."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    pump(30)


def focus(window):
    return window.window.focusWidget()


def test_the_button_that_started_a_job_gets_the_focus_back(dock, session, trained, window, pump):
    page = dock.results_page
    dock.go(3)
    push(page.map_button, pump)
    assert focus(window) is not page.map_button
    end(session, JobOutcome(CANCELLED))
    pump(30)
    assert focus(window) is page.map_button


def test_a_finished_round_moves_the_focus_to_the_map_for_labelling(dock, session, window, pump):
    dock.go(2)
    push(dock.learn_page.learn_button, pump)
    for _ in ("train", "query"):
        assert session.job is not None
        end(session, queried=[7, 3])
        pump(30)
    assert dock.pages.currentWidget() is dock.label_page
    assert focus(window) is window.canvas


def test_the_focus_stays_between_the_steps_of_a_round(dock, session, window, pump):
    dock.go(2)
    push(dock.learn_page.learn_button, pump)
    before = focus(window)
    end(session)
    pump(30)
    assert session.job_name == "query"
    assert focus(window) is before
    end(session, JobOutcome(CANCELLED))
    pump(30)
    assert focus(window) is dock.learn_page.learn_button


def test_a_job_cancelled_by_keyboard_returns_the_focus_too(dock, session, window, pump):
    dock.go(2)
    push(dock.learn_page.learn_button, pump)
    session.job = type("Job", (), {"cancel": lambda self: None})()
    push(dock.findChild(object, "cancel_button"), pump)
    end(session, JobOutcome(CANCELLED))
    pump(30)
    assert focus(window) is dock.learn_page.learn_button


def test_the_focus_stays_where_the_user_has_moved_it(dock, session, window, pump):
    page = dock.learn_page
    dock.go(2)
    push(page.learn_button, pump)
    page.count_box.setFocus()
    pump(30)
    end(session, JobOutcome(CANCELLED))
    pump(30)
    assert focus(window) is page.count_box


def test_a_job_not_started_from_the_dock_leaves_the_focus_alone(dock, session, window, pump):
    dock.go(2)
    window.canvas.setFocus()
    start(session, "query")
    pump(30)
    end(session)
    pump(30)
    assert focus(window) is window.canvas


def test_a_new_campaign_has_the_focus_on_its_next_step(dock, session, window, pump, make_campaign, monkeypatch):
    session.close()
    page = dock.campaign_page
    made = make_campaign("fresh")
    monkeypatch.setattr(page.form, "create_values", lambda: {"campaign": str(made.folder)})
    page.begin_new()
    page.create_button.setEnabled(True)
    push(page.create_button, pump)
    end(session, campaign=str(made.folder))
    pump(30)
    assert session.campaign.folder == made.folder
    assert focus(window) is page.next_button
