"""The plugin's zip in a fresh profile of the real desktop: installed, used, unloaded, loaded again."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.desktop.profiles import program, qgis_variables, write_settings

SECONDS = 1800
SESSION = Path(__file__).with_name("session.py")


@pytest.fixture(scope="module")
def report(tmp_path_factory, plugin_zip):
    """The report of the session in the desktop."""
    xvfb, qgis = program("xvfb-run"), program("qgis")
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from tests.desktop.imagery import make_pair

    folder = tmp_path_factory.mktemp("desktop")
    make_pair(folder)
    profile = folder / "profiles" / "default"
    profile.mkdir(parents=True)
    write_settings(profile)
    command = [xvfb, "-a", "-s", "-screen 0 1600x1000x24", qgis, "--nologo"]
    command += ["--profiles-path", str(folder), "--code", str(SESSION)]
    own = {"ALCD_TEST_FOLDER": str(folder), "ALCD_TEST_ZIP": str(plugin_zip), "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        command, env={**qgis_variables(folder), **own}, capture_output=True, text=True, timeout=SECONDS
    )
    print(f"pictures: {folder}")
    written = folder / "report.json"
    assert written.is_file(), done.stdout + done.stderr
    found = json.loads(written.read_text())
    assert "error" not in found, found["error"]
    return {**found, "status": done.returncode}


def test_it_installs_from_the_zip(report):
    assert report["installed"]
    assert "alcd" in report["loaded"]["providers"]
    assert report["loaded"]["options"] == ["OptionsPage"]


def test_the_options_page_saves_reports_and_acts(report):
    options = report["options"]
    assert options["kept"]
    assert options["busy"]
    assert "usable" in options["devices"], options["said"]
    assert "Not set up yet" in options["without_python"]


def test_the_batch_dialog_opens(report):
    assert report["batch"]


def test_the_toolbox_leads_from_two_rasters_to_styled_polygons(report):
    assert report["layers"] == {
        "before": "multibandcolor",
        "after": "multibandcolor",
        "reference": report["layers"]["reference"],
        "Queried tiles": "#4a5862",
        "Probability of change": "singlebandpseudocolor",
        "Change polygons": "#b3321f",
    }


def test_unloading_leaves_nothing_behind(report):
    assert report["unloaded_well"]
    left = report["unloaded"]
    assert "alcd" not in left["providers"]
    assert not [name for name in left["docks"] if "alcd" in name.lower()]
    assert left["actions"] == []
    assert left["options"] == []
    assert left["tasks"] == 0
    assert left["settings"] == report["loaded"]["settings"]


def test_it_can_be_loaded_again(report):
    assert report["loaded_again_well"]
    assert report["loaded_again"] == report["loaded"]
    assert report["unloaded_again"] == report["unloaded"]


def test_qgis_exits_cleanly(report):
    assert report["status"] == 0
