"""Simulations from the command line, on small real rasters."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from rasters import write_polygons, write_raster

from alcd_core import cli
from alcd_core.jobs.runners.simulate import open_source
from alcd_core.network.checkpoint import file_hash
from alcd_core.network.encoder_weights import BUILT_IN_FILE
from alcd_core.progress import Reporter

ORIGIN = (2_600_000.0, 1_200_000.0)
ROOT = Path(__file__).resolve().parents[3]
QUICK = [
    *("--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none", "--epochs", "1"),
    *("--members", "2", "--initial", "2", "--rounds", "1", "--count", "3", "--device", "cpu"),
]


def write_source(folder: Path, seed: int) -> None:
    """Noisy ground of 384 m; 50 m blocks are new in its left half."""
    folder.mkdir()
    before = np.random.default_rng(seed).integers(60, 140, size=(3, 768, 768)).astype(np.uint8)
    after = before.copy()
    blocks = [(60, 40), (60, 300), (60, 560), (220, 170), (220, 430)]
    for x, y in blocks:
        after[:, y : y + 100, x : x + 100] = 240
    left, top = ORIGIN
    corners = [(left + x / 2, top - y / 2 - 50, left + x / 2 + 50, top - y / 2) for x, y in blocks]
    write_raster(folder / "before.tif", before)
    write_raster(folder / "after.tif", after)
    write_polygons(folder / "changes.gpkg", corners)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Sources of a pool and of test tiles, as simulate needs them."""
    folder = tmp_path_factory.mktemp("sources")
    for seed, name in enumerate(("pool", "test")):
        write_source(folder / name, seed)
    return folder


def simulate(folder, output, *more):
    sources = ["--pool", folder / "pool", "--test", folder / "test", "--output", output]
    return cli.main(["simulate", *map(str, sources), *QUICK, "--reduction", "4", *map(str, more)])


def rows(output, name="results.csv"):
    with (output / name).open(newline="") as file:
        return list(csv.DictReader(file))


def test_the_publications_table_is_one_command(folder, tmp_path):
    assert simulate(folder, tmp_path) == 0
    table = rows(tmp_path)
    assert [row["learner"] for row in table if row["round"] == "0"] == [
        *("ensemble variance", "ensemble entropy", "mcbn variance", "mcbn entropy", "ensemble random"),
        *("single random", "supervised", "mcbn predicted-change"),
    ]
    assert {row["labels"] for row in table if row["method"] != "supervised"} == {"4", "7"}
    assert all(0 <= float(row["average_precision"]) <= 1 and float(row["ece"]) >= 0 for row in table)
    assert all(0 <= float(row["within_average_precision"]) <= 1 and row["within_scenes"] == "1" for row in table)
    for name in ("quality.png", "quality.svg", "classes.png", "classes.svg"):
        assert (tmp_path / name).stat().st_size > 5000
    assert not list(tmp_path.glob(".alcd-*"))


def test_runs_are_added_to_the_table_and_none_is_computed_twice(folder, tmp_path, capsys):
    only = ("--method", "single", "--acquisition", "random")
    assert simulate(folder, tmp_path, *only) == 0
    first = (tmp_path / "results.csv").read_text()
    capsys.readouterr()
    assert simulate(folder, tmp_path, *only, "--runs", "2") == 0
    assert (tmp_path / "results.csv").read_text().startswith(first)
    assert [row["seed"] for row in rows(tmp_path)] == ["0", "0", "1", "1"]
    assert "Seed 0" not in capsys.readouterr().out


def test_the_bounds_take_the_steps_of_the_rounds(folder, tmp_path):
    both = ("--method", "mcbn,supervised,supervised-equal,all-equal", "--acquisition", "random", "--warm-start")
    assert simulate(folder, tmp_path, *both, "--epochs", "3", "--rounds", "2") == 0
    steps = [(row["learner"], row["labels"], row["steps"]) for row in rows(tmp_path)]
    assert steps == [  # batches of at most 8 tiles, three times each
        *[("mcbn random warm", "4", "3"), ("mcbn random warm", "7", "6"), ("mcbn random warm", "10", "12")],
        *[("supervised", "10", "6"), ("supervised-equal warm", "10", "12"), ("all-equal warm", "12", "12")],
    ]


