"""Styles stored in a GeoPackage, and what QGIS makes of them."""

import json
import os
import subprocess
import sys

import pytest
from osgeo import gdal, ogr

from alcd_core.imagery.layer_styles import TABLE, write_styles
from alcd_core.jobs.helpers.styles import layer_styles

OPENED_IN_QGIS = """
import json, sys
from qgis.core import QgsApplication, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
found = {}
for name in ("changes", "buildings"):
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
    categories = layer.renderer().categories() if layer.renderer().type() == "categorizedSymbol" else []
    found[name] = {one.value(): one.symbol().color().name() for one in categories}
print(json.dumps(found))
del layer, categories
application.exitQgis()
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "update.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, column in (("changes", "kind"), ("buildings", "state")):
        dataset.CreateLayer(name, None, ogr.wkbMultiPolygon).CreateField(ogr.FieldDefn(column, ogr.OFTString))
    return path


def rows(path):
    dataset = gdal.OpenEx(str(path))
    return [
        (one["f_table_name"], one["f_geometry_column"], one["useAsDefault"], one["styleQML"])
        for one in dataset.GetLayerByName(TABLE)
    ]


def test_each_layer_has_its_style_as_default(file):
    write_styles(file, {"changes": "<qgis/>", "buildings": "<qgis>two</qgis>"})
    assert rows(file) == [("changes", "geom", 1, "<qgis/>"), ("buildings", "geom", 1, "<qgis>two</qgis>")]


def test_the_table_has_the_columns_that_qgis_makes(file):
    write_styles(file, {"changes": "<qgis/>"})
    dataset = gdal.OpenEx(str(file))
    definition = dataset.GetLayerByName(TABLE).GetLayerDefn()
    assert [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())] == [
        *("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML"),
        *("styleSLD", "useAsDefault", "description", "owner", "ui", "update_time"),
    ]
    assert dataset.GetLayerByName(TABLE).GetFIDColumn() == "id"


def test_a_layer_that_does_not_exist_is_refused_and_nothing_is_written(file):
    with pytest.raises(ValueError, match="no layer other"):
        write_styles(file, {"changes": "<qgis/>", "other": "<qgis/>"})
    dataset = gdal.OpenEx(str(file))
    assert dataset.GetLayerByName(TABLE) is None


def test_qgis_opens_the_file_with_three_colours_of_kind_and_a_legend(file):
    pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    write_styles(file, layer_styles())
    command = [sys.executable, "-c", OPENED_IN_QGIS, str(file)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert list(found["changes"]) == ["built", "torn_down", "altered", ""]
    assert len(set(found["changes"].values())) == 4
    assert list(found["buildings"]) == ["present", "gone", "altered", "not_seen"]
