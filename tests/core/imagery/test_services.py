"""Imagery services on the loopback address: the same scores as from files, each tile fetched once, and a sentence for
each fault."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from pyramid import pixel_size, place_of, tile_origin, write_capabilities, write_pyramid
from rasters import write_polygons, write_raster
from web_server import WebServer

from alcd_core import cli, missing_tiles
from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.imagery import absent_tiles, service_tiles
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.service_cache import cache_size, empty_cache, limit_cache
from alcd_core.service_source import service_source

ZOOM = 18
SIDE = 768
TILES = 9
COLUMN, ROW = tile_origin(ZOOM, 8.0, 47.0)


@pytest.fixture(scope="module")
def imagery(tmp_path_factory):
    """Two dates as files and as tiles, and an area of interest within them, of 2 x 2 tiles and a half around."""
    folder = tmp_path_factory.mktemp("services")
    chance = np.random.default_rng(0)
    left, top = place_of(ZOOM, COLUMN, ROW)
    gsd = pixel_size(ZOOM)
    for date in ("before", "after"):
        pixels = chance.integers(1, 255, (3, SIDE, SIDE)).astype(np.uint8)
        write_raster(folder / f"{date}.tif", pixels, 3857, (left, top), gsd)
        assert write_pyramid(folder / date, pixels, ZOOM, COLUMN, ROW) == TILES
    inner = (left + 128 * gsd, top - 640 * gsd, left + 640 * gsd, top - 128 * gsd)
    write_polygons(folder / "aoi.gpkg", [inner], epsg=3857)
    return folder


@pytest.fixture(scope="module")
def running(imagery):
    """One server for all tests: copies of a campaign name its address."""
    with WebServer(imagery) as one:
        yield one


@pytest.fixture
def server(running, monkeypatch):
    monkeypatch.setattr(service_tiles, "DELAYS", (0.01, 0.01, 0.01))
    running.requests.clear()
    running.fault, running.login = lambda *_: None, None
    return running


def create(place: Path, before: str, after: str, imagery: Path, *more: str) -> int:
    options = [f"--aoi={imagery / 'aoi.gpkg'}", "--tile-size=128", "--overlap=32", *more]
    return cli.main(["create", str(place), f"--before={before}", f"--after={after}", *options])


def tiles(server: WebServer, date: str) -> str:
    return f"type=xyz&url={server.address}/{date}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax={ZOOM}"


@pytest.fixture(scope="module")
def fetched(imagery, running, tmp_path_factory):
    """A campaign all of whose tiles have been fetched."""
    place = tmp_path_factory.mktemp("campaign") / "service.alcd"
    assert create(place, tiles(running, "before"), tiles(running, "after"), imagery) == 0
    everything(place)
    return place


@pytest.fixture
def campaign(fetched, server, tmp_path):
    return Path(shutil.copytree(fetched, tmp_path / "service.alcd"))


def everything(place: Path) -> tuple[np.ndarray, np.ndarray]:
    """All tiles' images and validity, as a new job reads them."""
    missing_tiles.forget_missing()
    found = open_campaign(place)
    pair = aligned_pair(found)
    images, valid = zip(*(pair.read(tile.window) for tile in found.tiles()))
    return np.stack(images), np.stack(valid)


def test_a_campaign_on_tiles_is_the_same_as_on_files_and_fetches_each_tile_once(imagery, server, tmp_path):
    campaign, files = tmp_path / "service.alcd", tmp_path / "file.alcd"
    assert create(campaign, tiles(server, "before"), tiles(server, "after"), imagery) == 0
    assert create(files, str(imagery / "before.tif"), str(imagery / "after.tif"), imagery) == 0
    one, other = open_campaign(campaign).description, open_campaign(files).description
    assert one.grid.bounds == pytest.approx(other.grid.bounds, abs=1e-6)
    assert one.mean == other.mean and one.std == other.std
    for read, expected in zip(everything(campaign), everything(files)):
        assert np.array_equal(read, expected)
    assert len(server.requests) == len(set(server.requests)) == 2 * TILES
    everything(campaign)
    assert len(server.requests) == 2 * TILES  # the second round
    assert cache_size(campaign).tiles == 2 * TILES


