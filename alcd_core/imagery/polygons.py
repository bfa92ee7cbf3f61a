"""Change polygons from a map of probabilities: what goes into the GIS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..progress import Reporter
from ..temporary_files import scratch_folder
from .gdal_library import gdal, ogr, progress_callback, quiet, spatial_reference
from .grid import Grid
from .ground import local_equal_area
from .map_blocks import ProbabilityMap, blocks
from .output_file import publish, writing
from .pixel_polygons import ZonalStatistics, fewer_corners, outlines
from .rasterise import PolygonIndex

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
LAYER = "changes"


@dataclass(frozen=True)
class PolygonSummary:
    """What was written. ``total_area``: m2."""

    count: int
    total_area: float


@dataclass(frozen=True)
class ChangePolygon:
    """One polygon of the result with its attributes. ``area``: m2 on the ground; probabilities 0 to 1."""

    polygon: Polygon
    area: float
    mean_probability: float
    max_probability: float


def write_change_polygons(
    probability_path: str,
    output_path: str,
    *,
    threshold: float = 0.5,
    minimum_area: float = 0.0,
    simplify: float | None = None,
    round_number: int = 0,
    ignore: Sequence[BaseGeometry] = (),
    reporter: Reporter | None = None,
) -> PolygonSummary:
    """Turn connected pixels with at least ``threshold`` into polygons of a GeoPackage (or .geojson), layer "changes".

    ``minimum_area``: m2 on the ground; smaller polygons are left out. ``simplify``: metres; None is one pixel, 0 keeps
    the pixels' stairs. ``round_number``: kept as the attribute ``round``. ``ignore``: polygons in the map's CRS whose
    pixels take no part. Raises InputError where the map cannot be read or the output cannot be written.
    """
    reporter = reporter or Reporter()
    driver = DRIVERS.get(Path(output_path).suffix.lower())
    if driver is None:
        raise InputError(f"{output_path} is neither .gpkg nor .geojson.", "Choose one of these endings.")
    probability = ProbabilityMap(probability_path)
    with scratch_folder(output_path) as folder, writing(output_path, reporter):
        changed = _changed_pixels(probability, threshold, ignore, folder / "changed.tif", reporter.part(0.0, 0.3))
        found = outlines(changed, progress_callback(reporter.part(0.3, 0.5), "Drawing outlines"))
        del changed
        tolerance = probability.grid.gsd if simplify is None else simplify
        results = _measured(found, probability, tolerance, reporter.part(0.5, 0.9))
        kept = [result for result in results if result.area >= minimum_area]
        finished = folder / f"finished{Path(output_path).suffix}"
        _write(finished, driver, kept, probability.grid.crs, round_number, reporter.part(0.9, 1.0))
        publish(finished, output_path)
    return PolygonSummary(len(kept), sum(result.area for result in kept))


def true_areas(polygons: Sequence[Polygon], grid: Grid) -> np.ndarray:
    """Areas in m2 on the ground, whatever the grid's CRS, by a local Lambert azimuthal equal-area projection."""
    left, bottom, right, top = grid.bounds
    to_metres = local_equal_area(spatial_reference(grid.crs), (left + right) / 2, (bottom + top) / 2)
    return shapely.area(shapely.transform(np.array(polygons, dtype=object), to_metres))


def refuse_other_layers(path: str) -> None:
    """Raise InputError where a GeoPackage lies there that holds anything but change polygons: it would be lost."""
    if not (path.lower().endswith(".gpkg") and Path(path).is_file()):
        return
    try:
        with quiet():
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
            layers = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    except RuntimeError as error:
        raise InputError(
            f"{path} is there already, and no GeoPackage.", "Choose another name, or move it away."
        ) from error
    others = [name for name in layers if name not in (LAYER, "layer_styles")]  # what QGIS keeps beside it
    if others:
        raise InputError(
            f"{path} holds {', '.join(others[:3])} and would be replaced as a whole.", "Choose another name."
        )


def _changed_pixels(
    probability: ProbabilityMap, threshold: float, ignore: Sequence[BaseGeometry], path: Path, reporter: Reporter
) -> gdal.Dataset:
    """A Byte raster: 1 where the map says change, 0 elsewhere."""
    grid, ignored = probability.grid, PolygonIndex([(geometry, 1) for geometry in ignore])
    options = ["TILED=YES", "COMPRESS=DEFLATE", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), grid.width, grid.height, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(grid.geotransform)
    windows = blocks(grid)
    for done, window in enumerate(windows):
        reporter.progress(done / len(windows), "Reading the map")
        values, known = probability.read(window)
        changed = known & (values >= threshold) & (ignored.burn(grid, window) == 0)
        raster.GetRasterBand(1).WriteArray(changed.astype(np.uint8), window.x, window.y)
    raster.FlushCache()
    return raster


def _measured(
    found: list[Polygon], probability: ProbabilityMap, tolerance: float, reporter: Reporter
) -> list[ChangePolygon]:
    grid = probability.grid
    statistics = ZonalStatistics(found, grid)
    windows = blocks(grid)
    for done, window in enumerate(windows):
        reporter.progress(done / len(windows), "Measuring polygons")
        statistics.add(window, probability.read(window)[0])
    simple = fewer_corners(found, tolerance * grid.pixel_size / grid.gsd)
    columns = zip(simple, true_areas(simple, grid), statistics.mean, statistics.maximum)
    return [ChangePolygon(polygon, float(area), float(mean), float(top)) for polygon, area, mean, top in columns]


def _write(
    path: Path, driver: str, polygons: list[ChangePolygon], crs: str, round_number: int, reporter: Reporter
) -> None:
    # GeoJSON is in longitude and latitude by its standard (RFC 7946); OGR reprojects for it.
    options = ["RFC7946=YES"] if driver == "GeoJSON" else []
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer(LAYER, spatial_reference(crs), ogr.wkbPolygon, options)
    for name in ("area_m2", "mean_probability", "max_probability"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("round", ogr.OFTInteger))
    layer.StartTransaction()
    for done, result in enumerate(polygons):
        if done % 1000 == 0:
            reporter.progress(done / len(polygons), "Writing polygons")
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("area_m2", round(result.area, 3))
        feature.SetField("mean_probability", round(result.mean_probability, 4))
        feature.SetField("max_probability", round(result.max_probability, 4))
        feature.SetField("round", round_number)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(result.polygon)))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    dataset.FlushCache()  # a full disk is told here; closing the file keeps silent
