"""Outlines of connected changed pixels, simplified."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from .gdal_library import gdal, ogr
from .grid import Grid, Window
from .rasterise import rasterise

SMALLEST_PROPOSAL = 6.0
"""Square metres on the ground: about a garden shed. Smaller groups of pixels are noise more often than change, cost the
analyst time, and are far below the share that makes a tile changed."""

LARGEST_DISTORTION = 0.1
"""Share by which simplification may change a polygon's area."""


def outlines(raster: gdal.Dataset) -> list[Polygon]:
    """One valid polygon for every group of pixels above 0 that are connected by their sides, in the raster's CRS."""
    holder = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = holder.CreateLayer("outlines", geom_type=ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, 0)
    polygons = (shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer)
    return [part for polygon in polygons for part in _valid_parts(polygon)]


def fewer_corners(polygons: Sequence[Polygon], tolerance: float) -> list[Polygon]:
    """The polygons without the staircase edges of pixels; they do not overlap.

    ``tolerance`` in CRS units: a corner is removed if its triangle's area is below the tolerance squared (Visvalingam,
    Whyatt 1993). Small polygons whose area would change by more than a tenth are left unchanged, and so are those that
    would then overlap them.
    """
    if tolerance <= 0 or not polygons:
        return list(polygons)
    whole = np.array(polygons, dtype=object)
    simple = shapely.coverage_simplify(whole, tolerance)
    areas = shapely.area(whole)
    stays = np.abs(shapely.area(simple) - areas) > LARGEST_DISTORTION * areas
    while True:
        result = np.where(stays, whole, simple)
        _, others = shapely.STRtree(result).query(whole[stays], predicate="overlaps")
        if stays[others].all():
            return list(result)
        stays[others] = True


def proposal_polygons(
    probability: np.ndarray, grid: Grid, window: Window, threshold: float = 0.5
) -> list[tuple[Polygon, float]]:
    """Change polygons of one tile, in the grid's CRS, each with its mean probability; none below SMALLEST_PROPOSAL.

    ``probability``: (H, W) of the window; negative or NaN if unknown.
    """
    left, _, _, top = grid.window_bounds(window)
    raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((left, grid.pixel_size, 0.0, top, 0.0, -grid.pixel_size))
    raster.WriteArray((probability >= threshold).astype(np.uint8))
    minimum_area = SMALLEST_PROPOSAL * (grid.pixel_size / grid.gsd) ** 2  # in CRS units
    found = [polygon for polygon in outlines(raster) if polygon.area >= minimum_area]
    numbered = [(polygon, number) for number, polygon in enumerate(found, start=1)]
    zones = rasterise(numbered, raster.GetGeoTransform(), (window.height, window.width), gdal.GDT_Int32)
    totals, pixels, _ = zonal_figures(zones, probability, len(found))
    return list(zip(fewer_corners(found, grid.pixel_size), (totals / pixels).tolist()))


def zonal_figures(zones: np.ndarray, probability: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum of the probabilities, number of pixels and highest probability of each zone, (count,) each.

    ``zones``: (H, W) numbers from 1 to ``count``, 0 outside; ``probability``: (H, W).
    """
    inside = zones > 0
    order = np.argsort(zones[inside], kind="stable")
    numbers, values = zones[inside][order], probability[inside][order].astype(np.float64)
    totals, pixels, maxima = np.zeros(count), np.zeros(count, np.int64), np.zeros(count)
    found, starts = np.unique(numbers, return_index=True)
    if len(found):
        totals[found - 1] = np.add.reduceat(values, starts)
        pixels[found - 1] = np.diff([*starts, len(values)])
        maxima[found - 1] = np.maximum.reduceat(values, starts)
    return totals, pixels, maxima


def _valid_parts(polygon: Polygon) -> list[Polygon]:
    repaired = polygon if polygon.is_valid else shapely.make_valid(polygon)
    return [part for part in shapely.get_parts(repaired) if part.geom_type == "Polygon" and part.area > 0]
