"""The pictures of the report: both dates and the maps at screen resolution."""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, replace

import numpy as np

from ..imagery.confusion_map import COLOURS
from ..imagery.gdal_library import gdal, quiet
from ..imagery.grid import Grid, Window
from ..imagery.pair import AlignedPair
from ..imagery.raster import open_raster

LONGEST_SIDE = 1200
DETAIL_SIDE = 320

PROBABILITY_RAMP = ((0.0, (255, 245, 240, 0)), (0.25, (252, 187, 161, 110)), (0.5, (251, 106, 74, 200)),
                    (0.75, (203, 24, 29, 240)), (1.0, (103, 0, 13, 255)))  # fmt: skip
UNCERTAINTY_RAMP = ((0.0, (247, 252, 253, 0)), (0.33, (158, 188, 218, 150)), (0.66, (136, 86, 167, 220)),
                    (1.0, (77, 0, 75, 255)))  # fmt: skip
REFERENCE_COLOUR = (253, 191, 45, 235)

Ramp = tuple[tuple[float, tuple[int, int, int, int]], ...]


@dataclass(frozen=True)
class Picture:
    """An encoded picture: ``data`` is a data URI; ``width``, ``height`` in pixels."""

    data: str
    width: int
    height: int


def picture_grid(grid: Grid, longest: int = LONGEST_SIDE) -> Grid:
    """A grid of the same extent with at most ``longest`` pixels along each side."""
    factor = max(1.0, max(grid.width, grid.height) / longest)
    width, height = max(1, round(grid.width / factor)), max(1, round(grid.height / factor))
    return replace(grid, pixel_size=grid.pixel_size * factor, gsd=grid.gsd * factor, width=width, height=height)


def detail_grid(grid: Grid, window: Window, side: int = DETAIL_SIDE) -> Grid:
    """A window of the grid, ``side`` pixels wide; it may be finer than the grid."""
    left, _, _, top = grid.window_bounds(window)
    factor = window.width / side
    return replace(
        grid, left=left, top=top, pixel_size=grid.pixel_size * factor, gsd=grid.gsd * factor,
        width=side, height=max(1, round(window.height / factor)),
    )  # fmt: skip


def brightness_limits(pair: AlignedPair, grid: Grid) -> np.ndarray:
    """The darkest and brightest values to show, per band of the orthophotos: (2 dates, bands, 2), the 0.1 and 99.9
    percentiles."""
    images, valid = _read(pair, grid)
    if not valid.any():
        return np.tile(np.array([0.0, 1.0]), (*images.shape[:2], 1))
    return np.percentile(images[..., valid], (0.1, 99.9), axis=-1).transpose(1, 2, 0)


def photographs(pair: AlignedPair, grid: Grid, limits: np.ndarray) -> tuple[Picture, Picture]:
    """The first three bands of both orthophotos on this grid as JPEG. ``limits``: from ``brightness_limits``."""
    images, valid = _read(pair, grid)
    before, after = (photograph(image, valid, ends) for image, ends in zip(images, limits))
    return before, after


def photograph(image: np.ndarray, valid: np.ndarray, limits: np.ndarray) -> Picture:
    """One date (C, H, W) of any data type as JPEG; invalid pixels are light grey. ``limits``: (C, 2)."""
    chosen = [0, 1, 2] if len(image) >= 3 else [0, 0, 0]
    low, high = limits[chosen, 0], limits[chosen, 1]
    shares = (np.moveaxis(image[chosen], 0, -1) - low) / np.maximum(high - low, 1e-6)
    stretched = (np.clip(shares, 0.0, 1.0) * 255).astype(np.uint8)
    return encoded(np.where(valid[..., None], stretched, np.uint8(225)), "JPEG")


def full_window(grid: Grid) -> Window:
    """The grid as one window."""
    return Window(0, 0, grid.width, grid.height)


def map_values(path: str, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """A map averaged onto the grid: (H, W) float32, 0 where it has no data, and (H, W) bool, true where it has data.

    Raises InputError if the map cannot be opened.
    """
    with quiet():
        warped = gdal.Warp(
            "", open_raster(path), format="MEM", dstSRS=grid.crs, outputBounds=grid.bounds, width=grid.width,
            height=grid.height, resampleAlg="average", outputType=gdal.GDT_Float32, dstNodata=float("nan"),
        )  # fmt: skip
        values = warped.GetRasterBand(1).ReadAsArray()
    known = np.isfinite(values)
    return np.where(known, values, np.float32(0)), known


def coloured(values: np.ndarray, known: np.ndarray, ramp: Ramp) -> Picture:
    """Values from 0 to 1 as a PNG in the colours of the ramp; transparent where they are unknown."""
    stops = [stop for stop, _ in ramp]
    channels = [np.interp(values, stops, [colour[band] for _, colour in ramp]) for band in range(4)]
    pixels = np.stack(channels, axis=-1).round().astype(np.uint8)
    pixels[~known] = 0
    return encoded(pixels, "PNG")


def reference_picture(changed: np.ndarray) -> Picture:
    """Changed pixels (H, W bool) as a PNG, transparent elsewhere."""
    return encoded(np.where(changed[..., None], np.array(REFERENCE_COLOUR, np.uint8), np.uint8(0)), "PNG")


def agreement_picture(classes: np.ndarray) -> Picture:
    """The classes of ``imagery.confusion_map`` as a PNG; true negatives are transparent, so that the photo shows."""
    table = np.zeros((256, 4), np.uint8)
    for value, (name, colour) in COLOURS.items():
        table[value] = (0, 0, 0, 0) if name.startswith("true negative") else colour
    return encoded(table[classes], "PNG")


def encoded(pixels: np.ndarray, kind: str) -> Picture:
    """(H, W, 3 or 4) uint8 as a data URI. ``kind``: JPEG or PNG."""
    height, width, bands = pixels.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, bands, gdal.GDT_Byte)
    for band in range(bands):
        memory.GetRasterBand(band + 1).WriteArray(np.ascontiguousarray(pixels[..., band]))
    if bands == 4:
        memory.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    name = f"/vsimem/{uuid.uuid4().hex}"
    options = ["QUALITY=82"] if kind == "JPEG" else ["ZLEVEL=9"]
    with quiet():
        gdal.GetDriverByName(kind).CreateCopy(name, memory, options=options)
    content = _memory_file(name)
    data = f"data:image/{kind.lower()};base64,{base64.b64encode(content).decode('ascii')}"
    return Picture(data, width, height)


def _memory_file(name: str) -> bytes:
    size = gdal.VSIStatL(name).size
    handle = gdal.VSIFOpenL(name, "rb")
    try:
        return bytes(gdal.VSIFReadL(1, size, handle))
    finally:
        gdal.VSIFCloseL(handle)
        gdal.Unlink(name)


def _read(pair: AlignedPair, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """The orthophotos on this grid, and where all rasters have data."""
    images, valid = AlignedPair(pair.before, pair.after, grid, pair.aoi_wkb).read(full_window(grid))
    return images[:, : pair.photo_bands], valid
