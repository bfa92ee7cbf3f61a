"""What the page Results passes to the job ``polygons``, and what it does with the layer of buildings."""

import pytest
from alcd.bridge.process.outcome import FINISHED, JobOutcome
from alcd.bridge.settings import Settings
from alcd.ui.dock import Panel
from alcd.ui.results.results_page import polygons_text
from alcd.ui.session.session import Session
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
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
    yield made.results_page
    made.unload()
    Settings().save()


def write(path, name, field, values, append=False):
    """A layer of squares in a GeoPackage, with a text field."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32632&field={field}:string", name, "memory")
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        left = 500010 + 40 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5399980, left + 5, 5399985)))
        feature.setAttributes([value])
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", name
    if append:
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)


@pytest.fixture
def building_map(project, tmp_path):
    write(tmp_path / "map.gpkg", "houses", "egid", ["a", "b"])
    layer = QgsVectorLayer(f"{tmp_path / 'map.gpkg'}|layername=houses", "houses", "ogr")
    project.addMapLayer(layer)
    return layer


def test_without_a_building_map_nothing_is_passed_and_its_fields_are_hidden(page):
    assert page.buildings.values() == {}
    assert page.id_combo.isHidden() and page.tolerance_box.isHidden() and page.id_label.isHidden()
    page.right_angles_box.setChecked(True)
    assert page.buildings.values() == {"right_angles": True}


def test_the_building_map_its_ids_and_the_tolerance_reach_the_job(page, building_map):
    page.buildings_combo.setLayer(building_map)
    assert not page.id_combo.isHidden()
    assert page.buildings.values() == {"buildings": building_map.source()}
    page.id_combo.setField("egid")
    page.tolerance_box.setValue(0.0)
    values = {"buildings": building_map.source(), "building_id": "egid", "tolerance": 0.0}
    assert page.buildings.values() == values
    page.tolerance_box.setValue(page.tolerance_box.minimum())
    assert page.tolerance_box.text() == "Measured"
    assert "tolerance" not in page.buildings.values()
    building_map.selectByIds([2])
    page.buildings._selected_only.setChecked(True)
    values = page.buildings.values()
    assert [one["building_id"] for one in QgsVectorLayer(written(values["buildings"])).getFeatures()] == ["b"]
    assert values["building_id"] == "building_id"


def test_the_campaign_s_own_layers_are_not_building_maps(page, building_map):
    combo = page.buildings_combo
    assert [combo.itemText(number) for number in range(combo.count())] == ["None", "houses"]


def result(page, path, **more):
    folder = str(page._session.campaign.folder)
    page._job = "polygons"
    outcome = JobOutcome(FINISHED, result={"output": str(path), "polygons": 2, "campaign": folder, **more})
    page._session.job_ended.emit("polygons", outcome)


def test_the_buildings_are_shown_below_the_changes_and_replaced_with_them(page, tmp_path, campaign, project):
    layers = page._session.layers
    file = campaign.folder / "maps" / "changes-round-001.gpkg"
    write(file, "changes", "kind", ["built", "torn_down"])
    write(file, "buildings", "state", ["present"], append=True)
    buildings = {"tolerance_m": 1.25, "states": {"present": 1}}
    result(page, file, kinds={"built": 1, "torn_down": 1}, buildings=buildings)
    order = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert order.index("Change polygons") + 1 == order.index("Buildings")
    assert [one.value() for one in layers.layer("buildings").renderer().categories()][:2] == ["present", "gone"]
    combo = page.buildings_combo
    assert [combo.itemText(number) for number in range(combo.count())] == ["None"]
    plain = campaign.folder / "maps" / "changes-round-001-2.gpkg"
    write(plain, "changes", "kind", [None])
    result(page, plain)
    assert layers.layer("buildings") is None


def test_the_message_names_the_kinds_and_the_tolerance():
    buildings = {"tolerance_m": 1.25}
    said = polygons_text({"polygons": 3, "kinds": {"built": 2, "altered": 1}, "buildings": buildings})
    assert said == "3 change polygons to review. Built: 2, Torn down: 0, Altered: 1. Tolerance: 1.3 m."
    assert polygons_text({"polygons": 3}) == "3 change polygons to review."
