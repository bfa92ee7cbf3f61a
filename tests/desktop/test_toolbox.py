"""In the real desktop: a batch filled in and cancelled by clicks, the worker's environment by the options' button."""

import pytest

from tests.desktop.qgis_program import command, prepare, run_session
from tests.qgis.bridge.wheels import REQUIREMENTS, make_wheels

SECONDS = 1200


@pytest.fixture(scope="module")
def toolbox(tmp_path_factory, plugin_zip):
    """The report of the session, and its folder. The environment is installed from tiny wheels instead of PyTorch's."""
    command()
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from tests.desktop.imagery import make_pair

    folder = tmp_path_factory.mktemp("toolbox")
    make_pair(folder)
    make_labelled(folder)
    (folder / "letter.tif").write_text("Dear Sir or Madam")
    prepare(folder, plugin_zip)
    requirements = folder / "profiles" / "default" / "python" / "plugins" / "alcd" / "requirements" / "worker.txt"
    requirements.write_text(REQUIREMENTS)
    more = {"ALCD_TEST_WHEELS": str(make_wheels(folder / "wheels"))}
    return run_session(folder, "toolbox_session.py", SECONDS, **more), folder


def make_labelled(folder):
    """A campaign that can be trained on."""
    from alcd_core import cli

    campaign, rasters = folder / "labelled.alcd", [f"--{date}={folder / date}.tif" for date in ("before", "after")]
    assert cli.main(["create", str(campaign), *rasters, "--tile-size=64", "--overlap=0"]) == 0
    assert cli.main(["label", str(campaign), f"--reference={folder / 'reference.geojson'}", "--tiles=all"]) == 0


def test_a_batch_creates_campaigns_and_reports_which_one_failed(toolbox):
    from alcd_core.campaign.campaign import open_campaign

    report, folder = toolbox
    assert (report["made"]["succeeded"], report["made"]["failed"]) == (2, 1)
    assert [open_campaign(folder / name).counts().total for name in ("north.alcd", "south.alcd")] == [4, 4]
    assert not (folder / "wrong.alcd").exists()
    assert "letter.tif" in report["made"]["log"]
    assert "Traceback" not in report["made"]["log"]


def test_a_batch_is_cancelled_by_its_button(toolbox):
    from alcd_core.campaign.campaign import open_campaign

    report, folder = toolbox
    assert report["cancelled"]["pressed"] == [True]
    assert open_campaign(folder / "labelled.alcd").rounds() == []


def test_the_button_sets_the_environment_up(toolbox):
    report, folder = toolbox
    assert "Not set up yet" in report["before"]
    assert report["busy"]
    assert report["after"].startswith("Ready."), report["said"]
    assert report["devices"] == "cpu: usable"
    assert report["can run"] == [True, ""]
    assert report["words"][-1] == "Everything works"
    assert report["after"].splitlines()[1].startswith(str(folder / "alcd" / "env-"))


def test_the_button_removes_it_again(toolbox):
    report, folder = toolbox
    assert "Not set up yet" in report["removed"]
    assert list((folder / "alcd").glob("env-*")) == []
