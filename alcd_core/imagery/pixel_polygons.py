"""Polygons from pixels: the outlines of connected changed pixels, with fewer corners."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from .gdal_library import gdal, ogr
from .grid import Grid, Window
from .rasterise import PolygonIndex

SMALLEST_PROPOSAL = 6.0
"""Square metres on the ground: about a garden shed. Smaller groups of pixels are noise more often than change, cost the
analyst a look each, and are far below the share that makes a tile changed."""

LARGEST_DISTORTION = 0.1
"""Share of its area by which a simplified polygon may be off."""


def outlines(raster: gdal.Dataset, callback: object = None) -> list[Polygon]:
    """One valid polygon for every group of pixels above 0 that touch with a side, in the raster's CRS."""
    holder = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = holder.CreateLayer("outlines", geom_type=ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, 0, callback=callback)
    polygons = (shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer)
    return [part for polygon in polygons for part in _valid_parts(polygon)]


def fewer_corners(polygons: Sequence[Polygon], tolerance: float) -> list[Polygon]:
    """The polygons without the stairs of pixels; they do not overlap.

    ``tolerance`` in CRS units: a corner goes if its triangle's area is below the square of it (Visvalingam, Whyatt
    1993). What would lose or gain more than a tenth of its area by that, because it is small, stays as it is, and so
    does what would then overlap it.
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

    ``probability``: (H, W) of the window; negative or NaN where there is none.
    """
    left, _, _, top = grid.window_bounds(window)
    raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((left, grid.pixel_size, 0.0, top, 0.0, -grid.pixel_size))
    raster.WriteArray((probability >= threshold).astype(np.uint8))
    least = SMALLEST_PROPOSAL * (grid.pixel_size / grid.gsd) ** 2  # in CRS units
    found = [polygon for polygon in outlines(raster) if polygon.area >= least]
    statistics = ZonalStatistics(found, grid)
    statistics.add(window, probability)
    return list(zip(fewer_corners(found, grid.pixel_size), statistics.mean.tolist()))


class ZonalStatistics:
    """Mean and maximum probability of the pixels in each polygon, gathered window by window.

    ``polygons``: outlines of pixels of the grid that do not overlap.
    """

    def __init__(self, polygons: Sequence[Polygon], grid: Grid) -> None:
        self._index = PolygonIndex([(polygon, number + 1) for number, polygon in enumerate(polygons)])
        self._grid = grid
        self._total = np.zeros(len(polygons) + 1)
        self._count = np.zeros(len(polygons) + 1)
        self.maximum = np.zeros(len(polygons))
        """Highest probability of each polygon."""

    def add(self, window: Window, probability: np.ndarray) -> None:
        """Take in the probabilities (H, W) of a window. Each pixel must come once."""
        zones = self._index.burn(self._grid, window, gdal.GDT_Int32)
        order = np.argsort(zones[zones > 0], kind="stable")
        numbers, values = zones[zones > 0][order], probability[zones > 0][order].astype(np.float64)
        found, starts = np.unique(numbers, return_index=True)
        if len(found) == 0:
            return
        self._total[found] += np.add.reduceat(values, starts)
        self._count[found] += np.diff([*starts, len(values)])
        self.maximum[found - 1] = np.maximum(self.maximum[found - 1], np.maximum.reduceat(values, starts))

    @property
    def mean(self) -> np.ndarray:
        """Mean probability of each polygon; 0 where no pixel was added."""
        return (self._total / np.maximum(self._count, 1))[1:]


def _valid_parts(polygon: Polygon) -> list[Polygon]:
    repaired = polygon if polygon.is_valid else shapely.make_valid(polygon)
    return [part for part in shapely.get_parts(repaired) if part.geom_type == "Polygon" and part.area > 0]
