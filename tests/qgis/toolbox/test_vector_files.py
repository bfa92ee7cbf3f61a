"""The file that a worker gets contains what QGIS shows of the layer: every feature, its geometry and its class."""

import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from alcd.alcd_core.errors import InputError
from alcd.bridge.layer_copy import Features
from alcd.toolbox import layers
from alcd.toolbox.layers import parameter_file
from alcd.toolbox.layers import vector_file as file_of_layer
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

from tests.qgis.layer_copies import written

LEFT, BOTTOM = 500_000.0, 5_399_000.0
LAYERS = 200


@pytest.fixture
def project(qgis_application):
    project = QgsProject.instance()
    yield project
    project.clear()


@pytest.fixture
def toolbox_file(provider, project):
    """The file that an algorithm hands to the worker for a value of the parameter ``reference``."""
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = provider.algorithm("label").create()
    return lambda value: written(parameter_file(algorithm, {"reference": value}, "reference", context))


def vector_file(layer, selected_only=False):
    """The file that the panel hands to the worker."""
    return written(file_of_layer(layer, selected_only))


def square(number, size=10.0):
    left = LEFT + 30 * number
    return QgsGeometry.fromRect(QgsRectangle(left, BOTTOM, left + size, BOTTOM + size))


def memory_layer(project, fields, rows, geometry="Polygon", crs="EPSG:32632"):
    """Squares beside each other in memory, with these fields: ``rows`` of values."""
    layer = QgsVectorLayer(f"{geometry}?crs={crs}&{fields}", "squares", "memory")
    for number, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(number))
        feature.setAttributes(list(values))
        assert layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


