"""Kinds of change: confirmed with one key, saved at once, exported as a column, as layers and as a table."""

import csv
import gc
from pathlib import Path

import pytest
from alcd.ui.results.change_review import ACCEPTED, KINDS, REJECTED, ChangeReview, write_accepted
from alcd.ui.results.change_table import COLUMNS, export_table
from alcd.ui.results.export import export_polygons
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QVariant
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget

ROOT = Path(__file__).resolve().parents[4]
AREAS = {"built": 40.0, "torn_down": 30.0, None: 20.0}


@pytest.fixture
def layer(project, tmp_path):
    """Squares that were built, torn down, and one without a kind, as the job ``polygons`` writes them."""
    made = QgsVectorLayer("Polygon?crs=EPSG:32632", "changes", "memory")
    real, text = QVariant.Double, QVariant.String
    fields = {"area_m2": real, "mean_probability": real, "kind": text}
    made.dataProvider().addAttributes([QgsField(name, kind) for name, kind in fields.items()])
    made.updateFields()
    for number, (kind, area) in enumerate(AREAS.items()):
        feature = QgsFeature(made.fields())
        left = 500010 + 40 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5399980, left + 5, 5399985)))
        feature.setAttributes([area, 0.5, kind])
        made.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "changes"
    path = str(tmp_path / "changes.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, project.transformContext(), options)
    written = QgsVectorLayer(f"{path}|layername=changes", "changes", "ogr")
    project.addMapLayer(written)
    return written


@pytest.fixture
def review(layer):
    made = ChangeReview()
    made.set_layer(layer)
    return made


@pytest.fixture
def widget(review, window, qgis_application):
    from alcd.ui.results.change_review_widget import ChangeReviewWidget

    dock, made = QDockWidget(window.window), ChangeReviewWidget(review, window, None)
    dock.setWidget(made)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.canvas.setFocus()
    qgis_application.processEvents()
    yield made
    made.unload()


def in_file(layer):
    """Kind and verdict by area, as another program reads them from the file."""
    fresh = QgsVectorLayer(layer.source(), "fresh", "ogr")
    return {one["area_m2"]: (one["kind"] or None, one["verdict"] or None) for one in fresh.getFeatures()}


def test_a_key_confirms_or_corrects_the_kind_and_saves_it_at_once(review, widget, layer, window):
    assert review.kind() == "built"
    QTest.keyClick(window.canvas, Qt.Key.Key_B)
    assert in_file(layer)[40.0] == ("built", ACCEPTED)
    assert review.kind() == "torn_down"
    QTest.keyClick(window.canvas, Qt.Key.Key_C)
    assert in_file(layer)[30.0] == ("altered", ACCEPTED)
    assert review.kind() is None
    QTest.keyClick(window.canvas, Qt.Key.Key_T)
    assert in_file(layer)[20.0] == ("torn_down", ACCEPTED)
    assert (review.counts.accepted, review.counts.left) == (3, 0)


def test_accepting_keeps_the_suggested_kind_and_rejecting_too(review, layer):
    review.judge(ACCEPTED)
    review.judge(REJECTED)
    assert in_file(layer) == {40.0: ("built", ACCEPTED), 30.0: ("torn_down", REJECTED), 20.0: (None, None)}


def test_the_keys_and_the_present_kind_are_shown(review, widget):
    texts = [getattr(widget, f"{kind}_button").text() for kind in KINDS]
    assert texts == ["B  Built", "T  Torn down", "C  Altered"]
    assert widget.built_button.isChecked() and not widget.altered_button.isChecked()
    assert "Built" in widget.current_label.text()
    review.step(2)
    assert not widget.built_button.isChecked()


def test_the_buttons_have_the_colours_of_the_map(review, widget, layer):
    from alcd.toolbox.resources import style_file

    layer.loadNamedStyle(style_file("polygons"))
    review.read()
    images = [getattr(widget, f"{kind}_button").icon().pixmap(14, 14).toImage() for kind in KINDS]
    assert len({image.pixelColor(7, 7).name() for image in images}) == 3


def test_a_file_of_an_older_version_has_no_kinds_to_choose(project, tmp_path, window, qgis_application, layer):
    from alcd.ui.results.change_review_widget import ChangeReviewWidget

    layer.dataProvider().deleteAttributes([layer.fields().indexOf("kind")])
    layer.updateFields()
    review = ChangeReview()
    review.set_layer(layer)
    made = ChangeReviewWidget(review, window, None)
    made.show()
    assert made.built_button.isHidden() and not made.accept_button.isHidden()
    assert review.kind() is None
    review.judge(ACCEPTED)
    write_accepted(layer, tmp_path / "accepted.gpkg")
    assert QgsVectorLayer(str(tmp_path / "accepted.gpkg")).featureCount() == 1
    made.unload()


def test_the_accepted_polygons_keep_their_kinds_as_labels(review, layer, tmp_path):
    review.judge(ACCEPTED, "altered")
    write_accepted(layer, tmp_path / "accepted.gpkg")
    assert [one["kind"] for one in QgsVectorLayer(str(tmp_path / "accepted.gpkg")).getFeatures()] == ["altered"]


def exported(layer, path, pump, which="all", **more):
    ended = []
    crs = QgsCoordinateReferenceSystem()
    export_polygons(layer, str(path), crs, which, lambda: ended.append(""), ended.append, **more)
    pump(10_000, until=lambda: ended)
    assert ended == [""]


def test_the_kinds_are_exported_as_a_column_in_the_kinds_colours(layer, tmp_path, pump):
    exported(layer, tmp_path / "out.gpkg", pump)
    written = QgsVectorLayer(f"{tmp_path / 'out.gpkg'}|layername=changes", "out", "ogr")
    assert [one["kind"] or None for one in written.getFeatures()] == list(AREAS)
    assert [one.value() for one in written.renderer().categories()] == [*KINDS, ""]


def test_the_kinds_are_exported_as_layers_each_in_its_colour(review, layer, tmp_path, pump):
    exported(layer, tmp_path / "out.gpkg", pump, by_kind=True)
    layers = [QgsVectorLayer(f"{tmp_path / 'out.gpkg'}|layername={name}", name, "ogr") for name in (*KINDS, "changes")]
    assert [one.featureCount() for one in layers] == [1, 1, 0, 1]
    assert len({one.renderer().symbol().color().name() for one in layers[:3]}) == 3
    for _ in range(3):
        review.judge(ACCEPTED, "built")
    exported(layer, tmp_path / "built.gpkg", pump, "accepted", by_kind=True)
    whole = QgsVectorLayer(f"{tmp_path / 'built.gpkg'}|layername=built", "built", "ogr")
    assert whole.featureCount() == 3
    assert not QgsVectorLayer(f"{tmp_path / 'built.gpkg'}|layername=changes", "none", "ogr").isValid()


def test_no_polygon_is_missing_from_the_layers_whatever_its_kind(review, layer, tmp_path, pump):
    column = layer.fields().indexOf("kind")
    assert layer.dataProvider().changeAttributeValues({1: {column: "moved"}, 2: {column: ""}})
    exported(layer, tmp_path / "out.gpkg", pump, by_kind=True)
    others = QgsVectorLayer(f"{tmp_path / 'out.gpkg'}|layername=changes", "changes", "ogr")
    assert {one["area_m2"] for one in others.getFeatures()} == set(AREAS.values())
    layer.dataProvider().deleteAttributes([column])  # as in a file of an older version
    layer.updateFields()
    exported(layer, tmp_path / "old.gpkg", pump, by_kind=True)
    assert QgsVectorLayer(f"{tmp_path / 'old.gpkg'}|layername=changes", "old", "ogr").featureCount() == 3


def table(layer, path, pump, which, dates=("2012", "2015-06")):
    ended = []
    export_table(layer, str(path), which, dates, lambda: ended.append(""), ended.append)
    gc.collect()  # nobody else keeps the task
    pump(10_000, until=lambda: ended)
    return ended


def test_the_change_table_has_a_row_for_each_chosen_polygon(review, layer, tmp_path, pump):
    review.judge(ACCEPTED, "altered")
    assert table(layer, tmp_path / "table.csv", pump, "accepted") == [""]
    rows = list(csv.reader((tmp_path / "table.csv").open(encoding="utf-8")))
    assert rows == [list(COLUMNS), ["1", "altered", "40.000", "0.5000", "2012", "2015-06"]]
    table(layer, tmp_path / "all.csv", pump, "all", (None, None))
    rows = list(csv.reader((tmp_path / "all.csv").open(encoding="utf-8")))
    assert [row[1:] for row in rows[2:]] == [
        ["torn_down", "30.000", "0.5000", "", ""],
        ["", "20.000", "0.5000", "", ""],
    ]


def test_a_table_that_cannot_be_written_is_reported(layer, pump):
    ended = table(layer, "/nonexistent/folder/table.csv", pump, "all")
    assert "cannot be written" in ended[0]


def test_the_table_has_the_columns_of_the_job_s_table():
    source = (ROOT / "alcd_core" / "imagery" / "change_table.py").read_text("utf-8")
    line = next(line for line in source.splitlines() if line.startswith("COLUMNS = "))
    assert line == f"COLUMNS = {COLUMNS}".replace("'", '"')
