"""A large campaign in the real desktop: 20,000 tiles are waiting to be labelled."""

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 900
HANGS = 10  # seconds of the processor; one read per tile takes longer. See benchmarks/README.md for timings
TILES_PER_SIDE = 142  # 20,164 tiles
TILE, GSD = 64, 0.5


def make_large_campaign(folder):
    """A campaign on large, empty rasters with every tile queried."""
    gdal = pytest.importorskip("osgeo.gdal")
    from osgeo import osr

    from alcd_core.campaign.campaign import create_campaign
    from alcd_core.campaign.description import Description, RasterFile
    from alcd_core.campaign.tiles import TileRow
    from alcd_core.imagery.grid import Grid

    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    side = TILE * TILES_PER_SIDE
    for date in ("before", "after"):
        options = ["TILED=YES", "SPARSE_OK=TRUE"]
        raster = gdal.GetDriverByName("GTiff").Create(str(folder / f"{date}.tif"), side, side, 3, options=options)
        raster.SetGeoTransform((500000, GSD, 0, 5400000, 0, -GSD))
        raster.SetProjection(system.ExportToWkt())
        raster = None
    rasters = [(RasterFile(str(folder / f"{date}.tif"), (1, 2, 3)),) for date in ("before", "after")]
    grid = Grid(system.ExportToWkt(), 500000.0, 5400000.0, GSD, GSD, side, side)
    zeros, ones = ((0.0,) * 3,) * 2, ((1.0,) * 3,) * 2
    description = Description(
        "many", *rasters, grid, TILE, 0, "2026-01-02T03:04:05+00:00", zeros, ones, None, "EPSG", 32632
    )
    rows = [TileRow(n, row, column) for n, (row, column, _) in enumerate(description.tiling.windows(), start=1)]
    campaign = create_campaign(folder / "many.alcd", description, rows)
    asked = [row.tile_id for row in rows]
    campaign.write_query(0, {tile_id: (1 / tile_id, 0.1) for tile_id in asked}, asked, [], "variance")
    return campaign


@pytest.fixture(scope="module")
def report(tmp_path_factory, plugin_zip):
    command()
    folder = tmp_path_factory.mktemp("many")
    make_large_campaign(folder)
    prepare(folder, plugin_zip)
    seen = run_session(folder, "many_tiles_session.py", SECONDS)
    print(f"20,000 tiles: {seen}")
    return seen


def test_the_dock_opens_with_20_000_tiles(report):
    assert report["queue"] > 20_000
    assert report["busy"] < HANGS


def test_the_next_tile_appears_as_fast_as_in_a_small_campaign(report):
    assert sorted(report["milliseconds"])[2] < 1000 * HANGS
