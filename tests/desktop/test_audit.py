"""An audit in the real panel: drawn, labelled blind by the truth, estimated, and opened to training.

ALCD_PICTURES: a folder for the pictures of each step, two of which are in docs/completeness.md.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import ROOT
from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 1800
SIZE, SEED = 1000, 3
LABELS, COUNT, EPOCHS = 30, 12, 12
OPINIONS = {"Proposals", "Tiles", "Map from the toolbox"}


@pytest.fixture(scope="module")
def audit(tmp_path_factory, plugin_zip):
    """The report of the session, and the campaign after it."""
    command()
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from alcd_core.campaign.campaign import open_campaign
    from alcd_core.demo.orthophotos import make_orthophotos

    seen = os.environ.get("ALCD_TUTORIAL_FOLDER")
    folder = Path(seen) if seen else tmp_path_factory.mktemp("audit")
    make_orthophotos(folder, SEED, SIZE)
    train_campaign(folder)
    prepare(folder, plugin_zip)
    count = os.environ.get("ALCD_TEST_COUNT", str(COUNT))
    pictures = {"ALCD_PICTURES": os.environ["ALCD_PICTURES"]} if os.environ.get("ALCD_PICTURES") else {}
    report = run_session(folder, "audit_session.py", SECONDS, ALCD_TEST_COUNT=count, **pictures)
    for name in ("promise", "result", "advice"):
        print(f"{name}: {report[name]}")
    return report, open_campaign(folder / "Riverside.alcd")


def train_campaign(folder):
    """A campaign with one round: tiles labelled from the truth, a small network, a query and a map."""
    campaign, truth = folder / "Riverside.alcd", folder / "truth.gpkg"
    weights = os.environ.get("ALCD_TUTORIAL_WEIGHTS", "none")
    network = ["--encoder", "resnet18", "--encoder-depth", "3", "--encoder-weights", weights, "--device", "cpu"]
    epochs = os.environ.get("ALCD_TEST_EPOCHS", str(EPOCHS))
    job("create", campaign, "--before", folder / "before.tif", "--after", folder / "after.tif", "--tile-size", 128)
    job("suggest", campaign, "--count", LABELS, *network)
    job("label", campaign, "--reference", truth)
    job("train", campaign, "--members", 2, "--epochs", epochs, "--learning-rate", 0.001, *network)
    job("query", campaign, "--count", 10, "--device", "cpu")
    own = campaign / "maps" / "probability-round-001.tif"
    job("predict", campaign, "--output", own, "--device", "cpu")
    shutil.copyfile(own, folder / "probability.tif")  # as a job of the toolbox leaves it


def job(*arguments):
    call = [sys.executable, "-m", "alcd_core", *map(str, arguments)]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})


def test_the_size_of_the_audit_is_chosen_by_what_it_would_tell(audit):
    promise = audit[0]["promise"]
    assert promise.startswith("With ")
    assert "changed tiles missed (95 % confidence)" in promise


def test_its_tiles_are_labelled_in_the_order_of_the_draw(audit):
    report, campaign = audit
    assert report["page after the draw"]
    assert report["order"] == [tile.tile_id for tile in campaign.audit_queue(1)]


def test_nothing_shows_what_the_network_thinks_of_them(audit):
    report, _ = audit
    assert set(report["visible on Results"]) >= {"Map from the toolbox"}
    for when in ("visible while labelling", "visible on returning"):
        assert not OPINIONS & set(report[when])
        assert {"Annotations", "After"} <= set(report[when])
    assert "score" not in report["first tile"]


def test_the_layers_come_back_on_other_pages(audit):
    assert set(audit[0]["visible on Learn"]) >= OPINIONS


def test_the_audit_can_be_left_and_continued(audit):
    report, _ = audit
    assert report["queried tiles"][0] is None
    assert report["queried tiles"][1] > 0
    assert "3 of " in report["line"]


def test_the_estimate_is_shown_as_it_is_kept(audit):
    report, campaign = audit
    kept = campaign.last_estimate()
    missed = kept["figures"]["missed_cells"]
    assert kept["skipped"] == 1
    assert f"{missed['value']:.0f} ({missed['low']:.0f} to {missed['high']:.0f}) of the" in report["result"]
    assert "Skipped tiles: 1." in report["result"]
    assert f"audit 1 estimates: {missed['value']:.0f} (" in report["advice"]


def test_an_audit_that_is_opened_to_training_is_spent(audit):
    report, campaign = audit
    assert campaign.latest_audit().spent is not None
    drawn = len(campaign.audit_queue(1))
    assert report["splits"]["audit"] == 0
    assert report["splits"]["train"] == LABELS + drawn - 1
