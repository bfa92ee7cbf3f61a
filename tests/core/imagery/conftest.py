"""Small rasters and polygon layers, made on the spot."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
LV95 = "EPSG:2056"
ORIGIN = (2640000.0, 1250000.0)


def crs_wkt(definition: str) -> str:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(definition)
    return reference.ExportToWkt()


@pytest.fixture
def make_raster(tmp_path: Path) -> Callable[..., str]:
    """A function that writes an array (C, H, W) as GeoTIFF and returns its path."""

    def write(
        name: str,
        array: np.ndarray,
        *,
        crs: str = LV95,
        origin: tuple[float, float] = ORIGIN,
        pixel: float = 0.5,
        geotransform: tuple[float, ...] | None = None,
        nodata: float | None = None,
        mask: np.ndarray | None = None,
        alpha: bool = False,
        options: tuple[str, ...] = (),
    ) -> str:
        path = tmp_path / name
        types = {"uint8": 1, "uint16": 2, "int16": 3, "float32": 6, "float64": 7, "complex64": 10}
        count, height, width = array.shape
        photometric = [] if alpha else ["ALPHA=NO"]
        driver = gdal.GetDriverByName("GTiff")
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        kind = types[array.dtype.name]
        dataset = driver.Create(str(path), width, height, count, kind, [*photometric, *options])
        dataset.SetGeoTransform(geotransform or (origin[0], pixel, 0, origin[1], 0, -pixel))
        if crs:
            dataset.SetProjection(crs_wkt(crs))
        for index in range(count):
            band = dataset.GetRasterBand(index + 1)
            band.WriteArray(array[index])
            if nodata is not None:
                band.SetNoDataValue(nodata)
        if alpha:
            dataset.GetRasterBand(count).SetColorInterpretation(gdal.GCI_AlphaBand)
        if mask is not None:
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask.astype(np.uint8) * 255)
        dataset = None
        return str(path)

    return write


@pytest.fixture
def make_layer(tmp_path: Path) -> Callable[..., str]:
    """A function that writes geometries, with an optional class each, as a vector file and returns its path."""

    def write(
        name: str, geometries: list[Any], *, crs: str = LV95, classes: list[str] | None = None, layer: str = "shapes"
    ) -> str:
        path = tmp_path / name
        driver = ogr.GetDriverByName({".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}[path.suffix])
        dataset = driver.Open(str(path), 1) if path.exists() else driver.CreateDataSource(str(path))
        reference = None
        if crs:
            reference = osr.SpatialReference()
            reference.SetFromUserInput(crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        points = bool(geometries) and all(g.geom_type == "Point" for g in geometries)
        vectors = dataset.CreateLayer(layer, reference, ogr.wkbPoint if points else ogr.wkbMultiPolygon)
        if classes:
            vectors.CreateField(ogr.FieldDefn("class", ogr.OFTString))
        for number, geometry in enumerate(geometries):
            feature = ogr.Feature(vectors.GetLayerDefn())
            if classes:
                feature.SetField("class", classes[number])
            feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
            vectors.CreateFeature(feature)
        feature = vectors = dataset = None
        return str(path)

    return write


@pytest.fixture
def noise() -> Callable[..., np.ndarray]:
    """A function from a shape (and dtype) to random pixels from 1 up, always the same."""

    def make(*shape: int, dtype: str = "uint8", seed: int = 0) -> np.ndarray:
        top = {"uint8": 255, "uint16": 4000, "float32": 1000}[dtype]
        return np.random.default_rng(seed).integers(1, top, shape).astype(dtype)

    return make
