"""Bands that a raster flags as alpha: which of them are masks, and which are data (often infrared) flagged wrongly."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .gdal_library import gdal
from .retries import read_again

WHOLE_SAMPLE = 2**20
"""Bands of up to this many pixels are read as a whole; larger ones are sampled at full resolution: overviews blur."""
PLACES, PLACE_SIZE = 8, 64
"""Number of sample windows along each side of the raster, and the side of each window in pixels."""
MASK_SHARE = 0.5
"""In a mask at least this share of the pixels that are not fully transparent has one value."""
NEARLY_OPAQUE = 0.95
"""Share of the highest value from which a pixel counts as opaque: lossy compression lowers opaque pixels."""
SERVICE_DRIVERS = ("WMS", "WMTS")
_OTHER_NAMES = re.compile(r"\b(nir|c?ir|near.?infra.?red|infra.?red|red.?edge|height|dsm|ndsm|thermal)", re.IGNORECASE)


@dataclass(frozen=True)
class Alpha:
    """The contents of a band that is flagged alpha.

    ``is_mask``: most pixels that are not transparent have one value, or nearly the highest one; a band with many values
    is imagery, and so is one whose description names another quantity. ``opaque``: the value of fully valid pixels,
    which is the most frequent one above 0, whatever the data type allows (255 in 16 bits, 1 in floating point, 127 if a
    layer was exported half transparent). ``is_plain``: 8 bits with only 0 and 255, as GDAL itself expects.
    """

    is_mask: bool
    opaque: float
    is_plain: bool


def alpha_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the bands that are flagged alpha, counted from 1."""
    numbers = range(1, dataset.RasterCount + 1)
    return tuple(n for n in numbers if dataset.GetRasterBand(n).GetColorInterpretation() == gdal.GCI_AlphaBand)


def mask_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the alpha bands that are masks."""
    return tuple(number for number in alpha_bands(dataset) if examine_alpha(dataset, number).is_mask)


def examine_alpha(dataset: gdal.Dataset, number: int) -> Alpha:
    """A band's contents; cached as long as the file does not change. Raises GDAL's RuntimeError if it is damaged.

    A service's alpha band is a mask by definition: samples would have to be fetched from all over the world. Only if it
    has a nodata value, the fourth band is data like the others.
    """
    if dataset.GetDriver().ShortName in SERVICE_DRIVERS:
        return Alpha(dataset.GetRasterBand(1).GetNoDataValue() is None, 255.0, False)
    path = dataset.GetDescription()
    changed = os.stat(path).st_mtime_ns if os.path.exists(path) else 0  # noqa: PTH110, PTH116
    return _examine(path, number, changed)


@lru_cache(maxsize=64)
def _examine(path: str, number: int, changed: int) -> Alpha:  # noqa: ARG001
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(number)
    sample = read_again(path, lambda: _sample(band))
    values = sample[sample > 0]
    highest = _highest(band, values)
    if values.size == 0:
        return Alpha(True, highest, False)
    found, counts = np.unique(values, return_counts=True)
    enough = MASK_SHARE * values.size
    has_one_value, is_named = counts.max() >= enough, bool(_OTHER_NAMES.search(band.GetDescription() or ""))
    is_opaque = np.count_nonzero(values >= NEARLY_OPAQUE * highest) >= enough
    opaque = float(found[counts.argmax()]) if has_one_value else highest
    is_plain = band.DataType == gdal.GDT_Byte and found.size == 1 and opaque == 255
    return Alpha(bool(has_one_value or is_opaque) and not is_named, opaque, is_plain)


def _highest(band: gdal.Band, values: np.ndarray) -> float:
    """The highest value of the band's data type, or of the sample if that is higher or the type has no useful limit."""
    bits = band.GetMetadataItem("NBITS", "IMAGE_STRUCTURE")
    of_type = {gdal.GDT_Byte: 255.0, gdal.GDT_UInt16: 65535.0, gdal.GDT_Int16: 32767.0}
    limit = 2.0 ** int(bits) - 1 if bits else of_type.get(band.DataType, 0.0)
    return max(limit, float(values.max(initial=0))) or 255.0


def _sample(band: gdal.Band) -> np.ndarray:
    width, height = band.XSize, band.YSize
    if width * height <= WHOLE_SAMPLE:
        return band.ReadAsArray().ravel()
    across, down = min(PLACE_SIZE, width), min(PLACE_SIZE, height)
    lefts, tops = (np.linspace(0, rest, PLACES).astype(int) for rest in (width - across, height - down))
    parts = [band.ReadAsArray(int(x), int(y), across, down).ravel() for y in tops for x in lefts]
    return np.concatenate(parts)
