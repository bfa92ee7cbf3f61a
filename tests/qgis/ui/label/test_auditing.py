"""The page Label during an audit: its own order, nothing that gives the network's opinion away, and a way back."""

import pytest
from alcd.alcd_core.campaign.database import writing


@pytest.fixture
def page(session, audited, window, qgis_application):
    from alcd.ui.label.label_page import LabelPage
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget

    made = LabelPage(session, window)
    dock = QDockWidget(window.window)
    dock.setWidget(made)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    session.open(audited.folder)
    made.set_active(True)
    window.canvas.setFocus()
    qgis_application.processEvents()
    yield made
    made.unload()


@pytest.fixture
def auditing(page):
    page.audit_line.button.click()
    return page


@pytest.fixture
def press(window):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    def key(name):
        QTest.keyClick(window.canvas, getattr(Qt.Key, f"Key_{name}"))

    return key


def visible(session):
    root = session.project.layerTreeRoot()
    roles = ("annotations", "proposals", "tiles", "after")
    return [role for role in roles if root.findLayer(session.layers.layer(role).id()).isVisible()]


def test_the_audit_s_tiles_come_in_the_order_of_the_draw(auditing, press, session):
    seen = [session.queue.current.tile_id]
    for _ in range(3):
        press("N")
        seen.append(session.queue.current.tile_id)
    assert seen == [14, 3, 9, 2]


def test_its_tiles_are_not_among_the_queried_ones(page, session):
    assert [session.queue.current.tile_id, session.queue.counts.total] == [7, 2]


def test_neither_scores_nor_proposals_are_shown(auditing, session, audited):
    with writing(audited.file) as connection:
        connection.execute("UPDATE tiles SET score = 0.5, change_probability = 0.9 WHERE tile_id = 14")
    session.reload()
    tile = session.queue.current
    assert (tile.tile_id, tile.score, tile.change_probability) == (14, None, None)
    assert "score" not in auditing.tile_label.text()
    assert not auditing.accept_button.isEnabled()


def test_layers_with_the_network_s_opinion_come_back_with_the_queried_tiles(auditing, session):
    assert visible(session) == ["annotations", "after"]
    auditing.audit_line.button.click()
    assert visible(session) == ["annotations", "proposals", "tiles", "after"]
    assert session.queue.current.tile_id == 7


def test_they_come_back_when_the_page_is_left(auditing, session):
    auditing.set_active(False)
    assert visible(session) == ["annotations", "proposals", "tiles", "after"]
    auditing.set_active(True)
    assert visible(session) == ["annotations", "after"]


def test_the_usual_keys_label_tiles_that_stay_in_the_audit(auditing, press, session, audited, draw):
    press("N")
    draw(session, 3)
    press("Return")
    press("S")
    found = {tile.tile_id: tile for tile in audited.audit_queue(1)}
    assert [(found[n].state, found[n].tile_class, found[n].split) for n in (14, 3, 9, 2)] == [
        ("labelled", "unchanged", "audit"),
        ("labelled", "changed", "audit"),
        ("skipped", None, "audit"),
        ("unlabelled", None, "audit"),
    ]


def test_progress_is_shown_and_survives_leaving(auditing, press, session):
    assert "0 of 4 tiles done" in auditing.audit_line.label.text()
    press("N")
    press("S")
    assert "2 of 4 tiles done" in auditing.audit_line.label.text()
    auditing.audit_line.button.click()
    assert auditing.audit_line.label.text() == "Audit: 2 of 4 tiles done."
    auditing.audit_line.button.click()
    assert session.queue.current.tile_id == 9


def test_the_last_tile_leads_to_the_results(auditing, press):
    for _ in range(4):
        press("N")
    assert "page Results" in auditing.hint_label.text()


def test_the_audit_goes_on_in_another_session(auditing, press, session, audited):
    press("N")
    session.close()
    session.open(audited.folder)
    assert session.queue.current.tile_id == 7
    auditing.audit_line.button.click()
    assert session.queue.current.tile_id == 3


def test_a_polygon_that_is_not_complete_keeps_its_tile(page, session, window, monkeypatch):
    from alcd.ui.label import label_page
    from qgis.gui import QgsMapToolPan

    class Capture(QgsMapToolPan):
        def size(self):
            return 2

    monkeypatch.setattr(label_page, "QgsMapToolCapture", Capture)
    tool = Capture(window.canvas)
    window.canvas.setMapTool(tool)
    page.audit_line.button.click()
    assert session.queue.current.tile_id == 7
    assert "not complete" in page.hint_label.text()


def test_a_label_that_somebody_else_made_meanwhile_is_kept(auditing, press, audited):
    with writing(audited.file) as connection:
        connection.execute("UPDATE tiles SET state = 'labelled', tile_class = 'changed' WHERE tile_id = 14")
    press("N")
    assert audited.audit_queue(1)[0].tile_class == "changed"
    assert "Somebody else" in auditing.hint_label.text()


def test_an_audit_that_is_opened_to_training_gives_way_to_the_queried_tiles(auditing, session, audited):
    audited.spend_audit(1, "2026-01-03T03:04:05+00:00")
    session.reload()
    assert session.queue.audit is None
    assert session.queue.current.tile_id == 7
    assert not auditing.audit_line.isVisible()
    assert visible(session) == ["annotations", "proposals", "tiles", "after"]


def test_there_is_no_line_without_an_audit(page, session, make_campaign):
    assert page.audit_line.isVisible()
    session.open(make_campaign("fresh").folder)
    assert not page.audit_line.isVisible()
