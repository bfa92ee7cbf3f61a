"""The plugin's zip, and the walks through QGIS that several files of tests look at."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.desktop.profiles import program, qgis_name, qgis_variables, write_settings
from tests.desktop.qgis_program import command, prepare, run_session

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def plugin_zip(tmp_path_factory):
    """The zip as users get it."""
    target = tmp_path_factory.mktemp("package") / "alcd.zip"
    subprocess.run(["bash", str(ROOT / "scripts" / "package"), str(target)], check=True, capture_output=True)
    return target


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory, plugin_zip):
    """Runs the toolbox from a shell: ``qgis_process(folder, "run", ...)``, with the folder as the working directory.

    The plugin is unpacked in a fresh profile and enabled as a user does it.
    """
    # The wrapper that Debian installs passes an option that the program refuses.
    qgis = program("qgis_process.bin")
    home = tmp_path_factory.mktemp("shell")
    profile = home / "data" / "QGIS" / qgis_name() / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    zipfile.ZipFile(plugin_zip).extractall(plugins)
    write_settings(profile)
    variables = {**qgis_variables(home), "QT_QPA_PLATFORM": "offscreen"}

    def run(folder, *arguments):
        given = [qgis, *map(str, arguments)]
        return subprocess.run(given, env=variables, cwd=folder, capture_output=True, text=True, timeout=900)

    run(home, "plugins", "enable", "alcd")
    return run


@pytest.fixture(scope="session")
def campaign(tmp_path_factory, plugin_zip):
    """The report of campaign_session.py, and its folder with Riverside.alcd, trained twice. To be copied, not changed.

    ALCD_TUTORIAL_FOLDER: an empty folder for the walk's files, whose name is seen in the tutorial's pictures.
    """
    command()
    pytest.importorskip("torch")
    pytest.importorskip("osgeo.gdal")
    from alcd_core.demo.orthophotos import make_orthophotos

    seen = os.environ.get("ALCD_TUTORIAL_FOLDER")
    folder = Path(seen) if seen else tmp_path_factory.mktemp("campaign")
    make_orthophotos(folder, seed=3, size=1500 if seen else 1000)
    prepare(folder, plugin_zip, encoder_weights=os.environ.get("ALCD_TUTORIAL_WEIGHTS", "none"))
    report = run_session(folder, "campaign_session.py", seconds=2600)
    for name in ("tiles per minute", "milliseconds", "longest stall", "keys", "review"):
        print(f"{name}: {report[name]}")
    return report, folder


@pytest.fixture(scope="session")
def example(tmp_path_factory, plugin_zip):
    """The report of example_session.py: a new user's first minutes, then the update of the building map.

    ALCD_TUTORIAL_FOLDER: an empty folder for the walk's files, whose name is seen in docs/building-map.md.
    """
    command()
    torch = pytest.importorskip("torch")
    safetensors = pytest.importorskip("safetensors.torch")
    seen = os.environ.get("ALCD_TUTORIAL_FOLDER")
    folder = Path(seen) if seen else tmp_path_factory.mktemp("example")
    (folder / "mine").mkdir()
    weights = folder / "other.safetensors"
    safetensors.save_file({"stem.weight": torch.zeros(3)}, weights)
    prepare(folder, plugin_zip)
    more = {"ALCD_TEST_WEIGHTS": str(weights), "ALCD_TEST_PYTHON": sys.executable}
    return run_session(folder, "example_session.py", 3000, ALCD_LONGEST="2900", ALCD_PATIENCE="1500", **more)
