"""A campaign on the WMS of a real QGIS Server on the loopback address, where one is installed."""

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
from alcd_core.jobs.helpers.session import aligned_pair

ZOOM, SIDE = 18, 512
SERVER = "qgis_mapserver"

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


def test_a_campaign_on_a_real_server_has_the_pixels_of_its_files(address, imagery, tmp_path):
    files = [f"--{date}={imagery / date}.tif" for date in ("before", "after")]
    options = ["--tile-size=128", "--overlap=0", f"--aoi={imagery / 'aoi.gpkg'}"]
    assert cli.main(["create", str(tmp_path / "file.alcd"), *files, *options]) == 0
    gsd = open_campaign(tmp_path / "file.alcd").description.grid.gsd
    service = [*sources(address), *options, f"--gsd={gsd!r}"]
    assert cli.main(["create", str(tmp_path / "service.alcd"), *service]) == 0
    assert np.array_equal(images(tmp_path / "service.alcd"), images(tmp_path / "file.alcd"))
