"""Stands in for the worker's Python: prints a job's events, and behaves as the campaign's name requests.

``slow``: waits for a cancellation; ``ended``: is stopped from outside; ``broken``: reports an error of the user;
``crash``: dies. Its arguments are written to ``arguments.jsonl`` in the campaign's folder, which it creates; outputs
are created as empty layers. Copies of layers, which are removed when it ends, are copied there, too.
"""

import json
import os
import shutil
import sys
from pathlib import Path

FIGURES = {
    "completeness_area": {"value": 0.9, "low": 0.8, "high": 0.95},
    "correctness_area": {"value": None, "low": 0.0, "high": 1.0},
}


def say(event, **content):
    print(json.dumps({"event": event, **content}), flush=True)


def main():
    _, _, job, folder, *options = sys.argv[1:]
    name = Path(folder).name
    values = dict(option[2:].partition("=")[::2] for option in options)
    say("progress", fraction=0.1, message="Beginning")
    if "slow" in name:
        say("progress", fraction=0.5, message="Waiting")
        line = sys.stdin.readline()
        say("error", message="Cancelled.", hint="")
        sys.exit(130 if "cancel" in line else 1)
    if "ended" in name:  # as by a guard of the memory
        say("error", message="Cancelled.", hint="")
        sys.exit(130)
    if "broken" in name:
        say("error", message="The campaign is broken.", hint="Make another one.")
        sys.exit(2)
    if "crash" in name:
        print("RuntimeError: out of luck", file=sys.stderr)
        os.abort()
    Path(folder).mkdir(exist_ok=True)
    with (Path(folder) / "arguments.jsonl").open("a") as file:
        file.write(json.dumps({"job": job, "values": kept(values, folder), "options": options}) + "\n")
    made = make_outputs(job, folder, values)
    say("metric", name="loss", value=0.25, epoch=3)
    say("message", message="A sentence of the worker.")
    say("progress", fraction=1.0, message="Finished")
    say(
        "result",
        summary="All done.",
        campaign=folder,
        queried=[2, 3],
        auc=0.9,
        f1=None,
        iou=0.5,
        figures=FIGURES,
        **made,
    )


def kept(values, folder):
    """The values, with copies of the files in QGIS's temporary folder."""
    temporary = {name: path for name, path in values.items() if "processing_" in path and Path(path).is_file()}
    return {**values, **{name: shutil.copy(path, folder) for name, path in temporary.items()}}


def make_outputs(job, folder, values):
    from osgeo import gdal, ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    made = {}
    if job == "example":
        made = {name: f"{folder}/{name}" for name in ("before", "after", "truth", "buildings")}
        values.update(made)
    rasters = {"predict": ("output", "uncertainty"), "assess": ("map",), "example": ("before", "after")}.get(job, ())
    for output in rasters:
        if values.get(output):
            raster = gdal.GetDriverByName("GTiff").Create(values[output], 8, 8, 1)
            raster.SetProjection(crs.ExportToWkt())
    if job == "polygons":
        ogr.GetDriverByName("GPKG").CreateDataSource(values["output"]).CreateLayer("changes", crs, ogr.wkbPolygon)
    if job == "create":
        file = ogr.GetDriverByName("GPKG").CreateDataSource(f"{folder}/campaign.gpkg")
        layer = file.CreateLayer("tiles", crs, ogr.wkbPolygon)
        for field, kind in (
            ("tile_id", ogr.OFTInteger),
            ("state", ogr.OFTString),
            ("score", ogr.OFTReal),
            ("rank", ogr.OFTInteger),
        ):
            layer.CreateField(ogr.FieldDefn(field, kind))
        for tile_id, rank in ((1, 3), (2, 2), (3, 1)):
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in (("tile_id", tile_id), ("state", "queried"), ("score", 0.1 / rank), ("rank", rank)):
                feature.SetField(field, value)
            x = 500000 + 100 * tile_id
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({x} 0,{x + 50} 0,{x + 50} 50,{x} 50,{x} 0))"))
            layer.CreateFeature(feature)
    return made


main()
