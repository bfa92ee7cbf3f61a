"""The dock as a whole: shortcuts to its pages, tab order, and the layers that each page shows."""

import os
import sqlite3
from dataclasses import replace

import pytest
from alcd.bridge.process.outcome import FINISHED, JobOutcome
from alcd.bridge.settings import Settings
from alcd.ui.dock import Panel
from alcd.ui.session.session import Session
from alcd.ui.widgets.tab_order import first_field, in_order
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog


@pytest.fixture
def session(project):
    return Session(project)  # the dock ends it


@pytest.fixture
def dock(session, campaign, window, qgis_application):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    made = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    session.open(campaign.folder)
    qgis_application.processEvents()
    yield made
    made.unload()


def test_a_refused_job_stays_visible_on_every_page(dock, session, campaign):
    dock.campaign_page.overview.suggest()  # no worker is set up here
    for number in range(dock.pages.count()):
        dock.go(number)
        assert dock.failure_box.isVisible()
    assert "not set up yet" in dock.failure_box.text_label.text()
    assert dock.failure_box.action_button.text() == "Open settings"
    session.job_ended.emit("suggest", JobOutcome(FINISHED, result={"queried": [1], "campaign": str(campaign.folder)}))
    assert not dock.failure_box.isVisible()


def test_the_help_button_opens_the_tutorial(dock, qgis_application):
    dock.help_button.click()
    assert dock.tutorial.isVisible()
    assert dock.tutorial.windowTitle() == "ALCD Tutorial"
    dock.tutorial.close()


def focus_chain(widget):
    """The widgets that the Tab key reaches from here, in order."""
    found, following = [], widget.nextInFocusChain()
    while following is not widget:
        if following.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(following)
        following = following.nextInFocusChain()
    return found


