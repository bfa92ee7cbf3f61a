"""The worker gets every building that QGIS shows, with the id that the user chose."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.toolbox.building_layers import building_values, parameter_values
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from tests.qgis.layer_copies import written


@pytest.fixture
def project(qgis_application):
    project = QgsProject.instance()
    yield project
    project.clear()


def buildings(project, ids, field="number:string"):
    """Squares beside each other in memory, with these ids."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32632&field={field}", "buildings", "memory")
    for number, identifier in enumerate(ids):
        feature = QgsFeature(layer.fields())
        left = 500_000 + 30 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5_399_000, left + 10, 5_399_010)))
        feature.setAttributes([identifier])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def file_layer(project, tmp_path):
    """Three buildings in a GeoPackage, which numbers them from 1."""
    layer, path = buildings(project, ["a", "b", "c"]), str(tmp_path / "map.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, project.transformContext(), options)
    made = QgsVectorLayer(path, "map", "ogr")
    project.addMapLayer(made)
    return made


def ids_in(values):
    layer = QgsVectorLayer(written(values["buildings"]), "written", "ogr")
    assert layer.isValid()
    return [one[values["building_id"]] for one in layer.getFeatures()]


def test_a_file_is_read_where_it_is(file_layer):
    assert building_values(file_layer, "number") == {"buildings": file_layer.source(), "building_id": "number"}
    assert building_values(file_layer) == {"buildings": file_layer.source()}


def test_the_file_s_own_ids_are_chosen_by_none_or_by_their_name(file_layer):
    """GDAL does not count them among the fields."""
    assert building_values(file_layer, "fid") == {"buildings": file_layer.source()}


@pytest.mark.parametrize(("field", "ids"), [("number", ["b", "c"]), ("", [2, 3]), ("fid", [2, 3])])
def test_a_filtered_layer_keeps_its_ids(file_layer, field, ids):
    file_layer.setSubsetString("number <> 'a'")
    assert ids_in(building_values(file_layer, field)) == ids


@pytest.mark.parametrize(
    ("field", "given"), [("number:string", ["x", None, "7"]), ("n:int", [7, None, 9]), ("n:double", [0.5, 1.5, 2.5])]
)
def test_a_layer_in_memory_keeps_its_ids_and_their_type(project, field, given):
    values = building_values(buildings(project, given, field), field.split(":")[0])
    assert [one or None for one in ids_in(values)] == given


def test_ids_of_odd_types_become_text(project):
    layer = buildings(project, ["2012-06-30"], "day:date")
    assert ids_in(building_values(layer, "day")) == ["2012-06-30"]


def test_the_toolbox_hands_on_what_is_selected_or_computed(provider, file_layer, project):
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = provider.algorithm("polygons").create()

    def values(**given):
        return parameter_values(algorithm, given, context)

    source = file_layer.source()
    assert values(buildings=file_layer.id(), building_id="number") == {"buildings": source, "building_id": "number"}
    assert values(buildings=file_layer.id()) == {"buildings": source, "building_id": None}
    assert values(buildings=file_layer.id(), building_id=["number"]) == {"buildings": source, "building_id": "number"}
    with pytest.raises(InputError, match="number, kind are several fields"):
        values(buildings=file_layer.id(), building_id=["number", "kind"])
    file_layer.selectByIds([2])
    selected = QgsProcessingFeatureSourceDefinition(file_layer.id(), True)
    assert ids_in(values(buildings=selected, building_id="number")) == ["b"]
    file_layer.addExpressionField("number || '!'", QgsField("computed", QVariant.String))
    assert ids_in(values(buildings=file_layer.id(), building_id="computed")) == ["a!", "b!", "c!"]


def test_a_missing_field_and_unsaved_edits_are_refused(file_layer):
    with pytest.raises(InputError, match="no field egid"):
        building_values(file_layer, "egid")
    assert file_layer.startEditing()
    file_layer.deleteFeature(1)
    with pytest.raises(InputError, match="unsaved edits"):
        building_values(file_layer, "number")
    file_layer.rollBack()
