"""Rasters on a web server: only the parts that are needed are fetched, and each fault of a server has its sentence."""

import base64
import os
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from rasters import write_polygons, write_raster
from web_server import WebServer

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.imagery import retries
from alcd_core.imagery.grid import Grid, Window
from alcd_core.imagery.pair import AlignedPair
from alcd_core.imagery.raster import RasterSource, open_raster, reading_fault
from alcd_core.jobs.helpers.session import aligned_pair

SIZE = 2048
OPTIONS = {"GDAL_HTTP_MAX_RETRY": "1", "GDAL_HTTP_RETRY_DELAY": "0.01", "GDAL_HTTP_LOW_SPEED_TIME": "1"}


@pytest.fixture(scope="module")
def imagery(tmp_path_factory):
    """A folder with two COGs of 12 megabytes each, before.tif and after.tif, and an area of interest at the corner."""
    folder = tmp_path_factory.mktemp("web")
    chance = np.random.default_rng(0)
    for name in ("before", "after"):
        plain = write_raster(folder / "plain.tif", chance.integers(1, 255, (3, SIZE, SIZE)).astype(np.uint8))
        gdal.Translate(str(folder / f"{name}.tif"), plain, format="COG", creationOptions=["BLOCKSIZE=256"])
    corner = (2_600_600.0, 1_199_300.0, 2_600_750.0, 1_199_450.0)
    write_polygons(folder / "aoi.gpkg", [corner])
    return folder


@pytest.fixture
def server(imagery):
    before = {name: gdal.GetConfigOption(name) for name in (*OPTIONS, "GDAL_DISABLE_READDIR_ON_OPEN")}
    for name, value in OPTIONS.items():
        gdal.SetConfigOption(name, value)
    gdal.VSICurlClearCache()
    with WebServer(imagery) as one:
        yield one
    for name, value in before.items():
        gdal.SetConfigOption(name, value)


@pytest.mark.parametrize("prefix", ["", "/vsicurl/"])
def test_a_campaign_on_a_web_server_fetches_only_the_parts_that_it_reads(prefix, imagery, server, tmp_path):
    place = tmp_path / "x.alcd"
    rasters = [f"--{date}={prefix}{server.address}/{date}.tif" for date in ("before", "after")]
    options = [f"--aoi={imagery / 'aoi.gpkg'}", "--tile-size=64", "--overlap=16"]
    assert cli.main(["create", str(place), *rasters, *options]) == 0
    whole = sum((imagery / f"{date}.tif").stat().st_size for date in ("before", "after"))
    assert 0 < server.sent < 0.2 * whole
    assert not [path for _, path in server.requests if path.endswith("/")]  # no list of the folder
    campaign = open_campaign(place)
    assert campaign.description.orthophoto("before").path == f"/vsicurl/{server.address}/before.tif"
    window = campaign.tiles()[0].window
    images, valid = aligned_pair(campaign).read(window)
    grid = campaign.description.grid
    left, top = round((grid.left - 2_600_000) / 0.5) + window.x, round((1_200_000 - grid.top) / 0.5) + window.y
    for date, image in zip(("before", "after"), images):
        local = gdal.Open(str(imagery / f"{date}.tif")).ReadAsArray(left, top, 64, 64)
        assert np.array_equal(np.where(valid, local, 0), image)
    assert valid.any() and server.sent < 0.2 * whole


def test_a_raster_is_fetched_once_although_it_is_opened_often(server):
    open_raster(f"{server.address}/before.tif")
    sent, asked = server.sent, len(server.requests)
    for _ in range(5):
        open_raster(f"{server.address}/before.tif")
    assert server.sent == sent and len(server.requests) == asked


def refused(address):
    with pytest.raises(InputError) as caught:
        open_raster(address)
    assert caught.value.hint
    return caught.value


def test_a_missing_file_is_named_with_its_status(server):
    error = refused(f"{server.address}/missing.tif")
    assert "HTTP status 404" in error.message and "address" in error.hint


def test_a_login_that_is_missing_is_asked_for_and_taken_from_gdals_own_setting(server):
    server.login = "Basic " + base64.b64encode(b"anna:pass word").decode()
    error = refused(f"{server.address}/before.tif")
    assert "HTTP status 401" in error.message and "GDAL_HTTP_USERPWD" in error.hint
    gdal.VSICurlClearCache()
    gdal.SetConfigOption("GDAL_HTTP_USERPWD", "anna:pass word")
    try:
        assert open_raster(f"{server.address}/before.tif").RasterXSize == SIZE
    finally:
        gdal.SetConfigOption("GDAL_HTTP_USERPWD", None)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_is_busy_once_is_asked_again(status, server):
    server.fault = lambda *_: status if len(server.requests) in (1, 3) else None
    assert open_raster(f"{server.address}/before.tif").RasterXSize == SIZE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_stays_busy_is_named(status, server):
    server.fault = lambda *_: status
    error = refused(f"{server.address}/before.tif")
    assert f"HTTP status {status}" in error.message and "Try again later" in error.hint


def test_a_web_page_instead_of_the_raster_is_recognised(server):
    server.fault = lambda *_: "page"
    error = refused(f"{server.address}/before.tif")
    assert "sent a web page instead of a raster" in error.message and "browser" in error.hint


