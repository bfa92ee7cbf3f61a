"""Tile pyramids for tests: a raster of EPSG:3857 that lies on the grid of XYZ tiles, cut into PNG or JPEG files."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from osgeo import gdal

HALF = 20037508.342789244
SIDE = 256


def pixel_size(zoom: int) -> float:
    """Side of a pixel of XYZ tiles in metres of EPSG:3857."""
    return 2 * HALF / (SIDE * 2**zoom)


def tile_origin(zoom: int, longitude: float, latitude: float) -> tuple[int, int]:
    """Column and row of the XYZ tile at a place."""
    x = (longitude + 180) / 360
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return int(x * 2**zoom), int(y * 2**zoom)


def place_of(zoom: int, column: int, row: int) -> tuple[float, float]:
    """Upper left corner of a tile in EPSG:3857."""
    size = pixel_size(zoom) * SIDE
    return -HALF + column * size, HALF - row * size


def write_pyramid(folder: Path, pixels: np.ndarray, zoom: int, column: int, row: int, driver: str = "PNG") -> int:
    """Write (3 or 4, H, W) uint8, whose upper left corner is that of the tile ``column``, ``row``, as files
    ``zoom/x/y.png``, and its four coarser levels; H and W are multiples of 256. Returns the number of files of the
    finest level."""
    finest = _write_level(folder, pixels, zoom, column, row, driver)
    for level in range(zoom - 1, zoom - 5, -1):
        left, top = column % 2 * SIDE, row % 2 * SIDE
        pixels = np.pad(
            pixels, ((0, 0), (top, -(pixels.shape[1] + top) % 512), (left, -(pixels.shape[2] + left) % 512))
        )
        pixels = pixels[:, ::2, ::2]
        column, row = column // 2, row // 2
        _write_level(folder, pixels, level, column, row, driver)
    return finest


def _write_level(folder: Path, pixels: np.ndarray, zoom: int, column: int, row: int, driver: str) -> int:
    rows, columns = pixels.shape[1] // SIDE, pixels.shape[2] // SIDE
    for y in range(rows):
        for x in range(columns):
            tile = pixels[:, y * SIDE : (y + 1) * SIDE, x * SIDE : (x + 1) * SIDE]
            memory = gdal.GetDriverByName("MEM").Create("", SIDE, SIDE, len(tile))
            memory.WriteArray(np.ascontiguousarray(tile))
            place = folder / f"{zoom}/{column + x}"
            place.mkdir(parents=True, exist_ok=True)
            gdal.GetDriverByName(driver).CreateCopy(str(place / f"{row + y}.png"), memory)
            (place / f"{row + y}.png.aux.xml").unlink(missing_ok=True)
    return rows * columns


def write_capabilities(
    folder: Path, name: str, address: str, zoom: int, column: int, row: int, side: int, margin: int = 0
) -> Path:
    """The capabilities of a WMTS with one layer, whose tiles are those of ``write_pyramid`` in ``folder / name``.
    ``margin``: pixels around the layer's extent that are in its tiles too."""
    left, top = place_of(zoom, column, row)
    size = pixel_size(zoom)
    left, top, side = left + margin * size, top - margin * size, side - 2 * margin
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{level}</ows:Identifier>"
        f"<ScaleDenominator>{pixel_size(level) / 0.00028!r}</ScaleDenominator>"
        f"<TopLeftCorner>{-HALF!r} {HALF!r}</TopLeftCorner><TileWidth>{SIDE}</TileWidth><TileHeight>{SIDE}</TileHeight>"
        f"<MatrixWidth>{2**level}</MatrixWidth><MatrixHeight>{2**level}</MatrixHeight></TileMatrix>"
        for level in range(zoom - 4, zoom + 1)
    )
    corners = (
        f"<ows:LowerCorner>{left!r} {top - side * size!r}</ows:LowerCorner>"
        f"<ows:UpperCorner>{left + side * size!r} {top!r}</ows:UpperCorner>"
    )
    template = f"{address}/{name}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.png"
    file = folder / f"{name}-wmts.xml"
    file.write_text(
        '<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0" version="1.0.0" '
        'xmlns:ows="http://www.opengis.net/ows/1.1"><Contents><Layer>'
        f"<ows:Title>{name}</ows:Title><ows:Identifier>{name}</ows:Identifier>"
        f'<ows:BoundingBox crs="urn:ogc:def:crs:EPSG::3857">{corners}</ows:BoundingBox>'
        '<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>'
        "<TileMatrixSetLink><TileMatrixSet>google</TileMatrixSet></TileMatrixSetLink>"
        f'<ResourceURL format="image/png" resourceType="tile" template="{template}"/></Layer>'
        "<TileMatrixSet><ows:Identifier>google</ows:Identifier>"
        f"<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>{matrices}</TileMatrixSet>"
        "</Contents></Capabilities>"
    )
    return file
