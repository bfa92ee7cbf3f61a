"""The tutorial's imagery, and the settings that it proposes."""

import json
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from alcd_core import cli
from alcd_core.errors import Cancelled, InputError
from alcd_core.jobs.example import SETTINGS, proposed_settings
from alcd_core.jobs.registry import jobs, runner
from alcd_core.progress import Reporter

SIZE = 512


def run(folder: Path, reporter: Reporter | None = None, **values):
    job = jobs()["example"]
    return runner(job)(job.parse({"folder": str(folder), "size": SIZE, **values}), reporter or Reporter())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder, whose parent did not exist, and the job's result."""
    folder = tmp_path_factory.mktemp("example") / "new" / "town"
    return folder, run(folder)


def test_both_dates_the_truth_and_the_settings_are_written_and_reported(made):
    folder, result = made
    assert {path.name for path in folder.iterdir()} == {
        *("before.tif", "after.tif", "truth.gpkg", "buildings.gpkg", "example.json")
    }
    assert [path.name for path in folder.parent.iterdir()] == ["town"]
    before, after = (gdal.Open(result[date]) for date in ("before", "after"))
    assert (before.RasterXSize, before.RasterYSize) == (after.RasterXSize, after.RasterYSize) == (SIZE, SIZE)
    for name in ("truth", "buildings"):
        source = ogr.Open(result[name])
        assert source.GetLayer(0).GetFeatureCount() > 0
    assert result["settings"] == json.loads((folder / "example.json").read_text("utf-8")) == SETTINGS


def test_the_default_is_the_town_of_the_tutorial():
    assert [jobs()["example"].default(name) for name in ("size", "seed")] == [1500, 3]


def test_the_seed_determines_the_town(made, tmp_path):
    folder, _ = made
    assert cli.main(["example", str(tmp_path / "same"), "--size", str(SIZE)]) == cli.DONE
    assert cli.main(["example", str(tmp_path / "other"), "--size", str(SIZE), "--seed", "4"]) == cli.DONE
    wanted, same, other = ((one / "before.tif").read_bytes() for one in (folder, tmp_path / "same", tmp_path / "other"))
    assert same == wanted
    assert other != wanted


def test_the_proposed_values_are_valid_for_the_jobs():
    for job, values in SETTINGS.items():
        problems = [problem for problem in jobs()[job].problems(values) if "is missing" not in problem]
        assert problems == [], job


def test_a_campaign_finds_the_proposal_through_either_raster(made):
    _, result = made
    assert proposed_settings(result["before"]) == proposed_settings(result["after"]) == SETTINGS


@pytest.mark.parametrize("raster", ["/vsicurl/https://example.org/before.tif", "", "/no/such/folder/before.tif"])
def test_other_imagery_proposes_nothing(raster):
    assert proposed_settings(raster) == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"create": 3}', '{"create": {}}', "[" * 100_000, "\0"])
def test_another_file_of_that_name_proposes_nothing(tmp_path, text):
    (tmp_path / "example.json").write_text(text, "utf-8")
    assert proposed_settings(str(tmp_path / "before.tif")) == {}


def test_only_the_examples_own_settings_are_read_from_its_file(tmp_path):
    changed = {job: dict(values) for job, values in SETTINGS.items()}
    changed["train"].update(epochs=30, members="5", start_from="/somewhere")
    changed["predict"] = {"output": "/somewhere/else.tif"}
    (tmp_path / "example.json").write_text(json.dumps(changed), "utf-8")
    proposed = proposed_settings(str(tmp_path / "before.tif"))
    left = {name: value for name, value in SETTINGS["train"].items() if name != "members"}
    assert proposed == {**SETTINGS, "train": {**left, "epochs": 30}}


def test_an_existing_folder_is_rejected_and_not_changed(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="already exists"):
        run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_cancelled_job_leaves_nothing(tmp_path):
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        run(tmp_path / "town", Reporter(cancelled=lambda: next(calls) > 4))
    assert not list(tmp_path.iterdir())


def test_too_small_a_town_is_rejected_with_the_bound(tmp_path, capsys):
    assert cli.main(["example", str(tmp_path / "town"), "--size", "100"]) == cli.WRONG_INPUT
    assert "at least 512." in capsys.readouterr().err
