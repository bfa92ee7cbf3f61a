"""A worker or QGIS that is killed at any moment leaves no process, and a campaign that opens and can be continued."""

import os
import random
import signal
import time

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
pytest.importorskip("torch", reason="training needs torch")
pytest.importorskip("osgeo.gdal", reason="GDAL is not installed")

from osgeo import gdal, ogr

from tests.qgis.bridge.support import wait_until
from tests.qgis.real_worker.conftest import job_in_qgis
from tests.qgis.real_worker.support import LABELLED, TILES, kill

CHANCE = random.Random()
FREE_SECONDS = 30  # about 3 on an idle machine


def kill_in_each_phase(region, job, phases, look):
    """Kill the job in each phase (message, and the maximum delay in seconds); ``look`` at the campaign each time."""
    for said, seconds in phases:
        delay = CHANCE.uniform(0, seconds)
        was_at_work = kill(region.start(job), said, delay)
        print(f"{job}: killed {delay:.3f} s after {said or 'its start'!r}{'' if was_at_work else ' (it had ended)'}")
        assert region.workers() == []
        look(region)


def test_create(rasters, tmp_path):
    region = rasters.copy(tmp_path / "region")

    def look(region):
        if region.campaign_folder.exists():
            assert len(region.campaign().tiles()) == TILES
            region.campaign_folder.rename(tmp_path / f"{time.monotonic_ns()}.alcd")
        assert region.left_in_sight() == set()

    phases = [("", 0.6), ("Comparing", 0.05), ("Measuring tiles", 0.05), ("Measuring brightness", 0.02)]
    kill_in_each_phase(region, "create", [*phases, ("Writing the campaign", 0.02), ("Writing", 0.05)], look)
    region.run("create")
    assert len(region.campaign().tiles()) == TILES
    assert region.unfinished() == []


def test_label(labelled, tmp_path):
    region = labelled.copy(tmp_path / "region")

    def look(region):
        assert len(region.campaign().tiles(state="labelled")) in (LABELLED, TILES)

    phases = [("", 0.6), ("Reading the reference", 0.05), ("Labelling", 0.05), ("Writing the labels", 0.02)]
    kill_in_each_phase(region, "label", phases, look)
    region.run("label")
    assert len(region.campaign().tiles(state="labelled")) == TILES


def test_train(labelled, tmp_path):
    region = labelled.copy(tmp_path / "region")

    def look(region):
        # A job that ended before it was killed leaves its round; a killed one never leaves half of one.
        campaign = region.campaign()
        rounds = campaign.rounds()
        assert [one.round for one in rounds] == list(range(1, len(rounds) + 1))
        assert all(campaign.model_folder(one).is_dir() for one in rounds)

    kill_in_each_phase(region, "train", [("", 3.0), ("Epoch 2", 0.3), ('"epoch": 3', 0.2)], look)
    region.run("train")
    campaign = region.campaign()
    assert campaign.rounds()
    assert all(campaign.model_folder(one).is_dir() for one in campaign.rounds())
    assert {path.suffix for path in (region.campaign_folder / "models").iterdir()} == {""}


def test_query(training_in_qgis, tmp_path):
    region = training_in_qgis[0].copy(tmp_path / "region")

    def look(region):
        assert len(region.campaign().tiles(state="queried")) in (0, 3)

    kill_in_each_phase(region, "query", [("", 3.0), ("Tile 9 of", 0.5)], look)
    region.run("query")
    assert len(region.campaign().tiles(state="queried")) == 3


def test_predict(training_in_qgis, tmp_path):
    region = training_in_qgis[0].copy(tmp_path / "region")

    def look(region):
        region.campaign()
        assert region.left_in_sight() <= {"town.alcd", "probability.tif"}

    kill_in_each_phase(region, "predict", [("", 3.0), ("Tile 9 of", 0.5)], look)
    region.run("predict")
    assert region.left_in_sight() == {"town.alcd", "probability.tif"}
    assert region.unfinished() == []


def test_suggest(labelled, tmp_path):
    region = labelled.copy(tmp_path / "region")

    def look(region):
        assert len(region.campaign().tiles(state="queried")) in (0, 5)

    kill_in_each_phase(region, "suggest", [("", 3.0), ("Tile 1 of", 0.5)], look)
    region.run("suggest")
    assert len(region.campaign().tiles(state="queried")) == 5


def test_polygons(training_in_qgis, tmp_path):
    region = training_in_qgis[0].copy(tmp_path / "region")
    maps = region.campaign_folder / "maps"

    def look(region):
        (one,) = region.campaign().rounds()
        known = region.campaign().map_path(one)
        assert known is None or is_whole(known)
        for path in maps.iterdir():
            assert path.name.startswith(".") or is_whole(path)
        assert region.left_in_sight() <= {"town.alcd", "changed.gpkg"}
        if (region.folder / "changed.gpkg").exists():
            assert ogr.Open(str(region.folder / "changed.gpkg")).GetLayer(0).GetFeatureCount() > 0

    phases = [("", 3.0), ("Tile 9 of", 0.5), ("Writing the map", 0.05), ("Reading the map", 0.05)]
    phases += [("Measuring polygons", 0.02), ("Writing polygons", 0.02)]
    kill_in_each_phase(region, "polygons", phases, look)
    region.run("polygons")
    look(region)
    assert region.left_in_sight() == {"town.alcd", "changed.gpkg"}
    assert region.unfinished() == []


def test_assess(training_in_qgis, tmp_path):
    region = training_in_qgis[0].copy(tmp_path / "region")
    drawn = region.folder / "agreement.tif"

    def look(region):
        assert [one.auc for one in region.campaign().rounds()] == [None]  # no figures of half a grid
        assert region.left_in_sight() <= {"town.alcd", "agreement.tif"}
        assert not drawn.exists() or is_whole(drawn)

    phases = [("", 3.0), ("Tile 9 of", 0.5), ("Writing the map", 0.05), ("Comparing", 0.05)]
    kill_in_each_phase(region, "assess", phases, look)
    region.run("assess")
    look(region)
    assert drawn.exists()
    assert region.unfinished() == []


def is_whole(raster):
    """Whether every pixel of a raster can be read."""
    dataset = gdal.Open(str(raster))
    return dataset is not None and dataset.ReadAsArray() is not None


@pytest.mark.parametrize("phase", ["while the worker starts", "while it trains"])
def test_the_worker_ends_when_qgis_is_killed(labelled, tmp_path, phase):
    region = labelled.copy(tmp_path / "region")
    with job_in_qgis(region, "train", tmp_path, epochs=10_000) as qgis:
        if phase == "while it trains":
            assert any("Epoch 2" in line for line in qgis.stdout), qgis.stderr.read()
        assert wait_until(lambda: region.workers(), 60)
        time.sleep(CHANCE.uniform(0, 0.5))
        os.kill(qgis.pid, signal.SIGKILL)
    killed = time.monotonic()
    gone = wait_until(lambda: not region.workers(), FREE_SECONDS)
    print(f"killed {phase}: the worker was gone after {time.monotonic() - killed:.1f} s")
    assert gone
    assert len(region.campaign().tiles(state="labelled")) == LABELLED
    if phase == "while it trains":
        region.run("train")
        assert [one.round for one in region.campaign().rounds()] == [1]
