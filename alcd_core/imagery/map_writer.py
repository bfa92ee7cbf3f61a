"""Writes a map of any size from overlapping tiles, keeping only a few rows of pixels in memory."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

import numpy as np

from ..progress import Reporter
from ..temporary_files import scratch_folder
from .blending import AxisWeights
from .gdal_library import gdal, quiet
from .grid import Grid, Tiling
from .output_file import publish, write_cog, writing

NODATA = -1.0
MODEL_TAG = "ALCD_MODEL"
PROBABILITY_STEP = 1 / 1024
MANTISSA_BITS_DROPPED = 11
"""Of float32's 23 bits 12 are kept, a relative precision of 0.01 %."""


class BlendedMap:
    """Blends tile predictions into one Float32 COG. Use as a context manager; the file appears when it exits without
    an error. If several maps are to appear together, ``finish`` them all first.

    Neighbouring tiles fade into each other over the tiling's overlap. Tiles are added row by row and may be left out;
    pixels that no tile covers, or that are not valid, are nodata (-1).

    ``band``: description of the band, such as "probability". ``step``: values are rounded to multiples of it for better
    compression; None keeps 12 bits of the mantissa instead, for values of unknown magnitude. ``model``: stored in the
    map to identify the model that made it. Raises InputError if the file cannot be written.
    """

    def __init__(
        self,
        grid: Grid,
        tiling: Tiling,
        output_path: str,
        *,
        band: str = "probability",
        step: float | None = PROBABILITY_STEP,
        model: str = "",
        reporter: Reporter | None = None,
    ) -> None:
        self._grid = grid
        self._tiling = tiling
        self._output_path = output_path
        self._band_name = band
        self._step = step
        self._model = model
        self._reporter = reporter or Reporter()
        self._rows = AxisWeights(tiling.row_offsets, tiling.tile_size, tiling.overlap)
        self._columns = AxisWeights(tiling.column_offsets, tiling.tile_size, tiling.overlap)
        # Pixels that later tiles still contribute to: sums of weighted values and of weights, (2, rows, columns).
        self._below = np.zeros((2, tiling.overlap, grid.width), np.float32)
        self._right: np.ndarray = np.zeros((2, tiling.tile_size, tiling.overlap), np.float32)
        self._next = 0

    def __enter__(self) -> BlendedMap:
        self._scratch = scratch_folder(self._output_path)
        folder = self._scratch.__enter__()
        try:
            with writing(self._output_path):
                self._raster = self._create(folder / "blended.tif")
        except BaseException:
            self._scratch.__exit__(None, None, None)
            raise
        self._finished = folder / "finished.tif"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.finish()
                publish(self._finished, self._output_path)
        finally:
            with quiet():
                del self._raster
            self._scratch.__exit__(None, None, None)

    def add(self, row: int, column: int, values: np.ndarray, valid: np.ndarray) -> None:
        """Add one tile: ``values`` (T, T) float, ``valid`` (T, T) bool. Raises ValueError unless added row by row."""
        number = row * self._tiling.columns + column
        if number < self._next:
            raise ValueError("Tiles are added row by row.")
        self._skip_to(number)
        self._blend(row, column, values, valid)
        self._next = number + 1

    def _skip_to(self, number: int) -> None:
        size = self._tiling.tile_size
        empty, nowhere = np.zeros((size, size), np.float32), np.zeros((size, size), bool)
        for missing in range(self._next, number):
            self._blend(*divmod(missing, self._tiling.columns), empty, nowhere)
        self._next = number

    def _blend(self, row: int, column: int, values: np.ndarray, valid: np.ndarray) -> None:
        rows, columns = self._rows.part(row), self._columns.part(column)
        inside = np.ix_(rows.inside, columns.inside)
        weights = np.outer(rows.weights, columns.weights).astype(np.float32) * valid[inside]
        block: np.ndarray = np.stack([np.where(valid[inside], values[inside], 0.0) * weights, weights]).astype(
            np.float32
        )
        carried = columns.start_overlap
        if carried:  # a row's first tile has none, and what the last row left may have another height
            block[:, :, :carried] += self._right[:, :, :carried]
        self._right = block[:, :, columns.finished :]
        block = block[:, :, : columns.finished]
        place = slice(columns.start, columns.start + columns.finished)
        carried = rows.start_overlap
        block[:, :carried] += self._below[:, :carried, place]
        self._below[:, : block.shape[1] - rows.finished, place] = block[:, rows.finished :]
        self._write(block[:, : rows.finished], columns.start, rows.start)

    def _write(self, block: np.ndarray, x: int, y: int) -> None:
        total, weight = block
        if not weight.any():
            return
        values = np.divide(total, weight, out=np.full_like(total, NODATA), where=weight > 0)
        with writing(self._output_path):
            self._raster.GetRasterBand(1).WriteArray(np.where(weight > 0, self._rounded(values), NODATA), x, y)

    def _rounded(self, values: np.ndarray) -> np.ndarray:
        if self._step is not None:
            return (np.round(values / self._step) * self._step).astype(np.float32)
        half, mask = np.uint32(1 << (MANTISSA_BITS_DROPPED - 1)), np.uint32((1 << MANTISSA_BITS_DROPPED) - 1)
        return ((values.astype(np.float32).view(np.uint32) + half) & ~mask).view(np.float32)

    def _create(self, path: Path) -> gdal.Dataset:
        options = ["TILED=YES", "BIGTIFF=YES", "SPARSE_OK=TRUE"]
        width, height = self._grid.width, self._grid.height
        raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, gdal.GDT_Float32, options)
        raster.SetGeoTransform(self._grid.geotransform)
        raster.SetProjection(self._grid.crs)
        raster.SetMetadataItem(MODEL_TAG, self._model)
        raster.GetRasterBand(1).SetNoDataValue(NODATA)
        raster.GetRasterBand(1).SetDescription(self._band_name)
        return raster

    def finish(self) -> None:
        """Complete the file in the scratch folder; further calls do nothing. Raises InputError and Cancelled."""
        if self._finished.exists():
            return
        self._skip_to(self._tiling.rows * self._tiling.columns)
        with writing(self._output_path, self._reporter):
            self._raster.FlushCache()
            write_cog(self._raster, self._finished, "AVERAGE", self._reporter, "Writing the map")