def test_a_wmts_has_pixels_and_an_extent_of_its_own_and_its_capabilities_are_fetched_once(imagery, server, tmp_path):
    for date in ("before", "after"):
        write_capabilities(imagery, date, server.address, ZOOM, COLUMN, ROW, SIDE)
    source = "crs=EPSG:3857&format=image/png&layers={0}&styles=default&tileMatrixSet=google&url={1}/{0}-wmts.xml"
    rasters = [f"--{date}={source.format(date, server.address)}" for date in ("before", "after")]
    place = tmp_path / "wmts.alcd"
    assert cli.main(["create", str(place), *rasters, "--tile-size=256", "--overlap=0"]) == 0
    moved = place.rename(tmp_path / "moved.alcd")
    images, valid = everything(moved)
    assert valid.all() and len(server.requests) == len(set(server.requests)) == 2 * TILES + 2
    before = gdal.Open(str(imagery / "before.tif")).ReadAsArray()
    assert np.array_equal(images[0, 0], before[:, :256, :256])


def test_a_campaign_moves_with_its_tiles_which_can_be_limited_and_removed(campaign, server, tmp_path):
    moved = campaign.rename(tmp_path / "moved.alcd")
    images, valid = everything(moved)
    assert valid.all() and not server.requests
    limit_cache(moved, cache_size(moved).size // 2)
    assert 0 < cache_size(moved).tiles <= TILES
    empty_cache(moved)
    assert cache_size(moved).tiles == 0
    assert np.array_equal(everything(moved)[0], images)
    assert len(server.requests) == 2 * TILES


def test_create_says_what_will_be_fetched_and_that_the_terms_are_the_user_s_business(imagery, server, capsys, tmp_path):
    assert create(tmp_path / "second.alcd", tiles(server, "before"), tiles(server, "after"), imagery) == 0
    said = capsys.readouterr().out
    assert "Before, XYZ 127.0.0.1: about 9 tiles, 2 MB, will be fetched" in said and "terms of the services" in said
    assert "XYZ 127.0.0.1 marks no data by its transparency" in said and "before.xml" not in said


@pytest.mark.parametrize("fault", [429, 500, "page", "cut"])
def test_a_tile_that_comes_at_the_second_attempt_is_used(fault, campaign, imagery, server):
    images, _ = everything(campaign)
    empty_cache(campaign)
    failed: set[str] = set()
    server.fault = lambda _, path, __: fault if path not in failed and not failed.add(path) else None
    again, valid = everything(campaign)
    assert np.array_equal(again, images) and valid.all() and len(failed) == 2 * TILES
    assert "missing_tiles" not in missing_tiles.with_missing({})


@pytest.mark.parametrize(
    ("fault", "words"), [(404, "HTTP status 404"), (500, "HTTP status 500"), ("page", "no image"), ("cut", "no image")]
)
def test_a_tile_that_never_comes_is_nodata_for_this_job_and_named(fault, words, campaign, server, monkeypatch):
    images, _ = everything(campaign)
    empty_cache(campaign)
    server.fault = lambda _, path, __: fault if f"/before/{ZOOM}/{COLUMN + 1}/{ROW + 1}.png" in path else None
    read, valid = everything(campaign)
    inside = np.array_equal(np.where(valid[:, None, None], images.swapaxes(0, 0), 0), read)
    assert inside and 0.2 < 1 - valid.mean() < 0.5
    told = missing_tiles.with_missing({"summary": "Done."})
    assert told["missing_tiles"] == 1 and told["warnings"][0] in told["summary"]
    assert told["warnings"][0].startswith(f"1 tile of the service XYZ 127.0.0.1 (before) did not come ({words})")
    server.fault = lambda *_: None
    server.requests.clear()
    if fault == 404:  # the service said that it has no such tile
        again = everything(campaign)
        assert np.array_equal(again[1], valid) and not server.requests
        assert missing_tiles.with_missing({})["missing_tiles"] == 1 and cache_size(campaign).tiles == 2 * TILES - 1
        monkeypatch.setattr(absent_tiles, "REMEMBERED_SECONDS", -1.0)
    assert everything(campaign)[1].all() and len(server.requests) == 1


def test_a_service_that_is_asked_too_often_is_given_more_time(campaign, server, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(service_tiles.time, "sleep", waited.append)
    monkeypatch.setattr(service_tiles, "DELAYS", (1.0, 2.0, 4.0))
    empty_cache(campaign)
    server.fault = lambda _, path, __: 429 if "/before/" in path and not waited else None
    assert everything(campaign)[1].all() and waited == [10.0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [(500, "cannot be read .HTTP status 500"), (401, "demands a login .HTTP status 401"), ("page", "else than images")],
)
def test_a_server_that_stops_in_the_middle_ends_the_job_with_a_sentence(fault, words, campaign, server, monkeypatch):
    monkeypatch.setattr(missing_tiles, "MOST_IN_A_ROW", 4)
    empty_cache(campaign)
    asked: list[str] = []
    server.fault = lambda _, path, __: fault if len(asked) > 5 or asked.append(path) else None
    with pytest.raises(InputError, match=words) as caught:
        everything(campaign)
    assert caught.value.hint


def test_a_login_is_taken_from_the_environment_and_not_written(imagery, server, monkeypatch, tmp_path, capsys):
    server.login = "Basic YW5uYTpzM2NyM3Q="
    place = tmp_path / "x.alcd"
    sources = [f"{tiles(server, date)}&authcfg=abc1234" for date in ("before", "after")]
    assert create(place, *sources, imagery) == 2
    assert "demands a login" in capsys.readouterr().err
    monkeypatch.setenv("ALCD_LOGIN_abc1234", "anna:s3cr3t")
    assert create(place, *sources, imagery) == 0
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"s3cr3t" not in file.read_bytes()
    monkeypatch.setenv("ALCD_LOGIN_abc1234", "anna:wr0ng")
    empty_cache(place)
    with pytest.raises(InputError, match="demands a login") as caught:
        everything(place)
    assert "wr0ng" not in str(caught.value)


def test_services_without_a_pixel_size_or_an_area_are_refused(imagery, server, tmp_path, capsys):
    plain = [f"{server.address}/{date}/{{z}}/{{x}}/{{y}}.png" for date in ("before", "after")]
    assert create(tmp_path / "x.alcd", *plain, imagery) == 2
    assert "no pixel size of their own" in capsys.readouterr().err
    rasters = [f"--{date}={tiles(server, date)}" for date in ("before", "after")]
    assert cli.main(["create", str(tmp_path / "x.alcd"), *rasters]) == 2
    assert "Give the area of interest" in capsys.readouterr().err
    assert not server.requests and not list(tmp_path.iterdir())
    assert create(tmp_path / "x.alcd", *plain, imagery, "--gsd=0.82") == 0
    assert {path.split("/")[2] for _, path in server.requests} == {str(ZOOM - 1)}


@pytest.mark.parametrize(
    "text",
    [
        "type=xyz&url=https://host/{z}/{x}/{y}.png?apikey=s3cr3t", "https://anna:s3cr3t@host/{z}/{x}/{y}.png",
        "crs=EPSG:2056&layers=a&url=https%3A%2F%2Fhost%2Fwms%3Ftoken%3Ds3cr3t",
        "layers=a&password=s3cr3t&username=anna&url=https://host/wms",
        "layers=a&url=https://host/wms&http-header:authorization=s3cr3t",
    ],
)  # fmt: skip
def test_a_source_with_a_login_or_a_key_is_refused_without_showing_it(text):
    with pytest.raises(InputError, match="contains a login, a key or a token") as caught:
        service_source(text)
    assert "s3cr3t" not in str(caught.value)


def test_markup_in_an_address_stays_an_address(imagery, server, tmp_path):
    evil = f"{server.address}/before/{{z}}/{{x}}/{{y}}.png?</ServerUrl><Cache><Path>/tmp/evil</Path></Cache>&amp;"
    text = f"type=xyz&zmax={ZOOM}&url={evil.replace('&', '%26')}"
    place = tmp_path / "x.alcd"
    assert create(place, text, tiles(server, "after"), imagery) == 0
    assert cache_size(place).tiles == 2 * TILES and not Path("/tmp/evil").exists()


def test_a_jpeg_that_was_cut_is_not_grey_ground(imagery, server, tmp_path):
    pixels = gdal.Open(str(imagery / "before.tif")).ReadAsArray()
    write_pyramid(imagery / "jpeg", pixels, ZOOM, COLUMN, ROW, "JPEG")
    server.fault = lambda _, path, __: "cut" if f"/jpeg/{ZOOM}/{COLUMN}/{ROW}.png" in path else None
    place = tmp_path / "x.alcd"
    assert create(place, tiles(server, "jpeg"), tiles(server, "after"), imagery) == 0
    _, valid = everything(place)
    assert not valid.all() and missing_tiles.with_missing({})["missing_tiles"] == 1
