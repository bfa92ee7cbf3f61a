"""From two WMTS layers to change polygons in the real desktop, without a file made by hand; and a campaign on XYZ
tiles."""

import sys
from pathlib import Path

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
SECONDS = 1500
ZOOM, SIDE, MARGIN = 18, 512, 20
PATIENT = {"ALCD_LONGEST": str(SECONDS - 60), "ALCD_PATIENCE": "600"}
WMTS = (
    "crs=EPSG:3857&dpiMode=7&format=image/png&layers={{date}}&styles=default&tileMatrixSet=google&"
    "url={0}/{{date}}-wmts.xml"
)


@pytest.fixture(scope="module")
def walk(tmp_path_factory, plugin_zip):
    """The report of the session, and the folder."""
    command()
    pytest.importorskip("torch")
    import numpy as np
    from pyramid import pixel_size, place_of, tile_origin, write_capabilities, write_pyramid
    from rasters import write_polygons
    from web_server import WebServer

    folder = tmp_path_factory.mktemp("services")
    column, row = tile_origin(ZOOM, 8.0, 47.0)
    (left, top), gsd = place_of(ZOOM, column, row), pixel_size(ZOOM)
    ground = np.random.default_rng(1).integers(60, 120, (3, SIDE, SIDE), np.uint8)
    houses = [
        (left + gsd * x, top - gsd * (y + 60), left + gsd * (x + 60), top - gsd * y) for x, y in ((60, 60), (300, 300))
    ]
    write_pyramid(folder / "before", ground, ZOOM, column, row)
    for x in (60, 300):
        ground[:, x : x + 60, x : x + 60] = 230
    write_pyramid(folder / "after", ground, ZOOM, column, row)
    write_polygons(folder / "truth.gpkg", houses, epsg=3857)
    inner = MARGIN * gsd
    area = (left + inner, top - SIDE * gsd + inner, left + SIDE * gsd - inner, top - inner)
    write_polygons(folder / "aoi.gpkg", [area], epsg=3857)
    prepare(folder, plugin_zip)
    with WebServer(folder) as server:
        for date in ("before", "after"):
            write_capabilities(folder, date, server.address, ZOOM, column, row, SIDE, MARGIN)
        tiles = f"type=xyz&url={server.address}/{{date}}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax={ZOOM}&zmin=0"
        sources = {"ALCD_TEST_WMTS": WMTS.format(server.address), "ALCD_TEST_TILES": tiles}
        report = run_session(folder, "services_session.py", SECONDS, **sources, **PATIENT)
    return report, folder


def test_two_wmts_layers_lead_to_polygons_through_the_panel(walk):
    from alcd_core.campaign.campaign import open_campaign

    report, folder = walk
    assert all(report["valid"])
    assert list((folder / "Town.alcd" / "maps").glob("*.gpkg"))
    assert report["layers"].count("wms") >= 2
    campaign = open_campaign(folder / "Town.alcd")
    assert campaign.counts().splits["train"] == sum(report["tiles"]) and "D" in report["keys"][0]
    assert campaign.rounds()[-1].model is not None and campaign.counts().states["queried"] > 0


def test_the_form_says_what_will_be_fetched_and_the_overview_what_was(walk):
    report, _ = walk
    for kind, warning, facts in zip(("WMTS", "XYZ"), report["warning"], report["facts"]):
        assert "will be fetched" in warning and "terms of the service" in warning and kind in facts
    assert all(text.startswith("Fetched from services: 8 tiles") for text in report["fetched"])
    assert report["emptied"].startswith("Fetched from services: 0 tiles")


def test_two_layers_of_tiles_make_a_campaign(walk):
    assert (walk[1] / "Tiles.alcd" / "imagery" / "before.xml").is_file()
