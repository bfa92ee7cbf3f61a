"""Every bad input: exit status 2, one line that says what, where and what to do, and nothing left behind.

What needs a disk of its own, and what is mended rather than refused, is in ``test_bad_surroundings.py``.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from broken import QUICK, contents, make_workplace

from alcd_core import cli
from alcd_core.campaign.lock import campaign_lock

NEW = "create new.alcd --tile-size 64 --overlap 16"
PAIR = "--before before.tif --after after.tif"
ANY = "--encoder-weights none"
TRAIN = f"train labelled.alcd {QUICK}"

TWO_RASTERS = {
    "the same file twice": (f"{NEW} --before before.tif --after before.tif", "same file, before.tif", "two different"),
    "the same file by a link": (f"{NEW} --before before.tif --after link.tif", "same file, before.tif"),
    "no overlap": (f"{NEW} --before before.tif --after far.tif", "do not overlap", "far.tif", "Check their CRS"),
    "no CRS": (f"{NEW} --before before.tif --after no_crs.tif", "no_crs.tif has no CRS", "Assign one"),
    "no geotransform": (f"{NEW} --before before.tif --after no_place.tif", "no_place.tif has no", "first|Assign"),
    "missing raster": (f"{NEW} --before before.tif --after nowhere.tif", "nowhere.tif", "Check the path"),
    "truncated TIFF": (f"{NEW} --before before.tif --after cut.tif", "cut.tif", "again"),
    "truncated compressed TIFF": (f"{NEW} --before before.tif --after cut_packed.tif", "cut_packed.tif", "again"),
    "TIFF damaged in its midst": (f"{NEW} --before before.tif --after hurt.tif", "hurt.tif cannot be read", "again"),
    "text file called .tif": (f"{NEW} --before before.tif --after text.tif", "text.tif cannot be opened", "Check"),
    "empty file called .tif": (f"{NEW} --before before.tif --after empty.tif", "empty.tif cannot be opened", "Check"),
    "folder as raster": (f"{NEW} --before before.tif --after folder", "folder cannot be opened", "Check"),
    "vector layer as raster": (f"{NEW} --before before.tif --after changes.gpkg", "changes.gpkg cannot be", "Check"),
    "band counts that differ": (
        f"{NEW} --before before.tif --after two.tif",
        "3 in before.tif, 2 in two.tif",
        "--bands",
    ),
    "band that does not exist": (f"{NEW} {PAIR} --bands 1,2,9", "before.tif has no band 9; it has 3", "--bands"),
    "band 0": (f"{NEW} {PAIR} --bands 0,1", "counted from 1; 0 is not a valid band"),
    "bands that are no numbers": (f"{NEW} {PAIR} --bands red", "--bands", "--help"),
    "preview as well": ("preview --before before.tif --after far.tif", "do not overlap", "Check their CRS"),
}
GRID = {
    "empty AOI": (f"{NEW} {PAIR} --aoi no_polygons.gpkg", "no_polygons.gpkg contains no polygons", "Give a layer"),
    "AOI outside": (f"{NEW} {PAIR} --aoi far.gpkg", "AOI far.gpkg lies outside", "Check its location"),
    "missing AOI": (f"{NEW} {PAIR} --aoi nowhere.gpkg", "nowhere.gpkg does not exist", "Check the path"),
    "AOI of points": (f"{NEW} {PAIR} --aoi points.gpkg", "points.gpkg contains no polygons", "Give a layer"),
    "AOI that is text": (f"{NEW} {PAIR} --aoi text.gpkg", "text.gpkg cannot be read", "Give a GeoPackage"),
    "AOI without CRS": (f"{NEW} {PAIR} --aoi no_crs.shp", "no_crs.shp has no CRS", "Assign one"),
    "tile size no multiple of 32": (f"{NEW} {PAIR} --tile-size 100", "100 is not a multiple of 32", "Choose 128"),
    "tile size 0": (f"{NEW} {PAIR} --tile-size 0", "tile size is 0 px; it must be at least 32"),
    "overlap as large as the tile": (f"{NEW} {PAIR} --overlap 64", "64 pixels is not smaller", "Choose an overlap"),
    "negative overlap": (f"{NEW} {PAIR} --overlap -1", "overlap is -1 px; it must be at least 0"),
    "tile larger than the grid": (f"{NEW} {PAIR} --tile-size 512", "320 x 320 .* smaller than a tile", "Choose a"),
    "raster smaller than a tile": (f"{NEW} --before before.tif --after small.tif", "40 x 40 .* smaller", "Choose a"),
    "unknown CRS": (f"{NEW} {PAIR} --crs EPSG:99999", "'EPSG:99999' is not known", "Give an EPSG code"),
    "word as CRS": (f"{NEW} {PAIR} --crs Mars", "'Mars' is not known", "Give an EPSG code"),
    "GSD 0": (f"{NEW} {PAIR} --gsd 0", "gsd is 0 m; it must be at least"),
    "GSD that is no number": (f"{NEW} {PAIR} --gsd nan", "gsd is nan m; it must be at least"),
    "GSD too coarse": (f"{NEW} {PAIR} --gsd 100", "smaller than a tile", "finer GSD"),
    "existing folder": (f"create town.alcd {PAIR}", "town.alcd exists already", "Choose another name"),
    "existing file": (f"create before.tif {PAIR}", "before.tif exists already", "Choose another name"),
    "new campaign in no folder": (
        f"create nowhere/new.alcd {PAIR}",
        "the folder .*nowhere does not exist",
        "Create it first",
    ),
    "new campaign under a file": (
        f"create text.tif/new.alcd {PAIR}",
        "the folder .*text.tif does not exist",
        "Create it first",
    ),
}
CAMPAIGN = {
    "no campaign": ("info nowhere.alcd", "nowhere.alcd is not a campaign", "Choose a folder"),
    "file as campaign": ("info before.tif", "before.tif is not a campaign", "Choose a folder"),
    "campaign of a newer version": ("info newer.alcd", "newer.alcd.* newer version of ALCD", "Update ALCD"),
    "truncated campaign": ("info cut.alcd", "cut.alcd/campaign.gpkg is damaged", "backup"),
    "campaign truncated to a page": ("info cut_short.alcd", "cut_short.alcd/campaign.gpkg is damaged", "backup"),
    "campaign that is text": ("info text.alcd", "text.alcd/campaign.gpkg is damaged", "backup"),
    "empty campaign": ("info empty.alcd", "empty.alcd/campaign.gpkg is damaged", "backup"),
    "campaign without a table": ("info no_table.alcd", "no_table.alcd.*table rounds is missing", "backup"),
    "campaign without its grid": ("info no_value.alcd", "no_value.alcd is damaged", "backup"),
    "campaign with a damaged AOI": (f"suggest hurt_aoi.alcd {ANY}", "hurt_aoi.alcd is damaged: its position", "backup"),
    "campaign whose AOI is a point": (f"suggest point.alcd {ANY}", "point.alcd is damaged: its area", "backup"),
    "campaign beyond the earth": (f"suggest off_earth.alcd {ANY}", "off_earth.alcd is damaged: .* 0 m, not", "backup"),
    "campaign with a damaged outline": (f"train outline.alcd {QUICK}", "outline.alcd is damaged: an anno", "backup"),
    "moved raster": ("suggest moved.alcd --encoder-weights none", "before raster .*gone.tif", "relocate .* --before"),
    "relocate to nothing": ("relocate moved.alcd", "No raster was named", "Give --before"),
    "relocate to a missing raster": ("relocate moved.alcd --before nowhere.tif", "nowhere.tif", "Check the path"),
    "relocate to another place": (
        "relocate moved.alcd --before far.tif",
        "far.tif covers only 0%",
        "Choose the raster",
    ),
    "relocate to fewer bands": ("relocate moved.alcd --before two.tif", "two.tif has 2 bands", "Choose the raster"),
    "relocate to the other date": ("relocate moved.alcd --before after.tif", "same file, .*after.tif", "two different"),
}
LABELS = {
    "reference without polygons": ("label fresh.alcd --tiles all --reference no_polygons.gpkg", "contains no polygons"),
    "reference of points": ("label fresh.alcd --tiles all --reference points.gpkg", "points.gpkg contains no polygons"),
    "missing reference": ("label fresh.alcd --tiles all --reference nowhere.gpkg", "nowhere.gpkg does not", "Check"),
    "reference that is text": (
        "label fresh.alcd --tiles all --reference text.gpkg",
        "text.gpkg cannot be read",
        "Give",
    ),
    "raster as reference": ("label fresh.alcd --tiles all --reference after.tif", "after.tif cannot be read", "Give"),
    "reference without CRS": ("label fresh.alcd --tiles all --reference no_crs.shp", "no_crs.shp has no CRS", "Assign"),
    "unknown tile": ("label fresh.alcd --reference changes.gpkg --tiles 1,9999", "no tile 9999", "1 to 49"),
    "tiles that are words": ("label fresh.alcd --reference changes.gpkg --tiles some", "'some'", "Use queried, audit"),
    "nothing queried": ("label fresh.alcd --reference changes.gpkg", "No tile is queried", "Run suggest"),
    "unknown split": ("label fresh.alcd --reference changes.gpkg --split both", "'both'", "choose from"),
    "suggest no tile": ("suggest fresh.alcd --count 0", "count is 0; it must be at least 1"),
    "suggest when nothing is left": ("suggest done.alcd", "labelled or skipped", "nothing left"),
    "query when nothing is left": ("query done.alcd", "labelled or skipped", "nothing left"),
}
NETWORK = {
    "train without labels": (f"train fresh.alcd {QUICK}", "No tile is labelled", "Run suggest"),
    "train with unchanged ground only": (
        f"train unchanged.alcd {QUICK}",
        "None .* single changed pixel",
        "Label at least",
    ),
    "train with changed ground only": (
        f"train changed.alcd {QUICK}",
        "None .* single unchanged pixel",
        "Label at least",
    ),
    "unknown encoder": (f"{TRAIN} --encoder resnet19", "no encoder called resnet19", "resnet18"),
    "unknown encoder of timm": (f"{TRAIN} --encoder tu-resnet19", "no encoder called tu-resnet19", "Did you mean"),
    "unknown encoder, suggest": ("suggest fresh.alcd --encoder resnet19", "no encoder called resnet19", "resnet18"),
    "encoder depth": (f"{TRAIN} --encoder-depth 9", "encoder depth is 9; it must be at most 5"),
    "weights of another network": (f"{TRAIN} --encoder-weights other.safetensors", "other.safetensors", "Choose the"),
    "another encoder than the built-in network's": (
        f"{TRAIN} --encoder resnet34 --encoder-weights built-in",
        "The built-in network is a resnet18 to depth 4",
        "Leave out --encoder",
    ),
    "the publication's network from the built-in one": (
        "train labelled.alcd --preset paper --encoder-weights built-in",
        "that combines the dates by difference, not a resnet18 to depth 4 that combines the dates by concatenation",
        "preset fast",
    ),
    "demo with the built-in network": (
        "demo --output d --encoder-weights built-in",
        "painted like the demo's",
        "imagenet, none",
    ),
    "weights not in safetensors": (f"{TRAIN} --encoder-weights text.tif", "text.tif is not a safetensors", "again"),
    "missing weights": (f"{TRAIN} --encoder-weights nowhere.safetensors", "nowhere.safetensors", "--encoder-weights"),
    "folder as weights": (f"{TRAIN} --encoder-weights folder", "folder", "--encoder-weights"),
    "no members": (f"{TRAIN} --members 0", "members is 0; it must be at least 1"),
    "learning rate that is no number": (f"{TRAIN} --learning-rate nan", "learning rate is nan; it must be"),
    "unknown device": (f"{TRAIN} --device tpu", "'tpu'", "choose from"),
    "start from no model": (f"{TRAIN} --start-from folder", "no trained model in folder", "Choose a folder"),
    "start from another network": (f"{TRAIN} --encoder resnet34 --start-from town.alcd", "resnet18", "Choose the same"),
    "no model yet": ("query labelled.alcd", "No model has been trained in .*labelled.alcd", "Run train"),
    "folder without a model": ("query town.alcd --model folder", "no trained model in folder", "Choose a folder"),
    "missing folder of a model": ("query town.alcd --model nowhere", "no trained model in nowhere", "Choose a folder"),
    "model of another number of bands": ("query two_bands.alcd --model town.alcd", "3 bands.* 2", "--bands"),
    "model with a flipped byte": ("query town.alcd --model flipped", "flipped is damaged: network-0", "again"),
    "model without a file": ("query town.alcd --model lost", "lost is damaged: statistics-1", "again"),
    "model card not JSON": ("query town.alcd --model no_json", "no_json/card.json: .* not valid JSON", "again"),
    "model of a newer version": ("query town.alcd --model newer_model", "newer_model/card.json: .*newer", "Update"),
    "campaign whose model is gone": ("query no_model.alcd", "no trained model in .*no_model.alcd", "Choose a folder"),
    "unknown acquisition": ("query town.alcd --acquisition best", "'best'", "choose from"),
}
OUTPUTS = {
    "map in no folder": ("predict town.alcd --output nowhere/m.tif", "nowhere does not exist", "Create it"),
    "map under a file": ("predict town.alcd --output text.tif/m.tif", "folder text.tif does not exist", "Create it"),
    "map over the before raster": (
        "predict town.alcd --output before.tif",
        "already uses the file before.tif",
        "another name",
    ),
    "map over the after raster": (
        "predict town.alcd --output ./after.tif",
        "the file ./after.tif",
        "another name",
    ),
    "map over a link to a raster": ("predict town.alcd --output link.tif", "uses the file link.tif", "another name"),
    "uncertainty over a raster": (
        "predict town.alcd --output m.tif --uncertainty after.tif",
        "already uses the file after.tif",
        "another",
    ),
    "both maps in one file": ("predict town.alcd --output m.tif --uncertainty m.tif", "uses the file m.tif", "another"),
    "map over the campaign": (
        "predict town.alcd --output town.alcd/campaign.gpkg",
        "campaign.gpkg does not end in .tif",
        "",
    ),
    "map among the models": ("predict town.alcd --output town.alcd/models/m.tif", "campaign's own", "another folder"),
    "map over a folder": ("predict town.alcd --output folder.tif", "folder.tif is a folder", "file name"),
    "map that is no TIFF": ("predict town.alcd --output m.gpkg", "m.gpkg does not end in .tif", "Choose one"),
    "no name for the map": ("predict town.alcd --output ''", "output is missing", "help of predict"),
    "polygons with another ending": ("polygons town.alcd --output c.shp", "c.shp does not end in .gpkg", "Choose one"),
    "polygons in no folder": (
        "polygons town.alcd --output nowhere/c.gpkg",
        "folder nowhere does not exist",
        "Create it",
    ),
    "polygons over the campaign": ("polygons town.alcd --output town.alcd/campaign.gpkg", "campaign's own", "another"),
    "polygons over another campaign": (
        "polygons town.alcd --output fresh.alcd/campaign.gpkg",
        "campaign.gpkg contains other layers .*tiles.* would be lost",
        "another name",
    ),
    "polygons over other layers": (
        "polygons town.alcd --output points.gpkg",
        "points.gpkg contains other layers",
        "another name",
    ),
    "polygons over a text": (
        "polygons town.alcd --output text.gpkg",
        "text.gpkg exists .* not a GeoPackage",
        "another",
    ),
    "demo in a link to nowhere": ("demo --output dangling", "dangling already exists", "Move it"),
    "demo with too large a seed": ("demo --output d --seed 3000000000", "seed is 3e.09; it must be at most"),
    "demo with one member": ("demo --output d --members 1", "members is 1; it must be at least 2"),
    "demo with an odd tile size": ("demo --output d --tile-size 100", "100 is not a multiple of 32", "Choose 128"),
    "demo with an unknown encoder": ("demo --output d --encoder nosuch", "no encoder called nosuch", "Did you mean"),
    "abbreviated option": ("predict town.alcd --out m.tif", "--out", "--help"),
    "threshold above 1": ("polygons town.alcd --output c.gpkg --threshold 1.5", "threshold is 1.5; .* at most 0.99"),
    "threshold 0": ("polygons town.alcd --output c.gpkg --threshold 0", "threshold is 0; it must be at least 0.01"),
    "threshold that is no number": ("polygons town.alcd --output c.gpkg --threshold nan", "threshold is nan"),
    "report over the campaign": (
        "report town.alcd --output town.alcd/campaign.gpkg",
        "does not end in .html",
        "Choose one",
    ),
    "report in no folder": ("report town.alcd --output nowhere/r.html", "nowhere does not exist", "Create it"),
    "report with a foreign reference": ("report town.alcd --output r.html --reference points.gpkg", "no polygons"),
    "negative area": ("polygons town.alcd --output c.gpkg --min-area -3", "min area is -3 m2; .* at least 0"),
    "four colours over the raster": (
        "assess town.alcd --reference changes.gpkg --map after.tif",
        "already uses the file after.tif",
        "name",
    ),
    "four colours in no folder": (
        "assess town.alcd --reference changes.gpkg --map nowhere/a.tif",
        "does not exist",
        "Create",
    ),
    "assess without polygons": (
        "assess town.alcd --reference no_polygons.gpkg",
        "no_polygons.gpkg contains no",
        "Give",
    ),
}
TABLE = {**TWO_RASTERS, **GRID, **CAMPAIGN, **LABELS, **NETWORK, **OUTPUTS}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mistakes")
    here = Path.cwd()
    os.chdir(folder)
    make_workplace(folder)
    yield folder
    os.chdir(here)


def refused(command: str, workplace: Path, capfd) -> str:
    """The one line that a refused job says; nothing else has happened."""
    before = contents(workplace)
    capfd.readouterr()
    status = cli.main(shlex.split(command))
    said = capfd.readouterr()
    assert status == 2, said.err
    assert said.err.count("\n") == 1, said.err
    assert contents(workplace) == before
    return said.err


@pytest.mark.parametrize(("command", "words"), [pytest.param(row[0], row[1:], id=name) for name, row in TABLE.items()])
def test_is_refused_in_one_line_and_leaves_nothing_behind(command, words, workplace, capfd):
    line = refused(command, workplace, capfd)
    for expected in words:
        assert re.search(expected, line), line


def test_a_second_job_on_a_campaign_is_refused_and_names_the_running_job(workplace, capfd):
    with campaign_lock(workplace / "town.alcd", "train"):
        said = refused("query town.alcd --count 3", workplace, capfd)
    assert re.match(r"train \(process \d+ on .*\) is working on this campaign\. Wait until", said), said
