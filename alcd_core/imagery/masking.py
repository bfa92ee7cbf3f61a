"""What marks nodata in a raster, and why: its alpha band, its mask, its nodata value, or nothing."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass

from ..errors import InputError
from ..service_file import is_service, raster_title
from .alpha import alpha_bands, examine_alpha
from .gdal_library import gdal, quiet
from .raster import ALPHA, AUTOMATIC, NODATA, NONE, RasterSource, open_raster, reading_fault
from .service_description import gdal_name

FLOATS = (gdal.GDT_Float32, gdal.GDT_Float64)
OPAQUE = 255
"""Value of valid pixels in the band that replaces the alpha band or mask: 8 bits whatever the raster's data type."""
_LIMITS = {
    gdal.GDT_Byte: (0, 2**8 - 1),
    gdal.GDT_UInt16: (0, 2**16 - 1),
    gdal.GDT_Int16: (-(2**15), 2**15 - 1),
    gdal.GDT_UInt32: (0, 2**32 - 1),
    gdal.GDT_Int32: (-(2**31), 2**31 - 1),
}


@dataclass(frozen=True)
class Masking:
    """``alpha``: number of the alpha band used as mask, or None. ``opaque``: its value in valid pixels.
    ``is_plain``: whether it or the mask has 8 bits, 0 and 255 only. ``has_mask``: whether the raster's own mask counts.
    ``nodata``: whether nodata values count. ``reason``: a sentence for the user.
    """

    alpha: int | None
    opaque: float
    is_plain: bool
    has_mask: bool
    nodata: bool
    reason: str


def masking_of(source: RasterSource) -> Masking:
    """What marks nodata in the chosen bands of a raster.

    ``source.mask``: AUTOMATIC uses whatever the raster provides, but an alpha band only if it is a mask; ALPHA uses
    only the alpha band or mask, NODATA only nodata values, NONE nothing. NaN is never data.
    Raises InputError if the rule contradicts the raster or a given nodata value.
    """
    dataset = open_raster(source.path)
    _check(source, dataset)
    try:
        with quiet():
            return _masking(source, dataset)
    except RuntimeError as error:
        raise reading_fault(source.path, error) from error


def _masking(source: RasterSource, dataset: gdal.Dataset) -> Masking:
    flagged = [number for number in alpha_bands(dataset) if number not in source.bands]
    has_mask = source.mask in (AUTOMATIC, ALPHA) and _has_mask(dataset, source.bands[0])
    alpha = None if has_mask else _alpha(source, dataset, flagged)
    found = None if alpha is None else examine_alpha(dataset, alpha)
    opaque = float(OPAQUE) if found is None else found.opaque
    nodata = source.mask in (AUTOMATIC, NODATA)
    left_out = [number for number in flagged if number != alpha] if source.mask == AUTOMATIC and not has_mask else []
    is_known = is_service(source.path)  # by what it is called, not by the file that describes it
    alpha_words = "its transparency" if is_known else f"band {alpha}, its alpha band ({opaque:g} is opaque)"
    words = [
        alpha_words if alpha is not None else "",
        "its mask" if has_mask else "",
        _nodata_words(source, dataset) if nodata else "",
    ]
    counts = " and ".join(filter(None, words))
    name = raster_title(source.path)
    also = f" (band {left_out[0]} is flagged alpha, but is not a mask)" if left_out else ""
    reason = f"{name} marks no data by {counts}{also}" if counts else f"{name} marks no pixel as no data{also}"
    return Masking(alpha, opaque, found is None or found.is_plain, has_mask, nodata, reason)


def virtual_mask(source: RasterSource, masking: Masking, dataset: gdal.Dataset) -> str:
    """VRT source XML of a band that is OPAQUE where the alpha band or mask marks pixels as valid, otherwise 0.

    A pixel is valid if it is at least half opaque. The same rule applies wherever pixels are read or counted.
    """
    half = masking.opaque / 2
    kind = "SimpleSource" if masking.is_plain else "ComplexSource"  # the lookup table costs as much time as reading
    table = "" if masking.is_plain else f"<LUT>0:0,{half * (1 - 1e-6)!r}:0,{half!r}:{OPAQUE}</LUT>"
    name = html.escape(gdal_name(source.path))
    band = masking.alpha if masking.alpha is not None else f"mask,{source.bands[0]}"
    whole = f'xOff="0" yOff="0" xSize="{dataset.RasterXSize}" ySize="{dataset.RasterYSize}"'
    return (
        f'<{kind}><SourceFilename relativeToVRT="0" shared="0">{name}</SourceFilename>'
        f"<SourceBand>{band}</SourceBand><SrcRect {whole}/><DstRect {whole}/>{table}</{kind}>"
    )


def _alpha(source: RasterSource, dataset: gdal.Dataset, flagged: list[int]) -> int | None:
    if source.mask == ALPHA:
        return flagged[0] if flagged else None
    if source.mask == AUTOMATIC:
        return next((number for number in flagged if examine_alpha(dataset, number).is_mask), None)
    return None


def _has_mask(dataset: gdal.Dataset, band: int) -> bool:
    """Whether the raster has an internal or external mask that is neither its alpha band nor a nodata value."""
    flags = dataset.GetRasterBand(band).GetMaskFlags()
    return bool(flags & gdal.GMF_PER_DATASET) and not flags & gdal.GMF_ALPHA


def can_hold(band: gdal.Band, value: float) -> bool:
    """Whether a pixel of the band's data type can have this value."""
    low, high = _LIMITS.get(band.DataType, (-math.inf, math.inf))
    whole = band.DataType in FLOATS or float(value).is_integer()
    return bool((low <= value <= high and whole) or (math.isnan(value) and band.DataType in FLOATS))


def _nodata_words(source: RasterSource, dataset: gdal.Dataset) -> str:
    bands = [dataset.GetRasterBand(number) for number in source.bands]
    own = [(band, band.GetNoDataValue()) for band in bands]
    values = dict.fromkeys(f"{value:g}" for band, value in own if value is not None and can_hold(band, value))
    if source.nodata is not None:
        instead = [value for value in values if value != f"{source.nodata:g}"]
        return f"the value {source.nodata:g}" + (f" in place of its own {', '.join(instead)}" if instead else "")
    return f"its nodata value {', '.join(values)}" if values else ""


def _check(source: RasterSource, dataset: gdal.Dataset) -> None:
    if source.mask == ALPHA:
        flagged = alpha_bands(dataset)
        if flagged and not set(flagged) - set(source.bands) and not _has_mask(dataset, source.bands[0]):
            raise InputError(
                f"Band {flagged[0]} of {source.path} cannot be both a band and the mask.",
                "Leave it out of --bands, or choose another --mask.",
            )
    if source.nodata is None:
        return
    if source.mask in (ALPHA, NONE):
        raise InputError(
            f"The nodata value {source.nodata:g} has no effect with --mask {source.mask}.",
            "Leave one of the two out, or choose --mask nodata.",
        )
    for number in source.bands:
        band = dataset.GetRasterBand(number)
        if not can_hold(band, source.nodata):
            raise InputError(
                f"The nodata value {source.nodata:g} cannot occur in {source.path}, "
                f"whose band {number} has the type {gdal.GetDataTypeName(band.DataType)}.",
                "Give a value that its pixels can have.",
            )
