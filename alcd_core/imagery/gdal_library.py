"""Access to GDAL with exceptions enabled and coordinates always in x, y order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import Cancelled, InputError
from ..progress import Reporter

__all__ = [
    "gdal",
    "horizontal",
    "ogr",
    "osr",
    "point_transform",
    "progress_callback",
    "quiet",
    "require_proj",
    "spatial_reference",
]

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()
# A VRT may contain Python code for derived pixels. Rasters are data here, never programs.
gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO")
# By default GDAL's cache grows to a twentieth of the machine's memory.
gdal.SetCacheMax(32 * 2**20)
# Ask a busy server again, after 1, 2 and 4 seconds, and give up on one that sends nothing for half a minute. Values
# that the user set in the environment take precedence.
for _name, _value in (
    # A JPEG that was cut would otherwise be grey below the cut.
    ("GDAL_ERROR_ON_LIBJPEG_WARNING", "TRUE"),
    ("GDAL_HTTP_MAX_RETRY", "3"),
    ("GDAL_HTTP_RETRY_DELAY", "1"),
    ("GDAL_HTTP_CONNECTTIMEOUT", "20"),
    ("GDAL_HTTP_LOW_SPEED_LIMIT", "1"),
    ("GDAL_HTTP_LOW_SPEED_TIME", "30"),
):
    if gdal.GetConfigOption(_name) is None:
        gdal.SetConfigOption(_name, _value)


def spatial_reference(definition: str) -> osr.SpatialReference:
    """The CRS of a WKT text, an ``EPSG:N`` or a PROJ string: x (east, longitude) first, without a vertical part.

    Raises InputError if GDAL does not know the CRS, or if it is not tied to the earth.
    """
    reference = osr.SpatialReference()
    try:
        reference.SetFromUserInput(definition)
    except RuntimeError as error:
        require_proj()
        raise InputError(
            f"The CRS {definition[:80]!r} is not known.", "Give an EPSG code, such as EPSG:25832."
        ) from error
    return horizontal(reference)


def require_proj() -> None:
    """Raise InputError if PROJ's database is missing or of another version: every CRS would look unknown."""
    try:
        with quiet():
            osr.SpatialReference().ImportFromEPSG(4326)
    except RuntimeError as error:
        name = next((name for name in ("PROJ_DATA", "PROJ_LIB") if os.environ.get(name)), None)
        at = f" {name} points to {os.environ[name]}." if name else ""
        reason = str(error).strip().split("\n", maxsplit=1)[0]
        raise InputError(
            f"PROJ, which provides the coordinate reference systems, cannot read its database ({reason}).{at}",
            f"Another program set {name}; unset it, then start again." if name else "Install proj-data again.",
        ) from error


def horizontal(reference: osr.SpatialReference) -> osr.SpatialReference:
    """A copy with x first and without a vertical part. Raises InputError if the CRS is not tied to the earth."""
    flat = reference.Clone()
    flat.DemoteTo2D()
    if not (flat.IsGeographic() or flat.IsProjected()):
        raise InputError(
            f"The CRS {reference.GetName()!r} is not tied to the earth.", "Assign a geographic or projected CRS."
        )
    flat.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return flat


def point_transform(source: osr.SpatialReference, target: osr.SpatialReference) -> Callable[[np.ndarray], np.ndarray]:
    """A function from (N, 2) coordinates to (N, 2) coordinates; points that cannot be transformed become infinite."""
    if source.IsSame(target):
        return lambda points: points
    try:
        with quiet():
            transformation = osr.CoordinateTransformation(source, target)
    except RuntimeError as error:
        require_proj()
        raise InputError(
            f"There is no transformation from the CRS {source.GetName()!r} to {target.GetName()!r}.",
            "Check that both describe the same planet and are assigned correctly.",
        ) from error

    def transform(points: np.ndarray) -> np.ndarray:
        if len(points) == 0:
            return points
        with quiet():
            return _transformed(transformation, np.asarray(points, dtype=float))

    return transform


def _transformed(transformation: osr.CoordinateTransformation, points: np.ndarray) -> np.ndarray:
    """(N, 2) transformed points, infinite if they cannot be transformed. For some of those PROJ returns infinity, for
    others GDAL raises an error for the whole call; the points are then tried in ever smaller parts."""
    try:
        return np.asarray(transformation.TransformPoints(points))[:, :2]
    except RuntimeError:
        if len(points) == 1:
            return np.full((1, 2), np.inf)
    half = len(points) // 2
    return np.concatenate([_transformed(transformation, points[:half]), _transformed(transformation, points[half:])])


@contextmanager
def quiet() -> Iterator[None]:
    """Suppress GDAL's messages on standard error: what matters is raised or returned."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def progress_callback(reporter: Reporter, message: str) -> Callable[[float, str, object], int]:
    """GDAL's progress function for a reporter. After GDAL stops, ``reporter.check()`` raises if the user cancelled."""

    def callback(fraction: float, _text: str, _data: object) -> int:
        try:
            reporter.progress(fraction, message)
        except Cancelled:
            return 0
        return 1

    return callback
