"""Writes the two orthophotos, their true changes, and a building map of the first date."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..errors import InputError
from ..progress import Reporter
from .buildings import paint_buildings
from .canvas import MARGIN, Canvas, empty_canvas
from .footprints import LEFT, TOP, map_crs, picture_outline, write_building_map, write_truth
from .ground import paint_ground
from .projection import Projection, projections
from .region import plan_region
from .rendering import Exposure, exposures, render
from .scene import BEFORE, Scene
from .settings import SceneSettings
from .trees import paint_trees

DEFAULT_SIZE = 6000
SMALLEST_SIZE = 512
JPEG = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=90"]


def make_orthophotos(
    folder: Path,
    seed: int,
    size: int = DEFAULT_SIZE,
    reporter: Reporter | None = None,
    settings: SceneSettings | None = None,
) -> tuple[Path, Path, Path, Path]:
    """Write ``before.tif``, ``after.tif``, ``truth.gpkg`` and ``buildings.gpkg`` into ``folder``; returns their paths.

    The images are 8-bit RGB GeoTIFFs of ``size`` x ``size`` pixels in EPSG:2056, tiled, JPEG, with overviews.
    The layer ``changes`` of the truth contains a polygon for every building that was built, torn down or altered
    (``kind``), positioned as in the image that shows it. The layer ``buildings`` contains the footprints as of the
    first date, with a ``building_id``. The same seed, size and settings give the same pixels. Raises InputError if
    ``size`` is too small or the folder cannot be written.
    """
    if size < SMALLEST_SIZE:
        raise InputError(f"A demo region of {size} pixels is too small.", f"Choose {SMALLEST_SIZE} or more.")
    reporter, settings = reporter or Reporter(), settings or SceneSettings()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"The folder {folder} cannot be created: {error.strerror}.", "Choose another folder."
        ) from error
    streams = [np.random.default_rng((seed, number)) for number in range(6)]
    reporter.progress(0.0, "Planning the region")
    scene = plan_region(size * settings.gsd, settings, streams[0])
    views = projections(streams[1], settings.misregistration * settings.gsd)
    names = "before.tif", "after.tif", "truth.gpkg", "buildings.gpkg"
    picture = picture_outline(size * settings.gsd)
    with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=folder) as unfinished:
        for date, exposure in enumerate(exposures(streams[2])):
            part = reporter.part(0.05 + 0.45 * date, 0.5 + 0.45 * date)
            part.progress(0.0, f"Painting the orthophoto {('before', 'after')[date]}")
            canvas = painted_canvas(scene, date, views[date], size, settings.gsd, streams[3 + date], part)
            _write_photograph(Path(unfinished, names[date]), canvas, exposure, (seed, date), part.part(0.6, 1.0))
        write_truth(Path(unfinished, names[2]), scene, views, picture)
        write_building_map(Path(unfinished, names[3]), scene, views[BEFORE], picture, streams[5])
        for name in names:
            Path(unfinished, name).replace(folder / name)
    reporter.progress(1.0, "Orthophotos finished")
    return folder / names[0], folder / names[1], folder / names[2], folder / names[3]


def painted_canvas(
    scene: Scene, date: int, view: Projection, size: int, gsd: float, rng: np.random.Generator, reporter: Reporter
) -> Canvas:
    """What is on the ground at one date (0 or 1), for an image of ``size`` x ``size`` pixels."""
    canvas = empty_canvas(size, gsd)
    paint_ground(canvas, scene, date, view, rng)
    reporter.progress(0.25)
    paint_buildings(canvas, scene, date, view)
    reporter.progress(0.4)
    paint_trees(canvas, scene, date, view, rng)
    return canvas


def _write_photograph(
    path: Path, canvas: Canvas, exposure: Exposure, seed: tuple[int, int], reporter: Reporter
) -> None:
    size = canvas.height.shape[0] - 2 * MARGIN
    picture = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 3, gdal.GDT_Byte, JPEG)
    if picture is None:
        raise InputError(f"{path} cannot be written: {gdal.GetLastErrorMsg()}.", "Choose another folder.")
    picture.SetGeoTransform((LEFT, canvas.gsd, 0.0, TOP, 0.0, -canvas.gsd))
    picture.SetProjection(map_crs().ExportToWkt())
    for row, strip in render(canvas, exposure, seed):
        reporter.progress(0.9 * row / size)
        picture.WriteArray(strip, 0, row)
    picture.FlushCache()
    picture.BuildOverviews("AVERAGE", [2, 4, 8, 16])
    del picture
