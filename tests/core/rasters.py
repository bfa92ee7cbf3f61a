"""Small real rasters for tests: a pair of orthophotos of a few blocks, in which some are built and torn down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()


@dataclass(frozen=True)
class Pair:
    """Paths of a pair and of the polygons of what changed."""

    before: str
    after: str
    changes: str


def write_raster(path: Path, pixels: np.ndarray, epsg: int = 2056, origin=(2_600_000.0, 1_200_000.0), gsd=0.5) -> str:
    """A GeoTIFF of (C, H, W)."""
    kinds = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}
    bands, height, width = pixels.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, kinds[pixels.dtype.name])
    raster.SetGeoTransform((origin[0], gsd, 0, origin[1], 0, -gsd))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    raster.SetProjection(reference.ExportToWkt())
    raster.WriteArray(pixels)
    raster.FlushCache()
    return str(path)


def write_polygons(path: Path, rectangles, epsg: int = 2056, **fields: str) -> str:
    """A GeoPackage of rectangles (left, bottom, right, top); ``fields`` are the same for all of them."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("changes", reference, ogr.wkbPolygon)
    for name in fields:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for left, bottom, right, top in rectangles:
        feature = ogr.Feature(layer.GetLayerDefn())
        corners = f"{left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({corners}))"))
        for name, value in fields.items():
            feature.SetField(name, value)
        layer.CreateFeature(feature)
    return str(path)


def make_pair(folder: Path, size: int = 320, bands: int = 3, seed: int = 0, gsd: float = 0.5) -> Pair:
    """Grass with grain; bright blocks of about 20 px in one quarter are new in the second date, which is darker."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng(seed)
    left, top = 2_600_000.0, 1_200_000.0
    before = chance.normal(90, 12, (bands, size, size))
    after = chance.normal(75, 12, (bands, size, size))
    rectangles = []
    for number in range(size // 16):
        x, y = chance.integers(0, size - 24, 2)
        width, height = chance.integers(14, 24, 2)
        after[:, y : y + height, x : x + width] = chance.normal(190, 8, (bands, height, width))
        is_new = number % 2 == 0 and x < size // 2
        if is_new:
            corner = (left + x * gsd, top - (y + height) * gsd)
            rectangles.append((*corner, corner[0] + width * gsd, corner[1] + height * gsd))
        else:
            before[:, y : y + height, x : x + width] = chance.normal(205, 8, (bands, height, width))
    paths = [
        write_raster(folder / f"{name}.tif", pixels.clip(1, 255).astype(np.uint8), gsd=gsd)
        for name, pixels in (("before", before), ("after", after))
    ]
    return Pair(*paths, write_polygons(folder / "changes.gpkg", rectangles))
