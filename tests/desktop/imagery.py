"""A small pair of orthophotos for the tests in real programs."""

import json

import numpy as np
from osgeo import gdal, osr

SIDE = 128
LEFT, TOP, PIXEL = 500000, 5400000, 0.5
HOUSE = (40, 40, 80, 70)  # x and y of its corners in pixels


def make_pair(folder):
    """``before.tif`` of noise, ``after.tif`` with a bright house on it, and the house as ``reference.geojson``."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    pixels = np.random.default_rng(1).integers(60, 120, (3, SIDE, SIDE), np.uint8)
    left, top, right, bottom = HOUSE
    for name in ("before", "after"):
        raster = gdal.GetDriverByName("GTiff").Create(str(folder / f"{name}.tif"), SIDE, SIDE, 3)
        raster.SetGeoTransform((LEFT, PIXEL, 0, TOP, 0, -PIXEL))
        raster.SetProjection(crs.ExportToWkt())
        raster.WriteArray(pixels)
        raster.FlushCache()
        pixels[:, top:bottom, left:right] = 230
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    ring = [[LEFT + PIXEL * x, TOP - PIXEL * y] for x, y in corners]
    house = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32632"}}
    content = {"type": "FeatureCollection", "crs": named, "features": [house]}
    (folder / "reference.geojson").write_text(json.dumps(content))
