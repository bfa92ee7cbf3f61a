"""Layers of a PostGIS database reach the worker as QGIS shows them.

ALCD_TEST_POSTGIS: the database to try it in, as QGIS and GDAL write it (``dbname=... host=... user=... password=...``).
"""

import os

import pytest
from alcd.toolbox.building_layers import building_values
from alcd.toolbox.layers import vector_file
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)

from tests.qgis.layer_copies import written

DATABASE = os.environ.get("ALCD_TEST_POSTGIS", "")
TABLE = "alcd_test_houses"

pytestmark = pytest.mark.skipif(not DATABASE, reason="ALCD_TEST_POSTGIS does not name a PostGIS database")


@pytest.fixture
def postgis(qgis_application):
    """Three houses in the database, with ids from 70."""
    houses = QgsVectorLayer("Polygon?crs=EPSG:32632&field=id:integer&field=class:string", "houses", "memory")
    for number in range(3):
        feature = QgsFeature(houses.fields())
        left = 500_000 + 30 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5_399_000, left + 10, 5_399_010)))
        feature.setAttributes([70 + number, "ignore" if number == 0 else "change"])
        houses.dataProvider().addFeature(feature)
    source = f'{DATABASE} key=\'id\' type=Polygon table="public"."{TABLE}" (geom)'
    options = {"overwrite": True}
    _, problem = QgsVectorLayerExporter.exportLayer(houses, source, "postgres", houses.crs(), False, options)
    assert problem == ""
    return QgsVectorLayer(source, "houses", "postgres")


def features(path):
    return [feature.attributes()[1:] for feature in QgsVectorLayer(path).getFeatures()]


def test_features_of_a_table_are_copied_with_its_filter_and_selection(postgis):
    assert features(written(vector_file(postgis))) == [["ignore"], ["change"], ["change"]]
    assert features(written(building_values(postgis)["buildings"])) == [[70], [71], [72]]
    postgis.selectByExpression("id = 71")
    assert features(written(building_values(postgis, selected_only=True)["buildings"])) == [[71]]
    postgis.setSubsetString("id > 71")
    assert features(written(vector_file(postgis))) == [["change"]]


def test_the_connection_of_gdal_is_copied_too_since_it_contains_a_password(postgis):
    layer = QgsVectorLayer(f"PG:{DATABASE} tables={TABLE}", "houses", "ogr")
    copy = vector_file(layer)
    assert "password" not in copy.path
    assert features(written(copy)) == [["ignore"], ["change"], ["change"]]