def test_scenes_have_a_table_of_their_own(folder, tmp_path):
    own = shutil.copytree(folder, tmp_path / "sources")
    blocks = [f"{row},{column},{'west' if column < 2 else 'east'}" for row in range(4) for column in range(4)]
    (own / "pool" / "blocks.csv").write_text("\n".join(["tile_row,tile_col,scene", *blocks]))
    more = ("--method", "mcbn", "--acquisition", "random", "--scene-size", "384", "--reserve", "2")
    assert simulate(own, tmp_path / "out", *more) == 0
    table, scenes = rows(tmp_path / "out"), rows(tmp_path / "out", "scenes.csv")
    assert [(row["scenes"], row["within_scenes"]) for row in table] == [("4", "2")] * 2
    of_round = {(row["ground"], row["scene"]): row for row in scenes if row["round"] == "1"}
    # In the test folder all change is in the left half, so the two scenes at the right have no row.
    assert {name for ground, name in of_round if ground == "transfer"} == {"0-0", "1-0"}
    pool = [row for (ground, _), row in of_round.items() if ground == "within"]
    assert sum(int(row["found_tiles"]) for row in pool) == int(table[1]["changed"])
    found = int(table[1]["changed"]) / sum(int(row["changed_tiles"]) for row in pool)
    assert float(table[1]["found"]) == pytest.approx(found, abs=1e-5)


def test_scenes_of_an_unfinished_run_are_not_kept(folder, tmp_path):
    only = ("--method", "single", "--acquisition", "random")
    assert simulate(folder, tmp_path, *only) == 0
    kept = (tmp_path / "scenes.csv").read_text()
    with (tmp_path / "scenes.csv").open("a") as file:
        file.write(kept.splitlines()[1].replace(",0,", ",7,", 1) + "\n")
    assert simulate(folder, tmp_path, *only, "--runs", "2") == 0
    assert {row["seed"] for row in rows(tmp_path, "scenes.csv")} == {"0", "1"}


def test_a_start_can_be_suggested_without_labels(folder, tmp_path):
    only = ("--method", "mcbn", "--acquisition", "random", "--start", "suggest")
    assert simulate(folder, tmp_path, *only) == 0
    assert [row["labels"] for row in rows(tmp_path)] == ["4", "7"]
    assert simulate(folder, tmp_path, "--method", "mcbn", "--acquisition", "random") == 2


def test_a_table_names_the_file_of_the_built_in_network(folder, tmp_path):
    sources = ["--pool", folder / "pool", "--test", folder / "test", "--output", tmp_path, "--reduction", "4"]
    rounds = ["--initial", "2", "--rounds", "0", "--epochs", "1", "--members", "2", "--start", "suggest"]
    only = ["--method", "mcbn", "--acquisition", "random", "--encoder-weights", "built-in"]
    assert cli.main(["simulate", *map(str, sources), *rounds, *only]) == 0
    setting = json.loads((tmp_path / "setting.json").read_text())
    assert (setting["encoder"], setting["encoder_depth"]) == ("resnet18", 4)
    assert setting["weights_hash"] == file_hash(BUILT_IN_FILE)[:16]


def test_different_numbers_of_tiles_per_round_share_a_table_if_their_total_is_equal(folder, tmp_path):
    only = ("--method", "single", "--acquisition", "random")
    assert simulate(folder, tmp_path, *only) == 0
    assert simulate(folder, tmp_path, *only, "--count", "1", "--rounds", "3") == 0
    assert {row["count"] for row in rows(tmp_path)} == {"1", "3"}
    assert (tmp_path / "tiles-a-round.svg").is_file()


