"""Paints the towns that the built-in network learns from: other ground, changes, light and resolution in each."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from alcd_core.demo.footprints import LEFT, TOP, map_crs, picture_outline, write_truth
from alcd_core.demo.orthophotos import painted_canvas
from alcd_core.demo.projection import Projection, projections
from alcd_core.demo.region import plan_region
from alcd_core.demo.rendering import Exposure, render
from alcd_core.demo.scene import Scene
from alcd_core.demo.settings import SceneSettings
from alcd_core.progress import Reporter

SIDE = 2304
"""Side of a painted image in pixels."""
FINEST, COARSEST = 0.2, 0.6
"""Metres per painted pixel; between these, evenly on a logarithmic scale."""
MERGED = (1, 2, 4)
"""Painted pixels per pixel along each side: every town is stored at these resolutions."""


def write_town(path: Path, seed: int) -> None:
    """Paint a town and write it to an npz file: for each number in ``MERGED``, ``images`` (2, 3, side, side) uint8 and
    ``changed`` (side, side) uint8, 1 where a building stands at one date only. The same seed gives the same town."""
    rng = np.random.default_rng((seed, 77))
    settings = town_settings(rng)
    scene = plan_region(SIDE * settings.gsd, settings, rng)
    views = projections(rng, settings.misregistration * settings.gsd)
    pictures = []
    for date in (0, 1):
        canvas = painted_canvas(scene, date, views[date], SIDE, settings.gsd, rng, Reporter())
        strips = [strip for _, strip in render(canvas, random_exposure(rng), (seed, date))]
        pictures.append(np.concatenate(strips, axis=1))
    images = np.stack(pictures)
    arrays = {}
    for merged in MERGED:
        arrays[f"images_{merged}"] = coarser(images, merged)
        arrays[f"changed_{merged}"] = changed_pixels(scene, views, SIDE // merged, settings.gsd * merged)
    temporary = path.with_suffix(".writing.npz")
    np.savez(temporary, gsd=settings.gsd, **arrays)
    temporary.replace(path)


def town_settings(rng: np.random.Generator) -> SceneSettings:
    """Far more changes than in the demo, so that many tiles show one."""
    return SceneSettings(
        gsd=float(np.exp(rng.uniform(np.log(FINEST), np.log(COARSEST)))),
        towns=int(rng.integers(2, 5)),
        estates=int(rng.integers(5, 16)),
        street_estates=int(rng.integers(2, 12)),
        halls_built=int(rng.integers(4, 20)),
        halls_torn_down=int(rng.integers(2, 12)),
        blocks_built=int(rng.integers(1, 10)),
        blocks_torn_down=int(rng.integers(1, 6)),
        houses_built=rng.uniform(0.01, 0.12),
        houses_torn_down=rng.uniform(0.01, 0.08),
        misregistration=rng.uniform(0.5, 3.0),
        annexes=int(rng.integers(0, 10)),
    )


def random_exposure(rng: np.random.Generator) -> Exposure:
    """Any light and any camera."""
    shade, haze, level = rng.uniform(0.22, 0.36), rng.uniform(0, 30), rng.uniform(0.75, 1.1)
    return Exposure(
        azimuth=np.radians(rng.uniform(100, 260)),
        elevation=np.radians(rng.uniform(30, 65)),
        skylight=(shade, shade * 1.15, shade * rng.uniform(1.2, 1.5)),
        lean=(rng.uniform(-0.15, 0.15), rng.uniform(-0.15, 0.15)),
        gain=tuple(level * rng.uniform(0.92, 1.08, 3)),
        gamma=rng.uniform(0.75, 1.2),
        haze=tuple(haze * rng.uniform(0.8, 1.3, 3)),
        blur=rng.uniform(0.1, 0.45),
        noise=rng.uniform(1, 5),
    )


def coarser(images: np.ndarray, merged: int) -> np.ndarray:
    """Images (2, 3, H, W) uint8 with ``merged`` x ``merged`` pixels averaged into one."""
    dates, bands, height, width = images.shape
    blocks = images.reshape(dates, bands, height // merged, merged, width // merged, merged)
    return blocks.mean((3, 5)).round().astype(np.uint8)


def changed_pixels(scene: Scene, views: tuple[Projection, Projection], side: int, gsd: float) -> np.ndarray:
    """The pixels (side, side) uint8 whose centre lies in a building that stands at one date only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "truth.gpkg")
        write_truth(path, scene, views, picture_outline(side * gsd))
        truth = ogr.Open(str(path))
        mask = gdal.GetDriverByName("MEM").Create("", side, side, 1, gdal.GDT_Byte)
        mask.SetGeoTransform((LEFT, gsd, 0.0, TOP, 0.0, -gsd))
        mask.SetProjection(map_crs().ExportToWkt())
        gdal.RasterizeLayer(mask, [1], truth.GetLayer(0), burn_values=[1])
        return mask.ReadAsArray()
