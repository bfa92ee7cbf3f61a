"""Coverages of a WCS on the loopback address: the same pixels as in the files, whatever their type."""

from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from osgeo import gdal
from rasters import write_polygons, write_raster
from web_server import WebServer

from alcd_core import cli, missing_tiles
from alcd_core.campaign.campaign import open_campaign
from alcd_core.imagery import service_tiles
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.service_cache import cache_size
from alcd_core.service_file import qgis_provider
from alcd_core.service_source import service_source

SIDE, LEFT, TOP, PIXEL = 1024, 500_000, 5_400_000, 0.5
KINDS = {"rgb": (3, np.uint8), "rgbi": (4, np.uint8), "pan": (1, np.uint16)}
DESCRIPTION = """<CoverageDescription version="1.0.0" xmlns="http://www.opengis.net/wcs"
 xmlns:gml="http://www.opengis.net/gml"><CoverageOffering><name>{name}</name><domainSet><spatialDomain>
<gml:Envelope srsName="EPSG:32632"><gml:pos>{left} {bottom}</gml:pos><gml:pos>{right} {top}</gml:pos></gml:Envelope>
<gml:RectifiedGrid srsName="urn:ogc:def:crs:EPSG::32632"><gml:offsetVector>0.5 0</gml:offsetVector>
<gml:offsetVector>0 -0.5</gml:offsetVector></gml:RectifiedGrid></spatialDomain></domainSet>
<supportedFormats><formats>PNG GeoTIFF</formats></supportedFormats></CoverageOffering></CoverageDescription>"""


def answer(folder):
    """A WCS 1.0.0 with a coverage for each file in a folder."""

    def respond(path):
        asked = {name.upper(): value for name, (value, *_) in parse_qs(urlsplit(path).query).items()}
        name = asked.get("COVERAGE", "")
        if not (folder / f"{name}.tif").is_file():
            return b"<ServiceExceptionReport/>"
        if asked["REQUEST"] == "DescribeCoverage":
            corners = {"left": LEFT, "bottom": TOP - SIDE * PIXEL, "right": LEFT + SIDE * PIXEL, "top": TOP}
            return DESCRIPTION.format(name=name, **corners).encode()
        assert (asked["FORMAT"], asked["CRS"]) == ("GeoTIFF", "EPSG:32632")
        left, bottom, right, top = map(float, asked["BBOX"].split(","))
        size = {"width": int(asked["WIDTH"]), "height": int(asked["HEIGHT"])}
        cut = f"/vsimem/{id(asked)}.tif"
        gdal.Translate(cut, str(folder / f"{name}.tif"), projWin=[left, top, right, bottom], **size)
        content = gdal.VSIFOpenL(cut, "rb")
        sent = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(cut).size, content))
        gdal.VSIFCloseL(content)
        gdal.Unlink(cut)
        return sent

    return respond


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("wcs")
    for kind, (bands, dtype) in KINDS.items():
        for number, date in enumerate(("before", "after")):
            pixels = np.random.default_rng(number).integers(1, np.iinfo(dtype).max, (bands, SIDE, SIDE)).astype(dtype)
            write_raster(made / f"{kind}-{date}.tif", pixels, 32632, (LEFT, TOP), PIXEL)
    area = (LEFT + 200, TOP - 328, LEFT + 328, TOP - 200)
    write_polygons(made / "aoi.gpkg", [area], epsg=32632)
    return made


@pytest.fixture
def server(folder, monkeypatch):
    monkeypatch.setattr(service_tiles, "DELAYS", (0.01,))
    with WebServer(folder, answer=answer(folder)) as one:
        yield one


def create(place, before, after, folder):
    options = [f"--aoi={folder / 'aoi.gpkg'}", "--tile-size=128", "--overlap=0"]
    return cli.main(["create", str(place), f"--before={before}", f"--after={after}", *options])


def coverage(server, name):
    return f"dpiMode=7&identifier={name}&crs=EPSG:32632&format=GeoTIFF&url={server.address}/wcs"


def everything(place):
    missing_tiles.forget_missing()
    pair = aligned_pair(open_campaign(place))
    images, valid = zip(*(pair.read(tile.window) for tile in open_campaign(place).tiles()))
    return np.stack(images), np.stack(valid)


@pytest.mark.parametrize("kind", KINDS)
def test_a_campaign_on_coverages_is_the_same_as_on_files_and_fetches_each_tile_once(kind, server, folder, tmp_path):
    service, files = tmp_path / "service.alcd", tmp_path / "file.alcd"
    names = [f"{kind}-{date}" for date in ("before", "after")]
    assert create(service, *(coverage(server, name) for name in names), folder) == 0
    assert create(files, *(str(folder / f"{name}.tif") for name in names), folder) == 0
    one, other = open_campaign(service).description, open_campaign(files).description
    assert one.grid == other.grid and (one.mean, one.std) == (other.mean, other.std)
    for read, expected in zip(everything(service), everything(files)):
        assert read.dtype == expected.dtype and np.array_equal(read, expected)
    requests = [path for _, path in server.requests]
    assert len(requests) == len(set(requests)) == 2 * (1 + 1 + 4)  # description, sample and tiles
    assert cache_size(service).tiles == 8
    everything(service)
    assert len(server.requests) == len(requests)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", [404, "page"])
def test_a_tile_that_does_not_come_is_nodata_and_named(fault, kind, server, folder, tmp_path):
    left, top = LEFT + 256, TOP - 256
    server.fault = lambda _, path, __: (
        fault if "-before&" in path and f"BBOX={left},{top - 256},{left + 256}" in path else None
    )
    assert (
        create(tmp_path / "x.alcd", *(coverage(server, f"{kind}-{date}") for date in ("before", "after")), folder) == 0
    )
    _, valid = everything(tmp_path / "x.alcd")
    assert valid.mean() == pytest.approx(1 - (72 / 128) ** 2, abs=0.01)
    assert missing_tiles.with_missing({})["missing_tiles"] == 1


def test_a_coverage_that_the_service_does_not_have_is_named(server, folder, tmp_path, capsys):
    rasters = [coverage(server, name) for name in ("other-before", "rgb-after")]
    assert create(tmp_path / "x.alcd", *rasters, folder) == 2
    assert "does not describe a coverage other-before" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_source_that_qgis_wrote_is_kept_for_showing_it_again(server):
    source = service_source(f"{coverage(server, 'rgb-before')}&time=2012")
    assert (source.kind, source.qgis_provider, source.dimension_values) == ("WCS", "wcs", {"time": "2012"})
    assert service_source(source.qgis_source) == source


@pytest.mark.parametrize(("written", "used"), [("wcs", "wcs"), ("wms", "wms"), ("gdal", "wms"), ("", "wms")])
def test_a_description_cannot_name_another_provider_of_qgis(written, used, tmp_path):
    file = tmp_path / "before.xml"
    file.write_text(f"<GDAL_WMS><QgisProvider>{written}</QgisProvider></GDAL_WMS>", "utf-8")
    assert qgis_provider(str(file)) == used
