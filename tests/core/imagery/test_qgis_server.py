"""Campaigns on the WMS, the WMTS and the WCS of a real QGIS Server on the loopback address, where one is installed."""

import importlib.util
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pytest
from pyramid import pixel_size, place_of, tile_origin
from rasters import write_polygons, write_raster

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.imagery.grid import Grid, Window
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.service_file import qgis_source

ZOOM, SIDE = 18, 512
SERVER = "qgis_mapserver"
WMTS = (
    "crs=EPSG:3857&format=image/png&layers={}&styles=default&tileMatrixSet=EPSG:3857&"
    "url={}?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities"
)

pytestmark = pytest.mark.skipif(
    shutil.which(SERVER) is None or importlib.util.find_spec("qgis") is None,
    reason=f"QGIS Server ({SERVER}) is not installed",
)


@pytest.fixture(scope="module")
def imagery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    place = left, top = place_of(ZOOM, *tile_origin(ZOOM, 8.0, 47.0))
    near, far = 128 * pixel_size(ZOOM), 384 * pixel_size(ZOOM)
    write_polygons(folder / "aoi.gpkg", [(left + near, top - far, left + far, top - near)], epsg=3857)
    for number, date in enumerate(("before", "after")):
        pixels = np.random.default_rng(number).integers(1, 255, (3, SIDE, SIDE)).astype(np.uint8)
        write_raster(folder / f"{date}.tif", pixels, 3857, place, pixel_size(ZOOM))
    return folder


@pytest.fixture(scope="module")
def address(imagery):
    program = Path(__file__).with_name("served_project.py")
    rasters = [str(imagery / f"{date}.tif") for date in ("before", "after")]
    subprocess.run([sys.executable, program, imagery / "served.qgs", *rasters], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [SERVER, "-p", imagery / "served.qgs", host], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://{host}/?SERVICE=WMS&REQUEST=GetCapabilities")
        yield f"http://{host}/"
    finally:
        server.kill()
        server.wait()


def wait_for(url: str) -> None:
    for _ in range(200):
        try:
            with urlopen(url, timeout=30):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} does not answer")


def sources(address: str) -> list[str]:
    left, top = place_of(ZOOM, *tile_origin(ZOOM, 8.0, 47.0))
    length = SIDE * pixel_size(ZOOM)
    own = f"&styles=&extent={left!r},{top - length!r},{left + length!r},{top!r}"
    return [f"--{date}=crs=EPSG:3857&format=image/png&layers={date}&url={address}{own}" for date in ("before", "after")]


def images(place: Path) -> np.ndarray:
    found = open_campaign(place)
    pair = aligned_pair(found)
    read = [pair.read(tile.window) for tile in found.tiles()]
    assert all(valid.all() for _, valid in read)
    return np.stack([image for image, _ in read])


@pytest.fixture(scope="module")
def on_files(imagery, tmp_path_factory):
    """A campaign on the files."""
    place = tmp_path_factory.mktemp("files") / "file.alcd"
    files = [f"--{date}={imagery / date}.tif" for date in ("before", "after")]
    assert cli.main(["create", str(place), *files, *options(imagery)]) == 0
    return place


def options(imagery: Path) -> list[str]:
    return ["--tile-size=128", "--overlap=0", f"--aoi={imagery / 'aoi.gpkg'}"]


def test_a_campaign_on_a_real_wms_has_the_pixels_of_its_files(address, imagery, on_files, tmp_path):
    gsd = open_campaign(on_files).description.grid.gsd
    service = [*sources(address), *options(imagery), f"--gsd={gsd!r}"]
    assert cli.main(["create", str(tmp_path / "service.alcd"), *service]) == 0
    assert np.array_equal(images(tmp_path / "service.alcd"), images(on_files))


def test_a_campaign_on_a_real_wmts_has_the_pixels_that_qgis_shows(address, imagery, on_files, tmp_path):
    place, known = tmp_path / "service.alcd", open_campaign(on_files).description.grid
    rasters = [f"--{date}={WMTS.format(date, address)}" for date in ("before", "after")]
    assert cli.main(["create", str(place), *rasters, *options(imagery), f"--gsd={known.gsd!r}"]) == 0
    grid = open_campaign(place).description.grid
    assert (grid.width, grid.height) == (known.width, known.height)
    assert grid.bounds == pytest.approx(known.bounds, abs=0.01 * known.pixel_size)  # the server rounds its scales
    read, _ = aligned_pair(open_campaign(place)).read(Window(0, 0, 256, 256))
    for date, image in zip(("before", "after"), read):
        assert np.array_equal(shown("wms", WMTS.format(date, address), grid, tmp_path / f"{date}.npy"), image)
    # The server rounds the corners of a tile to micrometres, and then sends half of one tile a row off.
    wanted, _ = aligned_pair(open_campaign(on_files)).read(Window(0, 0, 256, 256))
    quarters = (read == wanted).reshape(2, 3, 2, 128, 2, 128).all(axis=(0, 1, 3, 5))
    assert quarters.sum() == 3


def test_a_campaign_on_a_real_wcs_has_the_pixels_of_its_files(address, imagery, on_files, tmp_path):
    place = tmp_path / "service.alcd"
    rasters = [f"--{date}=identifier={date}&crs=EPSG:3857&url={address}" for date in ("before", "after")]
    assert cli.main(["create", str(place), *rasters, *options(imagery)]) == 0
    assert np.array_equal(images(place), images(on_files))
    source, grid = qgis_source(str(place / "imagery/after.xml")), open_campaign(place).description.grid
    read, _ = aligned_pair(open_campaign(place)).read(Window(0, 0, 256, 256))
    seen = shown("wcs", source, grid, tmp_path / "after.npy")  # a column off on the right: the server counts 513
    assert np.array_equal(seen[..., :128], read[1, ..., :128])


def shown(provider: str, source: str, grid: Grid, file: Path) -> np.ndarray:
    """How QGIS shows a layer on a square grid."""
    view = [repr(grid.left), repr(grid.top), repr(grid.pixel_size), str(grid.width), file]
    subprocess.run([sys.executable, Path(__file__).with_name("shown_layer.py"), provider, source, *view], check=True)
    return np.load(file)
