"""Exports change polygons to a file in a chosen CRS, in the background."""

from __future__ import annotations

from typing import Callable, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorFileWriterTask,
    QgsVectorLayer,
)

from ...toolbox.resources import style_file
from .change_review import ACCEPTED, KIND, KINDS, REJECTED, VERDICT

WHICH = ("accepted", "not rejected", "all")
FILTERS = {
    "accepted": f"\"{VERDICT}\" = '{ACCEPTED}'",
    "not rejected": f'("{VERDICT}" IS NULL OR "{VERDICT}" != \'{REJECTED}\')',
    "all": "",
}
WHOLE = "changes"


def export_polygons(
    layer: QgsVectorLayer,
    path: str,
    crs: QgsCoordinateReferenceSystem,
    which: str,
    done: Callable[[], None],
    failed: Callable[[str], None],
    by_kind: bool = False,
) -> None:
    """Write ``path`` (.gpkg or .geojson) in the background; if ``crs`` is invalid, the layer's own is used.

    ``which``: one of WHICH. ``done`` or ``failed`` (with the reason) is called at the end in the main thread.
    ``by_kind``: a layer for each kind of change, and one for all other polygons if there are any (.gpkg only). The
    layers of a GeoPackage open with the colours of their kinds.
    """
    is_geojson = path.lower().endswith(".geojson")
    filters = _filters(layer, which) if by_kind and not is_geojson else {WHOLE: FILTERS[which]}
    _Export(layer, path, crs, list(filters.items()), done, failed).next()


def _filters(layer: QgsVectorLayer, which: str) -> Dict[str, str]:
    """The filter of each layer, by name."""
    if layer.fields().indexOf(KIND) < 0:  # a file of an older version
        return {WHOLE: FILTERS[which]}
    filters = {kind: _both(FILTERS[which], f"\"{KIND}\" = '{kind}'") for kind in KINDS}
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    others = _both(FILTERS[which], f'("{KIND}" IS NULL OR "{KIND}" NOT IN ({known}))')
    return {**filters, WHOLE: others} if chosen(layer, others).featureCount() > 0 else filters


def _both(one: str, other: str) -> str:
    return f"{one} AND {other}" if one else other


def chosen(layer: QgsVectorLayer, condition: str) -> QgsVectorLayer:
    """The layer with this filter in place of its own."""
    source = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    source.setSubsetString(condition)
    return source


class _Export:
    """Writes one layer of the file after the other; each task keeps this object alive."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        path: str,
        crs: QgsCoordinateReferenceSystem,
        filters: List[Tuple[str, str]],
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        self._layer, self._path, self._crs = layer, path, crs
        self._filters: Iterator[Tuple[str, str]] = iter(filters)
        self._names = [name for name, _ in filters]
        self._done, self._failed = done, failed

    def next(self, is_first: bool = True) -> None:
        """Write the next layer; after the last one, style them."""
        name, condition = next(self._filters, (None, ""))
        if name is None:
            if self._path.lower().endswith(".gpkg"):
                for written in self._names:
                    save_style(self._path, written)
            self._done()
            return
        source = chosen(self._layer, condition)
        task = QgsVectorFileWriterTask(source, self._path, self._options(source, name, is_first))
        task.writeComplete.connect(lambda *_: self.next(is_first=False))
        task.errorOccurred.connect(lambda _, words: self._failed(words))
        QgsApplication.taskManager().addTask(task)

    def _options(self, source: QgsVectorLayer, name: str, is_first: bool) -> QgsVectorFileWriter.SaveVectorOptions:
        options = QgsVectorFileWriter.SaveVectorOptions()
        is_geojson = self._path.lower().endswith(".geojson")
        options.driverName, options.layerName = ("GeoJSON" if is_geojson else "GPKG"), name
        if not is_first:
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        if is_geojson and self._crs.authid() == "EPSG:4326":
            options.layerOptions = ["RFC7946=YES"]
        if self._crs.isValid() and self._crs != source.crs():
            options.ct = QgsCoordinateTransform(source.crs(), self._crs, QgsProject.instance())
        return options


def save_style(path: str, name: str) -> None:
    """Save the style of the change polygons in the GeoPackage, as the default of this layer."""
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    layer.loadNamedStyle(style_file("polygons"))
    symbol = _symbol_of_kind(layer, name)
    if symbol is not None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.saveStyleToDatabase(name, "", True, "")


def _symbol_of_kind(layer: QgsVectorLayer, kind: str) -> Optional[object]:
    """The symbol of one kind, for a layer that contains no other."""
    renderer = layer.renderer()
    if kind not in KINDS or not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return None
    category = renderer.categories()[renderer.categoryIndexForValue(kind)]  # it owns its symbol
    return category.symbol().clone()