def test_results_with_different_settings_are_not_mixed(folder, tmp_path, capsys):
    only = ("--method", "single", "--acquisition", "random")
    assert simulate(folder, tmp_path, *only) == 0
    before = (tmp_path / "results.csv").read_bytes()
    assert simulate(folder, tmp_path, *only, "--members", "3") == 2
    assert "results with a different setting: members was 2" in capsys.readouterr().err
    assert (tmp_path / "results.csv").read_bytes() == before


@pytest.mark.parametrize("changed", ["pool", "test"])
def test_results_of_other_imagery_under_the_same_name_are_not_mixed(folder, tmp_path, capsys, changed):
    only = ("--method", "single", "--acquisition", "random")
    own = shutil.copytree(folder, tmp_path / "sources")
    assert simulate(own, tmp_path / "out", *only) == 0
    raster = gdal.Open(str(own / changed / "before.tif"), gdal.GA_Update)
    raster.WriteArray(255 - raster.ReadAsArray())
    raster = None
    assert simulate(own, tmp_path / "out", *only, "--runs", "2") == 2
    assert "results with a different setting: imagery and labels was" in capsys.readouterr().err


def test_results_of_different_processors_are_not_mixed(folder, tmp_path, capsys):
    only = ("--method", "single", "--acquisition", "random")
    assert simulate(folder, tmp_path, *only) == 0
    path = tmp_path / "setting.json"
    setting = json.loads(path.read_text())
    path.write_text(json.dumps({**setting, "processor": "GenuineIntel Family 6 Model 0"}))
    assert simulate(folder, tmp_path, *only, "--runs", "2") == 2
    assert "different setting: processor was GenuineIntel Family 6 Model 0" in capsys.readouterr().err
    path.write_text(json.dumps(setting))
    assert simulate(folder, tmp_path, *only, "--runs", "2") == 0


def test_a_quality_that_is_not_defined_does_not_count_as_0(folder, tmp_path, capsys):
    own = shutil.copytree(folder, tmp_path / "sources")
    (own / "test" / "changes.gpkg").unlink()
    write_polygons(
        own / "test" / "changes.gpkg", [(ORIGIN[0], ORIGIN[1] - 1, ORIGIN[0] + 1, ORIGIN[1])], **{"class": "ignore"}
    )
    assert simulate(own, tmp_path / "out", "--method", "single", "--acquisition", "random") == 0
    assert "not defined on other ground" in capsys.readouterr().out.splitlines()[-2]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--method", "single", "--acquisition", "variance"), "single network has no members to compare"),
        (("--initial", "400"), "changed tiles to query, but the start needs 400"),
        (("--reserve", "1"), "none could be queried"),
        (("--scene-size", "1022"), "cannot be divided by a reduction of 4"),
        (("--pool", "nowhere"), "folder nowhere does not exist"),
        (("--acquisition", "guess"), "guess is unknown"),
    ],
)
def test_what_cannot_be_simulated_is_rejected_in_one_line(folder, tmp_path, capsys, options, words):
    assert simulate(folder, tmp_path, *options) == 2
    assert words in capsys.readouterr().err


def test_a_rejected_run_leaves_the_folder_free_for_another_setting(folder, tmp_path):
    only = ("--method", "single", "--acquisition", "random", "--rounds", "0")
    assert simulate(folder, tmp_path, *only, "--initial", "400") == 2
    assert simulate(folder, tmp_path, *only) == 0
    assert len(rows(tmp_path)) == 1


def test_one_member_cannot_be_queried_by_the_differences_between_members(folder, tmp_path, capsys):
    assert simulate(folder, tmp_path, "--members", "1", "--acquisition", "variance,mutual-information") == 2
    assert "Choose the acquisition entropy or random" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text"), [("setting.json", "{"), ("setting.json", "[1]"), ("results.csv", "learner,seed\nx")]
)
def test_a_damaged_table_is_rejected(folder, tmp_path, capsys, name, text):
    (tmp_path / name).write_text(text)
    assert simulate(folder, tmp_path) == 2
    assert "damaged table" in capsys.readouterr().err


