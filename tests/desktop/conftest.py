"""The plugin's zip, and the toolbox from a shell."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.desktop.profiles import program, qgis_name, qgis_variables, write_settings

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
        return subprocess.run(given, env=variables, cwd=folder, capture_output=True, text=True, timeout=300)

    run(home, "plugins", "enable", "alcd")
    return run
