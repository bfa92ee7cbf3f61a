"""The demo from two orthophotos to report and project, with tiny settings."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from rasters import Pair, make_pair
from sklearn.metrics import average_precision_score

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign
from alcd_core.demo.plain_difference import plain_difference
from alcd_core.errors import Cancelled, InputError
from alcd_core.imagery.raster_tiles import RasterTiles
from alcd_core.imagery.vector import read_reference
from alcd_core.jobs.helpers.session import aligned_pair
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

TINY = dict(tile_size=64, overlap=16, rounds=2, count=8, known=2, epochs=3, members=2, device="cpu", learning_rate=3e-3)


def run(output: Path, reporter: Reporter | None = None, **values):
    job = jobs()["demo"]
    return runner(job)(job.parse({"output": str(output), **TINY, **values}), reporter or Reporter())


def own(pair: Pair) -> dict[str, str]:
    return {"before": pair.before, "after": pair.after, "reference": pair.changes}


@pytest.fixture(scope="module")
def pair(tmp_path_factory) -> Pair:
    return make_pair(tmp_path_factory.mktemp("imagery"), size=400, seed=2)


@pytest.fixture(scope="module")
def finished(tmp_path_factory, pair):
    folder = tmp_path_factory.mktemp("demo") / "out"
    said: list[str] = []
    result = run(folder, Reporter(lambda event: said.append(event.get("message", ""))), **own(pair))
    return folder, result, said


def test_the_folder_contains_exactly_the_reported_files(finished):
    folder, result, _ = finished
    names = {"report.html", "demo.qgz", "changes.gpkg", "demo.alcd", "comparison"}
    assert {path.name for path in folder.iterdir()} == names
    assert {path.name for path in folder.parent.iterdir()} == {"out"}
    assert {path.name for path in (folder / "demo.alcd" / "maps").iterdir()} == {
        "probability.tif", "uncertainty.tif", "agreement.tif",
    }  # fmt: skip
    assert str(folder / "report.html") in result["summary"]


def test_the_campaign_has_its_rounds_and_the_next_tiles_to_label(finished):
    campaign = open_campaign(finished[0] / "demo.alcd")
    assert [one.labelled for one in campaign.rounds()] == [8, 16]
    assert all(one.average_precision is not None for one in campaign.rounds())
    assert len(campaign.tiles(state="queried")) == 8


def test_a_first_map_is_written_after_the_first_round(tmp_path, pair):
    seen: list[list[bool]] = []

    def listen(event):
        if event["event"] == "message" and event["message"].startswith("A first map"):
            path = Path(event["message"].partition(": ")[2])
            campaign = open_campaign(path.parents[1])
            seen.append([gdal.Open(str(path)).RasterXSize > 0, len(campaign.rounds()) == 1])
            raise Cancelled

    with pytest.raises(Cancelled):
        run(tmp_path / "out", Reporter(listen), **own(pair))
    assert seen == [[True, True]]


def test_the_random_campaign_has_the_same_start_and_test_tiles_and_as_many_labels(finished):
    loop, random = (open_campaign(finished[0] / name) for name in ("demo.alcd", "comparison/random.alcd"))
    tests = [{tile.tile_id for tile in one.tiles(split="test")} for one in (loop, random)]
    trained = [{tile.tile_id for tile in one.tiles(split="train")} for one in (loop, random)]
    start = {tile.tile_id for tile in loop.tiles(split="train") if tile.round_labelled == 0}
    assert tests[0] == tests[1]
    assert len(trained[0]) == len(trained[1]) == 16
    assert start <= trained[1]
    assert trained[0] != trained[1]
    assert not trained[1] & tests[1]


def test_the_precision_of_the_difference_agrees_with_scikit_learn(finished, pair):
    folder, result, _ = finished
    campaign = open_campaign(folder / "demo.alcd")
    tiles, tiling = campaign.tiles(split="test"), campaign.description.tiling
    windows = {tile.tile_id: tile.window for tile in tiles}
    reference = read_reference(pair.changes, campaign.description.grid).polygons
    batch = RasterTiles(aligned_pair(campaign), windows, reference).read(list(windows))
    before, after = batch.images.astype(float)
    values = campaign.description.mean, campaign.description.std
    mean, std = (np.array(value)[:, None, :, None, None] for value in values)
    difference = np.abs((before - mean[0]) / std[0] - (after - mean[1]) / std[1]).mean(axis=1)
    cells = [tiling.core_cell(tile.row, tile.column).within(tile.window) for tile in tiles]
    labels = np.concatenate([one[cell].ravel() for one, cell in zip(batch.labels, cells)])
    expected = average_precision_score(
        labels, np.concatenate([one[cell].ravel() for one, cell in zip(difference, cells)])
    )
    assert result["comparisons"]["Difference between the dates"] == pytest.approx(expected, abs=1e-3)


def test_the_file_contains_the_figures_of_the_result(finished):
    folder, result, said = finished
    figures = json.loads((folder / "comparison" / "figures.json").read_text(encoding="utf-8"))
    assert {one["name"]: one["average_precision"] for one in figures["measures"]} == result["comparisons"]
    last = open_campaign(folder / "demo.alcd").rounds()[-1].average_precision
    assert result["comparisons"]["Tiles queried by ALCD"] == last
    assert any(f"AP {last:.3f}" in sentence for sentence in said)


def test_the_report_needs_no_other_file(finished):
    text = (finished[0] / "report.html").read_text(encoding="utf-8")
    assert text.count("data:image/jpeg") >= 2
    assert not re.search(r'(src|href)="(?!data:|#)', text)
    assert "<script" not in text
    for heading in ("Both dates", "Close-ups", "round by round", "Comparison", "whole region", "Data and settings"):
        assert heading in text


def test_the_folder_can_be_moved(finished, tmp_path):
    folder = tmp_path / "moved"
    shutil.copytree(finished[0], folder)
    campaign = open_campaign(folder / "demo.alcd")
    assert Path(campaign.map_path(campaign.rounds()[-1])).parent == folder / "demo.alcd" / "maps"


def test_campaign_and_project_point_to_the_imagery_from_where_they_lie(finished, pair):
    folder, *_ = finished
    with contextlib.closing(sqlite3.connect(folder / "demo.alcd" / "campaign.gpkg")) as connection:
        kept = dict(connection.execute("SELECT key, value FROM alcd_campaign"))
    relative = json.loads(kept["before"])[0]["path"]
    assert (folder / "demo.alcd" / relative).resolve() == Path(pair.before).resolve()
    with zipfile.ZipFile(folder / "demo.qgz") as archive:
        project = archive.read("demo.qgs").decode()
    sources = re.findall(r"<datasource>([^<|]+)", project)
    assert len(sources) > 4
    assert [source for source in sources if not (folder / source).exists()] == []


def test_it_makes_its_own_imagery_and_its_progress_only_grows(tmp_path):
    fractions = [0.0]
    reporter = Reporter(lambda event: fractions.append(event.get("fraction", fractions[-1])))
    run(tmp_path / "out", reporter, size=1024, count=6, rounds=2, epochs=1)
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.98
    image = gdal.Open(str(tmp_path / "out" / "imagery" / "before.tif"))
    truth = ogr.Open(str(tmp_path / "out" / "imagery" / "truth.gpkg"))
    assert image.RasterXSize == 1024
    assert truth.GetLayer(0).GetFeatureCount() > 0
    assert open_campaign(tmp_path / "out" / "demo.alcd").description.grid.gsd == pytest.approx(1.0, rel=0.01)


def test_it_ends_early_if_all_tiles_are_labelled(tmp_path, pair):
    said: list[str] = []
    reporter = Reporter(lambda event: said.append(event.get("message", "")))
    result = run(tmp_path / "out", reporter, **{**own(pair), "count": 60, "rounds": 3, "epochs": 1})
    assert "All tiles are labelled." in said
    assert len(open_campaign(Path(result["campaign"])).rounds()) == 1


def test_an_existing_folder_is_refused_and_left_alone(tmp_path, pair):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="already exists"):
        run(tmp_path / "kept", **own(pair))
    assert (tmp_path / "kept" / "mine.txt").read_text() == "mine"


def test_one_file_of_three_is_refused(tmp_path, pair, capsys):
    arguments = ["demo", "--output", str(tmp_path / "out"), "--before", pair.before]
    assert cli.main(arguments) == cli.WRONG_INPUT
    assert "--reference" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_failed_or_cancelled_demo_leaves_nothing(tmp_path, pair):
    with pytest.raises(InputError):
        run(tmp_path / "out", **{**own(pair), "reference": pair.before})
    calls = iter(range(10_000))
    with pytest.raises(Cancelled):
        run(tmp_path / "out", Reporter(cancelled=lambda: next(calls) > 60), **own(pair))
    assert not list(tmp_path.iterdir())


def test_the_plain_difference_ignores_a_change_of_light():
    images = np.random.default_rng(0).uniform(0, 100, (1, 3, 2, 8, 8)).repeat(2, axis=0)
    images[1] = images[1] * 2 + 30
    mean = [[50.0, 50.0], [130.0, 130.0]]
    std = [[10.0, 10.0], [20.0, 20.0]]
    assert plain_difference(images, mean, std).max() < 1e-5
    images[1, 0, 0, 0, 0] += 40
    assert plain_difference(images, mean, std)[0, 0, 0] == pytest.approx(0.5)
