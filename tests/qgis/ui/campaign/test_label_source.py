"""Labels come from polygons of the changes, or from two states of a building map."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.ui.campaign.label_source import BUILDINGS
from alcd.ui.dock import Panel
from alcd.ui.session.session import Session
from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt

from tests.qgis.layer_copies import written


@pytest.fixture
def page(project, campaign, window, qgis_application):
    bar = QgsMessageBar(window.window)
    window.messageBar = lambda: bar
    session = Session(project)
    made = Panel(session, window, window.window)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    session.open(campaign.folder)
    qgis_application.processEvents()
    yield made.campaign_page
    made.unload()


@pytest.fixture
def maps(project):
    """Two building maps in the project."""
    layers = [QgsVectorLayer("Polygon?crs=EPSG:32632", name, "memory") for name in ("map 2012", "map 2015")]
    for layer in layers:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500010, 5399980, 500015, 5399985)))
        layer.dataProvider().addFeature(feature)
    project.addMapLayers(layers)
    return layers


@pytest.fixture
def started(page, monkeypatch):
    """The jobs that the page starts."""
    jobs = []
    monkeypatch.setattr(page._session, "start_job", lambda name, values: jobs.append((name, values)))
    return jobs


def test_two_building_maps_are_passed_to_the_job(page, maps, started):
    page.source_combo.setCurrentIndex(page.source_combo.findData(BUILDINGS))
    assert page.reference_combo.isHidden() and not page.map_before_combo.isHidden()
    page.map_before_combo.setLayer(maps[0])
    page.map_after_combo.setLayer(maps[1])
    page.import_button.click()
    ((name, values),) = started
    assert (name, values["tiles"]) == ("label", "queried")
    assert set(values) == {"buildings_before", "buildings_after", "tiles"}
    assert all(QgsVectorLayer(written(values[f"buildings_{date}"])).featureCount() == 1 for date in ("before", "after"))
    assert page.map_tolerance_box.text() == "Automatic"
    page.map_tolerance_box.setValue(2.5)
    assert page.overview._source.values()["tolerance"] == 2.5


def test_polygons_of_change_are_the_default(page, maps, started):
    page.map_before_combo.show()  # as QGIS does with everything in a group that is expanded
    page.map_after_label.show()
    page.import_group.collapsedStateChanged.emit(False)
    assert page.map_before_combo.isHidden() and page.map_after_label.isHidden()
    page.reference_combo.setLayer(maps[0])
    page.import_button.click()
    assert set(started[0][1]) == {"reference", "tiles"}


def test_one_map_twice_is_refused(page, maps):
    page.source_combo.setCurrentIndex(page.source_combo.findData(BUILDINGS))
    page.map_before_combo.setLayer(maps[0])
    page.map_after_combo.setLayer(maps[0])
    with pytest.raises(InputError, match="same layer"):
        page.overview._source.values()


def test_only_the_selected_polygons_are_passed_on_if_the_user_wants_so(page, maps, started):
    """The box is there only while the chosen layer has a selection."""
    box = page.overview._source._selected["reference"]
    page.reference_combo.setLayer(maps[0])
    assert box.isHidden()
    extra = QgsFeature()
    extra.setGeometry(QgsGeometry.fromRect(QgsRectangle(500020, 5399980, 500025, 5399985)))
    maps[0].dataProvider().addFeature(extra)
    maps[0].selectByIds([2])
    assert not box.isHidden() and not box.isChecked()
    assert box.text() == "Selected features only (1)"
    box.setChecked(True)
    page.import_button.click()
    page.source_combo.setCurrentIndex(page.source_combo.findData(BUILDINGS))
    assert box.isHidden()
    page.source_combo.setCurrentIndex(0)
    maps[0].removeSelection()
    assert box.isHidden() and not box.isChecked()
    page.import_button.click()
    assert [QgsVectorLayer(written(values["reference"])).featureCount() for _, values in started] == [1, 2]