def file_layer(project, path, layer, name="squares", driver="GPKG"):
    """The layer saved to a file, and opened from there."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), project.transformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError
    opened = QgsVectorLayer(str(path), name)
    project.addMapLayer(opened)
    return opened


def contents(path):
    """How many features there are, their area, and how many are of each class."""
    layer = QgsVectorLayer(path)
    features = list(layer.getFeatures())
    names = layer.fields().names()
    classes = Counter(
        None if feature["class"] == NULL else feature["class"] for feature in features if "class" in names
    )
    return len(features), round(sum(feature.geometry().area() for feature in features), 6), classes


@pytest.mark.parametrize("through", ["panel", "toolbox"])
def test_all_features_are_written_even_if_their_fid_is_not_unique(project, toolbox_file, through):
    layer = memory_layer(project, "field=fid:integer&field=class:string", [(n // 4, "ignore") for n in range(8)])
    path = vector_file(layer) if through == "panel" else toolbox_file(layer.id())
    assert contents(path) == (8, 800.0, {"ignore": 8})


def test_a_fid_may_be_a_text_or_missing(project):
    layer = memory_layer(project, "field=fid:string&field=class:string", [("a", "x"), (None, "x"), ("a", "ignore")])
    assert contents(vector_file(layer)) == (3, 300.0, {"x": 2, "ignore": 1})


def test_kinds_are_written_beside_the_classes(project, toolbox_file):
    rows = [("built", "change"), ("torn_down", "ignore"), (None, "change")]
    layer = memory_layer(project, "field=Kind:string&field=class:string", rows)
    for path in (vector_file(layer), toolbox_file(layer.id())):
        written = [tuple(one[name] or None for name in ("kind", "class")) for one in QgsVectorLayer(path).getFeatures()]
        assert written == rows


def test_a_kind_computed_in_qgis_is_written(project, tmp_path):
    layer = file_layer(project, tmp_path / "a.gpkg", memory_layer(project, "field=code:integer", [(1,), (2,)]))
    layer.addExpressionField("if(code = 2, 'built', 'altered')", QgsField("kind", QVariant.String))
    assert [one["kind"] for one in QgsVectorLayer(vector_file(layer)).getFeatures()] == ["altered", "built"]


def test_all_selected_features_of_a_layer_with_equal_fids_are_written(project, toolbox_file):
    layer = memory_layer(project, "field=fid:integer", [(1,)] * 5)
    layer.selectByIds([1, 2, 4])
    assert contents(toolbox_file(QgsProcessingFeatureSourceDefinition(layer.id(), True)))[:2] == (3, 300.0)


def test_the_number_of_features_can_be_limited(project, toolbox_file):
    layer = memory_layer(project, "field=fid:integer", [(1,)] * 5)
    assert contents(toolbox_file(QgsProcessingFeatureSourceDefinition(layer.id(), False, 2)))[0] == 2


def test_a_class_computed_in_qgis_is_written(project, tmp_path):
    layer = file_layer(project, tmp_path / "a.gpkg", memory_layer(project, "field=kind:integer", [(1,), (2,), (2,)]))
    layer.addExpressionField("if(kind = 2, 'ignore', 'change')", QgsField("class", QVariant.String))
    assert contents(vector_file(layer)) == (3, 300.0, {"change": 1, "ignore": 2})


def test_a_class_joined_from_a_table_is_written(project, tmp_path):
    layer = file_layer(project, tmp_path / "a.gpkg", memory_layer(project, "field=kind:integer", [(1,), (2,), (3,)]))
    table = QgsVectorLayer("None?field=number:integer&field=class:string", "table", "memory")
    for values in ((1, "change"), (2, "ignore")):
        feature = QgsFeature(table.fields())
        feature.setAttributes(list(values))
        table.dataProvider().addFeature(feature)
    project.addMapLayer(table)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("number")
    join.setTargetFieldName("kind")
    join.setPrefix("")
    join.setUsingMemoryCache(True)
    assert layer.addJoin(join)
    assert contents(vector_file(layer)) == (3, 300.0, {"change": 1, "ignore": 1, None: 1})


def test_lower_case_takes_precedence_over_other_spellings(project):
    layer = memory_layer(
        project, "field=CLASS:string&field=class:string&field=Class:string", [("a", "ignore", "b")] * 2
    )
    assert contents(vector_file(layer)) == (2, 200.0, {"ignore": 2})


def test_a_single_other_spelling_is_accepted(project):
    layer = memory_layer(project, "field=CLASS:string", [("ignore",), ("",)])
    assert contents(vector_file(layer))[2]["ignore"] == 1


def test_fields_that_a_geopackage_cannot_store_are_left_out(project):
    fields = "field=tags:string[0,0]&field=geom:string&field=ogc_fid:integer&field=class:string[0,0]"
    rows = [(["a", "b"], "g", 1, ["ignore", "old"]), (["c"], "h", 1, ["house"])]
    layer = memory_layer(project, fields.replace("[0,0]", "[]"), rows)
    found = contents(vector_file(layer))
    assert found[:2] == (2, 200.0)


def test_features_without_geometry_are_passed_on_to_be_counted(project):
    layer = memory_layer(project, "field=class:string", [("a",)] * 2)
    layer.dataProvider().addFeature(QgsFeature(layer.fields()))
    assert contents(vector_file(layer))[0] == 3


def test_invalid_geometries_are_passed_on_to_be_repaired(project, toolbox_file):
    layer = memory_layer(project, "field=class:string", [("a",)])
    bow = QgsFeature(layer.fields())
    bow.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500500 5399000, 500510 5399010, 500510 5399000, 500500 5399010, 500500 5399000))")
    )
    layer.dataProvider().addFeature(bow)
    layer.selectAll()
    assert contents(toolbox_file(QgsProcessingFeatureSourceDefinition(layer.id(), True)))[0] == 2


def test_a_filter_expression_of_qgis_is_respected(project, toolbox_file):
    layer = memory_layer(project, "field=fid:integer", [(n,) for n in range(6)])
    layer.setSubsetString("fid % 2 = 0")
    assert contents(vector_file(layer))[0] == contents(toolbox_file(layer.id()))[0] == 3


def test_a_layer_without_crs_is_rejected(project):
    layer = memory_layer(project, "field=fid:integer", [(1,)], crs="")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InputError, match=r"squares has no CRS.*Set it first"):
        vector_file(layer)


def test_a_feature_that_cannot_be_written_stops_the_job(project, monkeypatch):
    """As where a disk fills up, or a connection breaks: whatever the reason, the counts differ."""
    copy = file_of_layer(memory_layer(project, "field=class:string", [("a",)] * 4))
    whole, asked = copy.features.read, iter((4, 3))
    broken = Features(copy.features.crs, lambda request: list(whole(request))[: next(asked)])
    with pytest.raises(InputError, match="Of the 4 features of the layer squares, only 3 could be written"):
        written(replace(copy, features=broken))


def test_a_copy_says_how_far_it_is_can_be_cancelled_and_is_removed(project):
    copy = file_of_layer(memory_layer(project, "field=class:string", [("a",)] * 4))
    events = []
    copy.write(events.append, lambda: False)
    assert [event.get("fraction") for event in events] == [0.0, None]
    assert events[-1]["message"] == "Copied 4 of 4 features of the layer squares."
    copy.remove()
    assert not Path(copy.path).parent.exists()
    copy = file_of_layer(memory_layer(project, "field=class:string", [("a",)] * 4))
    copy.write(events.append, lambda: True)
    assert len(events) == 2


def test_only_the_selected_features_are_written(project, tmp_path):
    rows = [("a",), ("ignore",), ("ignore",)]
    for layer in (
        memory_layer(project, "field=class:string", rows),
        file_layer(project, tmp_path / "a.gpkg", memory_layer(project, "field=class:string", rows)),
    ):
        layer.selectByIds([2, 3])
        assert contents(vector_file(layer, selected_only=True)) == (2, 200.0, {"ignore": 2})


def test_what_was_chosen_is_written_whatever_happens_to_the_layer_meanwhile(project):
    layer = memory_layer(project, "field=class:string", [("a",)] * 4)
    copy = file_of_layer(layer)
    assert layer.startEditing() and layer.deleteFeature(1) and layer.commitChanges()
    assert contents(written(copy))[0] == 4
    project.removeMapLayer(layer)
    assert contents(written(copy))[0] == 4


def test_a_virtual_layer_is_written(project):
    memory_layer(project, "field=n:integer", [(1,), (2,), (3,)])
    query = "select geometry, n, case n when 2 then 'ignore' else 'change' end as class from squares where n > 1"
    layer = QgsVectorLayer(f"?query={query}&geometry=geometry:3:32632".replace(" ", "%20"), "virtual", "virtual")
    project.addMapLayer(layer)
    assert contents(vector_file(layer)) == (2, 200.0, {"ignore": 1, "change": 1})


def test_a_name_of_a_connection_which_may_contain_a_password_is_never_handed_on(project, tmp_path):
    """GDAL opens this one without a server, but does not take it for a file."""
    features = '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": '
    shape = {"type": "Polygon", "coordinates": [[[9, 48], [9, 49], [10, 49], [9, 48]]]}
    layer = QgsVectorLayer(f"{features}{json.dumps(shape)}}}]}}", "connection", "ogr")
    assert layer.isValid()
    assert vector_file(layer).endswith("connection.gpkg")


def test_a_file_has_the_name_of_its_layer(project):
    layer = memory_layer(project, "field=class:string", [("a",)])
    layer.setName("houses: new/old?")
    assert vector_file(layer).endswith("houses_ new_old_.gpkg")


def random_layer(project, chance, folder, number):
    """A layer of random rows, geometry type, fields, CRS and place; in memory or in a file, filtered, selected."""
    geometry = chance.choice(["Polygon", "MultiPolygon", "PolygonZ", "CurvePolygon"])
    crs = chance.choice(["EPSG:32632", "EPSG:25832", "EPSG:3857"])
    fields = chance.choice(
        ["field=fid:integer&field=class:string", "field=CLASS:string", "field=a:double&field=fid:string"]
    )
    count = fields.count("field=")
    values = {"integer": lambda: chance.randint(1, 3), "string": lambda: chance.choice(["ignore", "change", None])}
    kinds = [part.split(":")[1] for part in fields.split("&")]
    make = [values.get(kind, chance.random) for kind in kinds]
    layer = memory_layer(project, fields, [[one() for one in make] for _ in range(chance.randint(1, 9))], geometry, crs)
    assert len(make) == count
    if chance.random() < 0.3:
        layer.dataProvider().addFeature(QgsFeature(layer.fields()))
    if chance.random() < 0.4 and "fid" not in fields:
        layer = file_layer(project, folder / f"{number}.gpkg", layer)
    if chance.random() < 0.3:
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    if chance.random() < 0.3:
        layer.addExpressionField("'ignore'", QgsField(chance.choice(["class", "Class", "b"]), QVariant.String))
    if chance.random() < 0.3:
        layer.setSubsetString("1 = 1" if "fid:integer" not in fields else "fid > 1")
    return layer


def test_random_layers_are_written_as_qgis_shows_them(project, toolbox_file, tmp_path):
    chance = random.Random(0)
    for number in range(LAYERS):
        layer = random_layer(project, chance, tmp_path, number)
        chosen = chance.random() < 0.3
        features = list(layer.getFeatures())
        if chosen:
            layer.selectByIds([feature.id() for feature in features if chance.random() < 0.5])
            features = list(layer.getSelectedFeatures())
        index = layers.class_field(layer.fields())
        ignored = sum(index >= 0 and feature.attribute(index) == "ignore" for feature in features)
        area = sum(feature.geometry().area() for feature in features)
        value = QgsProcessingFeatureSourceDefinition(layer.id(), True) if chosen else layer.id()
        if not features:
            with pytest.raises(InputError, match="no usable features"):
                toolbox_file(value)
            continue
        paths = [toolbox_file(value)] if chosen else [toolbox_file(value), vector_file(layer)]
        for path in paths:
            written = QgsVectorLayer(path)
            own = layers.class_field(written.fields())
            found = list(written.getFeatures())
            assert len(found) == len(features)
            assert sum(feature.geometry().area() for feature in found) == pytest.approx(area)
            assert sum(own >= 0 and feature.attribute(own) == "ignore" for feature in found) == ignored
            assert area <= 0 or written.crs() == layer.crs()  # QGIS shows no CRS for a table without geometries
        project.removeAllMapLayers()
