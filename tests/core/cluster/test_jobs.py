"""Jobs that let other processes compute leave what they leave alone."""

import shutil

import numpy as np
import pytest
from osgeo import gdal
from rasters import make_pair

from alcd_core import cli
from alcd_core.campaign.campaign import open_campaign

NETWORK = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", "none"]
ONE_PROCESS, TWO_PROCESSES = ["--local-workers", 1], ["--local-workers", 2]
HIGHEST_DIFFERENCE = 0.001
"""Of scores in bfloat16, if the processor multiplies it: they depend on how many tiles are computed together."""


def alcd(*arguments):
    assert cli.main([str(one) for one in arguments]) == 0


@pytest.fixture(scope="module")
def alone_and_together(tmp_path_factory):
    """Two copies of a campaign: suggested, trained, queried and mapped by the job's process, and by others."""
    folder = tmp_path_factory.mktemp("jobs")
    pair = make_pair(folder)
    rasters = ["--before", pair.before, "--after", pair.after]
    alcd("create", folder / "alone.alcd", *rasters, "--tile-size", 64, "--overlap", 16)
    shutil.copytree(folder / "alone.alcd", folder / "together.alcd")
    for name, one, two in (("alone", [], []), ("together", ONE_PROCESS, TWO_PROCESSES)):
        campaign = folder / f"{name}.alcd"
        alcd("suggest", campaign, "--count", 12, *NETWORK, "--device", "cpu", *one)
        alcd("label", campaign, "--reference", pair.changes)
        training = ["--epochs", 1, "--method", "ensemble", "--members", 2, "--device", "cpu"]
        alcd("train", campaign, *NETWORK, *training, *one)
        alcd("query", campaign, "--count", 5, "--acquisition", "variance", "--device", "cpu", *two)
        alcd("predict", campaign, "--output", folder / f"{name}.tif", "--device", "cpu", *two)
    return folder


@pytest.fixture
def campaigns(alone_and_together):
    return [open_campaign(alone_and_together / f"{name}.alcd") for name in ("alone", "together")]


def test_the_same_tiles_are_suggested_and_queried(campaigns):
    alone, together = ({tile.tile_id: tile.state for tile in campaign.tiles()} for campaign in campaigns)
    assert together == alone
    assert list(alone.values()).count("labelled") == 12 and list(alone.values()).count("queried") == 5


def test_the_scores_are_the_same(campaigns):
    alone, together = ({tile.tile_id: tile.score for tile in campaign.tiles()} for campaign in campaigns)
    assert together == pytest.approx(alone, abs=HIGHEST_DIFFERENCE)


def test_the_map_is_the_same(alone_and_together):
    alone, together = (
        gdal.Open(str(alone_and_together / f"{name}.tif")).ReadAsArray() for name in ("alone", "together")
    )
    valid = alone >= 0  # nodata is negative
    assert np.array_equal(together >= 0, valid) and np.ptp(alone[valid]) > 10 * HIGHEST_DIFFERENCE
    assert together[valid] == pytest.approx(alone[valid], abs=HIGHEST_DIFFERENCE)


def test_a_cluster_without_an_address_does_not_mean_this_computer(alone_and_together, capsys):
    campaign = alone_and_together / "alone.alcd"
    assert cli.main(["query", str(campaign), "--scheduler", ""]) == 2
    assert "not the address of its scheduler" in capsys.readouterr().err
