"""A campaign of millions of tiles: ``create``, ``info``, a query's bookkeeping, the panel, and saving during a query.

The rasters are empty, so that they take no time to read and no space. The panel's part needs QGIS's Python modules.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

from campaign import print_call, print_job
from commands import ROOT, job
from osgeo import gdal, osr

from alcd_core.campaign.campaign import Campaign, open_campaign
from alcd_core.campaign.database import kept_open

STEP, OVERLAP, BLOCK, GSD = 224, 32, 2048, 0.5
OVERVIEW = 64
"""Pixels of the raster along each side of one of its overview."""
QUERIED, LABELLED = 200, 500


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=1000, help="tiles per side: 1000 for a million, 2236 for five")
    parser.add_argument("--folder", type=Path, help="keep the campaign here, and use the one that is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        folder = options.folder or Path(scratch)
        measure(folder, options.side)


def measure(folder: Path, side: int) -> None:
    """Create the campaign if it is not there, and print time and memory."""
    place = folder / "many.alcd"
    if not place.exists():
        rasters = {date: empty_raster(folder / f"{date}.tif", side) for date in ("before", "after")}
        created = job("create", place, "--before", rasters["before"], "--after", rasters["after"])
        print_job("create", created)
        print(f"{1e6 * created.cpu / side**2:.0f} CPU microseconds per tile")
    print_job("info", job("info", place))
    campaign = print_call("open_campaign", lambda: open_campaign(place))
    numbers = print_call("open tiles", campaign.open_tiles).tile_ids
    campaign.write_labels([], dict.fromkeys(numbers[:LABELLED], "unchanged"), "train", 0, "reference")
    write_while_saving(campaign, numbers)
    for name in ("counts", "rounds", "audits"):
        print_call(name, getattr(campaign, name))
    show_panel(place)


def empty_raster(path: Path, side: int) -> Path:
    """A sparse raster of ``side`` x ``side`` tiles with an overview, as large orthophotos have: without one, QGIS reads
    them for seconds to choose the contrast."""
    options = ["TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=YES", f"BLOCKXSIZE={BLOCK}", f"BLOCKYSIZE={BLOCK}"]
    pixels = side * STEP + OVERLAP
    driver = gdal.GetDriverByName("GTiff")
    raster = driver.Create(str(path), pixels, pixels, 3, options=options)
    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    raster.SetGeoTransform((300000, GSD, 0, 5900000, 0, -GSD))
    raster.SetProjection(system.ExportToWkt())
    raster = None  # written now; GDAL would remove an overview that was there before
    driver.Create(f"{path}.ovr", *(-(-pixels // OVERVIEW),) * 2, 3, options=options)
    return path


def write_while_saving(campaign: Campaign, numbers: Any) -> None:
    """Write a query's scores of all tiles, while an analyst labels one tile after the other."""
    waits: list[float] = []
    done = threading.Event()
    analyst = threading.Thread(target=label_until, args=(campaign.file, numbers[-1], done, waits))
    analyst.start()
    scores = {number: (number / 1e7, 0.1) for number in numbers}
    chosen = list(numbers[LABELLED + QUERIED : LABELLED : -1])
    with kept_open(campaign.file):  # as in every job: the analyst's connection would else be the last, and tidy up
        print_call("a query written", lambda: campaign.write_query(0, scores, chosen, [], "variance"))
    done.set()
    analyst.join()
    print(f"{len(waits)} labels saved meanwhile; the longest wait was {max(waits):.2f} s, the mean {mean(waits):.2f} s")


def label_until(file: Path, number: int, done: threading.Event, waits: list[float]) -> None:
    """Change a tile's class every half second, as the panel does: look whether the file is free, try again later."""
    while not done.is_set():
        started = time.perf_counter()
        while not saved(file, number):
            time.sleep(0.15 if time.perf_counter() - started < 0.6 else 1.0)
        waits.append(time.perf_counter() - started)
        time.sleep(0.5)


def saved(file: Path, number: int) -> bool:
    """Whether the label could be written at once."""
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            connection.create_function(name, 1, lambda _: 0)  # named by triggers that do not fire here
        connection.execute("UPDATE tiles SET state = 'skipped' WHERE tile_id = ?", (number,))
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return False
    finally:
        connection.close()
    return True


def mean(values: list[float]) -> float:
    """The mean of some numbers."""
    return sum(values) / len(values)


def show_panel(place: Path) -> None:
    """Open the campaign as the panel does, and draw its tiles."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from qgis.core import QgsApplication, QgsProject

    from tests.qgis.plugin import load_plugin

    load_plugin()
    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], True, profile)
        application.initQgis()
        from alcd.ui.session.session import Session

        session = Session(QgsProject.instance())
        print_call("panel: open", lambda: session.open(place))
        print_call("panel: open again", session.reload)
        draw_tiles(session.layers.tiles, session.campaign)
        session.close()
        os._exit(0)  # QGIS may crash while it shuts down without a window


def draw_tiles(layer: Any, campaign: Any) -> None:
    """Draw the layer of tiles in both styles, at several extents."""
    from qgis.core import QgsRectangle

    left, bottom, right, top = campaign.description.grid.bounds
    size = campaign.description.tile_size * campaign.description.grid.gsd
    for style in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(style)
        for name, share in (("all", 1.0), ("a quarter", 0.5), ("20 tiles", 20 * size / (right - left))):
            extent = QgsRectangle(left, bottom, left + share * (right - left), bottom + share * (top - bottom))
            print_call(f"{style}: {name}", partial(draw, layer, extent))


def draw(layer: Any, extent: Any) -> None:
    """Draw a layer on a map of 1500 x 1000 pixels."""
    from qgis.core import (
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsMapRendererSequentialJob,
        QgsMapSettings,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(1500, 1000))
    settings.setExtent(extent)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(QgsProject.instance()))
    settings.setExpressionContext(context)
    drawing = QgsMapRendererSequentialJob(settings)
    drawing.start()
    drawing.waitForFinished()


if __name__ == "__main__":
    main()
