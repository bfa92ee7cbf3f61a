"""The file of change polygons: the layer "changes", and the layer "buildings" if there is a building map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .gdal_library import gdal, ogr, quiet, spatial_reference

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
LAYER = "changes"
BUILDING_LAYER = "buildings"
_CHANGE_FIELDS = {
    "area_m2": ogr.OFTReal,
    "mean_probability": ogr.OFTReal,
    "max_probability": ogr.OFTReal,
    "round": ogr.OFTInteger,
    "kind": ogr.OFTString,
    "building_ids": ogr.OFTString,
    "overlap": ogr.OFTReal,
    "date_before": ogr.OFTString,
    "date_after": ogr.OFTString,
}
_STATE_FIELDS = {
    "state": ogr.OFTString,
    "probability": ogr.OFTReal,
    "changed_share": ogr.OFTReal,
    "area_m2": ogr.OFTReal,
    "date_before": ogr.OFTString,
    "date_after": ogr.OFTString,
}


@dataclass(frozen=True)
class ChangePolygon:
    """One polygon of the result with its attributes. ``area``: m2 on the ground; probabilities 0 to 1.

    ``kind``: built, torn_down or altered; ``building_ids``: of the footprints that it concerns; ``overlap``: share of
    its area covered by footprints, 0 to 1. These are None without a building map, and ``building_ids`` if it concerns
    none. ``outcome``: of the redrawing, if there was one; not written.
    """

    polygon: Polygon
    area: float
    mean_probability: float
    max_probability: float
    kind: str | None = None
    building_ids: str | None = None
    overlap: float | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class BuildingState:
    """What became of a footprint. ``state``: present, gone, altered or not_seen, with its ``probability``, 0 to 1 or
    None; ``changed_share``: share of the footprint covered by change polygons, 0 to 1, also by those that are too small
    to be written; ``area``: m2 on the ground; ``has_polygon``: whether a polygon on it is written; not written itself.
    """

    building_id: Any
    geometry: BaseGeometry
    area: float
    state: str
    probability: float | None
    changed_share: float
    has_polygon: bool


@dataclass(frozen=True)
class Origin:
    """What all features of a file have in common: the number of the model's round, and the dates of the imagery (YYYY,
    YYYY-MM or YYYY-MM-DD) or None."""

    round: int = 0
    date_before: str | None = None
    date_after: str | None = None


class ChangeLayers:
    """The layers of a file that is being written. Features are numbered from 1 in the order in which they are added."""

    def __init__(self, dataset: ogr.DataSource, crs: str, id_type: int | None, origin: Origin) -> None:
        # GeoJSON requires longitude and latitude (RFC 7946); OGR reprojects the polygons.
        options = ["RFC7946=YES"] if dataset.GetDriver().GetName() == "GeoJSON" else []
        reference = spatial_reference(crs)
        self.origin, self.counts = origin, {LAYER: 0}
        self._changes = dataset.CreateLayer(LAYER, reference, ogr.wkbPolygon, options)
        _create_fields(self._changes, _CHANGE_FIELDS)
        self._buildings = None
        if id_type is not None:
            self._buildings = dataset.CreateLayer(BUILDING_LAYER, reference, ogr.wkbMultiPolygon)
            _create_fields(self._buildings, {"building_id": id_type, **_STATE_FIELDS})
            self.counts[BUILDING_LAYER] = 0
        self._changes.StartTransaction()  # in a GeoPackage for all layers

    def add_change(self, change: ChangePolygon) -> int:
        """Write a change polygon; returns its number."""
        self.counts[LAYER] += 1
        values = {
            "area_m2": round(change.area, 3),
            "mean_probability": round(change.mean_probability, 4),
            "max_probability": round(change.max_probability, 4),
            "round": self.origin.round,
            "kind": change.kind,
            "building_ids": change.building_ids,
            "overlap": _rounded(change.overlap),
        }
        self._add(self._changes, change.polygon, values)
        return self.counts[LAYER]

    def add_building(self, building: BuildingState) -> None:
        """Write what became of a footprint."""
        self.counts[BUILDING_LAYER] += 1
        values = {
            "building_id": building.building_id,
            "state": building.state,
            "probability": _rounded(building.probability),
            "changed_share": _rounded(building.changed_share),
            "area_m2": round(building.area, 3),
        }
        several = shapely.multipolygons(shapely.get_parts(building.geometry))
        self._add(self._buildings, several, values)

    def commit(self) -> None:
        """Make what was written final."""
        self._changes.CommitTransaction()

    def _add(self, layer: ogr.Layer, geometry: BaseGeometry, values: dict[str, Any]) -> None:
        feature = ogr.Feature(layer.GetLayerDefn())
        dates = {"date_before": self.origin.date_before, "date_after": self.origin.date_after}
        for name, value in {**values, **dates}.items():
            if value is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, value)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
        layer.CreateFeature(feature)


@contextmanager
def new_layers(path: Path, crs: str, id_type: int | None, origin: Origin) -> Iterator[ChangeLayers]:
    """The empty layers of a new file, which is flushed, closed and checked at the end.

    ``id_type``: OGR's type of the buildings' ids; None for a file without buildings. Raises OSError if features are
    missing in the file.
    """
    dataset = ogr.GetDriverByName(DRIVERS[path.suffix.lower()]).CreateDataSource(str(path))
    try:
        layers = ChangeLayers(dataset, crs, id_type, origin)
        yield layers
        layers.commit()
        dataset.FlushCache()  # raises if the disk is full; closing the file does not
        counts = layers.counts
        del layers
    finally:
        del dataset  # closes it while its folder still exists
    _require_complete(path, counts)


def is_replaceable(layer: ogr.Layer) -> bool:
    """Whether a layer is of this module's making; somebody's building map may have the same name."""
    if layer.GetName() != BUILDING_LAYER:
        return layer.GetName() in (LAYER, "layer_styles")  # QGIS stores styles in layer_styles
    return all(layer.GetLayerDefn().GetFieldIndex(name) >= 0 for name in ("building_id", *_STATE_FIELDS))


def refuse_other_layers(path: str, is_own: Callable[[ogr.Layer], bool] = is_replaceable) -> None:
    """Raise InputError if the path is a GeoPackage with layers that are not the job's own: they would be lost."""
    if not (path.lower().endswith(".gpkg") and Path(path).is_file()):
        return
    try:
        with quiet():
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
            layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
            others = [layer.GetName() for layer in layers if not is_own(layer)]
    except RuntimeError as error:
        raise InputError(
            f"{path} exists already and is not a GeoPackage.", "Choose another name, or move it away."
        ) from error
    if others:
        raise InputError(
            f"{path} contains other layers ({', '.join(others[:3])}), which would be lost.", "Choose another name."
        )


def _create_fields(layer: ogr.Layer, fields: dict[str, int]) -> None:
    for name, kind in fields.items():
        layer.CreateField(ogr.FieldDefn(name, kind))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _require_complete(path: Path, counts: dict[str, int]) -> None:
    """Raise OSError if features are missing: GDAL writes a GeoJSON to a full disk without an error."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        for name, count in counts.items():
            written = dataset.GetLayer(name).GetFeatureCount()
            if written != count:
                raise OSError(f"only {written:,} of {count:,} {name} could be written")
    except (RuntimeError, AttributeError) as error:
        raise OSError("the file is incomplete") from error
