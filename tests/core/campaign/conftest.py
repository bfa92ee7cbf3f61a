"""Small campaigns to test with."""

from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import osr

from alcd_core.campaign.campaign import create_campaign
from alcd_core.campaign.description import Description, RasterFile
from alcd_core.campaign.tiles import TileRow
from alcd_core.imagery.grid import Grid


def crs_wkt(code, options=()):
    system = osr.SpatialReference()
    system.ImportFromEPSG(code)
    return system.ExportToWkt(list(options))


@pytest.fixture
def description(tmp_path):
    """Of a grid of 3 rows and 4 columns of tiles in EPSG:32633, whose two rasters are empty files."""
    for name in ("before.tif", "after.tif"):
        (tmp_path / name).touch()
    return Description(
        name="Ansbach",
        before=(RasterFile(str(tmp_path / "before.tif"), (1, 2, 3)),),
        after=(RasterFile(str(tmp_path / "after.tif"), (2, 3, 4)),),
        grid=Grid(crs_wkt(32633), 500000.0, 5500000.0, 0.5, 0.5, 928, 704),
        tile_size=256,
        overlap=32,
        created="2026-01-02T03:04:05+00:00",
        mean=((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)),
        std=((1.5, 2.5, 3.5), (4.5, 5.5, 6.5)),
        aoi_wkb=b"\x01\x03",
        authority="EPSG",
        code=32633,
    )


def tile_rows(description):
    positions = ((row, column) for row, column, _ in description.tiling.windows())
    return [TileRow(number, row, column) for number, (row, column) in enumerate(positions, start=1)]


@pytest.fixture
def rows():
    """The function that makes the tiles of a description."""
    return tile_rows


@pytest.fixture
def wkt():
    """The function that makes the WKT of an EPSG code."""
    return crs_wkt


@pytest.fixture
def campaign(tmp_path, description):
    return create_campaign(tmp_path / "ansbach.alcd", description, tile_rows(description))


@pytest.fixture
def large_campaign(tmp_path, description):
    """40 x 50 tiles."""
    grid = replace(description.grid, width=50 * 224 + 32, height=40 * 224 + 32)
    large = replace(description, grid=grid)
    return create_campaign(tmp_path / "large.alcd", large, tile_rows(large))


@pytest.fixture
def root():
    return Path(__file__).resolve().parents[3]
