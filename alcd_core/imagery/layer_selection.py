"""Selection of a layer's features by location, using the file's spatial index if it has one; each feature once."""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from .gdal_library import ogr, quiet
from .layer_path import cannot_read_on, features_of
from .place import Box


def feature_count(layer: ogr.Layer, file: str) -> int:
    """Number of features of the layer with its filters applied. Raises InputError if it cannot be read."""
    try:
        with quiet():
            return int(layer.GetFeatureCount())
    except RuntimeError as error:
        raise cannot_read_on(file, error) from error


def count_within(layer: ogr.Layer, file: str, boxes: list[Box] | None) -> int:
    """Number of features whose bounds touch the boxes; all features if ``boxes`` is None."""
    if boxes is None:
        return feature_count(layer, file)
    if len(boxes) == 1:
        layer.SetSpatialFilterRect(*boxes[0])  # answered by the index alone
    else:
        layer.SetSpatialFilter(_as_geometry(boxes))
    count = feature_count(layer, file)
    layer.SetSpatialFilter(None)
    return count


def selected_features(layer: ogr.Layer, file: str, boxes: list[Box] | None) -> Iterator[ogr.Feature]:
    """The features that may touch the boxes, each once; all features if ``boxes`` is None."""
    layer.ResetReading()
    if boxes is None:
        yield from features_of(file, layer)
    elif len(boxes) == 1 or not layer.TestCapability(ogr.OLCFastSpatialFilter):
        layer.SetSpatialFilter(_as_geometry(boxes))  # without an index each pass reads the whole file
        yield from features_of(file, layer)
    else:
        yield from _by_index(layer, file, boxes)


def _by_index(layer: ogr.Layer, file: str, boxes: list[Box]) -> Iterator[ogr.Feature]:
    seen: set[tuple[int, int]] = set()
    for box in boxes:
        layer.SetSpatialFilterRect(*box)
        for feature in features_of(file, layer):
            geometry = feature.GetGeometryRef()
            # Feature identifiers alone are not unique in all formats.
            key = (feature.GetFID(), hash(bytes(geometry.ExportToWkb())) if geometry is not None else 0)
            if key not in seen:
                seen.add(key)
                yield feature


def _as_geometry(boxes: list[Box]) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkb(shapely.to_wkb(shapely.union_all([shapely.box(*box) for box in boxes])))
