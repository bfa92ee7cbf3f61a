"""Names of rasters that look like something else, and places that need a server or PROJ: they work from any folder, or
the sentence names the cause."""

import http.server
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from rasters import make_pair

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.campaign.paths import raster_from_stored, raster_to_stored
from alcd_core.errors import InputError
from alcd_core.imagery.raster import open_raster, reading_fault
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.rooted_path import rooted

NAMES = [
    "a:30.tif", "town:30.tif", "<x>.tif", "Zürich 2012 ä.tif", "what?.tif", "a#b.tif", "50%20.tif", "a&b.tif",
    "2015-06-01T12:00:00+02:00.tif", "it's.tif", 'q"uote.tif', "a|b.tif", "日本.tif", "[1].tif", "http:x.tif", "=x.tif",
]  # fmt: skip


def made_zip(pair):
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.write(pair.before, "deep/a.tif")
    return "/vsizip/x.zip/deep/a.tif"


def made_geopackage(pair):
    gdal.Translate("file.gpkg", pair.before, format="GPKG", creationOptions=["RASTER_TABLE=table", "TILE_FORMAT=PNG"])
    return "GPKG:file.gpkg:table"


def made_directory(pair):
    os.mkdir("sub")  # noqa: PTH102
    gdal.Translate("sub/pages.tif", pair.before)
    return "GTIFF_DIR:1:sub/pages.tif"


def linked(pair):
    Path("link.tif").symlink_to("before.tif")
    return "link.tif"


CASES = {name: name for name in NAMES} | {
    "relative /vsizip/": made_zip,
    "relative GPKG:": made_geopackage,
    "relative GTIFF_DIR:": made_directory,
    "a link": linked,
}


@pytest.mark.parametrize("case", CASES)
def test_a_campaign_made_with_it_is_read_from_any_folder(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pair = make_pair(tmp_path, size=160)
    what = CASES[case]
    if callable(what):
        name = what(pair)
    else:
        name = what
        Path(pair.before).rename(name)
    (tmp_path / "elsewhere").mkdir()
    options = ["--after", "after.tif", "--tile-size", "64", "--overlap", "16"]
    assert cli.main(["create", "x.alcd", f"--before={name}", *options]) == 0
    expected = open_raster(name).ReadAsArray()
    monkeypatch.chdir(tmp_path / "elsewhere")
    campaign = open_campaign(tmp_path / "x.alcd")
    tile = campaign.tiles()[0]
    images, valid = aligned_pair(campaign).read(tile.window)
    part = np.s_[:3, tile.window.y : tile.window.y + 64, tile.window.x : tile.window.x + 64]
    assert valid.all() and np.array_equal(images[0], expected[part])
    monkeypatch.chdir(tmp_path)
    assert cli.main(["relocate", "x.alcd", f"--before={name}"]) == 0
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert np.array_equal(aligned_pair(open_campaign(tmp_path / "x.alcd")).read(tile.window)[0], images)


def test_a_name_like_a_connection_inside_the_campaigns_folder_moves_with_it(tmp_path):
    folder = tmp_path / "x.alcd"
    folder.mkdir()
    (folder / "town:30.tif").touch()
    stored = raster_to_stored(str(folder / "town:30.tif"), folder)
    moved = tmp_path / "y.alcd"
    folder.rename(moved)
    assert raster_from_stored(stored["path"], stored["absolute"], moved) == str(moved / "town:30.tif")


@pytest.mark.parametrize(
    "name",
    [
        "/vsicurl/https://host/a.tif", "https://host/x:1/a.tif", "GPKG:/there/file.gpkg:table", "missing.tif",
        "PG:host=x dbname=y", "WMS:https://host?layers=a", "/vsizip//there/x.zip/a.tif", "/vsizip/missing.zip/a.tif",
        'NETCDF:"/there/x.nc":band', "<VRTDataset rasterXSize='1'/>",
    ],
)  # fmt: skip
def test_a_name_that_is_not_a_file_stays_unchanged(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert rooted(name) == name


def test_a_table_named_like_a_file_is_not_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("table").touch()
    Path("file.gpkg").touch()
    assert rooted("GPKG:file.gpkg:table") == f"GPKG:{tmp_path}/file.gpkg:table"
    assert rooted('NETCDF:"file.gpkg":table') == f'NETCDF:"{tmp_path}/file.gpkg":table'


@pytest.fixture
def server():
    """Answers with the status that its address names."""

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(int(self.path.split("/")[1]))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    one = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=one.serve_forever, daemon=True).start()
    retries = gdal.GetConfigOption("GDAL_HTTP_MAX_RETRY")
    gdal.SetConfigOption("GDAL_HTTP_MAX_RETRY", "0")
    yield f"http://127.0.0.1:{one.server_port}"
    gdal.SetConfigOption("GDAL_HTTP_MAX_RETRY", retries)
    one.shutdown()


@pytest.mark.parametrize(
    ("status", "hint"), [(503, "Try again later"), (500, "Try again later"), (404, "address"), (403, "credentials")]
)
def test_a_server_that_refuses_is_named_with_its_status(status, hint, server):
    with pytest.raises(InputError, match=f"server of .* responded with HTTP status {status}") as caught:
        open_raster(f"/vsicurl/{server}/{status}/a.tif")
    assert hint in caught.value.hint


def test_a_server_that_fails_while_pixels_are_read_is_named_as_well():
    error = RuntimeError("a.tif, band 1: IReadBlock failed\nHTTP response code: 503")
    assert "HTTP status 503" in str(reading_fault("/vsicurl/http://host/a.tif", error))
    assert "Copy or download" in str(reading_fault("a.tif", RuntimeError("IReadBlock failed at 503")))


def test_a_foreign_proj_is_named(tmp_path):
    pair = make_pair(tmp_path, size=64)
    command = [sys.executable, "-m", "alcd_core", "preview", "--before", pair.before, "--after", pair.after]
    environment = {**os.environ, "PROJ_LIB": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and ended.stderr.count("\n") == 1
    assert "cannot read its database" in ended.stderr
    assert f"PROJ_LIB points to {tmp_path}. Another program set PROJ_LIB; unset it" in ended.stderr
