"""Bands that a raster flags as alpha: which of them are masks, and which only bear the flag, as infrared often does."""

from __future__ import annotations

import re

import numpy as np

from .gdal_library import gdal

WHOLE_SAMPLE = 2**20
"""Pixels up to which a band is read as a whole; of larger ones places are read, at full resolution: overviews blur."""
PLACES, PLACE_SIZE = 10, 64
"""Places along each side, and the pixels along the side of each."""
MASK_SHARE = 0.5
"""Of the pixels that are not wholly transparent, at least this share has one value in a mask."""
NEARLY_OPAQUE = 0.95
"""Of the highest value: what lossy compression leaves of opaque pixels."""
_OTHER_NAMES = re.compile(r"\b(nir|c?ir|near.?infra.?red|infra.?red|red.?edge|height|dsm|ndsm|thermal)", re.IGNORECASE)


def alpha_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the bands that are flagged alpha, counted from 1."""
    numbers = range(1, dataset.RasterCount + 1)
    return tuple(n for n in numbers if dataset.GetRasterBand(n).GetColorInterpretation() == gdal.GCI_AlphaBand)


def mask_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of those alpha bands that are masks."""
    return tuple(number for number in alpha_bands(dataset) if is_mask(dataset.GetRasterBand(number)))


def is_mask(band: gdal.Band) -> bool:
    """Whether an alpha band tells valid pixels from others: most that are not transparent have one value, or nearly
    the highest. A band of many values is imagery; so is one whose description says so."""
    if _OTHER_NAMES.search(band.GetDescription() or ""):
        return False
    values = _visible(band)
    if values.size == 0:
        return True
    _, counts = np.unique(values, return_counts=True)
    opaque = np.count_nonzero(values >= NEARLY_OPAQUE * _highest(band, values))
    return bool(max(counts.max(), opaque) >= MASK_SHARE * values.size)


def opaque_value(band: gdal.Band) -> float:
    """The value of a mask's wholly valid pixels: the most frequent one above 0, whatever the number type would allow
    (255 in 16 bits, 1 in decimal numbers, 127 where a layer was exported half transparent)."""
    values = _visible(band)
    if values.size == 0:
        return _highest(band, values)
    found, counts = np.unique(values, return_counts=True)
    if counts.max() >= MASK_SHARE * values.size:
        return float(found[counts.argmax()])
    return _highest(band, values)


def _highest(band: gdal.Band, values: np.ndarray) -> float:
    """The highest value of the band's number type, or found, where that is higher or the type has no such limit."""
    bits = band.GetMetadataItem("NBITS", "IMAGE_STRUCTURE")
    of_type = {gdal.GDT_Byte: 255.0, gdal.GDT_UInt16: 65535.0, gdal.GDT_Int16: 32767.0}
    limit = 2.0 ** int(bits) - 1 if bits else of_type.get(band.DataType, 0.0)
    return max(limit, float(values.max(initial=0))) or 255.0


def _visible(band: gdal.Band) -> np.ndarray:
    """The sampled values above 0."""
    width, height = band.XSize, band.YSize
    if width * height <= WHOLE_SAMPLE:
        sample = band.ReadAsArray().ravel()
    else:
        across, down = min(PLACE_SIZE, width), min(PLACE_SIZE, height)
        lefts, tops = (np.linspace(0, rest, PLACES).astype(int) for rest in (width - across, height - down))
        parts = [band.ReadAsArray(int(x), int(y), across, down).ravel() for y in tops for x in lefts]
        sample = np.concatenate(parts)
    return sample[sample > 0]
