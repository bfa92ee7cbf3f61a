"""Memory and time of turning a map into polygons as the map grows: the same changes 1, 25, 100 and 400 times.

Each map is outlined in its own process, whose peak resident memory is measured.
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
from commands import ROOT
from imagery import repeated
from osgeo import gdal, osr

SIDE = 2000
"""Pixels of the map that is repeated: a square kilometre at 0.5 m."""
LAYOUTS = {1: (1, 1), 25: (5, 5), 100: (10, 10), 400: (20, 20)}
"""Columns and rows by number of repetitions of the map."""
BUILDINGS, SPECKS = 300, 300
CACHE = 64
"""MB of GDAL's raster cache. Its default of 5 % of the machine's memory would hide what is measured here."""
OUTLINE = (
    "import sys; from alcd_core.imagery.polygons import write_change_polygons as w; print(w(*sys.argv[1:], "
    "minimum_area=4.0).count)"
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", choices=sorted(LAYOUTS), default=sorted(LAYOUTS))
    parser.add_argument("--scratch", type=Path, help="folder for temporary files")
    parser.add_argument("--code", type=Path, default=ROOT, help="another checkout, to compare with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as name:
        folder = Path(name)
        write_map(folder / "map.tif")
        for times in options.times:
            path = repeated(folder / "map.tif", folder / f"{times}-times", *LAYOUTS[times])
            measure(times, path, folder / f"{times}.gpkg", options.code)


def measure(times: int, path: Path, output: Path, code: Path) -> None:
    """Outline a map and print its time and memory in one line."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", OUTLINE, str(path), str(output)],
        stdout=subprocess.PIPE,
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code), "GDAL_CACHEMAX": str(CACHE)},
    )
    assert process.stdout is not None
    count = int(process.stdout.read())
    _, _, usage = os.wait4(process.pid, 0)  # measures only this process
    process.returncode = 0
    print(
        f"{times:4} x, {count:7} polygons: {usage.ru_maxrss * 1024 / 1e6:6.0f} MB, "
        f"{usage.ru_utime + usage.ru_stime:7.1f} s CPU, {time.perf_counter() - started:7.1f} s wall",
        flush=True,
    )


def write_map(path: Path) -> None:
    """A map of probabilities: random rotated rectangles of some 100 m2, many of which touch, and specks."""
    random = np.random.default_rng(1)
    values = np.full((SIDE, SIDE), 0.05, np.float32)
    y, x = np.mgrid[-40:41, -40:41]
    for row, column in random.integers(45, SIDE - 45, (BUILDINGS, 2)):
        angle, (long, short) = random.uniform(0, np.pi), random.uniform(6, 25, 2)
        along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
        place = values[row - 40 : row + 41, column - 40 : column + 41]
        place[(np.abs(along) < long) & (np.abs(across) < short)] = random.uniform(0.6, 1.0)
    for row, column in random.integers(0, SIDE - 3, (SPECKS, 2)):
        values[row : row + 2, column : column + 3] = 0.7
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), SIDE, SIDE, 1, gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE"]
    )
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2056)
    raster.SetProjection(reference.ExportToWkt())
    raster.SetGeoTransform((2600000, 0.5, 0, 1200000, 0, -0.5))
    raster.GetRasterBand(1).SetNoDataValue(-1)
    raster.WriteArray(values)


if __name__ == "__main__":
    main()
