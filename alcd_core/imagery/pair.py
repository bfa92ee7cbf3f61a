"""The aligned pair: both dates on the common grid, warped on the fly."""

from __future__ import annotations

from collections.abc import Sequence

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

    ``before``, ``after``: the rasters of each date, whose bands follow one another; each is warped on its own. The
    first one is the orthophoto. ``aoi_wkb``: area of interest in the grid's CRS, or None for the whole grid.
    """

    def __init__(
        self,
        before: Sequence[RasterSource],
        after: Sequence[RasterSource],
        grid: Grid,
        aoi_wkb: bytes | None = None,
    ) -> None:
        self.before = tuple(before)
        self.after = tuple(after)
        self.grid = grid
        self.aoi_wkb = aoi_wkb
        self._dates: list[list[gdal.Dataset]] = []
        self._aoi: PolygonIndex | None = None
        self._dtype: np.dtype | None = None
        self._services: dict[str, ServiceTiles] = {}
        self._selected: dict[str, gdal.Dataset] = {}  # of services: keeps decoded tiles for the next window

    @property
    def bands(self) -> int:
        """Number of bands per date."""
        return sum(len(source.bands) for source in self.before)

    @property
    def photo_bands(self) -> int:
        """How many of the bands, the first ones, are the orthophoto's."""
        return len(self.before[0].bands)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Images (2, C, H, W) uint8, uint16 or float32, and a mask of the pixels within the AOI that are valid on both
        dates, (H, W) bool.

        Pixels that are not valid are 0. A pixel is valid on a date if it is in all its rasters: if at least half of its
        resampling weight is.
        Raises InputError if a raster cannot be read.
        """
        self._open()
        images = np.empty((2, self.bands, window.height, window.width), self._dtype)
        valid: np.ndarray = np.ones((window.height, window.width), bool)
        for date, sources in enumerate((self.before, self.after)):
            first = 0
            for source, dataset in zip(sources, self._dates[date]):
                bands = self._read_raster(source, dataset, window)
                images[date, first : first + len(source.bands)] = bands[:-1]
                valid &= bands[-1] >= OPAQUE / 2
                first += len(source.bands)
        if images.dtype == np.float32:
            valid &= np.isfinite(images).all(axis=(0, 1))
        if self._aoi is not None:
            valid &= self._aoi.rasterise(self.grid, window).astype(bool)
        return np.where(valid, images, images.dtype.type(0)), valid

    def _open(self) -> None:
        if self._dates:
            return
        self._dates = [[aligned_dataset(source, self.grid) for source in date] for date in (self.before, self.after)]
        self._dtype = _common_dtype([*self._dates[0], *self._dates[1]])
        services = [source for source in (*self.before, *self.after) if is_service(source.path)]
        self._services = {source.path: ServiceTiles(source.path) for source in services}
        self._selected = {source.path: selected_bands(source) for source in services}
        if self.aoi_wkb is not None:
            parts = shapely.get_parts(shapely.from_wkb(self.aoi_wkb))
            self._aoi = PolygonIndex([(part, 1) for part in parts])

    def _read_raster(self, source: RasterSource, dataset: gdal.Dataset, window: Window) -> np.ndarray:
        """The bands, then alpha: (C + 1, H, W)."""
        place = (window.x, window.y, window.width, window.height)
        buffer_type = _GDAL_TYPES[np.dtype(self._dtype).name]
        if source.path in self._services:
            return self._read_service(source, self.grid.part(window), buffer_type)
        try:
            with quiet():
                return read_again(source.path, lambda: dataset.ReadAsArray(*place, buf_type=buffer_type))
        except RuntimeError as error:
            raise reading_fault(source.path, error) from error

    def _read_service(self, source: RasterSource, grid: Grid, buffer_type: int) -> np.ndarray:
        """Only the tiles that the window itself needs are fetched; those that do not come are transparent."""
        try:
            with quiet():
                if self._services[source.path].fetch(grid):
                    return warped(self._selected[source.path], grid).ReadAsArray(buf_type=buffer_type)
                with offline():
                    return aligned_dataset(source, grid).ReadAsArray(buf_type=buffer_type)
        except RuntimeError as error:
            raise reading_fault(source.path, error) from error


_GDAL_TYPES = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}


def _common_dtype(datasets: list[gdal.Dataset]) -> np.dtype:
    """The smallest of uint8, uint16 and float32 that can hold all bands of both dates."""
    types = {dataset.GetRasterBand(n).DataType for dataset in datasets for n in range(1, dataset.RasterCount + 1)}
    for name, gdal_type in _GDAL_TYPES.items():
        if types <= {gdal.GDT_Byte, gdal_type}:
            return np.dtype(name)
    return np.dtype("float32")
