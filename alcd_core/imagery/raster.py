"""Opening and checking the user's rasters, and the choice of their bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..service_file import is_service
from ..web_address import is_on_web_server
from .alpha import mask_bands
from .gdal_library import gdal, horizontal, osr, quiet, require_proj
from .remote_faults import fault_elsewhere, first_line, service_fault
from .service_description import gdal_name

HAS_NO_SIGNED_BYTES = int(gdal.VersionInfo()) < 3070000
"""GDAL before 3.7 reads signed bytes as unsigned ones: -1 as 255."""
IDENTITY_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


AUTOMATIC, ALPHA, NODATA, NONE = "auto", "alpha", "nodata", "none"
"""What determines which pixels are nodata (see ``masking``)."""


@dataclass(frozen=True)
class RasterSource:
    """A raster file (or anything that GDAL opens) and the bands taken from it, counted from 1, in this order.

    ``mask``: what determines which pixels are nodata. ``nodata``: the nodata value, in place of the raster's own.
    """

    path: str
    bands: tuple[int, ...]
    mask: str = AUTOMATIC
    nodata: float | None = None


def open_raster(path: str) -> gdal.Dataset:
    """Open a raster for reading and check that it is usable.

    A raster on a web server is read in parts. Raises InputError if the file is missing, is not a raster, is truncated,
    has no CRS or no geotransform, contains complex numbers or a colour palette, or if its address contains a login.
    """
    require_proj()
    name = gdal_name(path)
    try:
        with quiet():
            dataset = _open(name)
    except RuntimeError as error:
        if is_service(path):
            raise service_fault(path, error) from error
        fault = InputError(f"{path} cannot be opened as a raster ({first_line(error)}).", "Check the path.")
        raise fault_elsewhere(name, error) or fault from error
    if dataset.RasterCount == 0:
        raise InputError(f"{path} contains no bands itself.", _subdataset_hint(dataset))
    _refuse_unplaced(path, dataset)
    _refuse_unusable_bands(path, dataset)
    if not is_service(path):
        _probe(path, dataset)
    return dataset


def _open(name: str) -> gdal.Dataset:
    option = "GDAL_DISABLE_READDIR_ON_OPEN"
    if is_on_web_server(name) and gdal.GetConfigOption(option) is None:
        # Otherwise GDAL would fetch the list of the server's folder, also later when it looks for overviews. With this,
        # it asks for each file that may lie beside the raster by its name.
        gdal.SetConfigOption(option, "TRUE")
    return gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)


def raster_crs(dataset: gdal.Dataset) -> osr.SpatialReference:
    """The raster's horizontal CRS, x first."""
    return horizontal(dataset.GetSpatialRef())


def data_bands(dataset: gdal.Dataset) -> tuple[int, ...]:
    """Numbers of the bands that contain imagery: all except masks that are flagged alpha."""
    masks = mask_bands(dataset)
    return tuple(number for number in range(1, dataset.RasterCount + 1) if number not in masks)


