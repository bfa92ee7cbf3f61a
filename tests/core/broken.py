"""A folder with bad inputs of all kinds, beside a valid pair and a valid campaign."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr
from rasters import make_pair, write_polygons, write_raster
from safetensors.numpy import save_file

from alcd_core import cli
from alcd_core.campaign.database import writing
from alcd_core.network.card import FORMAT_VERSION

LEFT, TOP = 2_600_000.0, 1_200_000.0
QUICK = "--encoder resnet18 --encoder-depth 3 --encoder-weights none --epochs 1 --members 2 --device cpu"
UNCHANGING = {"log.jsonl", "campaign.lock"}
"""Files that a refused job may change."""


def alcd(command: str) -> None:
    """A job that must end well, as one would type it."""
    assert cli.main(command.split()) == 0


def contents(folder: Path) -> dict[str, str]:
    """Every file and folder below, hidden ones too, with the hash of what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
        if path.name not in UNCHANGING
    }


def make_workplace(folder: Path) -> None:
    """Everything below; the working directory must be ``folder``. Names are used by the tables of tests.

    ``town.alcd`` has a model; ``fresh.alcd`` no labels; ``labelled.alcd`` labels without a model; ``done.alcd`` no tile
    left to label.
    """
    make_pair(folder)
    make_campaigns()
    break_rasters(folder)
    break_layers(folder)
    break_campaigns()
    break_models()
    one_class("unchanged", "corner.gpkg")
    one_class("changed", "everything.gpkg")
    Path("folder").mkdir()
    Path("dangling").symlink_to("nowhere")
    Path("folder.tif").mkdir()
    save_file({"conv1.weight": np.zeros((64, 3, 7, 7), np.float32)}, "other.safetensors")


def make_campaigns() -> None:
    """The sound ones."""
    alcd("create town.alcd --before before.tif --after after.tif --tile-size 64 --overlap 16")
    shutil.copytree("town.alcd", "fresh.alcd")
    tiles = ",".join(str(number) for number in range(1, 50, 4))
    alcd(f"label town.alcd --reference changes.gpkg --tiles {tiles}")
    shutil.copytree("town.alcd", "labelled.alcd")
    alcd(f"train town.alcd {QUICK}")
    shutil.copytree("town.alcd", "done.alcd")
    alcd("label done.alcd --reference changes.gpkg --tiles all")


def one_class(name: str, reference: str) -> None:
    """A campaign with two labelled tiles that are both changed or both unchanged all over."""
    shutil.copytree("fresh.alcd", f"{name}.alcd")
    alcd(f"label {name}.alcd --reference {reference} --tiles 20,30")