def test_a_server_that_does_not_send_parts_is_refused_before_the_file_is_downloaded(imagery, server):
    server.fault = lambda *_: "whole"
    assert "cannot send parts of a file" in refused(f"{server.address}/before.tif").message
    assert server.sent < 0.5 * (imagery / "before.tif").stat().st_size


def test_a_server_that_stops_answering_is_given_up(server):
    server.fault = lambda *_: "slow"
    assert "stopped answering" in refused(f"{server.address}/before.tif").message


def test_an_unreachable_server_is_named(server):
    error = refused("http://127.0.0.1:9/before.tif")
    assert "cannot be reached" in error.message and "network" in error.hint


def test_a_connection_that_is_cut_is_no_grey_ground(server):
    path = f"{server.address}/before.tif"
    dataset = open_raster(path)
    server.fault = lambda *_: "cut"
    with pytest.raises(RuntimeError) as caught:
        dataset.ReadAsArray(1024, 300, 256, 256)
    error = reading_fault(path, caught.value)
    assert "cannot be read" in error.message and "Try again later" in error.hint


@pytest.fixture(params=["", "/vsicurl/"])
def pair(request, server, monkeypatch):
    """Both dates on the server, without pauses between the attempts."""
    monkeypatch.setattr(retries, "DELAYS", (0.01, 0.01, 0.01))
    sources = [[RasterSource(f"{request.param}{server.address}/{date}.tif", (1, 2, 3))] for date in ("before", "after")]
    crs = open_raster(sources[0][0].path).GetSpatialRef().ExportToWkt()
    pair = AlignedPair(*sources, Grid(crs, 2_600_000.0, 1_200_000.0, 0.5, 0.5, SIZE, SIZE))
    pair.read(Window(0, 0, 8, 8))
    return pair


@pytest.mark.parametrize("times", [1, 3])
def test_what_was_cut_is_read_again(times, pair, imagery, server):
    cuts = []
    server.fault = lambda _, path, part: "cut" if len(cuts) < times and not cuts.append(part) else None
    images, valid = pair.read(Window(1024, 300, 64, 64))
    assert len(cuts) == times and valid.all()
    for date, image in zip(("before", "after"), images):
        assert np.array_equal(image, gdal.Open(str(imagery / f"{date}.tif")).ReadAsArray(1024, 300, 64, 64))


def test_a_connection_that_is_always_cut_ends_with_a_sentence(pair, server):
    server.fault = lambda *_: "cut"
    with pytest.raises(InputError, match=r"before\.tif cannot be read .*Try again later"):
        pair.read(Window(1024, 300, 64, 64))


@pytest.mark.parametrize(
    ("fault", "words"),
    [(404, "HTTP status 404"), (503, "HTTP status 503"), ("slow", "stopped answering"), ("page", "sent a web page")],
)
def test_a_server_that_fails_while_pixels_are_read_is_named(fault, words, pair, server):
    server.slow_seconds = 1.5
    server.fault = lambda *_: fault
    with pytest.raises(InputError, match=words):
        pair.read(Window(1024, 300, 64, 64))


SECRET = "s3cr3t"


@pytest.mark.parametrize(
    "address",
    [
        f"https://anna:{SECRET}@host/a.tif", f"/vsicurl/https://anna:{SECRET}@host/a.tif",
        f"https://host/a.tif?token={SECRET}", f"/vsicurl/https://host/a.tif?x=1&X-Amz-Signature={SECRET}",
        f"/vsicurl?max_retry=2&url=https%3A%2F%2Fanna%3A{SECRET}%40host%2Fa.tif", f"https://host/a.tif?sig={SECRET}",
        f"/vsicurl?header.Authorization={SECRET}&url=https%3A%2F%2Fhost%2Fa.tif",
        f"/vsizip//vsicurl/https://anna:{SECRET}@host/a.zip/a.tif", f"https://host/a.tif?api_key={SECRET}",
        f"<GDAL_WMS><Service><ServerUrl>https://host/?a=1&amp;apikey={SECRET}</ServerUrl></Service></GDAL_WMS>",
    ],
)  # fmt: skip
def test_an_address_with_a_login_or_a_token_is_refused_without_showing_it(address, tmp_path, capsys):
    with pytest.raises(InputError, match="at host contains a login, a key or a token"):
        open_raster(address)
    arguments = ["create", str(tmp_path / "x.alcd"), f"--before={address}", "--after=b.tif"]
    assert cli.main(arguments) == 2
    assert SECRET not in "".join(capsys.readouterr())
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]


def test_relocating_to_an_address_with_a_token_leaves_no_trace_of_it(imagery, tmp_path, capsys):
    place = tmp_path / "x.alcd"
    rasters = [f"--{date}={imagery / f'{date}.tif'}" for date in ("before", "after")]
    assert cli.main(["create", str(place), *rasters, f"--aoi={imagery / 'aoi.gpkg'}", "--tile-size=64"]) == 0
    assert cli.main(["relocate", str(place), f"--before=https://anna:{SECRET}@host/before.tif"]) == 2
    assert SECRET not in "".join(capsys.readouterr())
    assert not [file for file in place.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]


@pytest.mark.parametrize("name", ["a?token=1.tif", "anna:x@host.tif", "https:a@b.tif"])
def test_a_file_whose_name_looks_like_an_address_is_a_file(name, imagery, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.link(imagery / "before.tif", Path(name))
    assert open_raster(name).RasterXSize == SIZE
