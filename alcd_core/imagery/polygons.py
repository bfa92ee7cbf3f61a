"""Change polygons from a probability map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..progress import Reporter
from ..temporary_files import scratch_folder
from .gdal_library import gdal, ogr, quiet, spatial_reference
from .grid import Grid, Window
from .ground import local_equal_area
from .map_blocks import ProbabilityMap
from .outline_strips import OutlineStrips, on_grid
from .output_file import publish, writing
from .pixel_polygons import fewer_corners
from .rasterise import PolygonIndex

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
LAYER = "changes"
STRIP_PIXELS = 2**23
"""Size of the strips in which a map is read: 32 MB of probabilities."""

REACH = 4.0
"""Outlines that are further apart than this many tolerances do not affect each other's simplification."""


@dataclass(frozen=True)
class Redrawing:
    """A way to draw finished outlines again.

    ``redraw``: takes outlines of pixels in the grid's CRS, the same with fewer corners, and the grid; returns new
    outlines and the outcome of each in words. ``reach``: how far apart outlines of a grid must be, in pixels, not to
    affect each other.
    """

    redraw: Callable[[Sequence[Polygon], Sequence[Polygon], Grid], tuple[list[Polygon], list[str]]]
    reach: Callable[[Grid], float]


@dataclass(frozen=True)
class PolygonSummary:
    """Number and total area (m2) of the polygons that were written, and the outcomes of their redrawing."""

    count: int
    total_area: float
    outcomes: Counter[str]


@dataclass(frozen=True)
class ChangePolygon:
    """One polygon of the result with its attributes. ``area``: m2 on the ground; probabilities 0 to 1; ``outcome``: of
    the redrawing, if there was one."""

    polygon: Polygon
    area: float
    mean_probability: float
    max_probability: float
    outcome: str | None


@dataclass(frozen=True)
class Outline:
    """A finished outline in pixels of the grid, with the probabilities of the pixels in it."""

    polygon: Polygon
    mean: float
    maximum: float


def write_change_polygons(
    probability_path: str,
    output_path: str,
    *,
    threshold: float = 0.5,
    minimum_area: float = 0.0,
    simplify: float | None = None,
    round_number: int = 0,
    ignore: Sequence[BaseGeometry] = (),
    redrawing: Redrawing | None = None,
    reporter: Reporter | None = None,
) -> PolygonSummary:
    """Turn connected pixels with at least ``threshold`` into polygons of a GeoPackage (or .geojson), layer "changes".

    ``minimum_area``: m2 on the ground; smaller polygons are left out. ``simplify``: metres; None means one pixel, 0
    keeps the staircase edges of pixels. ``round_number``: written to the attribute ``round``. ``ignore``: polygons in
    the map's CRS whose pixels are left out. ``redrawing``: how the outlines are drawn again.
    Raises InputError if the map cannot be read or the output cannot be written.
    """
    reporter = reporter or Reporter()
    driver = DRIVERS.get(Path(output_path).suffix.lower())
    if driver is None:
        raise InputError(f"{output_path} is neither .gpkg nor .geojson.", "Choose one of these endings.")
    probability = ProbabilityMap(probability_path)
    grid = probability.grid
    tolerance = grid.gsd if simplify is None else simplify
    changes = _changes(probability, threshold, ignore, tolerance, minimum_area, redrawing, reporter)
    count, total_area, outcomes = 0, 0.0, Counter[str]()
    with scratch_folder(output_path) as folder, writing(output_path, reporter):
        finished = folder / f"finished{Path(output_path).suffix}"
        with _new_layer(finished, driver, grid.crs) as layer:
            for change in changes:
                _write(layer, change, round_number)
                count, total_area = count + 1, total_area + change.area
                outcomes.update([change.outcome] if change.outcome else [])
        _require_complete(finished, count)
        publish(finished, output_path)
    return PolygonSummary(count, total_area, outcomes)


def true_areas(polygons: Sequence[Polygon], grid: Grid) -> np.ndarray:
    """Areas in m2 on the ground, whatever the grid's CRS, by a local Lambert azimuthal equal-area projection."""
    left, bottom, right, top = grid.bounds
    to_metres = local_equal_area(spatial_reference(grid.crs), (left + right) / 2, (bottom + top) / 2)
    return shapely.area(shapely.transform(np.array(polygons, dtype=object), to_metres))


def refuse_other_layers(path: str) -> None:
    """Raise InputError if the path is a GeoPackage with layers other than change polygons: they would be lost."""
    if not (path.lower().endswith(".gpkg") and Path(path).is_file()):
        return
    try:
        with quiet():
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
            layers = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    except RuntimeError as error:
        raise InputError(
            f"{path} exists already and is not a GeoPackage.", "Choose another name, or move it away."
        ) from error
    others = [name for name in layers if name not in (LAYER, "layer_styles")]  # QGIS stores styles in layer_styles
    if others:
        raise InputError(
            f"{path} contains other layers ({', '.join(others[:3])}), which would be lost.", "Choose another name."
        )


