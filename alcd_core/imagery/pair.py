"""The aligned pair: both dates on the common grid, warped on the fly."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ..errors import InputError
from ..service_file import is_service
from .gdal_library import gdal, quiet
from .grid import Grid, Window
from .masking import OPAQUE, can_hold, masking_of, virtual_mask
from .raster import RasterSource, open_raster, raster_crs, reading_fault
from .rasterise import PolygonIndex
from .retries import read_again
from .service_description import offline
from .service_tiles import ServiceTiles

MAXIMUM_ERROR = 0.05
"""Pixels by which the warp may deviate from the exact transformation; computing every pixel exactly is far slower."""


def aligned_dataset(source: RasterSource, grid: Grid) -> gdal.Dataset:
    """A virtual raster: the chosen bands on the grid, then an alpha band from nodata, mask, alpha and outline.

    An already aligned raster stays unchanged. Overviews are used only for grids that are coarser than the source.
    """
    return warped(selected_bands(source), grid)


def warped(selected: gdal.Dataset, grid: Grid) -> gdal.Dataset:
    """A virtual raster on the grid from one of ``selected_bands``."""
    return gdal.Warp(
        "",
        selected,
        format="VRT",
        dstAlpha=True,
        srcSRS=raster_crs(selected).ExportToWkt(),
        dstSRS=grid.crs,
        outputBounds=grid.bounds,
        width=grid.width,
        height=grid.height,
        resampleAlg="bilinear",
        errorThreshold=MAXIMUM_ERROR,
        warpOptions=["UNIFIED_SRC_NODATA=YES", f"DST_ALPHA_MAX={OPAQUE}"],
    )


def selected_bands(source: RasterSource) -> gdal.Dataset:
    """A virtual raster of the chosen bands, with nodata values if those count, then an 8-bit alpha band if the
    raster's own alpha band or mask counts (see ``masking_of``).

    A chosen band that is flagged alpha becomes data.
    """
    dataset = open_raster(source.path)
    if source.bands and max(source.bands) > dataset.RasterCount:
        raise InputError(
            f"{source.path} has {dataset.RasterCount} bands, but band {max(source.bands)} is needed.",
            "Choose other bands, or the raster that the campaign was created with.",
        )
    masking = masking_of(source)
    given = {} if source.nodata is None else {"noData": source.nodata}
    nodata = given if masking.nodata else {"noData": "none"}
    if is_service(source.path) and masking.alpha is not None:  # one reader, since decoding takes most of the time
        return gdal.Translate("", dataset, format="VRT", bandList=[*source.bands, masking.alpha], maskBand="none")
    virtual = gdal.Translate("", dataset, format="VRT", bandList=[*source.bands], maskBand="none", **nodata)
    for number, original in enumerate(source.bands, start=1):
        band, value = virtual.GetRasterBand(number), dataset.GetRasterBand(original).GetNoDataValue()
        if band.GetColorInterpretation() == gdal.GCI_AlphaBand:
            band.SetColorInterpretation(gdal.GCI_Undefined)
        if source.nodata is None and value is not None and not can_hold(band, value):
            band.DeleteNoDataValue()  # GDAL would use the nearest value that the data type can hold
    if masking.has_mask or masking.alpha is not None:
        virtual.AddBand(gdal.GDT_Byte)
        alpha = virtual.GetRasterBand(virtual.RasterCount)
        alpha.SetColorInterpretation(gdal.GCI_AlphaBand)
        alpha.SetMetadataItem("source_0", virtual_mask(source, masking, dataset), "new_vrt_sources")
    return virtual


class AlignedPair:
    """Reads windows of both dates on the grid. Opens the rasters at the first read; not thread-safe.

    ``aoi_wkb``: area of interest in the grid's CRS, or None for the whole grid.
    """

    def __init__(self, before: RasterSource, after: RasterSource, grid: Grid, aoi_wkb: bytes | None = None) -> None:
        self.before = before
        self.after = after
        self.grid = grid
        self.aoi_wkb = aoi_wkb
        self._datasets: list[gdal.Dataset] = []
        self._aoi: PolygonIndex | None = None
        self._dtype: np.dtype | None = None
        self._services: dict[str, ServiceTiles] = {}
        self._selected: dict[str, gdal.Dataset] = {}  # of services: keeps decoded tiles for the next window

    @property
    def bands(self) -> int:
        """Number of bands per date."""
        return len(self.before.bands)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Images (2, C, H, W) uint8, uint16 or float32, and a mask of the pixels within the AOI that are valid on both
        dates, (H, W) bool.

        Pixels that are not valid are 0. A pixel is valid if at least half of its resampling weight is.
        Raises InputError if a raster cannot be read.
        """
        self._open()
        images = np.stack([self._read_date(dataset, window) for dataset in self._datasets])
        alpha, colours = images[:, -1], images[:, :-1]
        valid: np.ndarray = np.all(alpha >= OPAQUE / 2, axis=0)
        if colours.dtype == np.float32:
            valid &= np.isfinite(colours).all(axis=(0, 1))
        if self._aoi is not None:
            valid &= self._aoi.rasterise(self.grid, window).astype(bool)
        return np.where(valid, colours, colours.dtype.type(0)), valid

    def _open(self) -> None:
        if self._datasets:
            return
        self._datasets = [aligned_dataset(source, self.grid) for source in (self.before, self.after)]
        self._dtype = _common_dtype(self._datasets)
        services = [date for date in (self.before, self.after) if is_service(date.path)]
        self._services = {date.path: ServiceTiles(date.path) for date in services}
        self._selected = {date.path: selected_bands(date) for date in services}
        if self.aoi_wkb is not None:
            parts = shapely.get_parts(shapely.from_wkb(self.aoi_wkb))
            self._aoi = PolygonIndex([(part, 1) for part in parts])

    def _read_date(self, dataset: gdal.Dataset, window: Window) -> Any:
        date = self.before if dataset is self._datasets[0] else self.after
        place = (window.x, window.y, window.width, window.height)
        buffer_type = _GDAL_TYPES[np.dtype(self._dtype).name]
        if date.path in self._services:
            return self._read_service(date, self.grid.part(window), buffer_type)
        try:
            with quiet():
                return read_again(date.path, lambda: dataset.ReadAsArray(*place, buf_type=buffer_type))
        except RuntimeError as error:
            raise reading_fault(date.path, error) from error

    def _read_service(self, date: RasterSource, grid: Grid, buffer_type: int) -> Any:
        """Only the tiles that the window itself needs are fetched; those that do not come are transparent."""
        try:
            with quiet():
                if self._services[date.path].fetch(grid):
                    return warped(self._selected[date.path], grid).ReadAsArray(buf_type=buffer_type)
                with offline():
                    return aligned_dataset(date, grid).ReadAsArray(buf_type=buffer_type)
        except RuntimeError as error:
            raise reading_fault(date.path, error) from error


_GDAL_TYPES = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}


def _common_dtype(datasets: list[gdal.Dataset]) -> np.dtype:
    """The smallest of uint8, uint16 and float32 that can hold all bands of both dates."""
    types = {dataset.GetRasterBand(n).DataType for dataset in datasets for n in range(1, dataset.RasterCount + 1)}
    for name, gdal_type in _GDAL_TYPES.items():
        if types <= {gdal.GDT_Byte, gdal_type}:
            return np.dtype(name)
    return np.dtype("float32")
