"""The review of change polygons, without widgets: each is accepted or rejected, large and likely ones first.

A polygon that is accepted can get another kind of change than the suggested one.
"""

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
KIND = "kind"
KINDS = ("built", "torn_down", "altered")


@dataclass(frozen=True)
class ReviewCounts:
    """The number of polygons, in total and by verdict."""

    total: int
    accepted: int
    rejected: int

    @property
    def left(self) -> int:
        return self.total - self.accepted - self.rejected


class ChangeReview(QObject):
    """Steps through the polygons of a layer written by the job ``polygons``, and saves the verdicts in its file."""

    moved = pyqtSignal()  # the current polygon has changed
    judged = pyqtSignal()  # a verdict was written

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = None
        self._order: List[int] = []
        self._verdicts: Dict[int, Optional[str]] = {}
        self._index = 0

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of the polygons; None if there is none, or if the user removed it."""
        return self._layer

    @property
    def counts(self) -> ReviewCounts:
        verdicts = list(self._verdicts.values())
        return ReviewCounts(len(verdicts), verdicts.count(ACCEPTED), verdicts.count(REJECTED))

    @property
    def position(self) -> int:
        """Position of the current polygon, from 1; 0 if there is none."""
        return self._index + 1 if self._order else 0

    def set_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Review this layer; a field for the verdicts is added if it has none."""
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
        """Read the polygons again, since the user may have edited them; keeps the current one if it exists."""
        here = self._order[self._index] if self._order else None
        rows = self._rows()
        self._order = [identifier for _, identifier, _ in rows]
        self._verdicts = {identifier: verdict for _, identifier, verdict in rows}
        self._index = self._order.index(here) if here in self._verdicts else 0
        self.moved.emit()
        self.judged.emit()

    def current(self) -> Optional[QgsFeature]:
        """The current polygon; None if there is none, or if it no longer exists."""
        if self._layer is None or not self._order:
            return None
        feature = self._layer.getFeature(self._order[self._index])
        return feature if feature.isValid() else None

    def verdict(self) -> Optional[str]:
        """The verdict on the current polygon."""
        return self._verdicts.get(self._order[self._index]) if self._order else None

    @property
    def has_kinds(self) -> bool:
        """Whether the layer has a field for the kinds of change; files of older versions have none."""
        return self._layer is not None and self._layer.fields().indexOf(KIND) >= 0

    def kind(self) -> Optional[str]:
        """The kind of the current polygon: built, torn_down or altered; None if it has none."""
        feature = self.current() if self.has_kinds else None
        return feature[KIND] if feature is not None and feature[KIND] in KINDS else None

    def step(self, by: int) -> None:
        """Move forward by that many polygons, or back if negative."""
        if self._order:
            self._index = min(max(self._index + by, 0), len(self._order) - 1)
            self.moved.emit()

    def judge(self, verdict: str, kind: Optional[str] = None) -> None:
        """Accept or reject the current polygon, and move to the next one without a verdict.

        ``kind``: replaces the suggested one. Raises InputError if they cannot be written.
        """
        if self._layer is None or self.current() is None:
            return
        identifier = self._order[self._index]
        _add_verdicts(self._layer)
        values = {VERDICT: verdict, **({KIND: kind} if kind is not None else {})}
        columns = {self._layer.fields().indexOf(name): value for name, value in values.items()}
        if min(columns) < 0 or not self._layer.dataProvider().changeAttributeValues({identifier: columns}):
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
        self.moved.emit()  # also if the polygon is the same: its verdict is new

    def _rows(self) -> List[Tuple[float, int, Optional[str]]]:
        """Negative expected changed area, identifier and verdict of each polygon, the largest area first."""
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
    """Add the field for the verdicts if it is missing. This may fail while another program is using the file."""
    if layer.fields().indexOf(VERDICT) < 0:
        layer.dataProvider().addAttributes([QgsField(VERDICT, QVariant.String)])
        layer.updateFields()


def number(feature: QgsFeature, name: str) -> float:
    """An attribute as a number; 0 if there is none."""
    value = feature[name] if feature.fields().indexOf(name) >= 0 else None
    return float(value) if isinstance(value, (int, float)) else 0.0


def measure_changed(layer: QgsVectorLayer) -> None:
    """Update the area of reshaped polygons, in square metres on the ellipsoid, before they are saved."""
    column = layer.fields().indexOf(AREA)
    if column < 0 or layer.editBuffer() is None:
        return
    area = QgsDistanceArea()
    area.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    area.setEllipsoid(layer.crs().ellipsoidAcronym())
    for identifier, geometry in layer.editBuffer().changedGeometries().items():
        layer.changeAttributeValue(identifier, column, round(area.measureArea(geometry), 3))


def judged_tiles(layer: QgsVectorLayer, tiles: Sequence[Tuple[int, QgsRectangle]]) -> List[int]:
    """The tiles that contain polygons, all with a verdict. ``tiles``: those that are not labelled yet.

    Polygons hidden by a filter count as well: their ground must not become unchanged. Raises InputError if the verdicts
    cannot be read.
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
    """The layer without its filter. Raises InputError if it has no verdicts or cannot be read."""
    whole = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    if not whole.setSubsetString("") or whole.fields().indexOf(VERDICT) < 0:
        raise InputError(tr("The verdicts in {} cannot be read.").format(layer.source().split("|")[0]))
    return whole


def write_accepted(layer: QgsVectorLayer, path: Path) -> None:
    """Write the accepted polygons, possibly none, and their kinds to a GeoPackage. Raises InputError if it cannot be
    written."""
    accepted = QgsVectorLayer("Polygon", "accepted", "memory")
    accepted.setCrs(layer.crs())
    request = QgsFeatureRequest().setFilterExpression(f"\"{VERDICT}\" = '{ACCEPTED}'")
    whole = _unfiltered(layer)
    kind = whole.fields().indexOf(KIND)
    accepted.dataProvider().addAttributes([QgsField(KIND, QVariant.String)])
    accepted.updateFields()
    for feature in whole.getFeatures(request):
        copy = QgsFeature(accepted.fields())
        copy.setGeometry(feature.geometry())
        copy.setAttribute(KIND, feature.attribute(kind) if kind >= 0 else None)
        accepted.dataProvider().addFeature(copy)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "accepted"
    context = QgsProject.instance().transformContext()
    error, words, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(accepted, str(path), context, options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise InputError(tr("{} cannot be written: {}").format(path, words))
