"""WMTS layers: the tile matrix that fits the pixel size, exactly where its pixels are, and tiles that do not come."""

import re

import numpy as np
import pytest
from osgeo import gdal
from pyramid import pixel_size, place_of, tile_origin, write_capabilities, write_pyramid
from rasters import write_polygons, write_raster
from web_server import WebServer

from alcd_core import cli, missing_tiles
from alcd_core.campaign.campaign import open_campaign
from alcd_core.errors import InputError
from alcd_core.imagery import service_tiles
from alcd_core.imagery.grid import Window
from alcd_core.imagery.service_capabilities import kept_capabilities
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.service_source import service_source

ZOOM, SIDE, STRAY = 18, 1024, 37
COLUMN, ROW = tile_origin(ZOOM, 8.0, 47.0)
SOURCE = "crs=EPSG:3857&format=image/png&layers={0}&styles=default&tileMatrixSet=google&url={1}/{0}-wmts.xml"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Two layers whose extent, as is usual, begins within a tile; and an area of interest of 512 x 512 pixels."""
    folder = tmp_path_factory.mktemp("wmts")
    (left, top), gsd = place_of(ZOOM, COLUMN, ROW), pixel_size(ZOOM)
    area = (left + 256 * gsd, top - 768 * gsd, left + 768 * gsd, top - 256 * gsd)
    write_polygons(folder / "aoi.gpkg", [area], epsg=3857)
    with WebServer(folder) as one:
        for number, date in enumerate(("before", "after")):
            pixels = np.random.default_rng(number).integers(1, 255, (3, SIDE, SIDE)).astype(np.uint8)
            write_pyramid(folder / date, pixels, ZOOM, COLUMN, ROW)
            write_raster(folder / f"{date}.tif", pixels, 3857, (left, top), gsd)
            write_capabilities(folder, date, one.address, ZOOM, COLUMN, ROW, SIDE, STRAY)
        yield one


@pytest.fixture(autouse=True)
def quick(server, monkeypatch):
    monkeypatch.setattr(service_tiles, "DELAYS", (0.01,))
    missing_tiles.forget_missing()
    server.requests.clear()
    server.fault, server.login = lambda *_: None, None


def campaign(server, place, *more):
    rasters = [f"--{date}={SOURCE.format(date, server.address)}" for date in ("before", "after")]
    options = [f"--aoi={server.folder / 'aoi.gpkg'}", "--tile-size=128", "--overlap=0", *more]
    assert cli.main(["create", str(place), *rasters, *options]) == 0
    missing_tiles.forget_missing()
    return open_campaign(place)


def pixels(server, date, factor=1):
    return gdal.Open(str(server.folder / f"{date}.tif")).ReadAsArray()[:, 256:768:factor, 256:768:factor]


@pytest.mark.parametrize("level", [0, 1])
def test_the_matrix_that_fits_the_pixel_size_is_read_exactly(level, server, tmp_path):
    """The tiles of coarser levels hold each second pixel; GDAL's own overviews would be half a pixel off."""
    gsd = 0.4073 * 2**level * (1 + 1e-4)
    found = campaign(server, tmp_path / "x.alcd", f"--gsd={gsd}", "--tile-size=256")
    side = 512 // 2**level
    images, valid = aligned_pair(found).read(Window(0, 0, side, side))
    assert valid.all()
    for image, date in zip(images, ("before", "after")):
        assert np.array_equal(image, pixels(server, date, 2**level))
    tiles = {path.split("/")[2] for _, path in server.requests if path.endswith(".png")}
    assert tiles == {str(ZOOM - level)}


def test_a_tile_that_does_not_come_is_counted_once_and_takes_no_ground_beside_it(server, tmp_path):
    server.fault = lambda _, path, __: 404 if f"/before/{ZOOM}/{COLUMN + 1}/{ROW + 1}.png" in path else None
    pair = aligned_pair(campaign(server, tmp_path / "x.alcd"))
    valid = np.block([[pair.read(Window(x, y, 128, 128))[1] for x in range(0, 512, 128)] for y in range(0, 512, 128)])
    wanted = np.ones((512, 512), bool)
    wanted[:256, :256] = False
    assert np.array_equal(valid, wanted)
    assert missing_tiles.with_missing({})["missing_tiles"] == 1


