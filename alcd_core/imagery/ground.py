"""Ground distances in metres for any CRS, including degrees, feet and Web Mercator."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .gdal_library import osr, point_transform

STEP = 64
"""Distance in pixels over which the pixel size is measured: short enough for the projection to be uniform, long enough
for exact numbers."""


def local_equal_area(crs: osr.SpatialReference, x: float, y: float) -> Callable[[np.ndarray], np.ndarray]:
    """A function from (N, 2) coordinates in ``crs`` to metres in a Lambert azimuthal equal-area projection.

    The projection is centred on ``x``, ``y`` (in ``crs``). Areas are true everywhere, lengths near the centre.
    Snyder 1987, p. 182.
    """
    geographic = crs.CloneGeogCS()
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    longitude, latitude = point_transform(crs, geographic)(np.array([[x, y]]))[0]
    unit = geographic.GetAngularUnits() / np.radians(1.0)  # some old CRSs use grads
    local = geographic.Clone()
    local.SetProjCS("local equal area")
    local.SetLAEA(float(latitude * unit), float(longitude * unit), 0.0, 0.0)
    local.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return point_transform(crs, local)


def pixel_length(crs: osr.SpatialReference, x: float, y: float, column: np.ndarray, row: np.ndarray) -> float:
    """Side in metres of the square with a pixel's area on the ground, at ``x``, ``y``.

    ``column``, ``row``: the pixel's two edges as vectors in ``crs`` (a geotransform's two columns).
    """
    centre = np.array([x, y])
    metres = local_equal_area(crs, x, y)(
        np.array([centre - column * STEP, centre + column * STEP, centre - row * STEP, centre + row * STEP])
    )
    along_column, along_row = (metres[1] - metres[0]) / (2 * STEP), (metres[3] - metres[2]) / (2 * STEP)
    return float(np.sqrt(abs(along_column[0] * along_row[1] - along_column[1] * along_row[0])))
