"""An audit in the real panel: drawn, labelled blind by the truth, estimated, and opened to training.

ALCD_PICTURES: a folder for the pictures of each step, two of which are in docs/completeness.md.
"""

import os
import shutil

import pytest

from tests.desktop.qgis_program import prepare, run_session

SECONDS = 1800
COUNT = 12
OPINIONS = {"Proposals", "Tiles", "Map from the toolbox"}


@pytest.fixture(scope="module")
def audit(campaign, plugin_zip):
    """The report of the session, the campaign after it, and how many tiles were trained on before it."""
    from alcd_core.campaign.campaign import open_campaign

    folder = campaign[1] / "audit"
    folder.mkdir()
    for name in ("before.tif", "after.tif", "truth.gpkg"):
        shutil.copy(campaign[1] / name, folder)
    trained = open_campaign(shutil.copytree(campaign[1] / "Riverside.alcd", folder / "Riverside.alcd"))
    shutil.copy(trained.map_path(trained.rounds()[-1]), folder / "probability.tif")  # as the toolbox leaves it
    labels = trained.counts().splits["train"]
    prepare(folder, plugin_zip)
    count = os.environ.get("ALCD_TEST_COUNT", str(COUNT))
    report = run_session(folder, "audit_session.py", SECONDS, ALCD_TEST_COUNT=count)
    for name in ("promise", "result", "advice"):
        print(f"{name}: {report[name]}")
    return report, open_campaign(folder / "Riverside.alcd"), labels


def test_the_size_of_the_audit_is_chosen_by_what_it_would_tell(audit):
    promise = audit[0]["promise"]
    assert promise.startswith("With ")
    assert "changed tiles missed (95 % confidence)" in promise


def test_its_tiles_are_labelled_in_the_order_of_the_draw(audit):
    report, campaign, _ = audit
    assert report["page after the draw"]
    assert report["order"] == [tile.tile_id for tile in campaign.audit_queue(1)]


def test_nothing_shows_what_the_network_thinks_of_them(audit):
    report = audit[0]
    assert set(report["visible on Results"]) >= {"Map from the toolbox"}
    for when in ("visible while labelling", "visible on returning"):
        assert not OPINIONS & set(report[when])
        assert {"Annotations", "After"} <= set(report[when])
    assert "score" not in report["first tile"]


def test_the_layers_come_back_on_other_pages(audit):
    assert set(audit[0]["visible on Learn"]) >= OPINIONS


def test_the_audit_can_be_left_and_continued(audit):
    report = audit[0]
    assert report["queried tiles"][0] is None
    assert report["queried tiles"][1] > 0
    assert "3 of " in report["line"]


def test_the_estimate_is_shown_as_it_is_kept(audit):
    report, campaign, _ = audit
    kept = campaign.last_estimate()
    missed = kept["figures"]["missed_cells"]
    assert kept["skipped"] == 1
    assert f"{missed['value']:.0f} ({missed['low']:.0f} to {missed['high']:.0f}) of the" in report["result"]
    assert "Skipped tiles: 1." in report["result"]
    assert f"audit 1 estimates: {missed['value']:.0f} (" in report["advice"]


def test_an_audit_that_is_opened_to_training_is_spent(audit):
    report, campaign, labels = audit
    assert campaign.latest_audit().spent is not None
    drawn = len(campaign.audit_queue(1))
    assert report["splits"]["audit"] == 0
    assert report["splits"]["train"] == labels + drawn - 1
