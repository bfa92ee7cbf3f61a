"""Unusual rasters as they occur in practice, made on the spot: data types, masks, georeferencing and containers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
HEIGHT, WIDTH = 200, 240
LEFT, TOP, PIXEL = 2_600_000.0, 1_200_000.0, 0.5
NORTH_UP = (LEFT, PIXEL, 0.0, TOP, 0.0, -PIXEL)
HOLE = np.zeros((HEIGHT, WIDTH), bool)
HOLE[40:90, 60:120] = True
"""The nodata pixels of some of them: 3,000 of 48,000."""
_CHANCE = np.random.default_rng(0)
IMAGE, OTHER = (_CHANCE.integers(1, 255, (3, HEIGHT, WIDTH)).astype(np.uint8) for _ in range(2))
INFRARED = _CHANCE.integers(1, 255, (HEIGHT, WIDTH)).astype(np.uint8)
_TYPES = {"uint8": 1, "uint16": 2, "int16": 3, "uint32": 4, "int32": 5, "float32": 6, "float64": 7, "complex64": 10}


def wkt(definition: str) -> str:
    """A CRS as text."""
    reference = osr.SpatialReference()
    reference.SetFromUserInput(definition)
    return reference.ExportToWkt()


def raster(
    path: Path | str,
    pixels: np.ndarray,
    *,
    alpha: int | None = None,
    nodata: float | None = None,
    mask: np.ndarray | None = None,
    geotransform: Sequence[float] | None = NORTH_UP,
    crs: str | None = "EPSG:2056",
    options: Sequence[str] = (),
    kind: int | None = None,
) -> str:
    """A GeoTIFF of (C, H, W). ``alpha``: the band that is flagged so. ``mask``: where its own mask is valid."""
    plain = () if alpha or any("PHOTOMETRIC" in option for option in options) else ("ALPHA=NO",)
    size = pixels.shape[2], pixels.shape[1], pixels.shape[0]
    made = gdal.GetDriverByName("GTiff").Create(str(path), *size, kind or _TYPES[pixels.dtype.name], [*plain, *options])
    if geotransform:
        made.SetGeoTransform(geotransform)
    if crs:
        made.SetProjection(wkt(crs))
    for number, band in enumerate(pixels, start=1):
        if nodata is not None:
            made.GetRasterBand(number).SetNoDataValue(nodata)
        made.GetRasterBand(number).WriteArray(band)
    if alpha:
        made.GetRasterBand(alpha).SetColorInterpretation(gdal.GCI_AlphaBand)
    if mask is not None:
        made.CreateMaskBand(gdal.GMF_PER_DATASET)
        made.GetRasterBand(1).GetMaskBand().WriteArray(np.where(mask, 255, 0).astype(np.uint8))
    made = None
    return str(path)


def with_band(pixels: np.ndarray, band: np.ndarray) -> np.ndarray:
    """One band more, of the same number type."""
    return np.concatenate([pixels, np.asarray(band)[None].astype(pixels.dtype)])


def opacity(opaque: float) -> np.ndarray:
    """An alpha band's values: 0 in the hole."""
    return np.where(HOLE, 0, opaque)


def holed(dtype: str, value: float, bands: Sequence[int] = (0, 1, 2)) -> np.ndarray:
    """The image with a value in the hole, in all or some of its bands."""
    pixels = IMAGE.astype(dtype)
    for band in bands:
        pixels[band, HOLE] = value
    return pixels


def per_band_nodata(folder: Path) -> str:
    """A virtual raster with another nodata value in each band, which a TIFF cannot have."""
    pixels = IMAGE.copy()
    for band in range(3):
        pixels[band, HOLE] = band + 1
    virtual = gdal.Translate(str(folder / "per band.vrt"), raster(folder / "source.tif", pixels))
    for band in range(3):
        virtual.GetRasterBand(band + 1).SetNoDataValue(band + 1)
    return str(folder / "per band.vrt")


def mask_file(folder: Path) -> str:
    """A mask in a file of its own, NAME.tif.msk."""
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO")
    path = raster(folder / "outer.tif", IMAGE, mask=~HOLE)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    assert Path(path + ".msk").exists()
    return path


def inner_mask(folder: Path, pixels: np.ndarray, mask: np.ndarray, **more: object) -> str:
    """A mask inside the file."""
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    path = raster(folder / "inner.tif", pixels, mask=mask, **more)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    return path


