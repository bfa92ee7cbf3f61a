"""Polygons are reviewed, exported, and turned into labels."""

import pytest
from alcd.alcd_core.errors import InputError
from alcd.ui.results.change_review import (
    ACCEPTED,
    REJECTED,
    ChangeReview,
    judged_tiles,
    measure_changed,
    write_accepted,
)
from alcd.ui.results.export import export_polygons
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle, QgsVectorLayer


def square(left, bottom, size=5.0):
    return QgsRectangle(left, bottom, left + size, bottom + size)


@pytest.fixture
def layer(project, tmp_path):
    """A layer like the job ``polygons`` writes: squares of probability 0.9, 0.6 and 0.7, the last one the largest."""
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    path = str(tmp_path / "changes.gpkg")
    file = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    table = file.CreateLayer("changes", crs, ogr.wkbPolygon)
    for name in ("area_m2", "mean_probability"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    for number, (probability, area) in enumerate(((0.9, 25.0), (0.6, 25.0), (0.7, 40.0))):
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetField("area_m2", area)
        feature.SetField("mean_probability", probability)
        wkt = QgsGeometry.fromRect(square(500010 + 40 * number, 5399980)).asWkt()
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        table.CreateFeature(feature)
    file = table = None
    made = QgsVectorLayer(f"{path}|layername=changes", "changes", "ogr")
    project.addMapLayer(made)
    return made


@pytest.fixture
def review(layer):
    made = ChangeReview()
    made.set_layer(layer)
    return made


def probability(review):
    return review.current()["mean_probability"]


def test_the_polygon_with_the_largest_expected_change_comes_first(review):
    seen = []
    for _ in range(3):
        seen.append(probability(review))
        review.step(1)
    assert seen == [0.7, 0.9, 0.6]


def test_a_verdict_leads_to_the_next_polygon_without_one(review):
    review.step(1)
    review.judge(REJECTED)
    assert probability(review) == 0.6
    review.judge(ACCEPTED)
    assert probability(review) == 0.7
    assert (review.counts.accepted, review.counts.rejected, review.counts.left) == (1, 1, 1)


def test_verdicts_are_in_the_file_and_are_found_again(review, layer):
    review.judge(ACCEPTED)
    again = ChangeReview()
    again.set_layer(QgsVectorLayer(layer.source(), "again", "ogr"))
    assert again.counts.accepted == 1


def test_the_last_verdict_is_shown_though_no_polygon_is_left(review):
    seen = []
    review.moved.connect(lambda: seen.append(review.verdict()))
    for _ in range(3):
        review.judge(ACCEPTED)
    assert seen == [None, None, ACCEPTED]


def test_the_review_s_shortcuts_are_shown_on_its_buttons(review, window, qgis_application):
    from alcd.ui.results.change_review_widget import ChangeReviewWidget
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QDockWidget

    dock, widget = QDockWidget(window.window), ChangeReviewWidget(review, window, None)
    dock.setWidget(widget)
    window.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.window.activateWindow()
    qgis_application.processEvents()
    window.canvas.setFocus()
    qgis_application.processEvents()
    # It is visible before it is judged.
    assert window.canvas.extent().contains(review.current().geometry().boundingBox())
    for key in (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_Left):
        QTest.keyClick(window.canvas, key)
    assert (review.counts.accepted, review.counts.rejected, review.position) == (1, 1, 2)
    assert widget.accept_button.text() == "A  Accept"
    dock.hide()
    QTest.keyClick(window.canvas, Qt.Key.Key_A)
    assert review.counts.left == 1
    widget.unload()


def test_the_map_distinguishes_the_verdicts(review, layer):
    from alcd.toolbox.resources import style_file
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize

    def colour():
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setExtent(review.current().geometry().boundingBox())
        settings.setOutputSize(QSize(40, 40))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        return job.renderedImage().pixelColor(20, 20).name()

    layer.loadNamedStyle(style_file("polygons"))
    seen = [colour()]
    for verdict in (ACCEPTED, REJECTED):
        review.judge(verdict)
        review.set_layer(layer)  # back to the first one
        seen.append(colour())
    assert len(set(seen)) == 3


def test_a_verdict_can_be_changed(review):
    review.judge(ACCEPTED)
    review.step(-2)
    review.judge(REJECTED)
    assert (review.counts.accepted, review.counts.rejected) == (0, 1)


def test_steps_stay_within_the_ends(review):
    review.step(-5)
    assert review.position == 1
    review.step(50)
    assert review.position == 3


def test_a_layer_that_the_user_removes_ends_the_review(review, layer, project):
    project.removeMapLayer(layer.id())
    assert review.layer is None
    assert review.current() is None
    assert review.counts.total == 0
    review.judge(ACCEPTED)


def test_a_deleted_polygon_is_no_longer_counted(review, layer):
    layer.dataProvider().deleteFeatures([review.current().id()])
    review.read()
    assert review.counts.total == 2


def test_only_tiles_whose_polygons_all_have_a_verdict_are_labelled(review, layer):
    both, first, empty = square(500000, 5399970, 60), square(500000, 5399970, 30), square(500000, 5300000, 30)
    tiles = [(1, both), (2, first), (3, empty)]
    assert judged_tiles(layer, tiles) == []
    review.step(1)
    review.judge(ACCEPTED)  # the first square, the most probable one
    assert judged_tiles(layer, tiles) == [2]
    for _ in range(2):
        review.judge(REJECTED)
    assert judged_tiles(layer, tiles) == [1, 2]


def test_the_accepted_polygons_become_a_reference_even_if_there_are_none(review, layer, tmp_path):
    write_accepted(layer, tmp_path / "none.gpkg")
    assert QgsVectorLayer(str(tmp_path / "none.gpkg")).featureCount() == 0
    review.judge(ACCEPTED)
    write_accepted(layer, tmp_path / "one.gpkg")
    written = QgsVectorLayer(str(tmp_path / "one.gpkg"))
    assert (written.featureCount(), written.crs().authid()) == (1, "EPSG:32632")


@pytest.mark.parametrize(("which", "count"), [("accepted", 1), ("not rejected", 2), ("all", 3)])
@pytest.mark.parametrize("name", ["out.gpkg", "out.geojson"])
def test_the_chosen_polygons_are_exported_in_the_chosen_crs(review, layer, tmp_path, pump, which, count, name):
    review.judge(ACCEPTED)
    review.judge(REJECTED)
    ended = []
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    path = str(tmp_path / name)
    task = export_polygons(layer, path, crs, which, lambda: ended.append("done"), ended.append)
    pump(10_000, until=lambda: ended)
    assert ended == ["done"], task
    written = QgsVectorLayer(path)
    assert (written.featureCount(), written.crs().authid()) == (count, "EPSG:3857")
    assert 1_000_000 < written.extent().xMinimum() < 1_003_000


def test_an_export_that_fails_reports_why(layer, pump):
    ended = []
    path = "/nonexistent/folder/out.gpkg"
    task = export_polygons(layer, path, layer.crs(), "all", lambda: ended.append(""), ended.append)
    pump(10_000, until=lambda: ended)
    assert ended[0], task


def test_polygons_that_a_filter_hides_keep_their_tile_from_being_labelled(review, layer):
    box = QgsRectangle(500000, 5399970, 500200, 5400000)
    layer.setSubsetString('"mean_probability" > 0.65')
    assert review.counts.total == 2  # the review follows the filter
    for _ in range(2):
        review.judge(REJECTED)
    assert judged_tiles(layer, [(1, box)]) == []
    layer.setSubsetString("")
    assert review.counts.left == 1
    while review.verdict() is not None:
        review.step(1)
    review.judge(REJECTED)
    assert judged_tiles(layer, [(1, box)]) == [1]


def test_a_verdict_that_cannot_be_written_is_reported_and_not_counted(layer, monkeypatch):
    provider = type(layer.dataProvider())
    monkeypatch.setattr(provider, "addAttributes", lambda *_: False)
    review = ChangeReview()
    review.set_layer(layer)
    with pytest.raises(InputError, match="could not be written"):
        review.judge(ACCEPTED)
    assert review.counts.accepted == 0
    with pytest.raises(InputError, match="cannot be read"):
        judged_tiles(layer, [])
    monkeypatch.undo()
    review.judge(ACCEPTED)
    assert review.counts.accepted == 1


def test_a_new_shape_gets_a_new_area(layer):
    assert layer.startEditing()
    feature = next(iter(layer.getFeatures()))
    left, bottom = 500010.0, 5399960.0
    layer.changeGeometry(feature.id(), QgsGeometry.fromRect(QgsRectangle(left, bottom, left + 30, bottom + 30)))
    measure_changed(layer)
    assert layer.commitChanges()
    areas = [one["area_m2"] for one in layer.getFeatures()]
    assert areas[0] == pytest.approx(900, rel=1e-3)
    assert areas[1:] == [25.0, 40.0]
