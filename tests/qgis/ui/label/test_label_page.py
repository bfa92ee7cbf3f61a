"""The page Label and its shortcuts, with a canvas but without QGIS's window."""

import pytest
from qgis.gui import QgsMapToolPan


@pytest.fixture
def page(session, campaign, window, qgis_application):
    from alcd.ui.label.label_page import LabelPage
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget

    made = LabelPage(session, window)
    dock = QDockWidget(window.window)
    dock.setWidget(made)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    session.open(campaign.folder)
    made.set_active(True)
    window.canvas.setFocus()
    qgis_application.processEvents()
    yield made
    made.unload()


@pytest.fixture
def press(window):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    def key(name, widget=None):
        QTest.keyClick(widget or window.canvas, getattr(Qt.Key, f"Key_{name}"))

    return key


def test_one_key_labels_an_unchanged_tile_and_shows_the_next(page, press, window, campaign):
    press("N")
    assert page.labelling.tile.tile_id == 3
    assert campaign.counts().classes["unchanged"] == 1
    left, bottom, right, top = page.labelling.tile.bounds
    centre = window.canvas.extent().center()
    assert (centre.x(), centre.y()) == pytest.approx(((left + right) / 2, (bottom + top) / 2))


def test_both_canvases_show_the_whole_tile(page, window):
    from qgis.core import QgsRectangle

    tile = QgsRectangle(*page.labelling.tile.bounds)
    assert window.canvas.extent().contains(tile)
    assert page.review.extent().contains(tile)


def test_the_canvases_follow_each_other(page, window):
    from qgis.core import QgsPointXY

    window.canvas.setCenter(QgsPointXY(500100, 5399900))
    assert page.review.center().x() == pytest.approx(500100)
    page.review.setCenter(QgsPointXY(500020, 5399950))
    assert window.canvas.center().x() == pytest.approx(500020)
    ratio = page.review.mapUnitsPerPixel() / window.canvas.mapUnitsPerPixel()
    window.canvas.zoomByFactor(3)
    assert page.review.mapUnitsPerPixel() / window.canvas.mapUnitsPerPixel() == pytest.approx(ratio)


def test_the_review_canvas_shows_before_and_what_is_drawn(page, session):
    assert page.review.layers() == [session.layers.annotations, session.layers.before]


def test_arrows_step_through_the_queue(page, press):
    seen = []
    for key in ("Right", "Right", "Left"):
        press(key)
        seen.append(page.labelling.tile.tile_id)
    assert seen == [3, 12, 3]


def test_accept_draw_and_correct_use_qgis_tools_on_the_annotations(page, press, window, session):
    assert "(2)" in page.accept_button.text()
    press("A")
    assert session.layers.annotations.featureCount() == 2
    assert not page.accept_button.isEnabled()
    session.layers.annotations.undoStack().undo()
    assert page.accept_button.isEnabled()
    press("V")
    press("D")
    assert window.triggered == ["vertex", "add"]
    assert window.active_layer is session.layers.annotations


def test_blinking_swaps_the_dates_until_the_next_tile(page, press, session, project):
    def shown():
        root = project.layerTreeRoot()
        return [root.findLayer(session.layers.layer(date).id()).isVisible() for date in ("before", "after")]

    assert shown() == [False, True]
    press("B")
    assert shown() == [True, False]
    press("Right")
    assert shown() == [False, True]


def test_the_hint_follows_the_tile_and_the_actions(page, press):
    assert "dashed" in page.hint_label.text()
    press("A")
    assert "accepted" in page.hint_label.text()
    press("Right")
    assert "No change" in page.hint_label.text()


def test_the_last_tile_shows_its_state(page, press):
    for _ in range(3):
        press("S")
    assert "skipped" in page.state_label.text()
    assert "All tiles are done" in page.hint_label.text()