@pytest.fixture(scope="module")
def packed(folder, tmp_path_factory):
    packs = tmp_path_factory.mktemp("packs")
    for name in ("pool", "test"):
        command = [sys.executable, "benchmarks/pack_pool.py", folder / name, packs / name, "--reduction", "4"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([*command, "--quality", "95"], cwd=ROOT, env=environment, check=True)
    return packs


def test_a_packed_pool_contains_the_same_tiles(folder, packed):
    files, pack = (open_source(one / "pool", 4, Reporter()) for one in (folder, packed))
    assert files.tiles.classes == pack.tiles.classes
    assert files.tiles.grounds == pack.tiles.grounds
    assert files.mean == pack.mean and files.std == pack.std and files.gsd == pack.gsd
    ids = list(files.tiles.classes)
    ours, theirs = files.tiles.source.read(ids), pack.tiles.source.read(ids)
    assert np.array_equal(ours.labels, theirs.labels)
    assert np.array_equal(ours.valid, theirs.valid)
    assert np.abs(ours.images.astype(int) - theirs.images).mean() < 4


def test_a_packed_pool_keeps_its_scenes(folder, tmp_path):
    own = shutil.copytree(folder / "pool", tmp_path / "pool")
    (own / "blocks.csv").write_text("tile_row,tile_col,scene\n0,0,west\n0,1,east\n1,0,west\n1,1,east\n")
    command = [sys.executable, "benchmarks/pack_pool.py", own, tmp_path / "pack", "--reduction", "4"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    files, pack = (open_source(one, 4, Reporter()).tiles for one in (own, tmp_path / "pack"))
    assert files.grounds == pack.grounds
    assert {ground.scene for ground in pack.grounds.values()} == {"west", "east"}


def test_a_packed_pool_is_simulated_without_gdal(packed, tmp_path):
    script = (
        "import sys; sys.modules['osgeo'] = None; sys.modules['shapely'] = None\n"
        "from alcd_core import cli; sys.exit(cli.main(sys.argv[1:]))"
    )
    arguments = ["simulate", "--pool", packed / "pool", "--test", packed / "test", "--output", tmp_path, *QUICK]
    more = ["--reduction", "4", "--method", "mcbn", "--acquisition", "variance"]
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments), *more], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert len(rows(tmp_path)) == 2


@pytest.mark.parametrize("damage", ["no list", "truncated", "windows outside"])
def test_a_damaged_pack_is_rejected(packed, tmp_path, capsys, damage, folder):
    broken = tmp_path / "pool"
    shutil.copytree(packed / "pool", broken)
    if damage == "truncated":
        (broken / "before.jpg").write_bytes((broken / "before.jpg").read_bytes()[:100])
    else:
        pack = json.loads((broken / "pack.json").read_text())
        pack["windows"] = 7 if damage == "no list" else [[100_000, 0]]
        (broken / "pack.json").write_text(json.dumps(pack))
    assert simulate(folder, tmp_path / "out", "--pool", broken) == 2
    assert "damaged" in capsys.readouterr().err


def test_a_pack_with_a_different_reduction_is_rejected(packed, folder, tmp_path, capsys):
    assert simulate(folder, tmp_path, "--pool", packed / "pool", "--reduction", "2") == 2
    assert "packed with a reduction of 4, not 2" in capsys.readouterr().err


def test_real_imagery_becomes_a_pool_at_half_the_resolution(shared_data):
    source = open_source(shared_data / "whu", 2, Reporter())
    assert source.gsd == pytest.approx(0.4, rel=1e-3)
    assert len(source.tiles.classes) == 25
    assert gdal.Open(str(shared_data / "whu" / "before.tif")).RasterXSize == 1024