def break_rasters(folder: Path) -> None:
    """Rasters that are somewhere else, unplaced, cut off, or none."""
    flat = np.full((3, 320, 320), 100, np.uint8)
    write_raster(folder / "far.tif", flat, origin=(LEFT + 100_000, TOP))
    write_raster(folder / "two.tif", flat[:2])
    write_raster(folder / "small.tif", flat[:, :40, :40])
    unplaced = gdal.Translate("no_crs.tif", "after.tif")
    unplaced.SetProjection("")
    gdal.GetDriverByName("GTiff").Create("no_place.tif", 320, 320, 3)
    gdal.Translate("packed.tif", "after.tif", creationOptions=["COMPRESS=DEFLATE", "BLOCKYSIZE=16"])
    del unplaced
    for source, copy in (("after.tif", "cut.tif"), ("packed.tif", "cut_packed.tif")):
        whole = Path(source).read_bytes()
        Path(copy).write_bytes(whole[: len(whole) // 2])
    whole = bytearray(Path("packed.tif").read_bytes())
    whole[len(whole) // 4 : len(whole) // 4 + 3000] = bytes(3000)
    Path("hurt.tif").write_bytes(whole)
    Path("text.tif").write_text("A letter, not a raster.\n")
    Path("empty.tif").touch()
    Path("link.tif").symlink_to("before.tif")
    shutil.copy("before.tif", "gone.tif")
    alcd("create moved.alcd --before gone.tif --after after.tif --tile-size 64 --overlap 16")
    Path("gone.tif").unlink()
    alcd("create two_bands.alcd --before two.tif --after after.tif --bands 1,2 --tile-size 64 --overlap 16")


def break_layers(folder: Path) -> None:
    """Vector layers without polygons, in the wrong place, or none."""
    write_polygons(folder / "no_polygons.gpkg", [])
    write_polygons(folder / "far.gpkg", [(LEFT + 90_000, TOP, LEFT + 90_100, TOP + 100)])
    write_polygons(folder / "corner.gpkg", [(LEFT, TOP - 1, LEFT + 1, TOP)])
    write_polygons(folder / "everything.gpkg", [(LEFT, TOP - 160, LEFT + 160, TOP)])
    Path("text.gpkg").write_text("A letter, not a layer.\n")
    write_layer("points.gpkg", "GPKG", "POINT (2600010 1199990)", 2056)
    triangle = "POLYGON ((2600010 1199990, 2600020 1199990, 2600020 1199980, 2600010 1199990))"
    write_layer("no_crs.shp", "ESRI Shapefile", triangle, None)


def write_layer(path: str, driver: str, wkt: str, epsg: int | None) -> None:
    """A layer with one geometry."""
    reference = None
    if epsg is not None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    geometry = ogr.CreateGeometryFromWkt(wkt)
    source = ogr.GetDriverByName(driver).CreateDataSource(path)
    layer = source.CreateLayer(Path(path).stem, reference, geometry.GetGeometryType())
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(geometry)
    layer.CreateFeature(feature)


def break_campaigns() -> None:
    """Copies of ``fresh.alcd`` whose database is of another version, damaged, or none."""
    for name in (
        "newer",
        "cut",
        "cut_short",
        "no_table",
        "no_value",
        "text",
        "empty",
        "hurt_aoi",
        "point",
        "off_earth",
    ):
        shutil.copytree("fresh.alcd", f"{name}.alcd")
    change_database("newer", "UPDATE alcd_campaign SET value = '99' WHERE key = 'schema_version'")
    change_database("no_table", "DROP TABLE rounds")
    change_database("no_value", "DELETE FROM alcd_campaign WHERE key = 'grid'")
    change_database("hurt_aoi", "UPDATE alcd_campaign SET value = '\"0103\"' WHERE key = 'aoi_wkb'")
    point = shapely.to_wkb(shapely.Point(LEFT, TOP), hex=True)
    change_database("point", f"UPDATE alcd_campaign SET value = '\"{point}\"' WHERE key = 'aoi_wkb'")
    change_database("off_earth", "UPDATE alcd_campaign SET value = json_set(value, '$.top', 1e11) WHERE key = 'grid'")
    shutil.copytree("labelled.alcd", "outline.alcd")
    with writing(Path("outline.alcd/campaign.gpkg")) as connection:  # the bounds before it stay whole
        connection.execute("UPDATE annotations SET geom = substr(geom, 1, 60)")
    whole = Path("fresh.alcd/campaign.gpkg").read_bytes()
    Path("cut.alcd/campaign.gpkg").write_bytes(whole[: len(whole) // 2])
    Path("cut_short.alcd/campaign.gpkg").write_bytes(whole[:5000])
    Path("text.alcd/campaign.gpkg").write_text("A letter, not a database.\n")
    Path("empty.alcd/campaign.gpkg").write_bytes(b"")


def change_database(name: str, statement: str) -> None:
    """Run one statement on a campaign, as nobody should."""
    with closing(sqlite3.connect(f"{name}.alcd/campaign.gpkg")) as connection, connection:
        connection.execute(statement)


def break_models() -> None:
    """Copies of the model of ``town.alcd``: ``flipped``, ``lost``, ``no_json``, ``newer_model``."""
    for name in ("flipped", "lost", "no_json", "newer_model"):
        shutil.copytree("town.alcd/models/round-001", name)
    weights = Path("flipped/network-0.safetensors")
    flipped = bytearray(weights.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    weights.write_bytes(flipped)
    Path("lost/statistics-1.safetensors").unlink()
    Path("no_json/card.json").write_text("A letter, not a card.\n")
    card = Path("newer_model/card.json")
    card.write_text(card.read_text().replace(f'"format_version": {FORMAT_VERSION}', '"format_version": 99'))
    shutil.copytree("town.alcd", "no_model.alcd")
    shutil.rmtree("no_model.alcd/models/round-001")
