"""Fresh profiles of QGIS for its real programs, so that these touch nothing outside a test's folder."""

import os
import shutil
import sys

import pytest


def program(name):
    """The path of a program, or a skip with the reason."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def qgis_name():
    """What the installed QGIS calls its folder and its settings: QGIS3, or QGIS4 since 4.0."""
    core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")
    return f"QGIS{core.Qgis.versionInt() // 10000}"


def settings_file(profile):
    return profile / "QGIS" / f"{qgis_name()}.ini"


def write_settings(profile, **more):
    """QGIS's settings: jobs run in the Python of the tests."""
    lines = ["[alcd]", f"environment\\python={sys.executable}", "device=cpu"]
    lines += [f"{key}={value}" for key, value in more.items()]
    (profile / "QGIS").mkdir(exist_ok=True)
    settings_file(profile).write_text("\n".join(lines) + "\n", "utf-8")


def qgis_variables(folder):
    """Environment variables for a QGIS that touches nothing outside the folder."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return {
        **kept,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
    }