def default_bands(
    before_path: str,
    after_path: str,
    bands: Sequence[int] | None = None,
    bands_before: Sequence[int] | None = None,
    bands_after: Sequence[int] | None = None,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bands of both orthophotos: as chosen (``bands`` for both, or each), otherwise all except masks flagged as
    alpha.

    Raises InputError if a band does not exist, or if the two dates have different numbers of bands.
    """
    before, after = _chosen_bands(before_path, bands_before or bands), _chosen_bands(after_path, bands_after or bands)
    hint = "Choose matching bands with --bands 1,2,3, or with --bands-before and --bands-after."
    _require_as_many(before_path, before, after_path, after, hint)
    return before, after


def further_sources(before_path: str, after_path: str) -> tuple[RasterSource, RasterSource]:
    """Rasters of both dates whose bands follow those of the orthophotos: all bands except masks flagged as alpha.

    Raises InputError if the two dates have different numbers of bands.
    """
    before, after = _chosen_bands(before_path, None), _chosen_bands(after_path, None)
    hint = "Give the same kinds of rasters for both dates, in the same order."
    _require_as_many(before_path, before, after_path, after, hint)
    return RasterSource(before_path, before), RasterSource(after_path, after)


def _require_as_many(before_path: str, before: Sequence[int], after_path: str, after: Sequence[int], hint: str) -> None:
    if len(before) != len(after):
        raise InputError(
            f"The rasters have a different number of bands: {len(before)} in {before_path}, "
            f"{len(after)} in {after_path}.",
            hint,
        )


def _chosen_bands(path: str, bands: Sequence[int] | None) -> tuple[int, ...]:
    dataset = open_raster(path)
    if bands is None:
        try:
            with quiet():
                return data_bands(dataset)
        except RuntimeError as error:
            raise reading_fault(path, error) from error
    for band in bands:
        if not 1 <= band <= dataset.RasterCount:
            raise InputError(
                f"{path} has no band {band}; it has {dataset.RasterCount}.",
                "Choose existing bands with --bands, counted from 1.",
            )
    return tuple(bands)


def reading_fault(path: str, error: Exception) -> InputError:
    """The error for a raster whose pixels cannot be read, based on GDAL's message."""
    if is_service(path):
        return service_fault(path, error)
    fault = InputError(f"{path} cannot be read ({first_line(error)}).", "Copy or download it again.")
    return fault_elsewhere(path, error) or fault


def _subdataset_hint(dataset: gdal.Dataset) -> str:
    names = [name for name, _ in dataset.GetSubDatasets()]
    return f"Give one of the rasters in it, such as {names[0]}." if names else "Give a raster with bands."


def _refuse_unplaced(path: str, dataset: gdal.Dataset) -> None:
    geotransform = dataset.GetGeoTransform(can_return_null=True)
    if geotransform is None or geotransform == IDENTITY_GEOTRANSFORM:
        raise InputError(*_unplaced(path, dataset))
    reference = dataset.GetSpatialRef()
    if reference is None or reference.IsLocal():
        require_proj()
        raise InputError(
            f"{path} has no CRS that is tied to the earth.", "Assign one, for instance with gdal_edit.py -a_srs EPSG:N."
        )
    if geotransform[1] * geotransform[5] == geotransform[2] * geotransform[4]:
        raise InputError(f"{path} has pixels without an area.", "Check its geotransform with gdalinfo.")
    raster_crs(dataset)


def _unplaced(path: str, dataset: gdal.Dataset) -> tuple[str, str]:
    """Error message and hint for a raster without a geotransform."""
    if dataset.GetGCPCount():
        return (
            f"{path} is georeferenced only by {dataset.GetGCPCount()} ground control points.",
            "Warp it first: gdalwarp -r bilinear -t_srs EPSG:N FILE NEW.tif, with -tps if there are many points.",
        )
    if dataset.GetMetadata("RPC"):
        return (
            f"{path} is georeferenced only by rational polynomial coefficients (RPC): it is not orthorectified.",
            "Orthorectify it first: gdalwarp -rpc -to RPC_DEM=DEM.tif -t_srs EPSG:N FILE NEW.tif.",
        )
    return f"{path} has no geotransform.", "Georeference it first (Layer > Georeferencer), or add its world file."


def _refuse_unusable_bands(path: str, dataset: gdal.Dataset) -> None:
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        if gdal.DataTypeIsComplex(band.DataType):
            raise InputError(f"{path} contains complex numbers.", "Give an orthophoto with real-valued bands.")
        if band.GetColorTable() is not None:
            raise InputError(
                f"{path} contains palette indices, not colours.", "Convert it with gdal_translate -expand rgb."
            )
        if HAS_NO_SIGNED_BYTES and band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE":
            raise InputError(f"{path} contains signed bytes.", "Convert it with gdal_translate -ot Int16.")


def _probe(path: str, dataset: gdal.Dataset) -> None:
    """Read one pixel at the start, in the middle and at the end: in a truncated file one of them is missing."""
    right, bottom = dataset.RasterXSize - 1, dataset.RasterYSize - 1
    try:
        with quiet():
            for x, y in ((0, 0), (right // 2, bottom // 2), (right, bottom)):
                dataset.ReadRaster(x, y, 1, 1)
    except RuntimeError as error:
        fault = InputError(f"{path} is damaged or truncated ({first_line(error)}).", "Copy or download it again.")
        raise fault_elsewhere(path, error) or fault from error
