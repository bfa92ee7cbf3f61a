"""Bands that a raster flags as alpha: which of them are masks, and which only bear the flag, as infrared often does."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .gdal_library import gdal

WHOLE_SAMPLE = 2**20
"""Pixels up to which a band is read as a whole; of larger ones places are read, at full resolution: overviews blur."""
PLACES, PLACE_SIZE = 8, 64
"""Places along each side, and the pixels along the side of each."""
MASK_SHARE = 0.5
"""Of the pixels that are not wholly transparent, at least this share has one value in a mask."""
NEARLY_OPAQUE = 0.95
"""Of the highest value: what lossy compression leaves of opaque pixels."""
_OTHER_NAMES = re.compile(r"\b(nir|c?ir|near.?infra.?red|infra.?red|red.?edge|height|dsm|ndsm|thermal)", re.IGNORECASE)


@dataclass(frozen=True)
class Alpha:
    """What a band that is flagged alpha holds.

    ``is_mask``: most pixels that are not transparent have one value, or nearly the highest; a band of many values is
    imagery, and so is one whose description says so. ``opaque``: the value of wholly valid pixels: the most frequent
    one above 0, whatever the number type would allow (255 in 16 bits, 1 in decimal numbers, 127 where a layer was
    exported half transparent). ``is_plain``: 8 bits of 0 and 255 alone, as GDAL itself expects.
    """

    is_mask: bool
    opaque: float
    is_plain: bool


def alpha_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the bands that are flagged alpha, counted from 1."""
    numbers = range(1, dataset.RasterCount + 1)
    return tuple(n for n in numbers if dataset.GetRasterBand(n).GetColorInterpretation() == gdal.GCI_AlphaBand)


def mask_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of those alpha bands that are masks."""
    return tuple(number for number in alpha_bands(dataset) if examined(dataset, number).is_mask)


def examined(dataset: gdal.Dataset, number: int) -> Alpha:
    """What a band holds; looked at once as long as the file stays as it is. GDAL's RuntimeError where it is damaged."""
    path = dataset.GetDescription()
    changed = os.stat(path).st_mtime_ns if os.path.exists(path) else 0  # noqa: PTH110, PTH116
    return _examined(path, number, changed)


@lru_cache(maxsize=64)
def _examined(path: str, number: int, changed: int) -> Alpha:  # noqa: ARG001
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(number)
    sample = _sample(band)
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
    """The highest value of the band's number type, or found, where that is higher or the type has no such limit."""
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
