"""Reads and edits the annotations of a tile through the layer's edit buffer."""

from __future__ import annotations

from typing import Iterable, List, Tuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer, QgsVectorLayerUtils

Bounds = Tuple[float, float, float, float]

# Same as alcd_core.learning.tile_class, which needs numpy; a test checks that they are equal.
CHANGED_ABOVE = 0.03
UNCHANGED_BELOW = 0.01

OWN_SHARE = 0.5  # a polygon belongs to a tile, and a proposal counts as annotated, above this share of its area


def features_in(layer: QgsVectorLayer, bounds: Bounds) -> List[QgsFeature]:
    """The features that share area with the tile, including unsaved edits."""
    tile = tile_geometry(bounds)
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(*bounds))
    return [feature for feature in layer.getFeatures(request) if _shared(feature.geometry(), tile).area() > 0]


def edited_extents(layer: QgsVectorLayer) -> List[QgsRectangle]:
    """Extents of the polygons added, deleted or changed since the last save."""
    buffer = layer.editBuffer()
    if buffer is None:
        return []
    added = [feature.geometry() for feature in buffer.addedFeatures().values()]
    changed = {*buffer.changedGeometries(), *buffer.changedAttributeValues(), *buffer.deletedFeatureIds()}
    request = QgsFeatureRequest().setFilterFids(list(changed))
    before = [feature.geometry() for feature in layer.dataProvider().getFeatures(request)] if changed else []
    return [
        geometry.boundingBox()
        for geometry in [*added, *buffer.changedGeometries().values(), *before]
        if not geometry.isEmpty()
    ]


def own_changes(layer: QgsVectorLayer, bounds: Bounds) -> List[QgsFeature]:
    """The change polygons that lie mostly in this tile rather than in a neighbouring one."""
    tile = tile_geometry(bounds)
    return [
        feature
        for feature in features_in(layer, bounds)
        if _class_of(feature) == "change"
        and _shared(feature.geometry(), tile).area() > OWN_SHARE * feature.geometry().area()
    ]


def tile_class(layer: QgsVectorLayer, bounds: Bounds) -> str:
    """``changed``, ``unchanged`` or ``ambiguous``, by the changed share of the area that is not ignored.

    Measured in areas, while the worker counts pixels: nodata is not known here.
    """
    tile = tile_geometry(bounds)
    features = features_in(layer, bounds)
    ignored = _union(feature for feature in features if _class_of(feature) == "ignore")
    counted = tile.difference(ignored) if not ignored.isEmpty() else tile
    changed = _union(feature for feature in features if _class_of(feature) == "change")
    if counted.area() <= 0:
        return "ambiguous"
    share = _shared(changed, counted).area() / counted.area()
    if share > CHANGED_ABOVE:
        return "changed"
    return "unchanged" if share < UNCHANGED_BELOW else "ambiguous"


def proposed(proposals: QgsVectorLayer, annotations: QgsVectorLayer, tile_id: int, bounds: Bounds) -> List[QgsFeature]:
    """The proposals in this tile, without those that are mostly covered by annotations: they were accepted before, and
    may have been corrected since."""
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(*bounds))
    wanted = [feature for feature in proposals.getFeatures(request) if feature["tile_id"] == tile_id]
    if not wanted:
        return []
    present = _union(features_in(annotations, bounds))
    return [
        feature
        for feature in wanted
        if _shared(present, feature.geometry()).area() <= OWN_SHARE * feature.geometry().area()
    ]


def accept(annotations: QgsVectorLayer, proposals: List[QgsFeature], command: str) -> None:
    """Add the proposals to the annotations, in one step that can be undone."""
    annotations.beginEditCommand(command)
    source = annotations.fields().indexOf("source")
    for proposal in proposals:
        geometry = proposal.geometry()
        geometry.convertToMultiType()
        annotations.addFeature(QgsVectorLayerUtils.createFeature(annotations, geometry, {source: "accepted"}))
    annotations.endEditCommand()


def remove(annotations: QgsVectorLayer, features: List[QgsFeature], command: str) -> None:
    """Delete these polygons, in one step that can be undone."""
    annotations.beginEditCommand(command)
    annotations.deleteFeatures([feature.id() for feature in features])
    annotations.endEditCommand()


def tile_geometry(bounds: Bounds) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(*bounds))


def _class_of(feature: QgsFeature) -> str:
    return "ignore" if feature["class"] == "ignore" else "change"


def _shared(one: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
    """The intersection; hand-drawn polygons may intersect themselves."""
    if one.isEmpty() or other.isEmpty():
        return QgsGeometry()
    return _valid(one).intersection(_valid(other))


def _union(features: Iterable[QgsFeature]) -> QgsGeometry:
    return QgsGeometry.unaryUnion([_valid(feature.geometry()) for feature in features])


def _valid(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isGeosValid() else geometry.makeValid()