def nodata_beside(folder: Path) -> str:
    """A nodata value in NAME.tif.aux.xml only."""
    path = raster(folder / "beside.tif", holed("uint8", 0))
    bands = "".join(f'<PAMRasterBand band="{n}"><NoDataValue>0</NoDataValue></PAMRasterBand>' for n in (1, 2, 3))
    Path(path + ".aux.xml").write_text(f"<PAMDataset>{bands}</PAMDataset>")
    return path


def with_overviews(folder: Path) -> str:
    """Overviews in NAME.tif.ovr."""
    path = raster(folder / "overviews.tif", holed("uint8", 0), nodata=0, options=("TILED=YES",))
    opened = gdal.Open(path)
    opened.BuildOverviews("AVERAGE", [2, 4])
    opened = None
    assert Path(path + ".ovr").exists()
    return path


def described(path: str, band: int, text: str) -> str:
    """The raster with a description of one band."""
    opened = gdal.Open(path, gdal.GA_Update)
    opened.GetRasterBand(band).SetDescription(text)
    opened = None
    return path


def scaled(folder: Path) -> str:
    """Scale and offset, which do not change what is read."""
    path = raster(folder / "scaled.tif", IMAGE)
    opened = gdal.Open(path, gdal.GA_Update)
    for band in (1, 2, 3):
        opened.GetRasterBand(band).SetScale(0.01)
        opened.GetRasterBand(band).SetOffset(5)
    opened = None
    return path


def jpeg(folder: Path) -> str:
    """JPEG in TIFF, in YCbCr."""
    options = ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=100"]
    gdal.Translate(
        str(folder / "jpeg.tif"), raster(folder / "plain.tif", IMAGE), creationOptions=options, maskBand="none"
    )
    return str(folder / "jpeg.tif")


def unplaced(path: Path, how: Callable[[gdal.Dataset], object] | None = None) -> str:
    """A raster without geotransform and CRS, to which ``how`` does something."""
    made = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 3)
    made.WriteArray(IMAGE)
    if how:
        how(made)
    made = None
    return str(path)


def set_points(made: gdal.Dataset) -> None:
    """Ground control points at three corners."""
    corners = ((0, 0), (WIDTH, 0), (0, HEIGHT))
    points = [gdal.GCP(LEFT + x * PIXEL, TOP - y * PIXEL, 0, x, y) for x, y in corners]
    made.SetGCPs(points, wkt("EPSG:2056"))


def set_coefficients(made: gdal.Dataset) -> None:
    """Rational polynomial coefficients of a plain camera."""
    names = "LINE_OFF SAMP_OFF LAT_OFF LONG_OFF HEIGHT_OFF LINE_SCALE SAMP_SCALE LAT_SCALE LONG_SCALE HEIGHT_SCALE"
    values = "100 120 46.9 7.4 500 100 120 0.01 0.01 100"
    one, second, third = (" ".join("1" if index == place else "0" for index in range(20)) for place in (0, 1, 2))
    polynomials = {
        "LINE_NUM_COEFF": second,
        "LINE_DEN_COEFF": one,
        "SAMP_NUM_COEFF": third,
        "SAMP_DEN_COEFF": one,
    }
    made.SetMetadata({**dict(zip(names.split(), values.split())), **polynomials}, "RPC")


def palette(folder: Path) -> str:
    """Numbers of colours."""
    path = raster(folder / "palette.tif", IMAGE[:1])
    opened, table = gdal.Open(path, gdal.GA_Update), gdal.ColorTable()
    table.SetColorEntry(5, (1, 2, 3, 255))
    opened.GetRasterBand(1).SetColorTable(table)
    opened = None
    return path


def lost_source(folder: Path) -> str:
    """A mosaic whose part has gone."""
    part = raster(folder / "part.tif", IMAGE)
    gdal.BuildVRT(str(folder / "mosaic.vrt"), [part]).FlushCache()
    Path(part).unlink()
    return str(folder / "mosaic.vrt")


def container(folder: Path) -> str:
    """A netCDF of three variables."""
    with_quiet = raster(folder / "plain.tif", IMAGE, crs="EPSG:32632")
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.Translate(str(folder / "container.nc"), with_quiet, format="netCDF")
    gdal.PopErrorHandler()
    return str(folder / "container.nc")


def world_file(folder: Path) -> str:
    """A PNG with a world file, and no CRS."""
    path = folder / "world.png"
    gdal.Translate(
        str(path), raster(folder / "plain.tif", IMAGE), format="PNG", creationOptions=["WORLDFILE=YES"]
    ).FlushCache()
    Path(f"{path}.aux.xml").unlink(missing_ok=True)
    return str(path)
