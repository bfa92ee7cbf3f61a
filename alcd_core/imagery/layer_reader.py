"""The polygons of one layer at one place: found by the file's index, moved to the place's CRS, repaired, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon

from ..errors import InputError
from .bending import bent
from .gdal_library import horizontal, ogr, osr, point_transform, quiet, require_proj
from .layer_path import LayerPath, OpenedLayer, cannot_read_on, features_of
from .place import Box, Place, boxes_in
from .reading_account import DAMAGED, NO_AREA, NO_GEOMETRY, NO_PLACE, OTHER_TYPE, ReadingAccount
from .surfaces import flat_area

CHANGE_CLASS, IGNORE_CLASS = "change", "ignore"
CLASS_FIELD = "class"
CHUNK = 2000
"""Features whose coordinates are transformed at once."""
SMALL = 10_000
"""A layer of so many features is read as a whole, so that each of them is accounted for; of a larger one only what the
file's index finds at the place."""
REACH = 1.0
"""Polygons that reach further beyond the place than this share of its size are cut off there: a continent's outline
may have no image in the CRS of a town."""

Area = tuple[Any, str]
"""WKB, or a shapely geometry, in the layer's CRS; and its class."""


class LayerReader:
    """Reads a layer once; ``account`` is complete when ``polygons`` is through. Raises InputError where the layer has
    no CRS with a place on the earth."""

    def __init__(self, opened: OpenedLayer, place: Place, account: ReadingAccount) -> None:
        self.layer, self._path, self._place, self._account = opened.layer, opened.path, place, account
        self.crs = _crs_of(self.layer, account.path)
        self._transform = point_transform(self.crs, place.crs)
        extent = _extent(self.layer) if self.crs.IsGeographic() else None
        all_round = extent is not None and (extent[0] < -180 or extent[1] > 180)
        self._near = boxes_in(self.crs, place.crs, [place.bounds], all_round)
        self._wanted = self._near if place.is_whole else boxes_in(self.crs, place.crs, place.boxes, all_round)
        self._step = _own_tolerance(self._near, place)
        account.features = _count(self.layer, self._path.file)

    def polygons(self) -> Iterator[tuple[Polygon, str]]:
        """Valid, single, two-dimensional ones in the place's CRS that touch it, with their class."""
        is_small = self._account.features <= SMALL
        if not is_small:
            self._account.on_grid = _count_within(self.layer, self._path.file, self._near)
            self._account.passed_over = max(self._account.features - self._account.on_grid, 0)
        areas = self._areas(_selected(self.layer, self._path.file, None if is_small else self._wanted))
        while chunk := list(islice(areas, CHUNK)):
            shapes = _decoded(chunk)
            self._account.leave_out(DAMAGED, int(sum(shape is None for shape in shapes)))
            for polygon, index in self._placed(shapes, is_small):
                self._account.polygons += 1
                yield polygon, chunk[index][1]
        if is_small:
            self._account.features = self._account.read  # what a file says of itself may be out of date

    def _areas(self, features: Iterable[ogr.Feature]) -> Iterator[Area]:
        class_field = _class_field(self.layer, self._path)
        for feature in features:
            self._account.read += 1
            geometry = feature.GetGeometryRef()
            if geometry is None or geometry.IsEmpty():
                self._account.leave_out(NO_GEOMETRY)
            elif not _is_meant(geometry, self._path):
                self._account.leave_out(OTHER_TYPE)
            else:
                area = flat_area(geometry, self._step, self._account.left_out)
                if area is not None:
                    yield area, _class_of(feature, class_field)

    def _placed(self, shapes: np.ndarray, is_small: bool) -> Iterator[tuple[Polygon, int]]:
        """The polygons of the shapes that touch the place, each with its shape's index."""
        parts, owners = _single_polygons(shapes)
        self._account.parts += len(parts)
        finite = _are_finite(parts)
        self._account.leave_out(NO_PLACE, int((~finite).sum()))
        parts, owners = parts[finite], owners[finite]
        bounds = shapely.bounds(parts)
        near, wanted = _touch_any(bounds, self._near), _touch_any(bounds, self._wanted)
        elsewhere = self._count_far(parts[~near])
        moved, moved_owners = self._moved(parts[wanted], owners[wanted])
        valid, valid_owners = self._repaired(moved, moved_owners)
        here = _touch_any(shapely.bounds(valid), [self._place.bounds])
        on_grid = {*owners[near & ~wanted].tolist(), *valid_owners[here].tolist()}
        without_area = {*moved_owners.tolist()} - {*valid_owners.tolist()} - on_grid
        account = self._account
        account.parts_off_grid += elsewhere + int((~here).sum())
        account.on_grid += len(on_grid) if is_small else 0
        account.leave_out(NO_AREA, len(without_area))
        yield from zip(valid[here], valid_owners[here].tolist())

    def _count_far(self, parts: np.ndarray) -> int:
        """How many parts away from the place lie somewhere else in its CRS; those that lie nowhere are left out."""
        firsts = shapely.get_coordinates(shapely.get_point(shapely.get_exterior_ring(parts), 0))
        nowhere = int((~np.isfinite(self._transform(firsts)).all(axis=1)).sum()) if len(parts) else 0
        self._account.leave_out(NO_PLACE, nowhere)
        return len(parts) - nowhere

    def _moved(self, parts: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The polygons in the place's CRS, each with the shape that it is of; without those that have none."""
        if len(parts) and not self.crs.IsSame(self._place.crs):
            parts, owners = _cut_off(parts, owners, self._near)
            parts = bent(parts, self._transform, self._place.tolerance)
        found = np.array([part is not None for part in parts], bool)
        self._account.leave_out(NO_PLACE, int((~found).sum()))
        return _turned(parts[found], self._place), owners[found]

    def _repaired(self, parts: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Valid polygons with an area, each with the shape that it is of."""
        invalid = ~shapely.is_valid(parts)
        self._account.repaired += int((invalid & (shapely.area(shapely.envelope(parts)) > 0)).sum())
        parts = parts.copy()
        parts[invalid] = _made_valid(parts[invalid])
        polygons, index = _single_polygons(parts)
        has_area = shapely.area(polygons) > 0
        return polygons[has_area], owners[index[has_area]]


def _crs_of(layer: ogr.Layer, path: str) -> osr.SpatialReference:
    reference = layer.GetSpatialRef()
    if reference is None:
        require_proj()
    # GeoPackages call it so where the writer did not know; as geographic it would even look like a place.
    if reference is None or "undefined" in (reference.GetName() or "").lower() or reference.IsLocal():
        raise InputError(
            f"{path} has no CRS with a place on the earth.", "Assign one, for instance with ogr2ogr -a_srs EPSG:N."
        )
    return horizontal(reference)


def _extent(layer: ogr.Layer) -> tuple[float, float, float, float] | None:
    """Left, right, bottom, top; None where no feature has a geometry."""
    try:
        with quiet():
            left, right, bottom, top = layer.GetExtent()
    except RuntimeError:
        return None
    return left, right, bottom, top


def _own_tolerance(near: list[Box] | None, place: Place) -> float:
    """The place's tolerance in the layer's own units, roughly."""
    if not near:
        return 0.0
    (left, bottom, right, top), own = near[0], place.bounds
    return place.tolerance * max(right - left, top - bottom) / max(own[2] - own[0], own[3] - own[1])


def _class_field(layer: ogr.Layer, path: LayerPath) -> int:
    """Index of the field that says what to ignore, or -1; other fields are not even read."""
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    spelled = [name for name in names if name.lower() == CLASS_FIELD]
    chosen = CLASS_FIELD if CLASS_FIELD in spelled else spelled[0] if spelled else None
    if path.condition is None and layer.TestCapability(ogr.OLCIgnoreFields):
        layer.SetIgnoredFields([name for name in names if name != chosen])
    return -1 if chosen is None else names.index(chosen)


def _class_of(feature: ogr.Feature, field: int) -> str:
    value = feature.GetField(field) if field >= 0 else None
    words = value if isinstance(value, list) else [value]
    return IGNORE_CLASS if any(str(word).strip().lower() == IGNORE_CLASS for word in words) else CHANGE_CLASS


def _is_meant(geometry: ogr.Geometry, path: LayerPath) -> bool:
    is_collection = ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbGeometryCollection
    return path.collections is None or path.collections == is_collection


def _count(layer: ogr.Layer, file: str) -> int:
    try:
        with quiet():
            return int(layer.GetFeatureCount())
    except RuntimeError as error:
        raise cannot_read_on(file, error) from error


def _count_within(layer: ogr.Layer, file: str, boxes: list[Box] | None) -> int:
    if boxes is None:
        return _count(layer, file)
    if len(boxes) == 1:
        layer.SetSpatialFilterRect(*boxes[0])  # answered by the index alone
    else:
        layer.SetSpatialFilter(_as_geometry(boxes))
    count = _count(layer, file)
    layer.SetSpatialFilter(None)
    return count


def _selected(layer: ogr.Layer, file: str, boxes: list[Box] | None) -> Iterator[ogr.Feature]:
    """The features that may touch the boxes, each once."""
    layer.ResetReading()
    if boxes is None:
        yield from features_of(file, layer)
    elif len(boxes) == 1 or not layer.TestCapability(ogr.OLCFastSpatialFilter):
        layer.SetSpatialFilter(_as_geometry(boxes))  # without an index every pass reads the whole file
        yield from features_of(file, layer)
    else:
        yield from _by_index(layer, file, boxes)


def _by_index(layer: ogr.Layer, file: str, boxes: list[Box]) -> Iterator[ogr.Feature]:
    seen: set[tuple[int, int]] = set()
    for box in boxes:
        layer.SetSpatialFilterRect(*box)
        for feature in features_of(file, layer):
            geometry = feature.GetGeometryRef()
            # Identifiers alone are not unique in every format.
            key = (feature.GetFID(), hash(bytes(geometry.ExportToWkb())) if geometry is not None else 0)
            if key not in seen:
                seen.add(key)
                yield feature


def _as_geometry(boxes: list[Box]) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkb(shapely.to_wkb(shapely.union_all([shapely.box(*box) for box in boxes])))


def _decoded(areas: Sequence[Area]) -> np.ndarray:
    """(N,) shapes; None where one is damaged."""
    shapes = np.array([None if isinstance(area, bytes) else area for area, _ in areas], dtype=object)
    packed = np.array([isinstance(area, bytes) for area, _ in areas], bool)
    with np.errstate(invalid="ignore"):  # coordinates that are no numbers are found later
        shapes[packed] = shapely.from_wkb([area for area, _ in areas if isinstance(area, bytes)], on_invalid="fix")
    return shapes


def _are_finite(parts: np.ndarray) -> np.ndarray:
    coordinates, owners = shapely.get_coordinates(parts, return_index=True)
    bad = ~np.isfinite(coordinates).all(axis=1)
    return np.bincount(owners[bad], minlength=len(parts)) == 0


def _single_polygons(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons that the shapes consist of, and of which shape each is."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    while (nested := shapely.get_type_id(parts) > shapely.GeometryType.POLYGON).any():
        inner, index = shapely.get_parts(parts[nested], return_index=True)
        parts, owners = (
            np.concatenate([parts[~nested], inner]),
            np.concatenate([owners[~nested], owners[nested][index]]),
        )
    usable = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    return parts[usable], owners[usable]


def _touch_any(bounds: np.ndarray, boxes: list[Box] | None) -> np.ndarray:
    """Which of (N, 4) bounds touch one of the boxes; all where there are none to compare with."""
    if boxes is None or len(bounds) == 0:
        return np.ones(len(bounds), bool)
    tree = shapely.STRtree([shapely.box(*box) for box in boxes])
    touching = np.zeros(len(bounds), bool)
    touching[tree.query(shapely.box(*bounds.T), predicate="intersects")[0]] = True
    return touching


def _cut_off(parts: np.ndarray, owners: np.ndarray, near: list[Box] | None) -> tuple[np.ndarray, np.ndarray]:
    """The polygons without what reaches far beyond the boxes."""
    if near is None:
        return parts, owners
    width, height = (max(box[side + 2] - box[side] for box in near) * REACH for side in (0, 1))
    wide = [
        shapely.box(left - width, bottom - height, right + width, top + height) for left, bottom, right, top in near
    ]
    region = shapely.union_all(wide)
    far = ~shapely.contains(region, shapely.box(*shapely.bounds(parts).T))
    cut = parts.copy()
    cut[far] = shapely.intersection(shapely.make_valid(parts[far]), region)
    single, index = _single_polygons(cut)
    return single, owners[index]


def _made_valid(parts: np.ndarray) -> np.ndarray:
    """Shells less their holes, whatever crosses; by lines alone where that leaves nothing: a hole around its shell."""
    whole = shapely.make_valid(parts, method="structure", keep_collapsed=False)
    nothing = shapely.area(whole) == 0
    whole[nothing] = shapely.make_valid(parts[nothing])
    return np.asarray(whole)


def _turned(parts: np.ndarray, place: Place) -> np.ndarray:
    """The polygons, in degrees, each as few degrees from the place as its longitude can be named."""
    if not place.crs.IsGeographic() or len(parts) == 0:
        return parts
    bounds = shapely.bounds(parts)
    turns = np.round(((place.bounds[0] + place.bounds[2]) - (bounds[:, 0] + bounds[:, 2])) / 720)
    turned = parts.copy()
    for index in np.flatnonzero(turns):
        turn = np.array([360 * turns[index], 0.0])
        turned[index] = shapely.transform(parts[index], lambda points, turn=turn: points + turn)
    return turned
