"""The polygons of one layer at one place: found by spatial index, reprojected, repaired and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from .bending import reproject_polygons
from .gdal_library import horizontal, ogr, osr, point_transform, quiet, require_proj
from .layer_fields import Attribute
from .layer_path import LayerPath, OpenedLayer
from .layer_selection import count_within, feature_count, selected_features
from .place import Box, Place, boxes_in
from .polygon_arrays import (
    are_finite,
    clip_far_parts,
    decode_shapes,
    make_valid,
    single_polygons,
    touch_any,
    wrap_longitudes,
)
from .reading_account import DAMAGED, NO_AREA, NO_GEOMETRY, NO_PLACE, OTHER_TYPE, ReadingAccount
from .surfaces import flat_area

CHUNK = 2000
"""Number of features whose coordinates are transformed in one call."""
SMALL = 10_000
"""A layer of up to this many features is read completely, so that each of them is accounted for; of a larger one only
the features that the file's index finds at the place are read."""

Area = tuple[Any, Any]
"""WKB, or a shapely geometry, in the layer's CRS; and its attribute."""
Placed = list[tuple[Polygon, int]]
"""Polygons, each with the index of its feature among the ones that were read together."""


class LayerReader:
    """Reads a layer once; ``account`` is complete when ``polygons`` or ``features`` is exhausted. ``attribute``: what
    to read of each feature. Raises InputError if the layer has no CRS that is tied to the earth."""

    def __init__(self, opened: OpenedLayer, place: Place, account: ReadingAccount, attribute: Attribute) -> None:
        self.layer, self._path, self.place, self._account = opened.layer, opened.path, place, account
        self._attribute = attribute
        self.crs = _crs_of(self.layer, account.path)
        self._transform = point_transform(self.crs, place.crs)
        extent = _extent(self.layer) if self.crs.IsGeographic() else None
        all_round = extent is not None and (extent[0] < -180 or extent[1] > 180)
        self._near = boxes_in(self.crs, place.crs, [place.bounds], all_round)
        self._wanted = self._near if place.is_whole else boxes_in(self.crs, place.crs, place.boxes, all_round)
        self._step = _own_tolerance(self._near, place)
        account.features = feature_count(self.layer, self._path.file)

    def polygons(self) -> Iterator[tuple[Polygon, Any]]:
        """Valid, single, two-dimensional polygons in the place's CRS that touch the place, with their attribute."""
        for placed, values in self._chunks(whole=False):
            for polygon, index in placed:
                self._account.polygons += 1
                yield polygon, values[index]

    def features(self) -> Iterator[tuple[BaseGeometry, Any]]:
        """The features that touch the place, each as one valid, two-dimensional polygon or multipolygon in the place's
        CRS, with its attribute."""
        for placed, values in self._chunks(whole=True):
            parts: dict[int, list[Polygon]] = {}
            for polygon, index in placed:
                parts.setdefault(index, []).append(polygon)
            for index, own in sorted(parts.items()):
                self._account.polygons += 1
                yield self._as_one(own), values[index]

    def _chunks(self, whole: bool) -> Iterator[tuple[Placed, list[Any]]]:
        """Polygons and attributes of some features at a time. ``whole``: with all parts of a feature that touches the
        place, otherwise only those that touch it themselves."""
        is_small = self._account.features <= SMALL
        if not is_small:
            self._account.on_grid = count_within(self.layer, self._path.file, self._near)
            self._account.passed_over = max(self._account.features - self._account.on_grid, 0)
        areas = self._areas(selected_features(self.layer, self._path.file, None if is_small else self._wanted))
        while chunk := list(islice(areas, CHUNK)):
            shapes = decode_shapes([area for area, _ in chunk])
            self._account.leave_out(DAMAGED, int(sum(shape is None for shape in shapes)))
            yield self._placed(shapes, is_small, whole), [value for _, value in chunk]
        if is_small:
            self._account.features = self._account.read  # the count stored in a file may be out of date

    def _as_one(self, parts: list[Polygon]) -> BaseGeometry:
        """The parts of a feature as one geometry; parts that overlap or share an edge are merged."""
        if len(parts) == 1:
            return parts[0]
        several = shapely.multipolygons(parts)
        if shapely.is_valid(several):
            return several
        self._account.repaired += 1
        return shapely.union_all(parts)

    def _areas(self, features: Iterable[ogr.Feature]) -> Iterator[Area]:
        for feature in features:
            self._account.read += 1
            geometry = feature.GetGeometryRef()
            if geometry is None or geometry.IsEmpty():
                self._account.leave_out(NO_GEOMETRY)
            elif not _has_requested_type(geometry, self._path):
                self._account.leave_out(OTHER_TYPE)
            else:
                area = flat_area(geometry, self._step, self._account.left_out)
                if area is not None:
                    yield area, self._attribute(feature)

    def _placed(self, shapes: np.ndarray, is_small: bool, whole: bool) -> Placed:
        """The shapes' polygons that touch the place, each with the index of its shape."""
        parts, owners = single_polygons(shapes)
        self._account.parts += len(parts)
        finite = are_finite(parts)
        self._account.leave_out(NO_PLACE, int((~finite).sum()))
        parts, owners = parts[finite], owners[finite]
        bounds = shapely.bounds(parts)
        near, wanted = touch_any(bounds, self._near), touch_any(bounds, self._wanted)
        if whole:
            near, wanted = np.isin(owners, owners[near]), np.isin(owners, owners[wanted])
        elsewhere = self._count_far(parts[~near])
        moved, moved_owners = self._reprojected(parts[wanted], owners[wanted])
        valid, valid_owners = self._repaired(moved, moved_owners)
        here = touch_any(shapely.bounds(valid), [self.place.bounds])
        if whole:
            here = np.isin(valid_owners, valid_owners[here])
        on_grid = {*owners[near & ~wanted].tolist(), *valid_owners[here].tolist()}
        without_area = {*moved_owners.tolist()} - {*valid_owners.tolist()} - on_grid
        account = self._account
        account.parts_off_grid += elsewhere + int((~here).sum())
        account.on_grid += len(on_grid) if is_small else 0
        account.leave_out(NO_AREA, len(without_area))
        return list(zip(valid[here], valid_owners[here].tolist()))

    def _count_far(self, parts: np.ndarray) -> int:
        """Number of parts that lie elsewhere in the place's CRS; those that cannot be reprojected are left out."""
        firsts = shapely.get_coordinates(shapely.get_point(shapely.get_exterior_ring(parts), 0))
        nowhere = int((~np.isfinite(self._transform(firsts)).all(axis=1)).sum()) if len(parts) else 0
        self._account.leave_out(NO_PLACE, nowhere)
        return len(parts) - nowhere

    def _reprojected(self, parts: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The polygons in the place's CRS with the indices of their shapes, except those that cannot be reprojected."""
        if len(parts) and not self.crs.IsSame(self.place.crs):
            parts, owners = clip_far_parts(parts, owners, self._near)
            parts = reproject_polygons(parts, self._transform, self.place.tolerance)
        found = np.array([part is not None for part in parts], bool)
        self._account.leave_out(NO_PLACE, int((~found).sum()))
        return wrap_longitudes(parts[found], self.place), owners[found]

    def _repaired(self, parts: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Valid polygons with an area, with the indices of their shapes."""
        invalid = ~shapely.is_valid(parts)
        self._account.repaired += int((invalid & (shapely.area(shapely.envelope(parts)) > 0)).sum())
        parts = parts.copy()
        parts[invalid] = make_valid(parts[invalid])
        polygons, index = single_polygons(parts)
        has_area = shapely.area(polygons) > 0
        return polygons[has_area], owners[index[has_area]]


def _crs_of(layer: ogr.Layer, path: str) -> osr.SpatialReference:
    reference = layer.GetSpatialRef()
    if reference is None:
        require_proj()
    # GeoPackages use this name for an unknown CRS; the geographic variant would even look valid.
    if reference is None or "undefined" in (reference.GetName() or "").lower() or reference.IsLocal():
        raise InputError(
            f"{path} has no CRS that is tied to the earth.", "Assign one, for instance with ogr2ogr -a_srs EPSG:N."
        )
    return horizontal(reference)


def _extent(layer: ogr.Layer) -> tuple[float, float, float, float] | None:
    """Left, right, bottom, top; None if no feature has a geometry."""
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


def _has_requested_type(geometry: ogr.Geometry, path: LayerPath) -> bool:
    is_collection = ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbGeometryCollection
    return path.collections is None or path.collections == is_collection
