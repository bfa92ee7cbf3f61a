"""Packs a folder with before.tif, after.tif and changes.gpkg for ``simulate`` on a machine without GDAL.

    python benchmarks/pack_pool.py ../shared/data/levir_rare pools/levir_rare --reduction 1

Both dates become JPEG files on the common grid, the labels a PNG file, the rest JSON; a blocks.csv, which names the
scenes, is copied. JPEG is lossy, so results are close to those from the original files but not identical.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
from osgeo import gdal

from alcd_core.imagery.grid import Window
from alcd_core.imagery.radiometry import band_statistics
from alcd_core.imagery.raster_tiles import label_index
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.helpers.simulation.files import REFERENCE, plan_files
from alcd_core.jobs.helpers.simulation.packed_pool import IMAGES, LABELS, PACK_FILE
from alcd_core.jobs.helpers.simulation.scenes import BLOCKS
from alcd_core.learning.tiles import IGNORE
from alcd_core.progress import Reporter

LIMIT = 60 * 10**6
"""Bytes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--reduction", type=int, default=1, help="pixels combined into one, along each side")
    parser.add_argument("--quality", type=int, default=90, help="of the JPEG files")
    options = parser.parse_args()
    size = pack(options.source, options.output, options.reduction, options.quality)
    print(f"{options.output}: {size / 1e6:.1f} MB")
    if size > LIMIT:
        raise SystemExit("More than 60 MB: choose a lower --quality or a higher --reduction.")


def pack(source: Path, output: Path, reduction: int, quality: int) -> int:
    """Write the packed pool; returns its size in bytes."""
    plan = plan_files(source, reduction, Reporter())
    if plan.pair.bands != 3:
        raise SystemExit(f"{source} has {plan.pair.bands} bands; only three can be packed.")
    whole = Window(0, 0, plan.grid.width, plan.grid.height)
    images, valid = plan.pair.read(whole)
    if images.dtype != np.uint8:
        raise SystemExit(f"{source} contains {images.dtype}; only 8-bit images can be packed.")
    output.mkdir(parents=True, exist_ok=True)
    for name, image in zip(IMAGES, images):
        write(output / name, image, "JPEG", [f"QUALITY={quality}"])
    reference = label_index(read_reference(str(source / REFERENCE), plan.grid).polygons)
    labels = np.where(valid, reference.rasterise(plan.grid, whole), IGNORE)
    write(output / LABELS, labels[None].astype(np.uint8), "PNG", [])
    mean, std = band_statistics(plan.pair, plan.windows)
    description = {
        "tile_size": plan.tiling.tile_size,
        "windows": [(window.x, window.y) for window in plan.windows],
        "gsd": plan.grid.gsd,
        "reduction": reduction,
        "mean": mean.tolist(),
        "std": std.tolist(),
    }
    (output / PACK_FILE).write_text(json.dumps(description), encoding="utf-8")
    if (source / BLOCKS).is_file():
        shutil.copyfile(source / BLOCKS, output / BLOCKS)
    return sum((output / name).stat().st_size for name in (*IMAGES, LABELS, PACK_FILE))


def write(path: Path, image: np.ndarray, driver: str, options: list[str]) -> None:
    """Write (C, H, W) uint8 with a driver that only supports CreateCopy."""
    bands, height, width = image.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, bands, gdal.GDT_Byte)
    memory.WriteArray(image)
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=options)


if __name__ == "__main__":
    main()
