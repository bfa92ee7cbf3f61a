"""A campaign in the real desktop without a mouse: from two orthophotos to verdicts, their labels, and the report."""

import pytest

from tests.desktop.qgis_program import command, prepare, run_session

SECONDS = 1800
SIZE = 1000  # pixels
SEED = 3


@pytest.fixture(scope="module")
def hands(tmp_path_factory, plugin_zip):
    """The report of the session, and its folder."""
    command()
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from alcd_core.demo.orthophotos import make_orthophotos

    folder = tmp_path_factory.mktemp("keyboard")
    make_orthophotos(folder, SEED, SIZE)
    prepare(folder, plugin_zip)
    return run_session(folder, "keyboard_session.py", SECONDS), folder


def test_every_step_to_a_trained_network_works_by_keyboard(hands):
    assert hands[0]["rounds"] == 1


def test_the_focus_is_on_a_useful_widget_when_a_job_has_ended(hands):
    assert hands[0]["keyboard"] == {
        "a campaign was made": "next_button",
        "tiles were suggested": "theMapCanvas",
        "the network has learnt": "theMapCanvas",
        "the map was made": "map_button",
        "polygons were drawn": "polygons_button",
    }


def test_polygons_are_reviewed_with_single_keys(hands):
    report, _ = hands
    total, accepted, rejected = report["verdicts"]
    assert report["reshaping"]
    assert report["reshaped"]
    assert report["second"] == 2
    assert (accepted, rejected) == (total - 1, 1)


def test_verdicts_become_labels_after_a_question(hands):
    from alcd_core.campaign.campaign import open_campaign

    report, folder = hands
    assert f"The {report['verdicts'][1]} accepted polygons count as changes" in report["question"]
    assert report["labelled by verdicts"] > 0
    assert report["changed by verdicts"] > 0
    assert report["question"].startswith(f"In {report['labelled by verdicts']} tiles, every polygon has a verdict")
    assert open_campaign(folder / "Keys.alcd").counts().states["labelled"] >= report["labelled by verdicts"]


def test_the_report_and_the_polygons_are_written(hands):
    _, folder = hands
    page = (folder / "report.html").read_text("utf-8")
    assert "Keys" in page
    assert "<img" in page
    assert '"FeatureCollection"' in (folder / "changes.geojson").read_text("utf-8")
