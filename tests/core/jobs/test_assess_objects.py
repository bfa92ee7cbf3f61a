"""``assess --objects`` on a campaign whose map is known: what it counts, leaves out, writes and refuses."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr
from rasters import make_pair, write_polygons, write_raster

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

ENCODER = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none"]
QUICK = [*ENCODER, "--epochs", "1", "--members", "2", "--device", "cpu"]
LEFT, TOP = 2_600_000.0, 1_200_000.0
TRAINED = "1,2,8,9"
"""Tiles 64 px wide, 48 px apart: the upper left 112 px are trained on."""


def alcd(*arguments) -> int:
    return cli.main([str(argument) for argument in arguments])


def rectangle(x, y, width, height):
    """Left, bottom, right, top of pixels."""
    return (LEFT + x / 2, TOP - (y + height) / 2, LEFT + (x + width) / 2, TOP - y / 2)


FOUND, MOVED, MISSED, SMALL = (150, 150, 30, 20), (220, 220, 19, 20), (40, 200, 24, 24), (200, 100, 8, 8)
SEEN, ACROSS = (20, 20, 19, 20), (90, 60, 40, 20)  # all, and a little more than half of it trained on
FALSE = (250, 60, 12, 12)
REFERENCE = [FOUND, MOVED, MISSED, SMALL, SEEN, ACROSS]
MARKED = [FOUND, (230, 230, 19, 20), SMALL, SEEN, ACROSS, FALSE]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A campaign with a round whose map is replaced by a known one; and the reference."""
    folder = tmp_path_factory.mktemp("objects")
    pair = make_pair(folder)
    campaign = folder / "town.alcd"
    assert not alcd("create", campaign, "--before", pair.before, "--after", pair.after, "--tile-size", 64,
                    "--overlap", 16)  # fmt: skip
    reference = write_polygons(folder / "reference.gpkg", [rectangle(*one) for one in REFERENCE])
    assert not alcd("label", campaign, "--reference", reference, "--tiles", TRAINED)
    assert not alcd("train", campaign, *QUICK)
    values = np.full((1, 320, 320), 0.1, np.float32)
    for x, y, width, height in MARKED:
        values[0, y : y + height, x : x + width] = 0.9
    known = write_raster(folder / "known.tif", values)
    open_campaign(campaign).update_round(1, probability_map=known)
    return folder, campaign, reference


def assessed(campaign, reference, **more) -> dict:
    job = jobs()["assess"]
    values = dict(campaign=str(campaign), reference=str(reference), device="cpu", objects=True, **more)
    return runner(job)(job.parse(values), Reporter())


def rows(path) -> list[tuple]:
    """(result, source, size class, reason, whether it overlaps its other side) of every feature."""
    source = ogr.Open(str(path))
    layer = source.GetLayerByName("objects")
    return sorted(
        (one["result"], one["source"], one["size_class"], one["reason"] or "", one["iou"] is not None) for one in layer
    )


def test_buildings_are_counted_as_the_same_and_as_touching(town):
    _, campaign, reference = town
    objects = assessed(campaign, reference)["objects"]
    same, touching = objects["iou_0.5"], objects["touches"]
    assert (objects["reference"], objects["polygons"]) == (6, 6)
    assert [same[name] for name in ("buildings", "found", "polygons", "correct", "false")] == [4, 2, 4, 2, 2]
    assert (same["completeness"], same["correctness"], same["f1"]) == (0.5, 0.5, 0.5)
    assert [touching[name] for name in ("buildings", "found", "polygons", "correct")] == [4, 3, 4, 3]
    assert same["left_out"] == same["polygons_left_out"] == {"trained on": 2}
    sizes = {name: (one["buildings"], one["found"], one["polygons"]) for name, one in same["by_size"].items()}
    assert sizes == {"below 25 m2": (1, 1, 1), "25 to 100 m2": (1, 0, 2), "above 100 m2": (2, 1, 1)}


def test_the_summary_says_it_in_words(town):
    _, campaign, reference = town
    summary = assessed(campaign, reference)["summary"]
    assert "with an IoU of at least 0.5: completeness 0.500 (2 of 4), correctness 0.500 (2 of 4), F1 0.500." in summary
    assert "  below 25 m2: completeness 1.000 (1 of 1), correctness 1.000 (1 of 1), F1 1.000." in summary
    assert "With any overlap: completeness 0.750 (3 of 4)" in summary
    assert "2 of 6 buildings of the reference (2 trained on) and 2 of 6 polygons (2 trained on)." in summary


