"""A campaign labelled in the real desktop, with real key presses and mouse clicks, until QGIS is killed."""

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 900


def make_campaign(folder):
    """A campaign on synthetic imagery with ten queried tiles, and two proposals in the first."""
    np = pytest.importorskip("numpy")
    gdal = pytest.importorskip("osgeo.gdal")
    from osgeo import osr

    from alcd_core.campaign.annotations import Proposal
    from alcd_core.campaign.campaign import create_campaign
    from alcd_core.campaign.description import Description, RasterFile
    from alcd_core.campaign.geometry import rectangle
    from alcd_core.campaign.tiles import TileRow
    from alcd_core.imagery.grid import Grid

    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    rng = np.random.default_rng(0)
    for date in ("before", "after"):
        raster = gdal.GetDriverByName("GTiff").Create(str(folder / f"{date}.tif"), 512, 512, 3)
        raster.SetGeoTransform((500000, 1, 0, 5400000, 0, -1))
        raster.SetProjection(system.ExportToWkt())
        pixels = np.kron(rng.integers(60, 200, (3, 64, 64)), np.ones((1, 8, 8), int)).astype(np.uint8)
        raster.WriteArray(pixels)
        raster = None
    rasters = [(RasterFile(str(folder / f"{date}.tif"), (1, 2, 3)),) for date in ("before", "after")]
    grid = Grid(system.ExportToWkt(), 500000.0, 5400000.0, 1.0, 1.0, 512, 512)
    zeros, ones = ((0.0,) * 3,) * 2, ((1.0,) * 3,) * 2
    description = Description(
        "town", *rasters, grid, 96, 32, "2026-01-02T03:04:05+00:00", zeros, ones, None, "EPSG", 32632
    )
    rows = [TileRow(n, row, column) for n, (row, column, _) in enumerate(description.tiling.windows(), start=1)]
    campaign = create_campaign(folder / "town.alcd", description, rows)
    asked = [tile.tile_id for tile in campaign.tiles()[10:40:3]]
    window = next(tile.window for tile in campaign.tiles() if tile.tile_id == asked[0])
    left, bottom, _, _ = grid.window_bounds(window)
    boxes = [rectangle(left + x, bottom + 50, left + x + 25, bottom + 75) for x in (10, 60)]
    proposals = [Proposal(asked[0], box, 0.8) for box in boxes]
    scores = {tile_id: (0.2 - 0.01 * rank, 0.1) for rank, tile_id in enumerate(asked)}
    campaign.write_query(0, scores, asked, proposals, "variance")
    return campaign


@pytest.fixture(scope="module")
def labelled(tmp_path_factory, plugin_zip):
    """The session's report, the campaign after it, and the folder."""
    command()
    folder = tmp_path_factory.mktemp("labelling")
    campaign = make_campaign(folder)
    prepare(folder, plugin_zip)
    report = run_session(folder, "labelling_session.py", SECONDS)
    print(f"milliseconds from key to next tile: {report['milliseconds']}")
    return report, campaign, folder


def test_the_map_shows_the_first_tile_although_qgis_zooms_to_new_layers(labelled):
    assert labelled[0]["first tile shown"]


def test_accepting_proposals_can_be_undone_with_ctrl_z(labelled):
    report = labelled[0]
    assert (report["accepted"], report["after undo"]) == (2, 0)


def test_a_polygon_is_drawn_with_the_mouse_and_not_lost_to_a_key(labelled):
    report = labelled[0]
    assert report["left while drawing"] == 10
    assert report["drawn"] == 3


def test_keys_label_nothing_while_the_user_types(labelled):
    assert labelled[0]["typing labels nothing"]


def test_every_key_reaches_the_campaign(labelled):
    report, campaign, _ = labelled
    assert report["counts"] == [2, 1, 6, 1]
    assert campaign.counts().states == {"unlabelled": 54, "queried": 2, "labelled": 7, "skipped": 1}
    assert len(campaign.annotations()) == 3


def test_closing_leaves_no_layer_behind(labelled):
    assert labelled[0]["groups"] == []


def test_a_killed_qgis_loses_at_most_the_current_tile(labelled):
    report, _, folder = labelled
    reopened = run_session(folder, "reopening_session.py", SECONDS)
    assert reopened["done"] == 8
    assert reopened["drawn"] == 3  # those of the first tile; the polygon of the unfinished tile is lost
    assert reopened["tile"] == report["tile"]