def drawn(layer):
    """Whether any part of the layer is visible on a map of it."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize, Qt
    from qgis.PyQt.QtGui import QColor

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(60, 60))
    settings.setBackgroundColor(QColor(Qt.GlobalColor.white))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return any(image.pixelColor(x, y) != QColor(255, 255, 255) for x in range(60) for y in range(60))


def test_only_the_proposals_of_the_current_tile_are_drawn(page, press, session):
    assert drawn(session.layers.proposals)
    press("Right")
    assert not drawn(session.layers.proposals)
    page.set_active(False)
    assert drawn(session.layers.proposals)


def test_the_tiles_are_drawn_only_at_small_scales(page, window, session):
    canvas = window.canvas
    assert not session.layers.tiles.isInScaleRange(canvas.scale())
    canvas.zoomByFactor(8)
    assert session.layers.tiles.isInScaleRange(canvas.scale())


def test_the_date_is_shown_at_the_bottom_of_the_map(page, window, qgis_application):
    title = page._title
    assert title.isVisible()
    window.window.resize(800, 500)
    qgis_application.processEvents()
    assert 0 < window.canvas.height() - title.geometry().bottom() < 20


def test_leaving_the_page_ends_the_drawing_tool_unless_corners_are_set(page, window, monkeypatch):
    from alcd.ui.label import label_page

    class Capture(QgsMapToolPan):
        corners = 0

        def size(self):
            return self.corners

    monkeypatch.setattr(label_page, "QgsMapToolCapture", Capture)
    tool = Capture(window.canvas)
    window.canvas.setMapTool(tool)
    tool.corners = 2
    page.set_active(False)
    assert window.triggered == []
    tool.corners = 0
    page.set_active(True)
    page.set_active(False)
    assert window.triggered == ["pan"]


def test_keys_do_nothing_while_the_user_types(page, press, window, qgis_application):
    from qgis.PyQt.QtWidgets import QLineEdit, QToolBar

    bar = QToolBar(window.window)
    field = QLineEdit()
    bar.addWidget(field)
    window.window.addToolBar(bar)
    bar.show()
    field.setFocus()
    qgis_application.processEvents()
    for key in ("N", "S", "Left", "Return"):
        press(key, field)
    assert page.labelling.tile.tile_id == 7
    assert field.text() == "ns"
    window.canvas.setFocus()
    qgis_application.processEvents()
    press("N")
    assert page.labelling.tile.tile_id == 3


@pytest.mark.parametrize("modal", [True, False])
def test_a_dialog_of_qgis_keeps_its_keys(page, press, window, qgis_application, modal):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, "Save?", "Save the project?", parent=window.window)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    box.setModal(modal)
    box.show()
    box.activateWindow()
    save = box.button(QMessageBox.StandardButton.Save)
    save.setFocus()
    qgis_application.processEvents()
    press("N", save)
    QTest.keyClick(save, Qt.Key.Key_Return)
    qgis_application.processEvents()
    assert not box.isVisible()
    assert page.labelling.tile.tile_id == 7
    window.window.activateWindow()
    window.canvas.setFocus()
    qgis_application.processEvents()
    press("N")
    assert page.labelling.tile.tile_id == 3


def test_a_detached_canvas_no_longer_follows_the_mouse(window):
    from alcd.ui.widgets.review_canvas import ReviewCanvas
    from qgis.core import QgsPointXY

    canvas = ReviewCanvas(window.canvas)
    marks = []
    canvas._mark = lambda *_: marks.append(1)
    window.canvas.xyCoordinates.emit(QgsPointXY(1, 2))
    canvas.detach()
    window.canvas.xyCoordinates.emit(QgsPointXY(1, 2))
    assert marks == [1]


def test_lists_keep_their_arrows_but_letters_label(page, press, window, qgis_application):
    from qgis.PyQt.QtWidgets import QListWidget, QToolBar

    bar = QToolBar(window.window)
    choices = QListWidget()
    choices.addItems(["one", "two"])
    bar.addWidget(choices)
    window.window.addToolBar(bar)
    choices.setFocus()
    qgis_application.processEvents()
    press("Right", choices)
    assert page.labelling.tile.tile_id == 7
    press("N", choices)
    assert page.labelling.tile.tile_id == 3


def test_a_key_that_qgis_also_uses_only_labels(page, press, window):
    from qgis.PyQt.QtWidgets import QAction

    theirs = QAction("snapping", window.window)
    theirs.setShortcut("S")
    fired = []
    theirs.triggered.connect(lambda: fired.append(1))
    window.window.addAction(theirs)
    press("S")
    assert page.labelling.tile.tile_id == 3
    assert fired == []
    page.set_active(False)
    press("S")
    assert fired == [1]


def test_a_key_that_is_held_down_labels_one_tile(page, window, qgis_application):
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent

    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", repeated)
        qgis_application.sendEvent(window.canvas, event)
    assert page.labelling.tile.tile_id == 3


def test_the_keys_are_in_the_shortcut_manager_and_can_be_changed(page, press):
    from qgis.gui import QgsGui

    manager = QgsGui.shortcutsManager()
    action = page.keys.actions["no_change"]
    assert action in manager.listActions()
    assert manager.setKeySequence(action, "Ctrl+J")
    try:
        press("N")
        assert page.labelling.tile.tile_id == 7
        assert "J" in page.no_change_button.text()
    finally:
        manager.setKeySequence(action, "N")


def test_no_key_works_on_another_page(page, press):
    page.set_active(False)
    press("N")
    assert page.labelling.tile.tile_id == 7
    assert not any(action.isEnabled() for action in page.keys.actions.values())


def test_the_map_does_not_jump_when_a_job_ends(page, window, session):
    from qgis.core import QgsPointXY

    window.canvas.setCenter(QgsPointXY(500100, 5399900))
    session.reload()
    assert window.canvas.center().x() == pytest.approx(500100)


def test_empty_pages_show_the_next_step(page, session, make_campaign):
    wanted = []
    page.wanted.connect(wanted.append)
    session.open(make_campaign("fresh").folder)
    assert page.stack.currentWidget() is page.empty_page
    page.empty_button.click()
    session.close()
    page.empty_button.click()
    assert wanted == ["suggest", "campaign"]


def test_automatic_transactions_are_reported(page, session, project):
    page.set_active(False)
    session.layers.annotations.rollBack()  # QGIS 3.40 changes the mode only while no layer is being edited
    if hasattr(project, "setTransactionMode"):
        from qgis.core import Qgis

        project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    else:
        project.setAutoTransaction(True)
    page.set_active(True)
    assert "transaction" in session.troubles[-1][0]