def test_the_layer_shows_every_building_and_every_false_polygon(town, tmp_path):
    _, campaign, reference = town
    layer = tmp_path / "objects.gpkg"
    assessed(campaign, reference, objects_layer=str(layer))
    small, medium, large = "below 25 m2", "25 to 100 m2", "above 100 m2"
    assert rows(layer) == sorted([
        ("found", "reference", large, "", True),
        ("found", "reference", small, "", True),
        ("missed", "reference", medium, "", True),
        ("missed", "reference", large, "", False),
        ("left_out", "reference", medium, "trained on", True),
        ("left_out", "reference", large, "trained on", True),
        ("false", "polygon", medium, "", True),
        ("false", "polygon", medium, "", False),
    ])  # fmt: skip
    done = subprocess.run(["ogrinfo", "-so", "-al", str(layer)], capture_output=True, text=True, check=True)
    assert "Warning" not in done.stdout + done.stderr


def test_the_polygons_are_those_of_the_job_polygons(town, tmp_path):
    _, campaign, reference = town
    assert not alcd("polygons", campaign, "--output", tmp_path / "changes.gpkg", "--device", "cpu")
    written = ogr.Open(str(tmp_path / "changes.gpkg"))
    assert written.GetLayer(0).GetFeatureCount() == assessed(campaign, reference)["objects"]["polygons"]


def test_a_reference_with_kinds_is_also_counted_by_kind(town, tmp_path):
    _, campaign, _ = town
    corners = [rectangle(*one) for one in REFERENCE]
    objects = assessed(campaign, write_polygons(tmp_path / "kinds.gpkg", corners, kind="built"))["objects"]
    built = objects["iou_0.5"]["by_kind"]["built"]
    assert (built["buildings"], built["found"], built["correctness"]) == (4, 2, None)
    unknown = assessed(campaign, write_polygons(tmp_path / "uses.gpkg", corners, kind="residential"))["objects"]
    assert unknown["iou_0.5"]["by_kind"] == {}


def test_the_report_has_the_table(town, tmp_path):
    _, campaign, reference = town
    assert not alcd("report", campaign, "--output", tmp_path / "page.html", "--reference", reference)
    text = (tmp_path / "page.html").read_text("utf-8")
    assert "Accuracy in buildings" in text
    assert "<td>All, IoU of at least 0.5</td><td>4</td><td>2</td><td>0.500</td><td>4</td><td>2</td>" in text
    assert "<td>below 25 m²</td><td>1</td><td>1</td><td>1.000</td>" in text
    assert "2 of 6 buildings of the reference (2 trained on)" in text


def test_only_the_core_cells_of_test_tiles_are_measured(town, tmp_path):
    _, campaign, reference = town
    own = shutil.copytree(campaign, tmp_path / "tested.alcd")
    assert not alcd("label", own, "--reference", reference, "--tiles", "25", "--split", "test")
    objects = assessed(own, reference)["objects"]["iou_0.5"]
    assert (objects["buildings"], objects["found"]) == (1, 1)
    assert objects["left_out"] == {"outside the measured tiles": 5}


def test_without_a_map_one_is_made_and_not_kept(town, tmp_path):
    _, campaign, reference = town
    own = shutil.copytree(campaign, tmp_path / "no_map.alcd")
    open_campaign(own).update_round(1, probability_map=None)
    result = assessed(own, reference)
    assert result["objects"]["reference"] == 6
    assert list((own / "maps").iterdir()) == []
    alcd("polygons", own, "--output", tmp_path / "changes.gpkg", "--device", "cpu")
    written = ogr.Open(str(tmp_path / "changes.gpkg"))
    assert written.GetLayer(0).GetFeatureCount() == result["objects"]["polygons"]


def test_pixels_are_measured_as_without_buildings(town):
    _, campaign, reference = town
    job = jobs()["assess"]
    plain = runner(job)(job.parse({"campaign": str(campaign), "reference": reference, "device": "cpu"}), Reporter())
    result = assessed(campaign, reference)
    assert {name: result[name] for name in ("auc", "f1", "measured_pixels", "left_out_pixels")} == {
        name: plain[name] for name in ("auc", "f1", "measured_pixels", "left_out_pixels")
    }
    assert "objects" not in plain


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        ("objects.geojson", "does not end in .gpkg"),
        ("reference.gpkg", "already uses the file"),
        ("other.gpkg", "contains other layers (changes), which would be lost"),
    ],
)
def test_a_layer_that_cannot_be_written_is_refused_before_anything_is_computed(town, capsys, layer, sentence):
    folder, campaign, reference = town
    write_polygons(folder / "other.gpkg", [rectangle(0, 0, 4, 4)])
    assert alcd("assess", campaign, "--reference", reference, "--objects-layer", folder / layer) == 2
    assert sentence in capsys.readouterr().err


def test_the_result_is_json(town, tmp_path, capfd):
    _, campaign, reference = town
    layer = tmp_path / "objects.gpkg"
    assert not alcd("assess", campaign, "--reference", reference, "--objects-layer", layer, "--device", "cpu", "--json")
    result = json.loads(capfd.readouterr().out.splitlines()[-1])
    assert result["objects"]["iou_0.5"]["found"] == 2
    assert Path(result["objects_layer"]) == layer
