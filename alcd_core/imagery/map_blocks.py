"""Block-wise reading of a finished map, with or without a reference beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..learning.tiles import IGNORE
from .gdal_library import gdal, quiet
from .grid import Grid, Window
from .ground import pixel_length
from .map_writer import MODEL_TAG
from .raster import open_raster, raster_crs
from .raster_tiles import label_index
from .retries import read_again

BLOCK_SIZE = 1024


class ProbabilityMap:
    """A probability map as ``BlendedMap`` writes it: one band, north-up, square pixels.

    Raises InputError if the file is not such a map.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._dataset = open_raster(path)
        self._nodata = self._dataset.GetRasterBand(1).GetNoDataValue()
        self.grid = self._read_grid()

    @property
    def model(self) -> str:
        """The map's tag for the model that made it; empty if there is none."""
        return self._dataset.GetMetadataItem(MODEL_TAG) or ""

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Probabilities (H, W) float32, 0 where unknown, and a mask of the known ones, (H, W) bool."""
        try:
            with quiet():
                values = read_again(self.path, lambda: self._probabilities(window))
        except RuntimeError as error:
            raise InputError(f"{self.path} cannot be read ({error}).", "Make the map again.") from error
        known = np.isfinite(values)
        if self._nodata is not None:
            known &= values != np.float32(self._nodata)
        return np.where(known, values, np.float32(0)), known

    def _probabilities(self, window: Window) -> np.ndarray:
        place = (window.x, window.y, window.width, window.height)
        return self._dataset.GetRasterBand(1).ReadAsArray(*place, buf_type=gdal.GDT_Float32)

    def _read_grid(self) -> Grid:
        left, size, row_x, top, column_y, negative_size = self._dataset.GetGeoTransform()
        if row_x or column_y or size <= 0 or not np.isclose(size, -negative_size, rtol=1e-9):
            raise InputError(f"{self.path} is not north-up with square pixels.", "Give a map made by the job predict.")
        width, height, crs = self._dataset.RasterXSize, self._dataset.RasterYSize, raster_crs(self._dataset)
        x, y = left + size * width / 2, top - size * height / 2
        gsd = pixel_length(crs, x, y, np.array([size, 0.0]), np.array([0.0, -size]))
        return Grid(crs.ExportToWkt(), left, top, size, gsd, width, height)


def blocks(grid: Grid, size: int = BLOCK_SIZE) -> list[Window]:
    """Windows that cover the grid without overlapping, row by row."""
    return [
        Window(x, y, min(size, grid.width - x), min(size, grid.height - y))
        for y in range(0, grid.height, size)
        for x in range(0, grid.width, size)
    ]


def map_with_labels(
    probability: ProbabilityMap, reference: Sequence[tuple[BaseGeometry, str]], size: int = BLOCK_SIZE
) -> Iterator[tuple[Window, np.ndarray, np.ndarray]]:
    """Window, probabilities (H, W) float32 and labels (H, W) uint8 of a map, block by block.

    ``reference``: polygons in the map's CRS with class "change", "ignore" or "trained on"; the rest is unchanged.
    Labels are IGNORE where the map has no value. Only one block is held in memory.
    """
    index = label_index(reference)
    for window in blocks(probability.grid, size):
        values, known = probability.read(window)
        labels = np.where(known, index.rasterise(probability.grid, window), IGNORE).astype(np.uint8)
        yield window, values, labels
