"""Memory and time of comparing 10,000 change polygons with a building map of 50,000 and 500,000 footprints.

Each run is a process of its own, whose peak resident memory is measured; the tolerance is given, so no image is read.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import shapely
from imagery import repeated
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
ROOT = Path(__file__).resolve().parents[1]
SIDE, TIMES, PIXEL = 2000, 10, 0.5
"""Pixels of the map's part that is repeated ``TIMES`` x ``TIMES`` times, and metres of a pixel."""
LEFT, TOP = 2_600_000.0, 1_200_000.0
CHANGES = 100
"""Changes in each part of the map."""
COUNTS = (50_000, 500_000)
CACHE = 64
"""MB that GDAL may keep of the map."""
HOUSE = 9.0
"""Metres: sides of the footprints, which stand in rows."""
UPDATE = """
import sys
from pathlib import Path
from alcd_core.buildings.footprint_store import footprint_store
from alcd_core.buildings.map_update import MapUpdate
from alcd_core.imagery.map_blocks import ProbabilityMap
from alcd_core.imagery.polygons import write_change_polygons
from alcd_core.progress import Reporter
path, buildings, folder = sys.argv[1:]
probability = ProbabilityMap(path)
with footprint_store(buildings, probability.grid, None, Path(folder), Reporter()) as store:
    update = MapUpdate(store, probability, 1.5)
    found = write_change_polygons(path, folder + "/out.gpkg", buildings=update)
    print(found.count, sum(update.summary.states.values()), dict(update.summary.kinds), dict(update.summary.states))
"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=list(COUNTS))
    parser.add_argument("--format", choices=["gpkg", "geojson"], default="gpkg", help="of the building map")
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as name:
        folder = Path(name)
        write_map(folder / "part.tif")
        path = repeated(folder / "part.tif", folder / "map", TIMES, TIMES)
        for count in options.counts:
            buildings = folder / f"{count}.{options.format}"
            write_footprints(buildings, count)
            measure(path, buildings, folder)


def measure(path: Path, buildings: Path, folder: Path) -> None:
    """Compare a map with a building map and print time and memory in one line."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", UPDATE, str(path), str(buildings), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "GDAL_CACHEMAX": str(CACHE)},
    )
    assert process.stdout is not None
    found = process.stdout.read().strip()
    _, _, usage = os.wait4(process.pid, 0)  # measures only this process
    process.returncode = 0
    (folder / "footprints.sqlite").unlink()
    print(
        f"{buildings.stem:>7} footprints: {usage.ru_maxrss * 1024 / 1e6:6.0f} MB, "
        f"{usage.ru_utime + usage.ru_stime:7.1f} s CPU, {time.perf_counter() - started:7.1f} s wall; {found}",
        flush=True,
    )


def write_map(path: Path) -> None:
    """Probabilities: rotated rectangles of some 100 m2 that do not touch, one in each cell of 200 x 200 pixels."""
    random = np.random.default_rng(1)
    values = np.full((SIDE, SIDE), 0.05, np.float32)
    cells = int(np.sqrt(CHANGES))
    step = SIDE // cells
    y, x = np.mgrid[:step, :step] - step / 2
    for number in range(CHANGES):
        angle, (long, short) = random.uniform(0, np.pi), random.uniform(6, 25, 2)
        along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
        row, column = divmod(number, cells)
        place = values[row * step : (row + 1) * step, column * step : (column + 1) * step]
        place[(np.abs(along) < long) & (np.abs(across) < short)] = random.uniform(0.6, 1.0)
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), SIDE, SIDE, 1, gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE"]
    )
    raster.SetProjection(reference_system().ExportToWkt())
    raster.SetGeoTransform((LEFT, PIXEL, 0, TOP, 0, -PIXEL))
    raster.GetRasterBand(1).SetNoDataValue(-1)
    raster.WriteArray(values)


def write_footprints(path: Path, count: int) -> None:
    """Square houses in rows and columns over the whole map."""
    columns = int(np.ceil(np.sqrt(count)))
    step = SIDE * TIMES * PIXEL / columns
    rows, places = np.divmod(np.arange(count), columns)
    left, top = LEFT + places * step + 1.0, TOP - rows * step - 1.0
    houses = shapely.to_wkb(shapely.box(left, top - HOUSE, left + HOUSE, top))
    driver = {".gpkg": "GPKG", ".geojson": "GeoJSON"}[path.suffix]
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer("houses", reference_system(), ogr.wkbPolygon)
    layer.StartTransaction()
    for house in houses:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(house))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, dataset


def reference_system() -> osr.SpatialReference:
    """Swiss coordinates, as in the other benchmarks."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2056)
    return reference


if __name__ == "__main__":
    main()
