"""Writes the two orthophotos and their true changes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import InputError
from ..progress import Reporter
from .buildings import paint_buildings
from .canvas import MARGIN, Canvas, empty_canvas
from .ground import paint_ground, polygon_wkb
from .projection import Projection, projections
from .region import plan_region
from .rendering import Exposure, exposures, render
from .scene import AFTER, BEFORE, Building, Scene, part_corners
from .settings import SceneSettings
from .trees import paint_trees

DEFAULT_SIZE = 6000
SMALLEST_SIZE = 512
LEFT, TOP = 2_600_000.0, 1_200_000.0
EPSG = 2056
JPEG = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=90"]


def make_orthophotos(
    folder: Path,
    seed: int,
    size: int = DEFAULT_SIZE,
    reporter: Reporter | None = None,
    settings: SceneSettings | None = None,
) -> tuple[Path, Path, Path]:
    """Write ``before.tif``, ``after.tif`` and ``truth.gpkg`` into ``folder``; returns their paths.

    The images are 8-bit RGB GeoTIFFs of ``size`` x ``size`` pixels in EPSG:2056, tiled, JPEG, with overviews.
    The layer ``changes`` of the truth contains a polygon for every building that was built or torn down (``kind``),
    positioned as in the image that shows it. The same seed and size give the same pixels. Raises InputError if ``size``
    is too small or the folder cannot be written.
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
    streams = [np.random.default_rng((seed, number)) for number in range(5)]
    reporter.progress(0.0, "Planning the region")
    scene = plan_region(size * settings.gsd, settings, streams[0])
    views = projections(streams[1], settings.misregistration * settings.gsd)
    names = "before.tif", "after.tif", "truth.gpkg"
    with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=folder) as unfinished:
        for date, exposure in enumerate(exposures(streams[2])):
            part = reporter.part(0.05 + 0.45 * date, 0.5 + 0.45 * date)
            part.progress(0.0, f"Painting the orthophoto {('before', 'after')[date]}")
            canvas = _paint(scene, date, views[date], size, settings.gsd, streams[3 + date], part)
            _write_photograph(Path(unfinished, names[date]), canvas, exposure, (seed, date), part.part(0.6, 1.0))
        _write_truth(Path(unfinished, names[2]), scene, views, size, settings.gsd)
        for name in names:
            Path(unfinished, name).replace(folder / name)
    reporter.progress(1.0, "Orthophotos finished")
    return folder / names[0], folder / names[1], folder / names[2]


def _paint(
    scene: Scene, date: int, view: Projection, size: int, gsd: float, rng: np.random.Generator, reporter: Reporter
) -> Canvas:
    canvas = empty_canvas(size, gsd)
    paint_ground(canvas, scene, date, view, rng)
    reporter.progress(0.25)
    paint_buildings(canvas, scene, date, view)
    reporter.progress(0.4)
    paint_trees(canvas, scene, date, view, rng)
    return canvas


def _crs() -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    return crs


def _write_photograph(
    path: Path, canvas: Canvas, exposure: Exposure, seed: tuple[int, int], reporter: Reporter
) -> None:
    size = canvas.height.shape[0] - 2 * MARGIN
    picture = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 3, gdal.GDT_Byte, JPEG)
    if picture is None:
        raise InputError(f"{path} cannot be written: {gdal.GetLastErrorMsg()}.", "Choose another folder.")
    picture.SetGeoTransform((LEFT, canvas.gsd, 0.0, TOP, 0.0, -canvas.gsd))
    picture.SetProjection(_crs().ExportToWkt())
    for row, strip in render(canvas, exposure, seed):
        reporter.progress(0.9 * row / size)
        picture.WriteArray(strip, 0, row)
    picture.FlushCache()
    picture.BuildOverviews("AVERAGE", [2, 4, 8, 16])
    del picture


def _write_truth(path: Path, scene: Scene, views: tuple[Projection, Projection], size: int, gsd: float) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("changes", _crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    picture = ogr.CreateGeometryFromWkb(polygon_wkb(_corners(size * gsd)))
    layer.StartTransaction()
    for building in scene.buildings:
        if building.dates == (True, True):
            continue
        built = building.dates[AFTER]
        footprint = _footprint(building, views[AFTER if built else BEFORE])
        if not footprint.Within(picture):
            footprint = footprint.Intersection(picture)
        if footprint.IsEmpty() or footprint.GetGeometryType() != ogr.wkbPolygon:
            continue
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kind", "built" if built else "torn down")
        feature.SetGeometry(footprint)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, source


def _corners(side: float) -> np.ndarray:
    corners = np.array([(0, 0), (side, 0), (side, side), (0, side), (0, 0)], dtype=float)
    return corners * (1, -1) + (LEFT, TOP)


def _footprint(building: Building, view: Projection) -> ogr.Geometry:
    """The building's outline in the CRS: its parts as one polygon, placed rigidly as in the image."""
    x, y, angle = view.place(building.middle, building.angle)
    placed = Building((x, y), angle, building.parts, building.kind, building.colours)
    outline: ogr.Geometry | None = None
    for part in building.parts:
        ring = np.array(part_corners(placed, part))
        ring = np.concatenate([ring, ring[:1]]) * (1, -1) + (LEFT, TOP)
        polygon = ogr.CreateGeometryFromWkb(polygon_wkb(ring))
        outline = polygon if outline is None else outline.Union(polygon)
    return outline
