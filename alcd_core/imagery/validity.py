"""The valid share of every tile, measured on reduced masks. The imagery itself is read only if it is floating point,
because any value may be NaN."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Reporter
from ..service_file import is_service
from .alignment import footprint
from .gdal_library import gdal, quiet
from .grid import Grid, Tiling, Window
from .masking import FLOATS, OPAQUE
from .pair import selected_bands
from .raster import RasterSource, raster_crs, reading_fault
from .rasterise import rasterise
from .retries import read_again
from .source_window import source_window

MAXIMUM_MASK_PIXELS = 7000 * 7000
"""Grids up to this size are measured pixel by pixel; larger ones in blocks of several pixels."""
FINER = 2
"""Masks are read this much finer than the blocks: overviews of masks enlarge valid areas by up to one pixel."""
STRIP_ROWS = 128
WARP_MEGABYTES = 16


@dataclass(frozen=True)
class ValidFractions:
    """Shares, 0 to 1, of the pixels that are valid on both dates. For every tile of the tiling, (rows, columns):
    ``data``, the valid share, and ``counted``, the share that is valid and within the AOI. For the whole grid:
    ``grid``, the share that is valid and within the AOI, and ``aoi``, the share within the AOI."""

    data: np.ndarray
    counted: np.ndarray
    grid: float
    aoi: float


def valid_fractions(
    before: Sequence[RasterSource],
    after: Sequence[RasterSource],
    grid: Grid,
    aoi_wkb: bytes | None,
    tiling: Tiling,
    reporter: Reporter | None = None,
) -> ValidFractions:
    """Shares of the pixels that are valid in all rasters of both dates, and within the AOI.

    For grids of up to 49 million pixels exact except for resampling at borders. For larger grids one in a hundred tiles
    at the border of the valid area is off by more than 3 %: blocks are coarse, and overviews of masks inexact.
    A service counts as valid within its extent: its masks are in its tiles, which would all have to be fetched.
    Raises InputError if a mask cannot be read.
    """
    reporter = reporter or Reporter()
    blocks = _block_grid(grid)
    sources = (*before, *after)
    valid = np.full((blocks.height, blocks.width), OPAQUE, np.uint8)
    for done, source in enumerate(sources):
        part = reporter.part(0.8 * done / len(sources), 0.8 * (done + 1) / len(sources))
        np.minimum(valid, _block_mask(source, blocks, part), out=valid)
    data = _tile_means(valid, tiling, reporter.part(0.8, 0.9))
    if aoi_wkb is None:
        return ValidFractions(data, data, _mean(valid), 1.0)
    reporter.progress(0.9, "Drawing the area of interest")
    parts = shapely.get_parts(shapely.from_wkb(aoi_wkb))
    inside = rasterise([(part, 1) for part in parts], blocks.geotransform, (blocks.height, blocks.width))
    valid[inside == 0] = 0
    counted = _tile_means(valid, tiling, reporter.part(0.9, 1.0))
    return ValidFractions(data, counted, _mean(valid), float(np.count_nonzero(inside) / inside.size))


def _mean(valid: np.ndarray) -> float:
    return float(valid.mean(dtype=np.float64) / OPAQUE)


@dataclass(frozen=True)
class BlockGrid:
    """The grid's extent in ``width`` x ``height`` blocks of about equally many pixels."""

    crs: str
    bounds: tuple[float, float, float, float]
    width: int
    height: int

    @property
    def geotransform(self) -> tuple[float, float, float, float, float, float]:
        """GDAL's six numbers."""
        left, bottom, right, top = self.bounds
        return (left, (right - left) / self.width, 0.0, top, 0.0, (bottom - top) / self.height)


def _block_grid(grid: Grid) -> BlockGrid:
    factor = 1
    while grid.width * grid.height > MAXIMUM_MASK_PIXELS * factor**2:
        factor *= 2
    return BlockGrid(grid.crs, grid.bounds, math.ceil(grid.width / factor), math.ceil(grid.height / factor))


def _block_mask(source: RasterSource, blocks: BlockGrid, reporter: Reporter) -> np.ndarray:
    """(H, W) uint8, one number per block: 0 not valid to 255 valid."""
    virtual = selected_bands(source)
    window = source_window(
        footprint(source.path), (virtual.RasterXSize, virtual.RasterYSize), blocks.crs, blocks.bounds
    )
    if window is None:
        return np.zeros((blocks.height, blocks.width), np.uint8)
    small = _small_mask(source, virtual, window, blocks, reporter)
    target = gdal.GetDriverByName("MEM").Create("", blocks.width, blocks.height, 1, gdal.GDT_Byte)
    target.SetGeoTransform(blocks.geotransform)
    target.SetProjection(blocks.crs)
    gdal.Warp(target, small, resampleAlg="bilinear", errorThreshold=0.125, warpMemoryLimit=WARP_MEGABYTES)
    small = None  # frees it before another array of this size is created
    return target.ReadAsArray()


