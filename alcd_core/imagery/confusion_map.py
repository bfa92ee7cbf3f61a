"""The confusion map: true and false positives and negatives in four colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from shapely.geometry.base import BaseGeometry

from ..learning.tiles import CHANGE, UNCHANGED
from ..progress import Reporter
from ..temporary_files import scratch_folder
from .gdal_library import gdal
from .grid import Grid
from .map_blocks import ProbabilityMap, blocks, map_with_labels
from .output_file import publish, write_cog, writing

NODATA = 0
TRUE_POSITIVE, FALSE_POSITIVE, FALSE_NEGATIVE, TRUE_NEGATIVE = 1, 2, 3, 4
COLOURS = {
    NODATA: ("not assessed", (0, 0, 0, 0)),
    TRUE_POSITIVE: ("true positive: change found", (46, 160, 67, 255)),
    FALSE_POSITIVE: ("false positive: no change there", (214, 39, 40, 255)),
    FALSE_NEGATIVE: ("false negative: change missed", (31, 119, 180, 255)),
    TRUE_NEGATIVE: ("true negative: unchanged", (225, 225, 225, 255)),
}


def confusion_classes(probability: np.ndarray, labels: np.ndarray, threshold: float) -> np.ndarray:
    """(H, W) uint8 of the four classes and NODATA, from probabilities and labels of the same shape.

    A pixel counts as predicted change if its probability is at least ``threshold``. Pixels whose label is neither
    changed nor unchanged, because they are ignored or were trained on, are NODATA.
    """
    predicted, changed = probability >= threshold, labels == CHANGE
    found = np.where(changed, TRUE_POSITIVE, FALSE_POSITIVE)
    left_out = np.where(changed, FALSE_NEGATIVE, TRUE_NEGATIVE)
    assessed = changed | (labels == UNCHANGED)
    return np.where(assessed, np.where(predicted, found, left_out), NODATA).astype(np.uint8)


def write_confusion_map(
    probability_path: str,
    reference: Sequence[tuple[BaseGeometry, str]],
    output_path: str,
    *,
    threshold: float = 0.5,
    reporter: Reporter | None = None,
) -> dict[int, int]:
    """Write a Byte COG with a colour table; returns the number of pixels in each class.

    ``reference``: polygons in the map's CRS with class "change", "ignore" or "trained on".
    Raises InputError if the map cannot be read or the output cannot be written.
    """
    reporter = reporter or Reporter()
    probability = ProbabilityMap(probability_path)
    counts = np.zeros(len(COLOURS), np.int64)
    total = len(blocks(probability.grid))
    with scratch_folder(output_path) as folder, writing(output_path, reporter):
        raster = _create(folder / "classes.tif", probability.grid)
        for done, (window, values, labels) in enumerate(map_with_labels(probability, reference)):
            reporter.progress(0.8 * done / total, "Comparing with the reference")
            classes = confusion_classes(values, labels, threshold)
            counts += np.bincount(classes.ravel(), minlength=len(COLOURS))
            raster.GetRasterBand(1).WriteArray(classes, window.x, window.y)
        raster.FlushCache()
        write_cog(raster, folder / "finished.tif", "NEAREST", reporter.part(0.8, 1.0), "Writing the map")
        del raster
        publish(folder / "finished.tif", output_path)
    return {value: int(count) for value, count in enumerate(counts)}


def _create(path: Path, grid: Grid) -> gdal.Dataset:
    options = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), grid.width, grid.height, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(grid.geotransform)
    raster.SetProjection(grid.crs)
    band, table = raster.GetRasterBand(1), gdal.ColorTable()
    for value, (_, colour) in COLOURS.items():
        table.SetColorEntry(value, colour)
    band.SetColorTable(table)
    band.SetNoDataValue(NODATA)
    band.SetDescription("agreement with the reference")
    return raster
