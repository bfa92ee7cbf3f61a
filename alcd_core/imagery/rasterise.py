"""Rasterising of polygons; a pixel belongs to a polygon if its centre lies inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .gdal_library import gdal, ogr, quiet
from .grid import Grid, Window


def rasterise(
    shapes: Iterable[tuple[BaseGeometry, int]],
    geotransform: Sequence[float],
    shape: tuple[int, int],
    data_type: int = gdal.GDT_Byte,
) -> np.ndarray:
    """(H, W) array of the polygons' values, 0 outside; later polygons overwrite earlier ones.

    ``shapes``: polygons in the CRS of ``geotransform``, with values that fit ``data_type``.
    """
    raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, data_type)
    raster.SetGeoTransform(geotransform)
    holder = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = holder.CreateLayer("shapes", geom_type=ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger64))
    for geometry, value in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("value", int(value))
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
        layer.CreateFeature(feature)
    if layer.GetFeatureCount():
        with quiet():  # GDAL warns because the layer declares no CRS; it is the raster's
            gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=value"])
    return raster.ReadAsArray()


class PolygonIndex:
    """Polygons with values, with fast access by window. Later polygons overwrite earlier ones."""

    def __init__(self, shapes: Sequence[tuple[BaseGeometry, int]]) -> None:
        self._geometries = [geometry for geometry, _ in shapes]
        self._values = [value for _, value in shapes]
        shapely.prepare(self._geometries)
        self._tree = shapely.STRtree(self._geometries)

    def rasterise(self, grid: Grid, window: Window, data_type: int = gdal.GDT_Byte) -> np.ndarray:
        """(H, W) array of the values of the polygons in the window, 0 elsewhere."""
        left, bottom, right, top = grid.window_bounds(window)
        geotransform = (left, grid.pixel_size, 0.0, top, 0.0, -grid.pixel_size)
        frame = shapely.box(left, bottom, right, top)
        found = np.sort(self._tree.query(frame, predicate="intersects"))
        shapes = [(self._clipped(index, frame, grid.pixel_size), self._values[index]) for index in found]
        return rasterise(shapes, geotransform, (window.height, window.width), data_type)

    def _clipped(self, index: int, frame: BaseGeometry, pixel_size: float) -> BaseGeometry:
        """The geometry, clipped to the window if it is large: a country's outline would be slow for every tile."""
        geometry = self._geometries[index]
        if shapely.get_num_coordinates(geometry) < 1000:
            return geometry
        if shapely.contains(geometry, frame):
            return frame
        return shapely.clip_by_rect(geometry, *shapely.buffer(frame, pixel_size).bounds)