def test_each_page_has_a_key_that_gives_it_the_keyboard(dock, window, qgis_application):
    dock.hide()
    expected = (
        (dock.campaign_page, dock.campaign_page.next_button),
        (dock.label_page, window.canvas),
        (dock.learn_page, dock.learn_page.count_box),
    )
    for number, (page, field) in enumerate(expected, start=1):
        QTest.keyClick(window.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        qgis_application.processEvents()
        assert dock.isVisible()
        assert dock.pages.currentWidget() is page
        here = qgis_application.focusWidget()
        assert here is field or field.isAncestorOf(here)


def test_fields_created_last_are_reached_in_their_visible_order(dock):
    page = dock.campaign_page
    chain = focus_chain(page.name_edit)
    last = page.new_contents.findChild(object, "parameter_bands_after")
    order = [chain.index(one) for one in (last, page.back_button, page.create_button)]
    assert order == sorted(order)
    assert chain.index(page.new_contents.findChild(object, "parameter_tile_size")) < order[0]


def test_hidden_and_disabled_fields_are_skipped(dock):
    page = dock.learn_page
    page.count_box.setEnabled(False)
    assert first_field(page) is not page.count_box
    assert first_field(dock.results_page) not in list(in_order(dock.results_page.map_group))  # nothing is trained yet


def test_labelling_and_review_show_their_own_layers(dock, session, project):
    from alcd.ui.session.campaign_layers import LABELLING, REVIEW

    def shown():
        root = project.layerTreeRoot()
        roles = ("annotations", "proposals", "tiles")
        return [root.findLayer(session.layers.layer(role).id()).isVisible() for role in roles]

    session.layers.arrange(REVIEW)
    assert shown() == [False] * 3
    session.layers.arrange(LABELLING)
    assert shown() == [True] * 3


def test_labels_are_not_imported_from_the_campaign_s_own_layers(dock, project, add_polygons):
    combo = dock.campaign_page.reference_combo
    assert [combo.layer(number).name() for number in range(combo.count())] == ["known"]


@pytest.fixture
def add_polygons(project):
    from qgis.core import QgsVectorLayer

    project.addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32632", "known", "memory"))


def test_closing_without_being_able_to_save_loses_nothing(dock, session, campaign, draw, pump):
    labelling = dock.label_page.labelling
    draw(session, 7)
    writer = sqlite3.connect(campaign.file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    dock.close_campaign()
    assert session.campaign is not None
    writer.execute("ROLLBACK")
    writer.close()
    labelling.done()
    labelling.no_change()
    pump(5_000, until=lambda: not labelling.saver.is_waiting)
    assert {tile.tile_id for tile in campaign.tiles(state="labelled")} == {3, 7}
    assert len(campaign.annotations()) == 1
    dock.close_campaign()
    assert session.campaign is None


def test_a_campaign_with_nothing_to_save_closes_while_a_job_writes(dock, session, campaign):
    writer = sqlite3.connect(campaign.file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    dock.close_campaign()
    writer.execute("ROLLBACK")
    writer.close()
    assert session.campaign is None


def test_tiles_queried_elsewhere_appear_when_the_page_is_shown(dock, session, campaign, make_campaign):
    dock.go(0)
    campaign.write_query(0, {}, [5, 6], [], "variance")
    dock.go(1)
    assert [session.queue.current.tile_id, session.queue.counts.left] == [5, 2]
    fresh = make_campaign("fresh")
    session.open(fresh.folder)
    dock.go(1)
    assert session.queue.current is None
    fresh.mark_suggested([9])
    dock.show_page("label")  # as the button of the empty page does
    assert session.queue.current.tile_id == 9


def test_changed_options_apply_on_the_page_learn_at_once(dock):
    page = dock.learn_page
    try:
        Settings().save()
        dock.go(2)
        assert page._values("train")["device"] == "auto"
        dock.go(1)
        Settings(device="cpu", encoder_weights="none").save()
        dock.go(2)
        values = page._values("train")
        assert (values["device"], values["encoder_weights"]) == ("cpu", "none")
        page._form.choose("device", "auto")
        dock.go(1)
        dock.go(2)
        assert page._values("train")["device"] == "auto"  # chosen here
    finally:
        Settings().save()


@pytest.fixture
def reshaped(dock, session, tmp_path, window):
    """A change polygon of 100 m2 in review that was enlarged but not saved."""
    window.actionVertexToolActiveLayer = lambda: window.vertex
    file = tmp_path / "small.alcd" / "maps" / "changes-round-001.gpkg"
    fields = "field=mean_probability:double&field=area_m2:double"
    source = QgsVectorLayer(f"Polygon?crs=EPSG:32632&{fields}", "changes", "memory")
    feature = QgsFeature(source.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500010, 5399950, 500020, 5399960)))
    source.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "changes"
    QgsVectorFileWriter.writeAsVectorFormatV3(source, str(file), QgsCoordinateTransformContext(), options)
    dock.results_page._show_polygons(str(file))
    layer = dock.results_page.review.layer
    layer.startEditing()
    (feature,) = layer.getFeatures()
    layer.changeGeometry(feature.id(), QgsGeometry.fromRect(QgsRectangle(500010, 5399930, 500040, 5399960)))
    return file


def area_on_disk(file):
    (feature,) = QgsVectorLayer(f"{file}|layername=changes", "changes", "ogr").getFeatures()
    return feature.geometry().area()


@pytest.mark.parametrize("closes", ["dock", "session", "redrawn"])
def test_a_new_shape_is_saved_when_its_layer_is_removed(dock, session, reshaped, closes):
    assert area_on_disk(reshaped) == 100
    if closes == "redrawn":
        dock.results_page._show_polygons(str(reshaped))
    else:
        (dock.close_campaign if closes == "dock" else session.close)()
    assert area_on_disk(reshaped) == 900


def test_a_new_shape_is_exported(dock, reshaped, tmp_path, pump, monkeypatch):
    target = tmp_path / "out.gpkg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "GeoPackage (*.gpkg)"))
    dock.results_page._export()
    pump(10_000, until=target.is_file)
    pump(300)
    (feature,) = QgsVectorLayer(str(target), "out", "ogr").getFeatures()
    assert feature.geometry().area() == pytest.approx(900, rel=1e-3)


def test_an_unreadable_recent_campaign_is_left_out(campaign, tmp_path, monkeypatch):
    from alcd.ui.campaign import recent

    closed = tmp_path / "closed" / "town.alcd"
    stored = [str(closed), str(campaign.folder)]
    monkeypatch.setattr(recent.QgsSettings, "value", lambda *_: stored)
    stat = os.stat

    def forbidding(path, *args, **options):
        if str(path).startswith(str(closed)):
            raise PermissionError(13, "Permission denied")
        return stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", forbidding)
    assert recent.recent_campaigns() == [campaign.folder]


def test_a_project_that_was_saved_while_blinking_shows_the_date_of_its_title(
    dock, session, campaign, project, tmp_path, pump
):
    dock.go(1)
    pump(100)
    session.layers.show("before", True)
    session.layers.show("after", False)
    file = str(tmp_path / "blinking.qgz")
    assert project.write(file)
    project.clear()
    assert project.read(file)
    pump(500)
    root = project.layerTreeRoot()
    assert not root.findLayer(session.layers.before.id()).isVisible()
    assert root.findLayer(session.layers.after.id()).isVisible()


def test_moved_or_copied_layers_are_recognised(dock, session, project, tmp_path, pump):
    root = project.layerTreeRoot()
    node = root.findLayer(session.layers.annotations.id())
    root.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    copy = session.layers.annotations.clone()
    copy.setSubsetString("\"class\" = 'ignore'")
    project.addMapLayer(copy, False)
    root.insertLayer(0, copy)
    file = str(tmp_path / "moved.qgz")
    assert project.write(file)
    project.clear()
    assert project.read(file)
    pump(200)
    assert session.layers.annotations.subsetString() == ""
    names = [layer.name() for layer in project.mapLayers().values() if not layer.name().endswith("copy")]
    assert len(names) == 6  # the campaign's five, and the copy


def test_a_long_name_does_not_widen_the_dock(dock, session, pump):
    before = dock.minimumSizeHint().width()
    dock.title_label.setText("gemeinde_" + "y" * 80)
    pump(50)
    assert dock.minimumSizeHint().width() == before


def test_a_long_message_of_a_job_does_not_widen_the_dock(dock, session, pump):
    session.job_started.emit("estimate")
    session.job_progressed.emit(0.5, "Measuring")
    pump(50)
    before = dock.minimumSizeHint().width()
    session.job_progressed.emit(0.5, "Measuring " + "many " * 20 + "tiles")
    pump(50)
    assert dock.minimumSizeHint().width() == before


def test_suggestions_for_a_closed_campaign_are_not_reported_for_the_open_one(dock, session, make_campaign, pump):
    from alcd.bridge.process.outcome import FINISHED, JobOutcome

    other = make_campaign("other")
    dock.go(0)
    pump(50)
    session.job_ended.emit("suggest", JobOutcome(FINISHED, result={"campaign": str(other.folder), "suggested": 3}))
    assert dock.pages.currentIndex() == 0


def test_a_newly_created_campaign_does_not_close_the_open_one(dock, session, campaign, make_campaign, pump):
    from alcd.bridge.process.outcome import FINISHED, JobOutcome

    other = make_campaign("other")
    dock.campaign_page._created = str(other.folder)
    session.job_ended.emit("create", JobOutcome(FINISHED, result={"campaign": str(other.folder)}))
    pump(50)
    assert session.campaign.folder == campaign.folder


def test_adding_an_ending_asks_before_replacing_a_file(dock, tmp_path, monkeypatch):
    from alcd.ui.results import results_page

    answers = []
    no = results_page.QMessageBox.StandardButton.No
    monkeypatch.setattr(results_page.QMessageBox, "question", lambda *_: answers.append("asked") or no)
    there = tmp_path / "cadastre.gpkg"
    there.touch()
    assert results_page.with_ending(dock, str(tmp_path / "cadastre"), ".gpkg") == ""
    assert answers == ["asked"]
    assert results_page.with_ending(dock, str(tmp_path / "new"), ".gpkg") == str(tmp_path / "new.gpkg")
    assert results_page.with_ending(dock, str(there), ".gpkg") == str(there)  # the dialog has already asked
    assert results_page.with_ending(dock, "", ".gpkg") == ""


def dated(folder, date_before, date_after):
    from alcd.alcd_core.campaign.campaign import create_campaign, open_campaign

    description = replace(open_campaign(folder).description, date_before=date_before, date_after=date_after)
    return create_campaign(folder.with_name("dated.alcd"), description, [])


def test_the_overview_shows_when_the_imagery_was_taken(dock, session, campaign, qgis_application):
    session.open(dated(campaign.folder, "2012-06", None).folder)
    dock.go(0)
    qgis_application.processEvents()
    shown = dock.campaign_page.facts_label.text()
    assert "before.tif, 2012-06<" in shown and "after.tif<" in shown


def test_the_form_passes_the_dates_on_and_refuses_wrong_ones(dock, session, campaign, project, tmp_path):
    from alcd.alcd_core.errors import InputError

    session.close()
    page = dock.campaign_page
    page.begin_new()
    page.form.fill(*(campaign.raster_path(date) for date in ("before", "after")), "town")
    assert "date_before" not in page.form.create_values()
    page.date_before_edit.setText(" 2012 ")
    page.date_after_edit.setText("2015-06")
    values = page.form.create_values()
    assert (values["date_before"], values["date_after"]) == ("2012", "2015-06")
    page.date_after_edit.setText("30.6.2015")
    with pytest.raises(InputError, match="is not a date"):
        page.form.create_values()


def test_nothing_is_exported_over_the_campaigns_own_files(dock, campaign):
    page = dock.results_page
    assert page._is_campaigns_own(str(campaign.file))
    assert not page._is_campaigns_own(str(campaign.folder / "maps" / "mine.gpkg"))
    assert not page._is_campaigns_own(str(campaign.folder.parent / "mine.gpkg"))


def test_the_second_canvas_rotates_with_the_first(dock, window):
    window.mapCanvas().setRotation(45.0)
    assert dock.label_page.review.rotation() == 45.0
    window.mapCanvas().setRotation(0.0)
