"""Reading and editing the annotations of a tile."""

import pytest

BOUNDS = (0.0, 0.0, 100.0, 100.0)


@pytest.fixture
def layer(qgis_application):
    from qgis.core import QgsVectorLayer

    made = QgsVectorLayer("MultiPolygon?crs=EPSG:32632&field=class:string&field=source:string", "a", "memory")
    made.startEditing()
    return made


@pytest.fixture
def add():
    from qgis.core import QgsFeature, QgsGeometry

    def put(layer, wkt, name="change"):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromWkt(wkt)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature["class"] = name
        assert layer.addFeature(feature)

    return put


def square(x, y, width, height):
    return f"POLYGON(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}))"


@pytest.mark.parametrize(
    ("width", "expected"), [(0.9, "unchanged"), (1.0, "ambiguous"), (3.0, "ambiguous"), (3.1, "changed")]
)
def test_the_class_follows_the_share_of_changed_area(layer, add, width, expected):
    from alcd.ui.session.annotating import tile_class

    add(layer, square(10, 0, width, 100))
    assert tile_class(layer, BOUNDS) == expected


def test_a_tile_without_polygons_is_unchanged(layer):
    from alcd.ui.session.annotating import tile_class

    assert tile_class(layer, BOUNDS) == "unchanged"


def test_ignored_area_does_not_count_and_polygons_count_once(layer, add):
    from alcd.ui.session.annotating import tile_class

    add(layer, square(0, 0, 80, 100), "ignore")
    for _ in range(3):
        add(layer, square(79, 0, 1.5, 100))  # 0.5 of 20 metres counts: 2.5 %, and three times that once
    assert tile_class(layer, BOUNDS) == "ambiguous"


def test_an_entirely_ignored_tile_is_ambiguous(layer, add):
    from alcd.ui.session.annotating import tile_class

    add(layer, square(-1, -1, 102, 102), "ignore")
    assert tile_class(layer, BOUNDS) == "ambiguous"


def test_a_polygon_that_crosses_itself_counts(layer, add):
    from alcd.ui.session.annotating import tile_class

    add(layer, "POLYGON((10 10,50 50,50 10,10 50,10 10))")
    assert tile_class(layer, BOUNDS) == "changed"


def test_only_the_part_within_the_tile_counts(layer, add):
    from alcd.ui.session.annotating import own_changes, tile_class

    add(layer, square(-50, 0, 50.5, 100))
    assert tile_class(layer, BOUNDS) == "unchanged"
    assert own_changes(layer, BOUNDS) == []


def test_a_polygon_that_only_touches_the_tile_is_not_in_it(layer, add):
    from alcd.ui.session.annotating import features_in

    add(layer, square(100, 0, 50, 100))
    assert features_in(layer, BOUNDS) == []


def test_the_thresholds_are_those_of_the_worker():
    tile_class = pytest.importorskip("alcd.alcd_core.learning.tile_class", reason="no numpy")
    from alcd.ui.session import annotating

    assert annotating.CHANGED_ABOVE == tile_class.CHANGED_ABOVE
    assert annotating.UNCHANGED_BELOW == tile_class.UNCHANGED_BELOW


def test_accepting_is_a_single_undo_step(layer, add):
    from alcd.ui.session.annotating import accept, proposed
    from qgis.core import QgsVectorLayer

    proposals = QgsVectorLayer("Polygon?crs=EPSG:32632&field=tile_id:int", "p", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    for tile_id, x in ((7, 10), (7, 40), (8, 70)):
        feature = QgsFeature(proposals.fields())
        feature["tile_id"] = tile_id
        feature.setGeometry(QgsGeometry.fromWkt(square(x, 10, 10, 10)))
        proposals.dataProvider().addFeature(feature)
    wanted = proposed(proposals, layer, 7, BOUNDS)
    accept(layer, wanted, "accept")
    assert layer.featureCount() == 2
    assert {feature["source"] for feature in layer.getFeatures()} == {"accepted"}
    assert proposed(proposals, layer, 7, BOUNDS) == []
    layer.undoStack().undo()
    assert layer.featureCount() == 0
    assert len(proposed(proposals, layer, 7, BOUNDS)) == 2
