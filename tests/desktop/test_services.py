"""From two layers of XYZ tiles to change polygons in the real desktop, without a file made by hand."""

import sys
from pathlib import Path

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
SECONDS = 1500
ZOOM, SIDE = 18, 512
PATIENT = {"ALCD_LONGEST": str(SECONDS - 60), "ALCD_PATIENCE": "600"}


@pytest.fixture(scope="module")
def walk(tmp_path_factory, plugin_zip):
    """The report of the session, the folder, and the number of requests for each tile."""
    command()
    pytest.importorskip("torch")
    import numpy as np
    from pyramid import pixel_size, place_of, tile_origin, write_pyramid
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
    inner = 20 * gsd
    area = (left + inner, top - SIDE * gsd + inner, left + SIDE * gsd - inner, top - inner)
    write_polygons(folder / "aoi.gpkg", [area], epsg=3857)
    prepare(folder, plugin_zip)
    with WebServer(folder) as server:
        tiles = f"type=xyz&url={server.address}/{{date}}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax={ZOOM}&zmin=0"
        report = run_session(folder, "services_session.py", SECONDS, ALCD_TEST_TILES=tiles, **PATIENT)
    return report, folder


def test_two_layers_of_tiles_lead_to_polygons(walk):
    report, folder = walk
    assert list((folder / "Town.alcd" / "maps").glob("*.gpkg"))
    assert report["layers"].count("wms") >= 2
    assert (folder / "Town.alcd" / "imagery" / "before.xml").is_file()


def test_the_form_says_what_will_be_fetched_and_the_overview_what_was(walk):
    report, _ = walk
    assert "will be fetched" in report["warning"] and "terms of the service" in report["warning"]
    assert "XYZ 127.0.0.1" in report["facts"]
    assert report["fetched"].startswith("Fetched from services: 8 tiles")
    assert report["emptied"].startswith("Fetched from services: 0 tiles")