def _changes(
    probability: ProbabilityMap,
    threshold: float,
    ignore: Sequence[BaseGeometry],
    tolerance: float,
    minimum_area: float,
    redrawing: Redrawing | None,
    reporter: Reporter,
) -> Iterator[ChangePolygon]:
    """The polygons, each as soon as it and all polygons near it are complete. ``tolerance``: metres."""
    grid, ignored = probability.grid, PolygonIndex([(geometry, 1) for geometry in ignore])
    found, waiting = OutlineStrips(grid.width), list[Outline]()
    reach = max(REACH * tolerance / grid.gsd, redrawing.reach(grid) if redrawing else 0.0)
    for strip in _strips(grid):
        reporter.progress(strip.y / grid.height, "Drawing outlines")
        values, known = probability.read(strip)
        changed = known & (values >= threshold) & (ignored.rasterise(grid, strip) == 0)
        end = strip.y + strip.height
        closed = found.add(changed, values, is_last=end == grid.height)
        waiting += [Outline(group.outline(), group.mean, group.maximum) for group in closed]
        still_open = [part for group in found.open.values() for part in group.parts]
        if end == grid.height:
            ready = waiting
        else:
            ready, waiting = _apart(waiting, still_open, end, reach)
        results = _measured(ready, grid, tolerance, redrawing)
        yield from (result for result in results if result.area >= minimum_area)
    reporter.progress(1.0, "Writing polygons")


def _strips(grid: Grid) -> Iterator[Window]:
    """Windows of full rows that cover the grid, from top to bottom."""
    height = max(STRIP_PIXELS // grid.width, 1)
    for y in range(0, grid.height, height):
        yield Window(0, y, grid.width, min(height, grid.height - y))


def _apart(
    outlines: list[Outline], still_open: list[Polygon], row: int, reach: float
) -> tuple[list[Outline], list[Outline]]:
    """Outlines whose surroundings are complete, and those that have to wait. An outline waits if it, or another one
    that it is linked to by distances below ``reach``, comes within ``reach`` of an open group or of the next strip,
    which begins at ``row``. Lengths in pixels."""
    if reach <= 0:
        return outlines, []
    polygons = np.array([outline.polygon for outline in outlines], dtype=object)
    tree = shapely.STRtree(polygons)
    waits = shapely.bounds(polygons)[:, 3] >= row - reach
    _, near = tree.query(np.array(still_open, dtype=object), predicate="dwithin", distance=reach)
    waits[near] = True
    new = np.flatnonzero(waits)
    while len(new):
        _, near = tree.query(polygons[new], predicate="dwithin", distance=reach)
        new = np.unique(near[~waits[near]])
        waits[new] = True
    pairs = list(zip(outlines, waits))
    return [one for one, wait in pairs if not wait], [one for one, wait in pairs if wait]


def _measured(
    outlines: Sequence[Outline], grid: Grid, tolerance: float, redrawing: Redrawing | None
) -> Iterator[ChangePolygon]:
    """The outlines in the grid's CRS with fewer corners, and drawn again if wanted. ``tolerance``: metres."""
    if not outlines:
        return
    whole = on_grid([outline.polygon for outline in outlines], grid)
    final = fewer_corners(whole, tolerance * grid.pixel_size / grid.gsd)
    outcomes: Sequence[str | None] = [None] * len(final)
    if redrawing:
        final, outcomes = redrawing.redraw(whole, final, grid)
    for outline, polygon, area, outcome in zip(outlines, final, map(float, true_areas(final, grid)), outcomes):
        yield ChangePolygon(polygon, area, outline.mean, outline.maximum, outcome)


@contextmanager
def _new_layer(path: Path, driver: str, crs: str) -> Iterator[ogr.Layer]:
    """The empty layer of a new file. The file is flushed and closed at the end."""
    # GeoJSON requires longitude and latitude (RFC 7946); OGR reprojects the polygons.
    options = ["RFC7946=YES"] if driver == "GeoJSON" else []
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    try:
        layer = dataset.CreateLayer(LAYER, spatial_reference(crs), ogr.wkbPolygon, options)
        for name in ("area_m2", "mean_probability", "max_probability"):
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
        layer.CreateField(ogr.FieldDefn("round", ogr.OFTInteger))
        layer.StartTransaction()
        yield layer
        layer.CommitTransaction()
        dataset.FlushCache()  # raises if the disk is full; closing the file does not
    finally:
        del dataset  # closes it while its folder still exists


def _require_complete(path: Path, count: int) -> None:
    """Raise OSError if polygons are missing: GDAL writes a GeoJSON to a full disk without an error."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        written = dataset.GetLayer(0).GetFeatureCount()
    except RuntimeError as error:
        raise OSError("the file is incomplete") from error
    if written != count:
        raise OSError(f"only {written:,} of {count:,} polygons could be written")


def _write(layer: ogr.Layer, change: ChangePolygon, round_number: int) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("area_m2", round(change.area, 3))
    feature.SetField("mean_probability", round(change.mean_probability, 4))
    feature.SetField("max_probability", round(change.max_probability, 4))
    feature.SetField("round", round_number)
    feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(change.polygon)))
    layer.CreateFeature(feature)