def _small_mask(
    source: RasterSource, virtual: gdal.Dataset, window: Window, blocks: BlockGrid, reporter: Reporter
) -> gdal.Dataset:
    """The mask of a window of the source as a small raster in memory, in the source's own geometry."""
    # Powers of two match the overviews' pixels exactly.
    ratio = math.sqrt(window.width * window.height / (blocks.width * blocks.height))
    factor = 2 ** max(0, round(math.log2(ratio)))
    height, width = math.ceil(window.height / factor), math.ceil(window.width / factor)
    small = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    x0, column_x, row_x, y0, column_y, row_y = virtual.GetGeoTransform()
    left = x0 + window.x * column_x + window.y * row_x
    top = y0 + window.x * column_y + window.y * row_y
    step = (window.width / width, window.height / height)
    small.SetGeoTransform((left, column_x * step[0], row_x * step[1], top, column_y * step[0], row_y * step[1]))
    small.SetProjection(raster_crs(virtual).ExportToWkt())
    if is_service(source.path) or _all_valid(virtual, len(source.bands)):
        small.GetRasterBand(1).Fill(OPAQUE)
    else:
        _write_mask(small, source, virtual, window, factor, reporter)
    return small


def _write_mask(
    small: gdal.Dataset, source: RasterSource, virtual: gdal.Dataset, window: Window, factor: int, reporter: Reporter
) -> None:
    """Fill ``small`` with the mask at 1 / ``factor`` of its size, strip by strip, using overviews if there are any."""
    height, width = small.RasterYSize, small.RasterXSize
    step, finer = window.height / height, min(FINER, factor)
    for top in range(0, height, STRIP_ROWS):
        reporter.progress(top / height, "Looking where both rasters have data")
        rows = min(STRIP_ROWS, height - top)
        part = (window.x, window.y + top * step, window.width, rows * step)
        strip = _read_strip(source, virtual, part, (rows * finer, width * finer))
        small.WriteArray(_block_means(strip, finer), 0, top)


def _block_means(strip: np.ndarray, side: int) -> np.ndarray:
    """Means of all blocks of ``side`` x ``side`` numbers, rounded; all uint8."""
    rows = strip.reshape(-1, side, strip.shape[1]).sum(axis=1, dtype=np.uint16)
    sums = sum(rows[:, column::side] for column in range(1, side)) + rows[:, ::side]
    return np.rint(sums / side**2).astype(np.uint8)


def _all_valid(virtual: gdal.Dataset, bands: int) -> bool:
    """Whether no nodata value, mask or alpha band can make a pixel invalid, so that nothing has to be read."""
    own = [virtual.GetRasterBand(number) for number in range(1, bands + 1)]
    is_float = any(band.DataType in FLOATS for band in own)  # any of whose values may be NaN
    return (
        virtual.RasterCount == bands and not is_float and {band.GetMaskFlags() for band in own} == {gdal.GMF_ALL_VALID}
    )


def _read_strip(
    source: RasterSource, virtual: gdal.Dataset, part: tuple[float, float, float, float], shape: tuple[int, int]
) -> np.ndarray:
    """(H, W) uint8, 0 to 255. The alpha band is read directly: GDAL treats it as a mask only beside 1 or 3 bands."""
    valid: np.ndarray = np.zeros(shape, np.uint8)
    for number in range(1, len(source.bands) + 1):
        band = virtual.GetRasterBand(number)
        if band.GetMaskFlags() & (gdal.GMF_ALPHA | gdal.GMF_ALL_VALID):
            valid[:] = OPAQUE
        else:
            np.maximum(valid, _read_band(source.path, band.GetMaskBand(), part, shape), out=valid)
        if valid.min() == OPAQUE:  # Valid if any band is: nodata counts only where all bands have it.
            break
    for number in range(1, len(source.bands) + 1):
        band = virtual.GetRasterBand(number)
        if band.DataType in FLOATS:  # NaN in one band makes a pixel invalid, as in ``AlignedPair.read``
            values = _read_band(source.path, band, part, shape, gdal.GRIORA_NearestNeighbour)
            with np.errstate(over="ignore"):  # tiles are read as float32
                valid *= np.isfinite(values.astype(np.float32))
    if virtual.RasterCount > len(source.bands):
        alpha = virtual.GetRasterBand(virtual.RasterCount)
        opaque = _read_band(source.path, alpha, part, shape) / np.float32(OPAQUE)
        valid = np.rint(valid * opaque).astype(np.uint8)
    return valid


def _read_band(
    path: str,
    band: gdal.Band,
    part: tuple[float, float, float, float],
    shape: tuple[int, int],
    resampling: int = gdal.GRIORA_Average,
) -> np.ndarray:
    try:
        with quiet():
            return read_again(
                path,
                lambda: band.ReadAsArray(*part, buf_xsize=shape[1], buf_ysize=shape[0], resample_alg=resampling),
            )
    except RuntimeError as error:
        raise reading_fault(path, error) from error


def _tile_means(valid: np.ndarray, tiling: Tiling, reporter: Reporter) -> np.ndarray:
    """Mean of every tile, from the blocks weighted by the share of each that the tile covers."""
    column_edges = np.linspace(0, tiling.width, valid.shape[1] + 1)
    row_edges = np.linspace(0, tiling.height, valid.shape[0] + 1)
    lefts = np.array(tiling.column_offsets)
    fractions = np.empty((tiling.rows, tiling.columns), np.float32)
    for row, top in enumerate(tiling.row_offsets):
        reporter.progress(row / tiling.rows, "Measuring tiles")
        covered = np.diff(np.clip(row_edges, top, top + tiling.tile_size))
        inside = covered > 0
        profile = covered[inside] @ valid[inside].astype(np.float64) * np.diff(column_edges)
        running = np.concatenate([[0.0], np.cumsum(profile)])
        sums = np.interp(lefts + tiling.tile_size, column_edges, running) - np.interp(lefts, column_edges, running)
        fractions[row] = sums / (OPAQUE * tiling.tile_size**2)
    return np.clip(fractions, 0.0, 1.0)
