"""The list of further rasters in the form for a new campaign."""

import pytest
from alcd.alcd_core.jobs.registry import jobs
from alcd.ui.widgets.parameter_form import ParameterForm
from alcd.ui.widgets.tab_order import in_order
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFormLayout, QWidget


@pytest.fixture
def layers(qgis_application, tmp_path):
    QgsProject.instance().clear()
    made = []
    for name in ("heights", "infrared"):
        raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / f"{name}.tif"), 8, 8)
        raster.SetGeoTransform((500000, 1, 0, 5400000, 0, -1))
        raster.SetProjection(QgsCoordinateReferenceSystem("EPSG:32632").toWkt())
        raster = None
        made.append(QgsRasterLayer(str(tmp_path / f"{name}.tif"), name))
    QgsProject.instance().addMapLayers(made)
    yield made
    QgsProject.instance().clear()


def test_layers_are_added_and_removed_by_keyboard_and_leave_with_the_project(layers):
    page, changes = QWidget(), []
    form = ParameterForm(QFormLayout(page), lambda: changes.append(1))
    create = jobs()["create"]
    form.add(create, ("more_before", "more_after"))
    chosen = form.widget("more_before")
    reached = [one for one in in_order(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {chosen.box, chosen.add_button, chosen.remove_button, chosen.list} <= set(reached)
    assert form.values(create) == {}
    for layer in (layers[1], layers[0], layers[0]):  # the same one a second time changes nothing
        chosen.box.setLayer(layer)
        QTest.keyClick(chosen.add_button, Qt.Key.Key_Space)
    assert form.values(create) == {"more_before": [layers[1].source(), layers[0].source()]}
    chosen.list.setCurrentRow(0)
    QTest.keyClick(chosen.remove_button, Qt.Key.Key_Space)
    assert form.values(create) == {"more_before": [layers[0].source()]}
    QgsProject.instance().removeMapLayer(layers[0].id())
    assert form.values(create) == {} and chosen.list.count() == 0
    assert len(changes) == 4
