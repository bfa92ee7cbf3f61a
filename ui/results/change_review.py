"""The review of change polygons: one after the other, the likely large ones first, accepted or rejected. No
widgets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QVariant, pyqtSignal

from ...alcd_core.errors import InputError
from ...bridge.texts import tr

VERDICT, ACCEPTED, REJECTED = "verdict", "accepted", "rejected"
PROBABILITY, AREA = "mean_probability", "area_m2"


@dataclass(frozen=True)
class ReviewCounts:
    """How many polygons there are, and what was said of them."""

    total: int
    accepted: int
    rejected: int

    @property
    def left(self) -> int:
        return self.total - self.accepted - self.rejected


class ChangeReview(QObject):
    """Walks through the polygons of a layer that the job ``polygons`` wrote, and keeps the verdicts in its file."""

    moved = pyqtSignal()  # another polygon is in hand, or none
    judged = pyqtSignal()  # a verdict was written

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = None
        self._order: List[int] = []
        self._verdicts: Dict[int, Optional[str]] = {}
        self._index = 0

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The polygons; None where there are none, or the user removed them."""
        return self._layer

    @property
    def counts(self) -> ReviewCounts:
        said = list(self._verdicts.values())
        return ReviewCounts(len(said), said.count(ACCEPTED), said.count(REJECTED))

    @property
    def position(self) -> int:
        """Place of the polygon in hand, from 1; 0 where there is none."""
        return self._index + 1 if self._order else 0

    def set_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Review this layer; it gets a field for the verdicts where it has none."""
        if self._layer is not None:
            self._layer.willBeDeleted.disconnect(self._lose_layer)
            self._layer.subsetStringChanged.disconnect(self.read)
        self._layer, self._index = layer, 0
        if layer is not None:
            layer.willBeDeleted.connect(self._lose_layer)
            layer.subsetStringChanged.connect(self.read)
            _add_verdicts(layer)
        self.read()

    def read(self) -> None:
        """Read the polygons anew, the one in hand stays: the user may have deleted or added some."""
        here = self._order[self._index] if self._order else None
        rows = self._rows()
        self._order = [identifier for _, identifier, _ in rows]
        self._verdicts = {identifier: verdict for _, identifier, verdict in rows}
        self._index = self._order.index(here) if here in self._verdicts else 0
        self.moved.emit()
        self.judged.emit()

    def current(self) -> Optional[QgsFeature]:
        """The polygon in hand; None where there is none (any more)."""
        if self._layer is None or not self._order:
            return None
        feature = self._layer.getFeature(self._order[self._index])
        return feature if feature.isValid() else None

    def verdict(self) -> Optional[str]:
        """What was said of the polygon in hand."""
        return self._verdicts.get(self._order[self._index]) if self._order else None

    def step(self, by: int) -> None:
        """Go that many polygons on, or back."""
        if self._order:
            self._index = min(max(self._index + by, 0), len(self._order) - 1)
            self.moved.emit()

    def judge(self, verdict: str) -> None:
        """Accept or reject the polygon in hand, and go on to the next one without a verdict.

        Raises InputError where it cannot be written.
        """
        if self._layer is None or self.current() is None:
            return
        identifier = self._order[self._index]
        _add_verdicts(self._layer)
        column = self._layer.fields().indexOf(VERDICT)
        if column < 0 or not self._layer.dataProvider().changeAttributeValues({identifier: {column: verdict}}):
            raise InputError(tr("The verdict could not be written to {}.").format(self._layer.source().split("|")[0]))
        self._verdicts[identifier] = verdict
        self._layer.triggerRepaint()
        self.judged.emit()
        self._advance()

    def _advance(self) -> None:
        count = len(self._order)
        places = ((self._index + step) % count for step in range(1, count))
        following = next((place for place in places if self._verdicts[self._order[place]] is None), None)
        if following is not None:
            self._index = following
        self.moved.emit()  # also where it stays: its verdict is new

    def _rows(self) -> List[Tuple[float, int, Optional[str]]]:
        """Minus the changed area to expect, identifier and verdict of each polygon: first what matters most, the specks
        last."""
        if self._layer is None:
            return []
        names = [name for name in (PROBABILITY, AREA, VERDICT) if self._layer.fields().indexOf(name) >= 0]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(names, self._layer.fields())
        rows = []
        for feature in self._layer.getFeatures(request):
            verdict = feature[VERDICT] if VERDICT in names else None
            known = verdict if verdict in (ACCEPTED, REJECTED) else None
            expected = number(feature, PROBABILITY) * number(feature, AREA)
            rows.append((-expected, feature.id(), known))
        return sorted(rows, key=lambda row: row[:2])

    def _lose_layer(self) -> None:
        self._layer, self._order, self._verdicts, self._index = None, [], {}, 0
        self.moved.emit()
        self.judged.emit()


def _add_verdicts(layer: QgsVectorLayer) -> None:
    """The field for the verdicts, where it is not there; another program may keep it from being made just now."""
    if layer.fields().indexOf(VERDICT) < 0:
        layer.dataProvider().addAttributes([QgsField(VERDICT, QVariant.String)])
        layer.updateFields()


def number(feature: QgsFeature, name: str) -> float:
    """An attribute as a number; 0 where there is none."""
    value = feature[name] if feature.fields().indexOf(name) >= 0 else None
    return float(value) if isinstance(value, (int, float)) else 0.0


def measure_changed(layer: QgsVectorLayer) -> None:
    """Write the area of what was given another shape, in square metres on the ellipsoid, before it is saved."""
    column = layer.fields().indexOf(AREA)
    if column < 0 or layer.editBuffer() is None:
        return
    area = QgsDistanceArea()
    area.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    area.setEllipsoid(layer.crs().ellipsoidAcronym())
    for identifier, geometry in layer.editBuffer().changedGeometries().items():
        layer.changeAttributeValue(identifier, column, round(area.measureArea(geometry), 3))


def judged_tiles(layer: QgsVectorLayer, tiles: Sequence[Tuple[int, QgsRectangle]]) -> List[int]:
    """The tiles with polygons in them that all have a verdict. ``tiles``: those that are not labelled yet.

    Polygons that a filter hides count as well: their ground must not become unchanged. Raises InputError.
    """
    whole = _unfiltered(layer)
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    verdicts: Dict[int, Any] = {}
    for feature in whole.getFeatures():
        index.addFeature(feature)
        verdicts[feature.id()] = feature[VERDICT]
    judged = []
    for tile_id, rectangle in tiles:
        outline = QgsGeometry.fromRect(rectangle)
        inside = [one for one in index.intersects(rectangle) if index.geometry(one).intersects(outline)]
        if inside and all(verdicts[one] in (ACCEPTED, REJECTED) for one in inside):
            judged.append(tile_id)
    return judged


def _unfiltered(layer: QgsVectorLayer) -> QgsVectorLayer:
    """All of the layer's file. Raises InputError where there are no verdicts in it, or it cannot be read."""
    whole = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    if not whole.setSubsetString("") or whole.fields().indexOf(VERDICT) < 0:
        raise InputError(tr("The verdicts in {} cannot be read.").format(layer.source().split("|")[0]))
    return whole


def write_accepted(layer: QgsVectorLayer, path: Path) -> None:
    """A GeoPackage of the accepted polygons (it may be empty). Raises InputError where it cannot be written."""
    accepted = QgsVectorLayer("Polygon", "accepted", "memory")
    accepted.setCrs(layer.crs())
    request = QgsFeatureRequest().setFilterExpression(f"\"{VERDICT}\" = '{ACCEPTED}'")
    for feature in _unfiltered(layer).getFeatures(request):
        copy = QgsFeature()
        copy.setGeometry(feature.geometry())
        accepted.dataProvider().addFeature(copy)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "accepted"
    context = QgsProject.instance().transformContext()
    error, words, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(accepted, str(path), context, options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise InputError(tr("{} cannot be written: {}").format(path, words))
