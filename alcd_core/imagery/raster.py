"""One raster as the user gives it: opened with care, its bands chosen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from .gdal_library import gdal, horizontal, osr, quiet, require_proj

IDENTITY_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True)
class RasterSource:
    """A raster file (or anything that GDAL opens) and the bands taken from it, counted from 1, in this order."""

    path: str
    bands: tuple[int, ...]


def open_raster(path: str) -> gdal.Dataset:
    """Open for reading, after a look at whether it can be used at all.

    Raises InputError where the file is missing, is no raster, is truncated, has no CRS or no north-up-able place,
    or holds complex numbers or a colour palette.
    """
    try:
        with quiet():
            dataset = gdal.OpenEx(located(path), gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise InputError(f"{path} cannot be opened as a raster ({_first_line(error)}).", "Check the path.") from error
    if dataset.RasterCount == 0:
        raise InputError(f"{path} holds no bands.", "Give one raster, not a container of several.")
    _refuse_unplaced(path, dataset)
    _refuse_unusable_bands(path, dataset)
    _probe(path, dataset)
    return dataset


def located(path: str) -> str:
    """The path as GDAL should see it: a file's from the root, for virtual rasters forget what it was relative to."""
    # Path.exists would raise on what is no path at all, such as the text of a virtual raster.
    return os.path.abspath(path) if os.path.exists(path) else str(path)  # noqa: PTH100, PTH110


def raster_crs(dataset: gdal.Dataset) -> osr.SpatialReference:
    """The raster's horizontal CRS, x first."""
    return horizontal(dataset.GetSpatialRef())


def data_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the bands that are not alpha."""
    numbers = range(1, dataset.RasterCount + 1)
    return tuple(n for n in numbers if dataset.GetRasterBand(n).GetColorInterpretation() != gdal.GCI_AlphaBand)


def default_bands(
    before_path: str,
    after_path: str,
    bands: Sequence[int] | None = None,
    bands_before: Sequence[int] | None = None,
    bands_after: Sequence[int] | None = None,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bands of both dates: as chosen (``bands`` for both, or each), else all that are not alpha.

    Raises InputError where a band does not exist, or where the two dates do not get the same number of bands.
    """
    chosen = (
        _chosen_bands(before_path, bands_before or bands),
        _chosen_bands(after_path, bands_after or bands),
    )
    if len(chosen[0]) != len(chosen[1]):
        raise InputError(
            f"The rasters have a different number of bands: {len(chosen[0])} in {before_path}, "
            f"{len(chosen[1])} in {after_path}.",
            "Name the bands that show the same with --bands 1,2,3, or with --bands-before and --bands-after.",
        )
    return chosen


def _chosen_bands(path: str, bands: Sequence[int] | None) -> tuple[int, ...]:
    dataset = open_raster(path)
    if bands is None:
        return data_bands(dataset)
    for band in bands:
        if not 1 <= band <= dataset.RasterCount:
            raise InputError(
                f"{path} has no band {band}; it has {dataset.RasterCount}.",
                "Choose existing bands with --bands, counted from 1.",
            )
    return tuple(bands)


def _refuse_unplaced(path: str, dataset: gdal.Dataset) -> None:
    reference = dataset.GetSpatialRef()
    if reference is None or reference.IsLocal():
        require_proj()
        raise InputError(
            f"{path} has no CRS with a place on the earth.", "Assign one, for instance with gdal_edit.py -a_srs EPSG:N."
        )
    geotransform = dataset.GetGeoTransform(can_return_null=True)
    if geotransform is None or geotransform == IDENTITY_GEOTRANSFORM:
        raise InputError(
            f"{path} has no geotransform.",
            "Georeference it first; one with ground control points only is warped with gdalwarp.",
        )
    if geotransform[1] * geotransform[5] == geotransform[2] * geotransform[4]:
        raise InputError(f"{path} has pixels without an area.", "Check its geotransform with gdalinfo.")
    raster_crs(dataset)


def _refuse_unusable_bands(path: str, dataset: gdal.Dataset) -> None:
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        if gdal.DataTypeIsComplex(band.DataType):
            raise InputError(f"{path} holds complex numbers.", "Give an orthophoto with real-valued bands.")
        if band.GetColorTable() is not None:
            raise InputError(
                f"{path} holds numbers of a colour palette, not colours.", "Convert it with gdal_translate -expand rgb."
            )


def _probe(path: str, dataset: gdal.Dataset) -> None:
    """Read one pixel at the start, in the middle and at the end: a truncated file lacks one of them."""
    right, bottom = dataset.RasterXSize - 1, dataset.RasterYSize - 1
    try:
        with quiet():
            for x, y in ((0, 0), (right // 2, bottom // 2), (right, bottom)):
                dataset.ReadRaster(x, y, 1, 1)
    except RuntimeError as error:
        raise InputError(
            f"{path} is damaged or truncated ({_first_line(error)}).", "Copy or download it again."
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", maxsplit=1)[0]
