"""Starts the real desktop of QGIS on a virtual screen, with the plugin's zip in a fresh profile."""

import json
import subprocess
import zipfile
from pathlib import Path

from tests.desktop.profiles import program, qgis_variables, settings_file, write_settings

HERE = Path(__file__).parent
SIZE = "1280x800x24"


def prepare(folder, plugin_zip, **settings):
    """A profile in which the plugin is installed and enabled."""
    profile = folder / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    zipfile.ZipFile(plugin_zip).extractall(plugins)
    write_settings(profile, **{"encoder_weights": "none", **settings})
    with settings_file(profile).open("a", encoding="utf-8") as file:
        file.write("[PythonPlugins]\nalcd=true\n[qgis]\nnewProjectDefault=false\nshowTips=false\n")


def command():
    """The programs to start; skips if one is missing."""
    program("xdotool")
    return [program("xvfb-run"), "-a", "-s", f"-screen 0 {SIZE}", program("qgis"), "--nologo", "--noversioncheck"]


def variables(folder, **more):
    """The environment of a session in this folder; ALCD_PICTURES, if set, is passed on."""
    own = {"ALCD_TEST_FOLDER": str(folder), "ALCD_TEST_CODE": str(HERE), "QT_QPA_PLATFORM": "xcb"}
    return {**qgis_variables(folder), **own, "QT_QPA_PLATFORMTHEME": "", **more}


def run_session(folder, session, seconds, **more):
    """Run a session to its end; returns its report."""
    arguments = ["--profiles-path", str(folder), "--code", str(HERE / session)]
    done = subprocess.run(
        [*command(), *arguments], env=variables(folder, **more), capture_output=True, text=True, timeout=seconds
    )
    print(f"{session}: {folder}")
    written = folder / "report.json"
    assert written.is_file(), done.stdout + done.stderr
    report = json.loads(written.read_text())
    written.unlink()
    assert "error" not in report, report["error"]
    return report