def test_the_capabilities_are_fetched_with_the_login_which_is_not_written(server, tmp_path, monkeypatch, capsys):
    server.login, place = "Basic YW5uYTpzM2NyM3Q=", tmp_path / "x.alcd"
    rasters = [f"--{date}={SOURCE.format(date, server.address)}&authcfg=abc1234" for date in ("before", "after")]
    options = ["create", str(place), *rasters, f"--aoi={server.folder / 'aoi.gpkg'}"]
    assert cli.main(options) == 2
    assert "Check the address, the network and the login" in capsys.readouterr().err
    monkeypatch.setenv("ALCD_LOGIN_abc1234", "anna:s3cr3t")
    assert cli.main(options) == 0
    assert not any(file.is_file() and b"s3cr3t" in file.read_bytes() for file in place.rglob("*"))


DIMENSION = (
    "<Dimension><ows:Identifier>Time</ows:Identifier><Default>2015</Default>"
    "<Value>2012</Value><Value>2015</Value></Dimension>"
)


def capabilities(server):
    return (server.folder / "before-wmts.xml").read_text()


def test_the_year_that_the_layer_names_is_fetched_and_not_the_default(server):
    content = capabilities(server).replace("<TileMatrixSetLink>", f"{DIMENSION}<TileMatrixSetLink>")
    assert "<Default>2012</Default>" in kept_capabilities(content, "before", "google", {"Time": "2012"}).text
    assert "<Default>2015</Default>" in kept_capabilities(content, "before", "google", {}).text
    source = service_source(f"{SOURCE.format('before', server.address)}&tileDimensions=Time%3D2012")
    assert source.dimension_values == {"Time": "2012"}
    assert service_source(source.qgis_source) == source


def test_matrices_are_kept_from_the_coarsest_to_the_finest_that_has_tiles_of_the_layer(server):
    content = capabilities(server)
    parts = content.split("<TileMatrix>")
    tail = parts[-1].partition("</TileMatrix>")[2]
    turned = "<TileMatrix>".join(
        [parts[0], *(one.partition("</TileMatrix>")[0] + "</TileMatrix>" for one in parts[:0:-1])]
    )
    limits = "".join(
        f"<TileMatrixLimits><TileMatrix>{level}</TileMatrix></TileMatrixLimits>" for level in range(ZOOM - 4, ZOOM)
    )
    link = "<TileMatrixSet>google</TileMatrixSet>"
    limited = (turned + tail).replace(link, f"{link}<TileMatrixSetLimits>{limits}</TileMatrixSetLimits>", 1)
    kept = kept_capabilities(limited, "before", "google", {})
    order = [part.partition("<")[0] for part in kept.text.split("<ows:Identifier>")]
    assert [one for one in order if one.isdigit()] == [str(level) for level in range(ZOOM - 4, ZOOM)]
    assert (kept.finest, kept.tile_width, kept.tile_height) == (3, 256, 256)


@pytest.mark.parametrize(
    ("layer", "matrix_set", "dimensions", "words"),
    [
        ("other", "google", {}, "no Layer other"),
        ("before", "swiss", {}, "no tile matrix set swiss"),
        ("before", "google", {"Time": "2012"}, "no dimension Time"),
    ],
)
def test_what_the_service_does_not_have_is_named(layer, matrix_set, dimensions, words, server):
    with pytest.raises(InputError, match=words):
        kept_capabilities(capabilities(server), layer, matrix_set, dimensions)


def test_capabilities_with_a_token_or_without_a_layer_are_refused(server):
    with pytest.raises(InputError, match="a key or a token") as caught:
        kept_capabilities(capabilities(server).replace(".png", ".png?token=s3cr3t"), "before", "google", {})
    assert "s3cr3t" not in str(caught.value)
    for content in ("<html>Please log in</html>", "", "<Capabilities/>"):
        with pytest.raises(InputError):
            kept_capabilities(content, "before", "google", {})


@pytest.mark.parametrize(("name", "value"), [("TileWidth", "0"), ("TileTop", "-1"), ("TileHeight", "")])
def test_a_description_that_somebody_has_damaged_is_named(name, value, server, tmp_path):
    made = campaign(server, tmp_path / "damaged.alcd")
    file = made.folder / "imagery" / "before.xml"
    text = file.read_text("utf-8")
    assert f"<{name}>" in text
    file.write_text(re.sub(f"<{name}>[^<]*<", f"<{name}>{value}<", text), "utf-8")
    with pytest.raises(InputError, match="is damaged"):
        aligned_pair(open_campaign(made.folder)).read(Window(0, 0, 8, 8))
